package dev.kefu.refunds;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface RefundRecords extends Repository<Refund, String> {

    Refund save(Refund refund);

    List<Refund> findByCaseNumberOrderByAttempt(String caseNumber);

    Optional<Refund> findFirstByCaseNumberOrderByAttemptDesc(String caseNumber);
}
