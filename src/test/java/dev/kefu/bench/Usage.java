package dev.kefu.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.kefu.machine.PostgresServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What has been used up to a moment: rows written, write-ahead log, transactions that wrote, processor time.
 *
 * @param inserted rows, by table
 * @param updated  rows, of all tables
 * @param deleted  rows, of all tables
 * @param wal      bytes of write-ahead log
 * @param writes   transactions that wrote something
 * @param jvm      processor time of this process
 * @param server   processor time of PostgreSQL
 */
record Usage(Map<String, Long> inserted, long updated, long deleted, long wal, long writes, Duration jvm, Duration server) {

    /** Each connection reports its counts late; they are complete once the pools have closed theirs. */
    static Usage of(PostgresServer server, String database) throws SQLException, IOException {
        try (var connection = server.connect(database); var statement = connection.createStatement()) {
            var inserted = new HashMap<String, Long>();
            try (var row = statement.executeQuery("select relname, n_tup_ins from pg_stat_user_tables where n_tup_ins > 0")) {
                while (row.next()) {
                    inserted.put(row.getString(1), row.getLong(2));
                }
            }
            try (var row = statement.executeQuery("""
                    select (select coalesce(sum(n_tup_upd), 0) from pg_stat_user_tables),
                           (select coalesce(sum(n_tup_del), 0) from pg_stat_user_tables),
                           pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint,
                           pg_snapshot_xmax(pg_current_snapshot())::text::bigint
                    """)) {
                row.next();
                return new Usage(inserted, row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), jvmNow(),
                        server.cpu());
            }
        }
    }

    private static Duration jvmNow() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Duration.ofNanos(system.getProcessCpuTime());
    }

    Usage since(Usage before) {
        return new Usage(sum(inserted, before.inserted, -1), updated - before.updated, deleted - before.deleted,
                wal - before.wal, writes - before.writes, jvm.minus(before.jvm), server.minus(before.server));
    }

    Usage and(Usage other) {
        return new Usage(sum(inserted, other.inserted, 1), updated + other.updated, deleted + other.deleted,
                wal + other.wal, writes + other.writes, jvm.plus(other.jvm), server.plus(other.server));
    }

    private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other, int sign) {
        var sum = new HashMap<>(one);
        other.forEach((table, rows) -> sum.merge(table, sign * rows, Long::sum));
        return sum;
    }
}
