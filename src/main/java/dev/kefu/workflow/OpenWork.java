package dev.kefu.workflow;

import jakarta.persistence.criteria.CommonAbstractCriteria;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * The open tasks of many cases at once, read in one statement each: how a case stands, what a group or a person has on the
 * table. It reads what is open and nothing of the past; whoever asks has checked what may be seen.
 */
@Component
public class OpenWork {

    /** For a list of conditions that must not be empty. */
    private static final String NOTHING = "";

    private static final String TASKS = """
            select t.ID_, t.TASK_DEF_KEY_, t.NAME_, d.KEY_, p.BUSINESS_KEY_, t.ASSIGNEE_, t.CREATE_TIME_, t.DUE_DATE_, d.ID_
            from ACT_RU_TASK t
            join ACT_RE_PROCDEF d on d.ID_ = t.PROC_DEF_ID_
            left join ACT_RU_EXECUTION p on p.ID_ = t.PROC_INST_ID_
            where d.KEY_ in (:processes) and
            """;
    private static final String OLDEST_FIRST = " order by t.CREATE_TIME_, t.ID_ fetch first :most rows only";

    private static final RowMapper<HeldTask> HELD_TASK = (row, index) -> new HeldTask(row.getString(1), row.getString(2),
            row.getString(3), row.getString(4), row.getString(5), row.getString(6), row.getTimestamp(7).toInstant(),
            instant(row.getTimestamp(8)), row.getString(9));

    private final JdbcClient jdbc;
    private final Clock clock;

