package dev.kefu.refunds;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PayoutRecords extends Repository<Payout, String> {

    Payout save(Payout payout);

    Optional<Payout> findById(String refundId);

    @Query("select p from Payout p where p.decisionKey = :decisionKey order by p.attempt")
    List<Payout> findByDecisionKey(String decisionKey);
}
