package dev.kefu.returns.domain;

import static dev.kefu.returns.domain.GoodsCondition.AS_NEW;
import static dev.kefu.returns.domain.GoodsCondition.DAMAGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.RuleViolation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReturnCaseTests {

    private static final CaseNumber NUMBER = CaseNumber.of("KF-2026-000042");
    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void addsUpRowsOfTheSameLine() {
        var goods = requested(row(1, 1), row(1, 2), row(2, 1));

        assertThat(goods.quantities()).containsExactly(Map.entry(1, 3), Map.entry(2, 1));
    }

    @Test
    void refusesRowsWithoutLineOrQuantityAndNamesEach() {
        assertThatThrownBy(() -> requested(row(null, 1), row(2, 0), row(3, null)))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.violations())
                        .extracting("field").containsExactly("lines[0].line", "lines[1].quantity", "lines[2].quantity"));
    }

    @Test
    void isNotApprovedWhileOneLineIsOutsideThePolicy() {
        var goods = requested(row(1, 1), row(2, 1));
        goods.judge(Map.of(1, verdict(true, FreightPayer.CUSTOMER), 2, verdict(false, FreightPayer.CUSTOMER)));

        assertThatThrownBy(() -> goods.review(ReviewDecision.APPROVE, null))
                .isInstanceOf(RuleViolation.class).hasMessageContaining("line 2").hasMessageNotContaining("line 1:");

        goods.review(ReviewDecision.REJECT, "Too late");
    }

    @Test
    void needsANoteForAnythingButApproval() {
        var goods = judged(row(1, 1));

        goods.review(ReviewDecision.APPROVE, null);

        assertThatThrownBy(() -> goods.review(ReviewDecision.REJECT, null)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> goods.review(ReviewDecision.ASK, null)).isInstanceOf(RuleViolation.class);
    }

    @Test
    void keepsItsRmaWhenApprovedAgain() {
        var goods = judged(row(1, 1));

        goods.approve();
        goods.approve();

        assertThat(goods.rma()).isEqualTo("RMA-2026-000042");
    }

    @Test
    void takesNoGoodsThatWereNotApproved() {
        var goods = judged(row(1, 1));

        assertThatThrownBy(goods::arrive).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> goods.inspect(List.of(found(1, 1, 0)), "warehouse")).isInstanceOf(Conflict.class);
    }

    @Test
    void countsSeveralFindingsOfALineTogether() {
        var goods = arrived(row(1, 3));

        assertThatThrownBy(() -> goods.inspect(List.of(found(1, 2, 0), found(1, 0, 2)), "warehouse"))
                .isInstanceOf(RuleViolation.class).hasMessageContaining("4 units");
        goods.inspect(List.of(found(1, 1, 0), found(1, 1, 1)), "warehouse");

        assertThat(goods.toRefund()).containsExactly(new LineQuantity(1, 2));
        assertThat(goods.arrived()).containsExactly(new LineQuantity(1, 3));
        assertThat(goods.amountDecidedBy()).isEqualTo("warehouse");
    }

    @Test
    void namesEveryFindingThatIsWrong() {
        var goods = arrived(row(1, 3));

        assertThatThrownBy(() -> goods.inspect(List.of(found(9, 1, 0), new Finding(1, -1, -2, null, null, null)), "warehouse"))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.violations()).extracting("field")
                        .containsExactly("findings[0].line", "findings[1].accepted", "findings[1].refused",
                                "findings[1].condition"));
    }

    @Test
    void givesFreightBackOnlyForARefundedLineWhereTheShopIsAtFault() {
        var goods = requested(row(1, 1), row(2, 1));
        goods.judge(Map.of(1, verdict(true, FreightPayer.CUSTOMER), 2, verdict(true, FreightPayer.SHOP)));
        bringBack(goods);

        goods.inspect(List.of(found(1, 1, 0), found(2, 0, 1)), "warehouse");

        assertThat(goods.isFreightRefunded()).isFalse();
        goods.settle(Settlement.REFUND_ANYWAY, "returns");
        assertThat(goods.isFreightRefunded()).isTrue();
    }

    @Test
    void leadsASettlementToWhatIsPossible() {
        assertThat(inspected(found(1, 1, 1)).settle(Settlement.AS_FOUND, "returns")).isEqualTo(NextStep.REFUND);
        assertThat(inspected(found(1, 0, 2)).settle(Settlement.AS_FOUND, "returns")).isEqualTo(NextStep.CLOSE);
        assertThat(inspected(found(1, 0, 2)).settle(Settlement.REFUND_ANYWAY, "returns")).isEqualTo(NextStep.REFUND);
        assertThat(inspected(found(1, 0, 2)).settle(Settlement.SEND_BACK, "returns")).isEqualTo(NextStep.SEND_BACK);
        assertThatThrownBy(() -> inspected(found(1, 0, 0)).settle(Settlement.SEND_BACK, "returns"))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void refusesNumbersThatWouldAddUpToNothing() {
        var goods = arrived(row(1, 1));

        assertThatThrownBy(() -> goods.inspect(List.of(found(1, 5, Integer.MAX_VALUE)), "warehouse"))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void leavesTheAmountTheInspectorsWhereItIsSettledAsFound() {
        var goods = inspected(found(1, 1, 1));

        goods.settle(Settlement.AS_FOUND, "returns");

        assertThat(goods.amountDecidedBy()).isEqualTo("warehouse");
    }

    @Test
    void givesTheAmountBackToTheInspectorWhereALaterSettlementIsAsFound() {
        var goods = inspected(found(1, 1, 1));

        goods.settle(Settlement.REFUND_ANYWAY, "returns");
        goods.settle(Settlement.AS_FOUND, "returns");

        assertThat(goods.amountDecidedBy()).isEqualTo("warehouse");
    }

    @Test
    void countsWhoGivesMoreThanWasAcceptedAsTheOneWhoDecidedTheAmount() {
        var goods = inspected(found(1, 0, 2));

        goods.settle(Settlement.REFUND_ANYWAY, "returns");

        assertThat(goods.amountDecidedBy()).isEqualTo("returns");
    }

    @Test
    void isNotTurnedDownOnceItIsOnItsWay() {
        var goods = judged(row(1, 1));
        goods.approve();

        assertThatThrownBy(goods::reject).isInstanceOf(Conflict.class);
    }

    @Test
    void comesBackByCourierOrByTheCustomerAndNotByBoth() {
        assertThatThrownBy(() -> new WayBack(null, null, false)).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.violations()).extracting("field").containsExactly("courier", "trackingNumber"));
        assertThatThrownBy(() -> new WayBack("YTO", "1", true)).isInstanceOf(RuleViolation.class);
    }

    private static ReturnCase inspected(Finding finding) {
        var goods = arrived(row(1, 2));
        goods.inspect(List.of(finding), "warehouse");
        return goods;
    }

    private static ReturnCase arrived(RequestedLine... rows) {
        var goods = judged(rows);
        bringBack(goods);
        return goods;
    }

    private static void bringBack(ReturnCase goods) {
        goods.approve();
        goods.sendBy(new WayBack("YTO", "YT1", false));
        goods.arrive();
    }

    private static ReturnCase judged(RequestedLine... rows) {
        var goods = requested(rows);
        goods.judge(Map.of(1, verdict(true, FreightPayer.CUSTOMER)));
        return goods;
    }

    private static ReturnCase requested(RequestedLine... rows) {
        return ReturnCase.requested(NUMBER, new ReturnRequest("SO-1", List.of(rows), Reason.CHANGED_MIND,
                Resolution.REFUND, null), MONDAY);
    }

    private static RequestedLine row(Integer line, Integer quantity) {
        return new RequestedLine(line, quantity, null);
    }

    private static Finding found(int line, int accepted, int refused) {
        return new Finding(line, accepted, refused, refused > 0 ? DAMAGED : AS_NEW, false, null);
    }

    private static Verdict verdict(boolean allowed, FreightPayer payer) {
        return new Verdict(allowed, allowed ? "Fits." : "Too late.", payer, LocalDate.of(2026, 11, 28), 1);
    }
}
