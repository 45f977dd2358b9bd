package dev.kefu.refunds;

import dev.kefu.refunds.PayoutEvent.Standing;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PayoutEventRecords extends Repository<PayoutEvent, String> {

    PayoutEvent save(PayoutEvent event);

    Optional<PayoutEvent> findById(String eventId);

    @Query("select count(e) > 0 from PayoutEvent e where e.decisionKey = :decisionKey and e.standing = :standing")
    boolean existsWith(String decisionKey, Standing standing);

    @Query("select e from PayoutEvent e where e.decisionKey = :decisionKey and e.standing = :standing"
            + " order by e.receivedAt, e.eventId")
    List<PayoutEvent> findInOrder(String decisionKey, Standing standing);

    @Query("select e from PayoutEvent e where e.decisionKey = :decisionKey order by e.receivedAt")
    List<PayoutEvent> findByDecisionKey(String decisionKey);

    @Query("select e from PayoutEvent e where e.standing = :standing order by e.receivedAt desc limit 200")
    List<PayoutEvent> findLatest(Standing standing);

    @Query("select distinct e.decisionKey from PayoutEvent e where e.standing = :standing")
    List<String> findDecisionsWith(Standing standing);
}
