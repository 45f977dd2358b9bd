package dev.kefu.refunds;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RefundRecords extends Repository<Refund, String> {

    Refund save(Refund refund);

    @Query("select r from Refund r where r.caseNumber = :caseNumber order by r.attempt")
    List<Refund> findByCaseNumber(String caseNumber);

    @Query("select r from Refund r where r.caseNumber = :caseNumber order by r.attempt desc limit 1")
    Optional<Refund> findLatestOf(String caseNumber);

    /** The refund with its row locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Refund r where r.decisionKey = :decisionKey")
    Optional<Refund> hold(String decisionKey);

    Optional<Refund> findById(String decisionKey);
}
