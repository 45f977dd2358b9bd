package dev.kefu.shipping;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface BookingRecords extends Repository<BookingRecord, String> {

    BookingRecord save(BookingRecord booking);

    Optional<BookingRecord> findById(String key);

    /** Its row is locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from BookingRecord b where b.key = :key")
    Optional<BookingRecord> hold(String key);

    @Query("select b from BookingRecord b where b.orderNumber = :orderNumber order by b.key")
    List<BookingRecord> findByOrderNumber(String orderNumber);

    @Query("select b from BookingRecord b where b.orderNumber in :orderNumbers order by b.key")
    List<BookingRecord> findByOrderNumbers(Collection<String> orderNumbers);

    /** Those that were last asked for before this moment, and have come to no end. */
    @Query("select b.key from BookingRecord b where b.status = dev.kefu.shipping.BookingRecord.Status.OPEN and b.askedAt < :before"
            + " order by b.askedAt, b.key")
    List<String> findLeftOpen(Instant before, Limit most);

    @Query("select b.key from BookingRecord b where b.caseNumber = :caseNumber order by b.key")
    List<String> findKeysOf(String caseNumber);

    /**
     * What services have to be told now, with their rows locked; those that another node is telling are passed over. In the
     * database's own words, because Hibernate does not know that H2 can pass over locked rows, and would wait for them.
     */
    @Query(value = """
            select * from courier_booking where cancellation = 'WANTED' and cancel_due <= :now order by cancel_due, booking_key
            fetch first :most rows only for update skip locked
            """, nativeQuery = true)
    List<BookingRecord> holdDue(Instant now, int most);
}
