package dev.kefu.shipping;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ParcelEventRecords extends Repository<ParcelEvent, String> {

    ParcelEvent save(ParcelEvent event);

    Optional<ParcelEvent> findById(String eventId);

    @Query("select e from ParcelEvent e where e.trackingKey in :keys")
    List<ParcelEvent> findByKeys(Collection<String> keys);

    @Query(value = "select nextval('parcel_event_sequence')", nativeQuery = true)
    long nextInSequence();

    @Query("select exists (select 1 from ParcelEvent e where not e.known)")
    boolean existUnknown();

    @Query("select distinct e.trackingKey from ParcelEvent e where not e.known and e.trackingKey in :keys")
    List<String> findUnknownOf(Collection<String> keys);

    /** The latest first. */
    @Query("select e.trackingKey from ParcelEvent e where not e.known group by e.trackingKey order by max(e.receivedAt) desc")
    List<String> findUnknown(Limit most);

    /**
     * Those of parcels that are there by now: what they lead to went wrong. The longest waiting first.
     *
     * @param since which were passed over after that are some other courier's, and not looked at again so soon
     */
    @Query("select e.trackingKey from ParcelEvent e where not e.known and (e.passedOverAt is null or e.passedOverAt < :since)"
            + " and exists (select 1 from Parcel p where p.trackingKey = e.trackingKey)"
            + " group by e.trackingKey order by min(e.receivedAt)")
    List<String> findUnsettled(Instant since, Limit most);

    @Modifying
    @Query("delete from ParcelEvent e where not e.known and e.receivedAt < :before")
    int forgetUnknown(Instant before);
}
