package dev.kefu.workflow;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** The book of interventions: rows are added and read, never changed. Beside it, what administrators announced. */
@Component
class InterventionRecords {

    private final JdbcClient jdbc;
    private final Clock clock;

    InterventionRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param processes the processes that are named one by one; {@code affected} may be more */
    record Row(String actor, String action, @Nullable String processKey, String reason, String details, int affected,
            Collection<Concerned.Process> processes) {
    }

    void add(Row row) {
        var id = jdbc.sql("select nextval('intervention_sequence')").query(Long.class).single();
        jdbc.sql("""
                        insert into intervention (id, happened_at, actor, action, process_key, reason, details, affected)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(id, now(), row.actor(), row.action(), row.processKey(), row.reason(), row.details(), row.affected())
                .update();
        row.processes().forEach(process -> jdbc.sql("""
                        insert into intervention_process (intervention_id, process_instance_id, case_number)
                        values (?, ?, ?)
                        """)
                .params(id, process.id(), process.caseNumber().map(Object::toString).orElse(null))
                .update());
    }

    /** Newest first. */
    List<Intervention> page(@Nullable String caseNumber, int size, long offset) {
        var rows = jdbc.sql("""
                        select id, happened_at, actor, action, process_key, reason, details, affected from intervention
                        where cast(:case as varchar(20)) is null or id in (
                            select intervention_id from intervention_process where case_number = :case)
                        order by id desc offset :offset rows fetch next :size rows only
                        """)
                .param("case", caseNumber).param("offset", offset).param("size", size)
                .query((row, index) -> new Intervention(row.getLong(1), local(row.getObject(2, OffsetDateTime.class)),
                        row.getString(3), row.getString(4), row.getString(5), row.getString(6), row.getString(7),
                        row.getInt(8), List.of(), List.of()))
                .list();
        return rows.isEmpty() ? rows : withProcesses(rows);
    }

    private List<Intervention> withProcesses(List<Intervention> rows) {
        Map<Long, TreeSet<String>> instances = new TreeMap<>();
        Map<Long, TreeSet<String>> cases = new TreeMap<>();
        jdbc.sql("""
                        select intervention_id, process_instance_id, case_number from intervention_process
                        where intervention_id in (:ids)
                        """)
                .param("ids", rows.stream().map(Intervention::id).toList())
                .query(row -> {
                    instances.computeIfAbsent(row.getLong(1), id -> new TreeSet<>()).add(row.getString(2));
                    if (row.getString(3) != null) {
                        cases.computeIfAbsent(row.getLong(1), id -> new TreeSet<>()).add(row.getString(3));
                    }
                });
        return rows.stream().map(each -> each.about(instances.getOrDefault(each.id(), new TreeSet<>()),
                cases.getOrDefault(each.id(), new TreeSet<>()))).toList();
    }

    /** The former announcement of the same person, if it still ran, ends. */
    void announce(String actor, String reason, Instant until) {
        end(actor);
        jdbc.sql("insert into announced_intervention (id, actor, reason, announced_at, until_at) "
                        + "values (nextval('intervention_sequence'), ?, ?, ?, ?)")
                .params(actor, reason, now(), until.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Interventions.Announced> announced(String actor) {
        return jdbc.sql("""
                        select reason, until_at from announced_intervention
                        where actor = ? and ended_at is null and until_at > ? order by id desc
                        """)
                .params(actor, now())
                .query((row, index) -> new Interventions.Announced(row.getString(1),
                        local(row.getObject(2, OffsetDateTime.class))))
                .list().stream().findFirst();
    }

    void end(String actor) {
        jdbc.sql("update announced_intervention set ended_at = ? where actor = ? and ended_at is null")
                .params(now(), actor)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private OffsetDateTime local(OffsetDateTime moment) {
        return moment.atZoneSameInstant(clock.getZone()).toOffsetDateTime();
    }
}
