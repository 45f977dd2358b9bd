package dev.kefu.refunds;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface RefundRecords extends Repository<Refund, String> {

    Refund save(Refund refund);

    Optional<Refund> findFirstByCaseNumberOrderByAttemptDesc(String caseNumber);
}
