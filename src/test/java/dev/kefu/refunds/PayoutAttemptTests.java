package dev.kefu.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Money;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayoutAttemptTests {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void wasNeverSentWhereItsOnlyTryDidNotReachTheService() {
        var payout = ordered();

        payout.takeBack(payout.send(NOW));
        payout.unclear("No connection.");

        assertThat(payout.status()).isEqualTo(PayoutStatus.UNREACHED);
        assertThat(payout.mayBeOnItsWay()).isFalse();
    }

    @Test
    void mayBeOnItsWayWhereAnotherNodeSentItMeanwhile() {
        var payout = ordered();

        var here = payout.send(NOW);
        payout.send(NOW);
        payout.takeBack(here);
        payout.unclear("No connection.");

        assertThat(payout.status()).isEqualTo(PayoutStatus.UNKNOWN);
        assertThat(payout.mayBeOnItsWay()).isTrue();
    }

    private static Payout ordered() {
        var request = new RefundRequest(CaseNumber.of("KF-2026-000042"), "SO-1", List.of(), false, RefundCause.RETURN,
                "inspector");
        return Payout.ordered(Refund.decided(request, 1, Promised.of(request, Money.cny("300.00")), "opener", NOW), 1, NOW);
    }
}
