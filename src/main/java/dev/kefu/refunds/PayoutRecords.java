package dev.kefu.refunds;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface PayoutRecords extends Repository<Payout, String> {

    Payout save(Payout payout);

    Optional<Payout> findByRefundId(String refundId);

    List<Payout> findByDecisionKeyOrderByAttempt(String decisionKey);
}
