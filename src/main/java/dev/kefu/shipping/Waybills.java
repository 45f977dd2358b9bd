package dev.kefu.shipping;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** One row for each number on parcels, which exists before any parcel does, so that whoever writes about it can wait for others. */
@Component
class Waybills {

    /** SQL states of this class: a row is there already. */
    private static final String DUPLICATE = "23505";

    private final JdbcTemplate jdbc;
    private final JdbcClient rows;

    Waybills(JdbcTemplate jdbc, JdbcClient rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Waits for all others who write about this number, and makes them wait. Orders are locked before it, never after. */
    void hold(String trackingKey) {
        if (!lock(trackingKey)) {
            jdbc.execute((ConnectionCallback<Void>) connection -> add(connection, trackingKey));
            lock(trackingKey);
        }
    }

    /** Whoever writes about the number for the first time at the same moment has made the row; that must not end our work. */
    @Nullable
    private static Void add(Connection connection, String trackingKey) throws SQLException {
        var before = connection.getAutoCommit() ? null : connection.setSavepoint();
        try (var insert = connection.prepareStatement("insert into waybill (tracking_key) values (?)")) {
            insert.setString(1, trackingKey);
            insert.executeUpdate();
        } catch (SQLException overtaken) {
            if (!String.valueOf(overtaken.getSQLState()).startsWith(DUPLICATE)) {
                throw overtaken;
            }
            if (before != null) {
                connection.rollback(before);
            }
        }
        return null;
    }

    /** The number tells of somebody who was erased (CUS-4); whoever writes about it makes it anew. */
    void forget(String trackingKey) {
        rows.sql("delete from waybill where tracking_key = :key").param("key", trackingKey).update();
    }

    private boolean lock(String trackingKey) {
        return rows.sql("select tracking_key from waybill where tracking_key = :key for update").param("key", trackingKey)
                .query(String.class).optional().isPresent();
    }
}
