package dev.kefu.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds what has changed among the open tasks: new ones, those that changed hands, fell due or are gone. It compares them
 * with what it saw the last time, so that a case need not tell, and no order of commits and no clock that is moved lets it
 * miss one. A look costs a constant number of statements that read the open tasks once each.
 */
@Component
public class TaskWatch {

    /** So many changes are told at once; the others the next time. */
    public static final int MOST = 1000;

    private static final String CHANGED = """
            select t.ID_, t.TASK_DEF_KEY_, t.NAME_, t.ASSIGNEE_, t.CREATE_TIME_, t.DUE_DATE_, p.BUSINESS_KEY_,
                w.task_id as seen, w.assignee as seen_assignee, w.overdue_for
            from ACT_RU_TASK t
            left join task_watch w on w.task_id = t.ID_
            left join ACT_RU_EXECUTION p on p.ID_ = t.PROC_INST_ID_
            where w.task_id is null or w.assignee is distinct from t.ASSIGNEE_
                or w.overdue_for is distinct from t.DUE_DATE_ and (t.DUE_DATE_ <= :now or w.overdue_for is not null)
            order by t.CREATE_TIME_, t.ID_
            fetch first :most rows only
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    TaskWatch(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * What a look found.
     *
     * @param changed oldest first
     * @param gone    the ids of tasks that are done or were deleted
     * @param more    whether another look would find more
     */
    public record Looked(List<WatchedTask> changed, List<String> gone, boolean more) {
    }

    /** A task as its row is now, and as it was seen. */
    private record Row(String id, @Nullable String key, @Nullable String name, @Nullable String assignee, Timestamp createdAt,
            @Nullable Timestamp dueAt, @Nullable String caseNumber, boolean isNew, @Nullable String seenAssignee,
            @Nullable Timestamp overdueFor) {

        static Row of(ResultSet row, int number) throws SQLException {
            return new Row(row.getString("ID_"), row.getString("TASK_DEF_KEY_"), row.getString("NAME_"),
                    row.getString("ASSIGNEE_"), row.getTimestamp("CREATE_TIME_"), row.getTimestamp("DUE_DATE_"),
                    row.getString("BUSINESS_KEY_"), row.getString("seen") == null, row.getString("seen_assignee"),
                    row.getTimestamp("overdue_for"));
        }

        boolean isOverdue(Instant now) {
            return dueAt != null && !dueAt.toInstant().isAfter(now);
        }

        boolean hasNewDue() {
            return !Objects.equals(dueAt, overdueFor);
        }

        boolean changedHands() {
            return !isNew && !Objects.equals(assignee, seenAssignee);
        }

        boolean isInTime(Instant now) {
            return overdueFor != null && hasNewDue() && !isOverdue(now);
        }

        /** A due date that the clock was moved back before stays told. */
        @Nullable
        Timestamp told(Instant now) {
            return isOverdue(now) ? dueAt : isInTime(now) ? null : overdueFor;
        }
    }

    /**
     * What has changed since the last look, and never again after this transaction. The caller sees to it that nobody else
     * looks at the same time. At the very first look everything that is open counts as known.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Looked look(Instant now) {
        if (!jdbc.sql("select began from task_watch_state where name = 'watch'").query(Boolean.class).single()) {
            begin(now);
            return new Looked(List.of(), List.of(), false);
        }
        var gone = jdbc.sql("""
                        select w.task_id from task_watch w left join ACT_RU_TASK t on t.ID_ = w.task_id where t.ID_ is null
                        fetch first :most rows only
                        """).param("most", MOST).query(String.class).list();
        var rows = jdbc.sql(CHANGED).param("now", Timestamp.from(now)).param("most", MOST).query(Row::of).list();
        forget(gone);
        if (rows.isEmpty()) {
            return new Looked(List.of(), gone, gone.size() == MOST);
        }
        var ids = rows.stream().map(Row::id).toList();
        var links = candidates(ids);
        var givers = givers(rows.stream().filter(row -> row.changedHands() || row.assignee() != null).map(Row::id).toList());
        remember(rows, now);
        return new Looked(rows.stream().map(row -> watched(row, links.getOrDefault(row.id(), List.of()), givers.get(row.id()), now))
                .toList(), gone, rows.size() == MOST || gone.size() == MOST);
    }

    private void begin(Instant now) {
        jdbc.sql("delete from task_watch").update();
        jdbc.sql("""
                insert into task_watch (task_id, assignee, overdue_for)
                select ID_, ASSIGNEE_, case when DUE_DATE_ <= :now then DUE_DATE_ end from ACT_RU_TASK
                """).param("now", Timestamp.from(now)).update();
        jdbc.sql("update task_watch_state set began = true").update();
    }

    private void forget(Collection<String> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("delete from task_watch where task_id in (:ids)").param("ids", ids).update();
        }
    }

    /** As they were read: what changed after that is found by the next look. */
    private void remember(List<Row> rows, Instant now) {
        forget(rows.stream().filter(row -> !row.isNew()).map(Row::id).toList());
        batches.batchUpdate("insert into task_watch (task_id, assignee, overdue_for) values (?, ?, ?)",
                rows.stream().map(row -> new Object[] {row.id(), row.assignee(), row.told(now)}).toList());
    }

    private record Link(String task, @Nullable String group, @Nullable String person) {
    }

    private Map<String, List<Link>> candidates(List<String> ids) {
        var links = new HashMap<String, List<Link>>();
        jdbc.sql("""
                        select TASK_ID_, GROUP_ID_, USER_ID_ from ACT_RU_IDENTITYLINK
                        where TASK_ID_ in (:ids) and TYPE_ = 'candidate'
                        """).param("ids", ids)
                .query((row, number) -> new Link(row.getString(1), row.getString(2), row.getString(3))).list()
                .forEach(link -> links.computeIfAbsent(link.task(), any -> new ArrayList<>()).add(link));
        return links;
    }

    /** Who last changed whose task it is, by task. */
    private Map<String, String> givers(List<String> ids) {
        var givers = new HashMap<String, String>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                            select TASK_ID_, USER_ID_ from ACT_HI_OP_LOG where TASK_ID_ in (:ids) and PROPERTY_ = 'assignee'
                            order by TIMESTAMP_, ID_
                            """).param("ids", ids)
                    .query((row, number) -> givers.put(row.getString(1), row.getString(2))).list();
        }
        return givers;
    }

    private static WatchedTask watched(Row row, List<Link> links, @Nullable String giver, Instant now) {
        return new WatchedTask(row.id(), row.key(), row.name(), row.caseNumber(), row.assignee(),
                all(links.stream().map(Link::group).toList()), all(links.stream().map(Link::person).toList()),
                row.createdAt().toInstant(), row.dueAt() == null ? null : row.dueAt().toInstant(), row.isNew(),
                row.changedHands(), row.isOverdue(now) && row.hasNewDue(), row.isInTime(now), giver);
    }

    private static Set<String> all(List<String> names) {
        var all = new HashSet<>(names);
        all.remove(null);
        return all;
    }
}
