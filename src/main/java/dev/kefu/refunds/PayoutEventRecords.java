package dev.kefu.refunds;

import dev.kefu.refunds.PayoutEvent.Standing;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PayoutEventRecords extends Repository<PayoutEvent, String> {

    PayoutEvent save(PayoutEvent event);

    Optional<PayoutEvent> findByEventId(String eventId);

    boolean existsByDecisionKeyAndStanding(String decisionKey, Standing standing);

    List<PayoutEvent> findByDecisionKeyAndStandingOrderByReceivedAtAscEventIdAsc(String decisionKey, Standing standing);

    List<PayoutEvent> findByDecisionKeyOrderByReceivedAt(String decisionKey);

    List<PayoutEvent> findTop200ByStandingOrderByReceivedAtDesc(Standing standing);

    @Query("select distinct e.decisionKey from PayoutEvent e where e.standing = :standing")
    List<String> findDecisionsWith(Standing standing);
}
