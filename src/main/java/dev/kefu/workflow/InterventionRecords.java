package dev.kefu.workflow;

import dev.kefu.shared.Masked;
import dev.kefu.shared.Reason;
import dev.kefu.shared.Text;
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

/**
 * The book of interventions: rows are added and read, and never changed, but that a customer's words go from the reasons when
 * the customer is erased. Beside it, what administrators announced.
 */
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

    /** Takes the words out of the reasons of what was done to this case, and out of what the engine keeps of them. */
    void forget(String caseNumber, Collection<String> words) {
        forget(jdbc.sql("select id, reason from intervention where id in "
                + "(select intervention_id from intervention_process where case_number = ?)").param(caseNumber), words);
    }

    /** The same for what was about no case, and for announcements, which name none. */
    void forgetBesideCases(Collection<String> words) {
        forget(jdbc.sql("select id, reason from intervention where id not in "
                + "(select intervention_id from intervention_process where case_number is not null)"), words);
        said(jdbc.sql("select id, reason from announced_intervention"), words).forEach(each ->
                jdbc.sql("update announced_intervention set reason = ? where id = ?")
                        .params(without(each.reason(), words), each.id()).update());
    }

    private void forget(JdbcClient.StatementSpec rows, Collection<String> words) {
        said(rows, words).forEach(each -> {
            var left = without(each.reason(), words);
            jdbc.sql("update intervention set reason = ? where id = ?").params(left, each.id()).update();
            // The engine has no way to change what it keeps of a reason, each time in the very same words
            for (var place : List.of("ACT_HI_OP_LOG set ANNOTATION_ = ? where ANNOTATION_ = ?",
                    "ACT_HI_PROCINST set DELETE_REASON_ = ? where DELETE_REASON_ = ?",
                    "ACT_HI_TASKINST set DELETE_REASON_ = ? where DELETE_REASON_ = ?")) {
                jdbc.sql("update " + place).params(left, each.reason()).update();
            }
        });
    }

    private record Said(long id, String reason) {
    }

    private static List<Said> said(JdbcClient.StatementSpec rows, Collection<String> words) {
        return rows.query((row, index) -> new Said(row.getLong(1), row.getString(2))).list().stream()
                .filter(each -> Masked.says(each.reason(), words)).toList();
    }

    private static String without(String reason, Collection<String> words) {
        return Text.shortened(Masked.without(reason, words), Reason.LONGEST);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private OffsetDateTime local(OffsetDateTime moment) {
        return moment.atZoneSameInstant(clock.getZone()).toOffsetDateTime();
    }
}