    OpenWork(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * How a case stands.
     *
     * @param dueAt when the first of its tasks is to be done, null if none says
     */
    public record Standing(int openTasks, @Nullable Instant dueAt) {

        static final Standing NOTHING_TO_DO = new Standing(0, null);
    }

    /**
     * What lies on somebody's table.
     *
     * @param oldest when the oldest of the tasks was created, null if there is none
     */
    public record Load(int tasks, int overdue, @Nullable Instant oldest) {

        public static final Load NOTHING = new Load(0, 0, null);
    }

    /**
     * @param key        the task's id in the model
     * @param processKey the process that it is a step of
     * @param caseNumber null where its process has no case
     */
    public record HeldTask(String id, String key, String name, String processKey, @Nullable String caseNumber,
            @Nullable String assignee, Instant createdAt, @Nullable Instant dueAt, String processDefinitionId) {
    }

    /** The condition that a case has a task which should be done by now. */
    public Predicate isOverdue(Expression<String> caseNumber, CommonAbstractCriteria query, CriteriaBuilder builder) {
        var late = query.subquery(String.class);
        var task = late.from(OpenTask.class);
        late.select(task.get("caseNumber")).where(builder.lessThan(task.get("dueAt"), engineTime(clock.instant())));
        return caseNumber.in(late);
    }

    /** How each of these cases stands. */
    public Map<String, Standing> standingOf(Collection<String> caseNumbers) {
        var found = new HashMap<String, Standing>();
        caseNumbers.forEach(number -> found.put(number, Standing.NOTHING_TO_DO));
        if (!caseNumbers.isEmpty()) {
            jdbc.sql("""
                            select p.BUSINESS_KEY_, count(*), min(t.DUE_DATE_) from ACT_RU_EXECUTION p
                            join ACT_RU_TASK t on t.PROC_INST_ID_ = p.ID_
                            where p.BUSINESS_KEY_ in (:cases) group by p.BUSINESS_KEY_
                            """)
                    .param("cases", caseNumbers)
                    .query(row -> {
                        found.put(row.getString(1), new Standing(row.getInt(2), instant(row.getTimestamp(3))));
                    });
        }
        return found;
    }

    /** The groups whose members may take each of the tasks, by task, in the order of their names. */
    Map<String, List<String>> groupsOf(Collection<String> tasks) {
        var found = new HashMap<String, List<String>>();
        if (!tasks.isEmpty()) {
            jdbc.sql("""
                            select TASK_ID_, GROUP_ID_ from ACT_RU_IDENTITYLINK
                            where TASK_ID_ in (:tasks) and TYPE_ = 'candidate' and GROUP_ID_ is not null order by GROUP_ID_
                            """)
                    .param("tasks", tasks)
                    .query(row -> {
                        found.computeIfAbsent(row.getString(1), task -> new ArrayList<>()).add(row.getString(2));
                    });
        }
        return found;
    }

    /** What waits for each group that nobody has taken yet, of these processes. */
    public Map<String, Load> waitingByGroup(Collection<String> processKeys) {
        return loads("""
                select l.GROUP_ID_, count(*), sum(case when t.DUE_DATE_ < :now then 1 else 0 end), min(t.CREATE_TIME_)
                from ACT_RU_TASK t
                join ACT_RE_PROCDEF d on d.ID_ = t.PROC_DEF_ID_
                join ACT_RU_IDENTITYLINK l on l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate'
                where t.ASSIGNEE_ is null and l.GROUP_ID_ is not null and d.KEY_ in (:processes) group by l.GROUP_ID_
                """, processKeys);
    }

    /** What each person has in their hands, of these processes. */
    public Map<String, Load> heldByPerson(Collection<String> processKeys) {
        return loads("""
                select t.ASSIGNEE_, count(*), sum(case when t.DUE_DATE_ < :now then 1 else 0 end), min(t.CREATE_TIME_)
                from ACT_RU_TASK t
                join ACT_RE_PROCDEF d on d.ID_ = t.PROC_DEF_ID_
                where t.ASSIGNEE_ is not null and d.KEY_ in (:processes) group by t.ASSIGNEE_
                """, processKeys);
    }

    /** The tasks in somebody's hands, oldest first. */
    public List<HeldTask> heldBy(String person, Collection<String> processKeys, int most) {
        return tasks(TASKS + "t.ASSIGNEE_ = :whose" + OLDEST_FIRST, person, processKeys, most);
    }

    /** The tasks that wait for the group and that nobody has taken yet, oldest first. */
    public List<HeldTask> waitingFor(String group, Collection<String> processKeys, int most) {
        return tasks(TASKS + "t.ASSIGNEE_ is null and t.ID_ in (select l.TASK_ID_ from ACT_RU_IDENTITYLINK l"
                + " where l.TYPE_ = 'candidate' and l.GROUP_ID_ = :whose)" + OLDEST_FIRST, group, processKeys, most);
    }

    /** How many tasks somebody has of other processes than these. */
    public int heldBesides(String person, Collection<String> processKeys) {
        return jdbc.sql("select count(*) from ACT_RU_TASK t left join ACT_RE_PROCDEF d on d.ID_ = t.PROC_DEF_ID_"
                        + " where t.ASSIGNEE_ = :whose and (d.KEY_ is null or d.KEY_ not in (:processes))")
                .param("whose", person).param("processes", some(processKeys))
                .query(Integer.class).single();
    }

    private List<HeldTask> tasks(String query, String whose, Collection<String> processKeys, int most) {
        return jdbc.sql(query)
                .param("whose", whose).param("processes", some(processKeys)).param("most", most)
                .query(HELD_TASK).list();
    }

    private Map<String, Load> loads(String query, Collection<String> processKeys) {
        var found = new HashMap<String, Load>();
        jdbc.sql(query).param("now", Timestamp.from(clock.instant())).param("processes", some(processKeys))
                .query((ResultSet row) -> {
                    found.put(row.getString(1), load(row));
                });
        return found;
    }

    private static Load load(ResultSet row) throws SQLException {
        return new Load(row.getInt(2), row.getInt(3), instant(row.getTimestamp(4)));
    }

    private static Collection<String> some(Collection<String> keys) {
        return keys.isEmpty() ? List.of(NOTHING) : keys;
    }

    /** The engine's tables hold times without a zone, in that of the server. */
    private static LocalDateTime engineTime(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneId.systemDefault());
    }

    @Nullable
    private static Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
