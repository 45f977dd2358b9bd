package dev.kefu.shipping;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One row for each number on parcels, which exists before any parcel does, so that whoever writes about it can wait for others. */
@Component
class Waybills {

    private final JdbcClient jdbc;

    Waybills(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Waits for all others who write about this number, and makes them wait. Orders are locked before it, never after.
     *
     * @throws org.springframework.dao.DuplicateKeyException if somebody else wrote about it for the first time at the same moment
     */
    void hold(String trackingKey) {
        if (lock(trackingKey)) {
            return;
        }
        jdbc.sql("insert into waybill (tracking_key) select cast(:key as varchar(64))"
                + " where not exists (select 1 from waybill where tracking_key = :key)").param("key", trackingKey).update();
        lock(trackingKey);
    }

    /** The number tells of somebody who was erased (CUS-4); whoever writes about it makes it anew. */
    void forget(String trackingKey) {
        jdbc.sql("delete from waybill where tracking_key = :key").param("key", trackingKey).update();
    }

    private boolean lock(String trackingKey) {
        return jdbc.sql("select tracking_key from waybill where tracking_key = :key for update").param("key", trackingKey)
                .query(String.class).optional().isPresent();
    }
}
