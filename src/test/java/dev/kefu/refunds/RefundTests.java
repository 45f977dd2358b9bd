package dev.kefu.refunds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Money;
import dev.kefu.shared.RuleViolation;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefundTests {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void isApprovedByNobodyWhoAskedForIt() {
        var refund = waiting();

        assertThatThrownBy(() -> refund.approve("inspector", null)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> refund.approve("opener", null)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> refund.refuse("opener", "No", NOW)).isInstanceOf(RuleViolation.class);
        refund.approve("manager", null);

        assertThat(refund.status()).isEqualTo(RefundStatus.APPROVED);
    }

    @Test
    void isNotPaidBeforeItIsApproved() {
        var refund = waiting();

        assertThatThrownBy(refund::authorisePayout).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> refund.paid("finance", "B-1", NOW)).isInstanceOf(Conflict.class);
    }

    @Test
    void isPaidOnceHoweverOftenItIsSaid() {
        var refund = approved();

        refund.paid("finance", "B-1", NOW);
        refund.paid("finance", "B-2", NOW);

        assertThat(refund.view().paymentReference()).isEqualTo("B-1");
    }

    @Test
    void isPaidAfterAPaymentThatFailed() {
        var refund = approved();

        refund.notPaid();
        refund.authorisePayout();
        refund.paid("finance", "B-1", NOW);

        assertThat(refund.status()).isEqualTo(RefundStatus.PAID);
    }

    @Test
    void isGivenUpOnlyAfterAPaymentThatFailed() {
        var refund = approved();

        assertThatThrownBy(() -> refund.abandon("Why", NOW)).isInstanceOf(Conflict.class);
        refund.notPaid();
        refund.abandon("Account closed", NOW);

        assertThat(refund.status()).isEqualTo(RefundStatus.ABANDONED);
        assertThatThrownBy(() -> refund.paid("finance", "B-1", NOW)).isInstanceOf(Conflict.class);
    }

    @Test
    void needsNoApprovalOnlyBeforeSomebodyWasAsked() {
        var refund = waiting();

        assertThatThrownBy(refund::needsNoApproval).isInstanceOf(Conflict.class);
    }

    private static Refund approved() {
        var refund = waiting();
        refund.approve("manager", null);
        return refund;
    }

    private static Refund waiting() {
        var request = new RefundRequest(CaseNumber.of("KF-2026-000042"), "SO-1", List.of(), false, RefundCause.RETURN,
                "inspector");
        var refund = Refund.decided(request, 1, Promised.of(request, Money.cny("300.00")), "opener", NOW);
        refund.needsApprovalOf("managers");
        return refund;
    }
}
