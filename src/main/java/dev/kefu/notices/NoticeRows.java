package dev.kefu.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** The tables of notices. Each method is one statement, whatever the number of notices and people. */
@Component
class NoticeRows {

    /** So many of each kind are read for an audience: more than anybody is shown or told the number of. */
    static final int NEWEST = 200;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    NoticeRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** @param version changes whenever any notice comes or goes */
    record Board(long lastId, long version) {
    }

    record Addressed(String audience, Notice notice) {
    }

    Board board() {
        return jdbc.sql("select last_id, version from notice_board where name = 'board'").query(Board.class).single();
    }

    /** The board, for this transaction alone; empty if somebody else has it. */
    Optional<Board> holdBoard() {
        return jdbc.sql("select last_id, version from notice_board where name = 'board' for update skip locked")
                .query(Board.class).optional();
    }

    void write(Board board) {
        jdbc.sql("update notice_board set last_id = :last, version = :version where name = 'board'")
                .param("last", board.lastId()).param("version", board.version()).update();
    }

    void add(Collection<Addressed> notices) {
        batches.batchUpdate("""
                insert into notice (audience, id, kind, task_id, task_key, task_name, case_number, order_number, caused_by,
                    due_at, happened_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, notices.stream().map(each -> {
            var notice = each.notice();
            return new Object[] {each.audience(), notice.id(), notice.kind().name(), notice.taskId(), notice.taskKey(),
                    notice.taskName(), notice.caseNumber(), notice.orderNumber(), notice.causedBy(), utc(notice.dueAt()),
                    utc(notice.happenedAt())};
        }).toList());
    }

    /** Takes away what is no news any more. */
    int withdraw(Collection<String> tasks, Collection<NoticeKind> kinds) {
        return tasks.isEmpty() ? 0 : jdbc.sql("delete from notice where task_id in (:tasks) and kind in (:kinds)")
                .param("tasks", tasks).param("kinds", kinds.stream().map(Enum::name).toList()).update();
    }

    /** The newest notices for each of these audiences, newest first. */
    Map<String, List<Notice>> newest(Collection<String> audiences) {
        var found = new HashMap<String, Map<Long, Notice>>();
        if (!audiences.isEmpty()) {
            jdbc.sql("""
                            select n.* from notice n join (
                                select audience, kind, id,
                                    row_number() over (partition by audience, kind order by id desc) as place
                                from notice where audience in (:audiences)) newest
                                on newest.audience = n.audience and newest.kind = n.kind and newest.id = n.id
                            where newest.place <= :most order by n.id desc
                            """).param("audiences", audiences).param("most", NEWEST)
                    .query((row, number) -> found.computeIfAbsent(row.getString("audience"), any -> new LinkedHashMap<>())
                            .put(row.getLong("id"), notice(row))).list();
        }
        var lists = new HashMap<String, List<Notice>>();
        found.forEach((audience, notices) -> lists.put(audience, List.copyOf(notices.values())));
        return lists;
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(row.getLong("id"), NoticeKind.valueOf(row.getString("kind")), row.getString("task_id"),
                row.getString("task_key"), row.getString("task_name"), row.getString("case_number"),
                row.getString("order_number"), row.getString("caused_by"), instant(row, "due_at"),
                instant(row, "happened_at"));
    }

    @Nullable
    static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    @Nullable
    static OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
