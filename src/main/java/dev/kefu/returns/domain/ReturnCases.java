package dev.kefu.returns.domain;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.NotFound;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ReturnCases extends Repository<ReturnCase, String> {

    ReturnCase save(ReturnCase goods);

    Optional<ReturnCase> findById(String caseNumber);

    /** @throws NotFound if there is no such return */
    default ReturnCase get(CaseNumber caseNumber) {
        return findById(caseNumber.value()).orElseThrow(() -> new NotFound("There is no return " + caseNumber + "."));
    }

    /** The return with its row locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from ReturnCase c where c.caseNumber = :caseNumber")
    Optional<ReturnCase> hold(String caseNumber);

    /** What each of the returns asks for, line by line. */
    @Query("select c.caseNumber as caseNumber, c.asked.reason as reason, c.asked.resolution as resolution, "
            + "l.quantity as quantity, l.name as name from ReturnCase c join c.asked.lines l where c.caseNumber in :caseNumbers "
            + "order by c.caseNumber, key(l)")
    List<Goods> findGoodsOf(Collection<String> caseNumbers);

    /** One line of what a return asks for. */
    interface Goods {

        String getCaseNumber();

        Reason getReason();

        Resolution getResolution();

        int getQuantity();

        String getName();
    }

    @Query("select count(c) from ReturnCase c where c.asked.customerId = :customerId and c.review.exceptionAt >= :from "
            + "and c.review.exceptionAt < :to")
    int countExceptions(String customerId, Instant from, Instant to);

    /** The customer's returns that are not over, with their rows locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from ReturnCase c where c.asked.customerId = :customerId and c.status in :open order by c.caseNumber")
    List<ReturnCase> holdOpenOf(String customerId, Collection<ReturnStatus> open);

    Optional<ReturnCase> findByRma(String rma);

    /** Whose way back a courier carries under this number; by two statements with {@link #findSentBy}, each by its index. */
    @Query("select c from ReturnCase c where c.journey.trackingKey = :key order by c.requestedAt desc, c.caseNumber desc")
    List<ReturnCase> findCollectedBy(String key, Limit limit);

    /** The same of the parcels that customers sent themselves. */
    @Query("select c from ReturnCase c where c.journey.sentTrackingKey = :key order by c.requestedAt desc, c.caseNumber desc")
    List<ReturnCase> findSentBy(String key, Limit limit);

    /** Of which something went to the customer under this number. */
    @Query("select c from ReturnCase c join c.settling.shipments s where s.trackingKey = :key "
            + "order by c.requestedAt desc, c.caseNumber desc")
    List<ReturnCase> findShippedBy(String key, Limit limit);
}
