package dev.kefu.stockouts.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** The tables of runs. Each method is one statement. */
@Component
class RunRows {

    private static final int MOST_RUNS = 200;
    private static final int LONGEST_REASON = 2000;
    private static final String RUNS = """
            select r.id, r.sku, r.cause, r.started_by, r.started_at, r.status, r.finished_at, r.stopped_by, count(o.place) as total,
                count(case when o.status = 'OPENED' then 1 end) as opened, count(case when o.status = 'SKIPPED' then 1 end) as skipped,
                count(case when o.status = 'REFUSED' then 1 end) as refused
            from stock_out_run r left join stock_out_run_order o on o.run_id = r.id
            """;
    private static final String EACH = """
             group by r.id, r.sku, r.cause, r.started_by, r.started_at, r.status, r.finished_at, r.stopped_by order by r.id desc
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    RunRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A run that was asked for under a key. */
    record Asked(long id, String request) {
    }

    /** Somebody's turn: an order of a run, held by this transaction. */
    record Turn(long runId, int place, String orderNumber, int tries) {
    }

    long add(RunRequest request, @Nullable String key, String by, Instant at) {
        var id = jdbc.sql("select nextval('stock_out_run_sequence')").query(Long.class).single();
        jdbc.sql("""
                insert into stock_out_run (id, sku, cause, once_key, request, started_by, started_at, status)
                values (?, ?, ?, ?, ?, ?, ?, 'RUNNING')
                """).params(id, request.sku(), request.cause(), key, request.mark(), by, time(at)).update();
        return id;
    }

    void addOrders(long runId, List<String> orderNumbers) {
        batches.batchUpdate("""
                insert into stock_out_run_order (run_id, place, order_number, status, tries) values (?, ?, ?, 'TO_DO', 0)
                """, IntStream.range(0, orderNumbers.size())
                .mapToObj(place -> new Object[] {runId, place, orderNumbers.get(place)}).toList());
    }

    Optional<Asked> asked(String by, String key) {
        return jdbc.sql("select id, request from stock_out_run where started_by = ? and once_key = ?")
                .params(by, key).query(Asked.class).optional();
    }

    /** The newest runs first. */
    List<Run> all() {
        return jdbc.sql(RUNS + " where r.id in (select id from stock_out_run order by id desc limit " + MOST_RUNS + ")" + EACH)
                .query(RunRows::run).list();
    }

    Optional<Run> find(long id) {
        return jdbc.sql(RUNS + " where r.id = ?" + EACH).param(id).query(RunRows::run).optional();
    }

    /** Those from a place on, which counts from 0. */
    List<RunOrder> ordersOf(long id, int from, int most) {
        return jdbc.sql("""
                select order_number, status, case_number, reason from stock_out_run_order where run_id = ? and place >= ?
                order by place limit ?
                """).params(id, from, most).query((row, index) -> new RunOrder(row.getString(1), OpeningStatus.valueOf(row.getString(2)),
                        row.getString(3), row.getString(4))).list();
    }

    /** The runs that go on, oldest first. */
    List<Long> running() {
        return jdbc.sql("select id from stock_out_run where status = 'RUNNING' order by id").query(Long.class).list();
    }

    /** The next order of the run, for this transaction alone; those that others have are passed by. */
    Optional<Turn> next(long runId) {
        return jdbc.sql("""
                select run_id, place, order_number, tries from stock_out_run_order where run_id = ? and status = 'TO_DO'
                order by tries, place limit 1 for update skip locked
                """).param(runId).query(Turn.class).optional();
    }

    /** Whether the order is still to be done; then it is held by this transaction. */
    boolean hold(Turn turn) {
        return jdbc.sql("select place from stock_out_run_order where run_id = ? and place = ? and status = 'TO_DO' for update")
                .params(turn.runId(), turn.place()).query(Integer.class).optional().isPresent();
    }

    void done(Turn turn, OpeningStatus status, @Nullable String caseNumber, @Nullable String reason) {
        jdbc.sql("update stock_out_run_order set status = ?, case_number = ?, reason = ? where run_id = ? and place = ?")
                .params(status.name(), caseNumber, reason == null ? null
                        : reason.substring(0, Math.min(reason.length(), LONGEST_REASON)), turn.runId(), turn.place()).update();
    }

    void later(Turn turn) {
        jdbc.sql("update stock_out_run_order set tries = tries + 1 where run_id = ? and place = ?")
                .params(turn.runId(), turn.place()).update();
    }

    /** Ends the run if it goes on and no order is left. */
    void finish(long runId, Instant at) {
        jdbc.sql("""
                update stock_out_run set status = 'FINISHED', finished_at = ? where id = ? and status = 'RUNNING' and not exists
                (select 1 from stock_out_run_order o where o.run_id = ? and o.status = 'TO_DO')
                """).params(time(at), runId, runId).update();
    }

    /** Stops the run if it goes on. */
    void stop(long runId, String by, Instant at) {
        jdbc.sql("update stock_out_run set status = 'STOPPED', finished_at = ?, stopped_by = ? where id = ? and status = 'RUNNING'")
                .params(time(at), by, runId).update();
    }

    private static Run run(ResultSet row, int index) throws SQLException {
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Run(row.getLong("id"), row.getString("sku"), row.getString("cause"), row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(), RunStatus.valueOf(row.getString("status")),
                finished == null ? null : finished.toInstant(), row.getString("stopped_by"), row.getInt("total"),
                row.getInt("opened"), row.getInt("skipped"), row.getInt("refused"));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
