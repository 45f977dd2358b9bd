package dev.kefu.returns.domain;

import static dev.kefu.returns.domain.Goods.MONDAY;
import static dev.kefu.returns.domain.Goods.PARCEL;
import static dev.kefu.returns.domain.Goods.accepted;
import static dev.kefu.returns.domain.Goods.allowed;
import static dev.kefu.returns.domain.Goods.allowedAtTheShopsCost;
import static dev.kefu.returns.domain.Goods.allowedWithoutReturn;
import static dev.kefu.returns.domain.Goods.askedFor;
import static dev.kefu.returns.domain.Goods.refused;
import static dev.kefu.returns.domain.Reason.CHANGED_MIND;
import static dev.kefu.returns.domain.Reason.DEFECTIVE;
import static dev.kefu.returns.domain.Resolution.EXCHANGE;
import static dev.kefu.returns.domain.Resolution.REFUND;
import static dev.kefu.returns.domain.Resolution.REPAIR;
import static dev.kefu.returns.domain.Settlement.AS_FOUND;
import static dev.kefu.returns.domain.Settlement.REFUND_ANYWAY;
import static dev.kefu.returns.domain.Settlement.SEND_BACK;
import static dev.kefu.stock.GoodsCondition.AS_NEW;
import static dev.kefu.stock.GoodsCondition.DAMAGED;
import static dev.kefu.stock.GoodsCondition.USED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Money;
import dev.kefu.shared.RuleViolation;
import dev.kefu.stock.Finding;
import dev.kefu.stock.GoodsCondition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the units of a return go their ways (RET-4, RET-5). */
class SettlingTests {

    @Test
    void countsSeveralFindingsOfALineTogether() {
        var goods = askedFor(CHANGED_MIND, REFUND).arrived();

        assertThatThrownBy(() -> goods.found(accepted(1, 2), refused(1, 2)))
                .isInstanceOf(RuleViolation.class).hasMessageContaining("4 units");
        goods.found(accepted(1, 1), accepted(1, 1), refused(1, 1));

        assertThat(goods.fates()).containsExactly("1×2 TO_REFUND", "1×1 TO_SETTLE");
        assertThat(goods.it().amountDecidedBy()).isEqualTo("warehouse");
    }

    @Test
    void namesEveryFindingThatIsWrong() {
        var goods = askedFor(CHANGED_MIND, REFUND).arrived();

        assertThatThrownBy(() -> goods.found(accepted(9, 1), new Finding(1, -1, -2, null, null, null)))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.violations()).extracting("field")
                        .containsExactly("findings[0].line", "findings[1].accepted", "findings[1].refused",
                                "findings[1].condition"));
    }

    @Test
    void refusesNumbersThatWouldAddUpToNothing() {
        assertThatThrownBy(() -> askedFor(CHANGED_MIND, REFUND).arrived()
                .found(new Finding(1, 5, Integer.MAX_VALUE, AS_NEW, false, null))).isInstanceOf(RuleViolation.class);
    }

    @ParameterizedTest
    @CsvSource({"REFUND, TO_REFUND", "EXCHANGE, TO_REPLACE", "REPAIR, TO_REPAIR", "RESEND, TO_REPLACE"})
    void givesAcceptedUnitsWhatTheCustomerAskedFor(Resolution wish, Fate fate) {
        assertThat(askedFor(CHANGED_MIND, wish).inspected(accepted(2, 1)).fates()).containsExactly("2×1 " + fate);
    }

    @ParameterizedTest
    @CsvSource({
        // claimed, condition, quality problem, judged as
        "DEFECTIVE,          USED,    false, CHANGED_MIND",
        "DEFECTIVE,          USED,    true,  ",
        "DAMAGED_IN_TRANSIT, AS_NEW,  false, CHANGED_MIND",
        "DAMAGED_IN_TRANSIT, DAMAGED, false, ",
        "DAMAGED_IN_TRANSIT, USED,    true,  ",
        "CHANGED_MIND,       USED,    true,  DEFECTIVE",
        "CHANGED_MIND,       USED,    false, ",
        "WRONG_ITEM,         AS_NEW,  false, ",
        "NOT_AS_DESCRIBED,   AS_NEW,  false, ",
        "MISSING_PARTS,      AS_NEW,  false, "
    })
    void asksThePolicyAgainAboutWhatWasFound(Reason claimed, GoodsCondition condition, boolean problem, Reason established) {
        var goods = askedFor(claimed, REFUND).inspected(new Finding(2, 1, 0, condition, problem, null));

        assertThat(goods.askedAgain).isEqualTo(established == null ? List.of() : List.of("2 " + established));
        assertThat(goods.fates()).containsExactly("2×1 " + (established == null ? "TO_REFUND" : "TO_SETTLE"));
    }

    @Test
    void judgesEachFindingOfALineForItself() {
        var goods = askedFor(DEFECTIVE, REFUND)
                .inspected(new Finding(1, 1, 0, USED, true, null), new Finding(1, 2, 0, USED, false, null));

        assertThat(goods.fates()).containsExactly("1×1 TO_REFUND", "1×2 TO_SETTLE");
    }

    @Test
    void leavesInWhatASupervisorLetIn() {
        var goods = askedFor(DEFECTIVE, REFUND).judged(refused(), refused());
        goods.it().review(ReviewDecision.EXCEPTION, "Please", "returns");
        goods.it().decideException(true, MONDAY);
        goods.it().approve("supervisor", MONDAY);
        goods.it().sendBy(Goods.COLLECTED, MONDAY, MONDAY);
        goods.it().arrive();

        goods.found(new Finding(1, 1, 0, USED, false, null));

        assertThat(goods.fates()).containsExactly("1×1 TO_REFUND");
        assertThat(goods.it().settling().parts().all().noneMatch(ReturnPart::isFreightOnShop)).isTrue();
    }

    @Test
    void asksTheCustomerWhereNothingArrived() {
        var goods = askedFor(CHANGED_MIND, REFUND).inspected(accepted(1, 0)).it();

        assertThat(goods.nextStep()).isEqualTo(NextStep.SETTLE);
        assertThatThrownBy(() -> goods.settle(SEND_BACK, "returns")).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> goods.settle(REFUND_ANYWAY, "returns")).isInstanceOf(RuleViolation.class);
        goods.settle(AS_FOUND, "returns");
        assertThat(goods.nextStep()).isEqualTo(NextStep.CLOSE);
        assertThat(goods.close(units -> Money.cny("1"))).isEqualTo(Outcome.REJECTED);
    }

    @ParameterizedTest
    @CsvSource({"AS_FOUND, KEPT", "SEND_BACK, TO_SEND_BACK", "REFUND_ANYWAY, TO_REFUND"})
    void settlesOnlyWhatIsInQuestion(Settlement agreed, Fate fate) {
        var goods = askedFor(CHANGED_MIND, REFUND).inspected(accepted(1, 2), refused(1, 1));

        goods.it().settle(agreed, "returns");

        assertThat(goods.fates()).containsExactly("1×2 TO_REFUND", "1×1 " + fate);
        assertThat(goods.it().nextStep()).isEqualTo(NextStep.REFUND);
        assertThat(goods.it().amountDecidedBy()).isEqualTo(agreed == REFUND_ANYWAY ? "returns" : "warehouse");
    }

    @Test
    void sendsSomeBackAndRefundsOthersInOneCase() {
        var goods = askedFor(CHANGED_MIND, REFUND).inspected(accepted(1, 2), refused(1, 1));
        goods.it().settle(SEND_BACK, "returns");
        goods.it().settling().orderRefund();
        goods.it().settling().refunded();

        assertThat(goods.it().nextStep()).isEqualTo(NextStep.SEND_BACK);
        goods.it().settling().sentBack(PARCEL, MONDAY);

        assertThat(goods.fates()).containsExactly("1×2 REFUNDED", "1×1 SENT_BACK");
        assertThat(goods.it().goneForGood()).containsExactly(new LineQuantity(1, 2));
    }

    @Test
    void asksAgainForARefundThatIsOwedAndDropsWhatWasOnlyAgreed() {
        var goods = askedFor(CHANGED_MIND, REFUND).inspected(accepted(1, 1), refused(1, 1));
        goods.it().settle(REFUND_ANYWAY, "returns");
        goods.it().settling().orderRefund();
        goods.it().settling().refundNotPaid();
        assertThat(goods.fates()).containsExactly("1×1 TO_SETTLE", "1×1 TO_SETTLE");

        goods.it().settle(AS_FOUND, "consultant");

        assertThat(goods.fates()).containsExactly("1×1 TO_REFUND", "1×1 KEPT");
        assertThat(goods.it().amountDecidedBy()).isEqualTo("warehouse");
    }

    @Test
    void sendsBackAfterTheRefundWasRefused() {
        var goods = askedFor(CHANGED_MIND, REFUND).inspected(accepted(1, 1));
        goods.it().settling().orderRefund();
        goods.it().settling().refundNotPaid();

        goods.it().settle(SEND_BACK, "returns");

        assertThat(goods.it().nextStep()).isEqualTo(NextStep.SEND_BACK);
        assertThat(goods.it().goneForGood()).isEmpty();
    }

    @Test
    void settlesNothingThatIsNotInQuestion() {
        var goods = askedFor(CHANGED_MIND, REFUND).inspected(accepted(1, 1)).it();

        assertThatThrownBy(() -> goods.settle(AS_FOUND, "returns")).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> askedFor(CHANGED_MIND, REFUND).arrived().it().settle(AS_FOUND, "returns"))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void triesAgainWhatIsNotInStockOrRefundsIt() {
        var again = askedFor(CHANGED_MIND, EXCHANGE).inspected(accepted(2, 1));
        again.it().settling().parts().ask(Fate.TO_REPLACE, Question.NOT_IN_STOCK);
        var refund = askedFor(CHANGED_MIND, EXCHANGE).inspected(accepted(2, 1));
        refund.it().settling().parts().ask(Fate.TO_REPLACE, Question.NOT_IN_STOCK);

        again.it().settle(AS_FOUND, "returns");
        refund.it().settle(REFUND_ANYWAY, "returns");

        assertThat(again.fates()).containsExactly("2×1 TO_REPLACE");
        assertThat(refund.fates()).containsExactly("2×1 TO_REFUND");
        assertThat(refund.it().amountDecidedBy()).isEqualTo("returns");
    }

    @Test
    void sendsNothingBackThatStayedWithTheCustomer() {
        var goods = askedFor(DEFECTIVE, REFUND).judged(allowedWithoutReturn(), allowedWithoutReturn()).approved();
        goods.it().settling().orderRefund();
        goods.it().settling().refundNotPaid();

        assertThatThrownBy(() -> goods.it().settle(SEND_BACK, "returns"))
                .isInstanceOf(RuleViolation.class).hasMessageContaining("not here");
    }

    @Test
    void endsWithoutMoneyWhereTheRefundOfGoodsThatStayedIsRefused() {
        var goods = askedFor(DEFECTIVE, REFUND).judged(allowedWithoutReturn(), allowedWithoutReturn()).approved();
        goods.it().settling().orderRefund();
        goods.it().settling().refundNotPaid();

        goods.it().settle(AS_FOUND, "returns");

        assertThat(goods.fates()).containsExactly("1×3 KEPT", "2×1 KEPT");
        assertThat(goods.it().close(units -> Money.cny("1"))).isEqualTo(Outcome.REJECTED);
        assertThat(goods.it().goneForGood()).as("the customer has them").isEmpty();
    }

    @Test
    void asksAgainForTheRefundOfGoodsThatStayedWhereThatIsAgreed() {
        var goods = askedFor(DEFECTIVE, REFUND).judged(allowedWithoutReturn(), allowedWithoutReturn()).approved();
        goods.it().settling().orderRefund();
        goods.it().settling().refundNotPaid();

        goods.it().settle(REFUND_ANYWAY, "returns");

        assertThat(goods.it().nextStep()).isEqualTo(NextStep.REFUND);
    }

    @Test
    void sendsRepairedGoodsBackAsRepaired() {
        var goods = askedFor(DEFECTIVE, REPAIR).inspected(new Finding(1, 2, 1, USED, true, null));
        goods.it().settle(SEND_BACK, "returns");

        goods.it().settling().repair(RepairResult.REPAIRED, "technician");
        goods.it().settling().sentBack(PARCEL, MONDAY);

        assertThat(goods.fates()).containsExactly("1×2 REPAIRED", "1×1 SENT_BACK");
        assertThat(goods.it().close(units -> Money.cny("1").times(units.quantity()))).isEqualTo(Outcome.REPAIRED);
    }

    @ParameterizedTest
    @CsvSource({"REPLACE", "NOT_REPAIRABLE"})
    void replacesWhatIsNotRepairedAndLetsTheTechnicianAnswerForTheMoney(RepairResult result) {
        var goods = askedFor(DEFECTIVE, REPAIR).inspected(new Finding(2, 1, 0, USED, true, null));

        goods.it().settling().repair(result, "technician");

        assertThat(goods.fates()).containsExactly("2×1 TO_REPLACE");
        assertThat(goods.it().mayHoldStock()).isTrue();
        goods.it().settling().parts().go(Fate.TO_REPLACE, Fate.TO_REFUND);
        assertThat(goods.it().amountDecidedBy()).isEqualTo("technician");
    }

    @Test
    void ordersNoRefundBeforeEverythingElseIsSettled() {
        var goods = askedFor(CHANGED_MIND, REFUND).inspected(accepted(1, 2), refused(1, 1)).it();

        assertThatThrownBy(() -> goods.settling().orderRefund()).isInstanceOf(Conflict.class);
        goods.settle(AS_FOUND, "returns");
        goods.settling().orderRefund();
        goods.settling().orderRefund();

        assertThat(goods.settling().isRefundOrdered()).isTrue();
    }

    @Test
    void shipsNothingTwiceAndNothingThatIsNotToBeShipped() {
        var goods = askedFor(CHANGED_MIND, EXCHANGE).inspected(accepted(2, 1), refused(1, 1)).it();
        goods.settle(SEND_BACK, "returns");
        var settling = goods.settling();

        assertThat(settling.replaced(PARCEL, MONDAY)).isTrue();
        assertThat(settling.replaced(PARCEL, MONDAY)).isFalse();
        assertThatThrownBy(() -> settling.replaced(new Parcel("ZTO", "Z2"), MONDAY)).isInstanceOf(Conflict.class);
        assertThat(settling.sentBack(PARCEL, MONDAY)).isTrue();
        assertThat(settling.sentBack(PARCEL, MONDAY)).isFalse();
        assertThatThrownBy(() -> settling.repair(RepairResult.REPAIRED, "technician")).isInstanceOf(Conflict.class);

        assertThat(settling.shipments()).extracting(ReturnShipment::isReplacement).containsExactly(true, false);
    }

    @Test
    void givesFreightBackOnlyForRefundedUnitsWhereTheShopIsAtFault() {
        var goods = askedFor(CHANGED_MIND, REFUND).judged(allowed(), allowedAtTheShopsCost());
        goods.inspected(accepted(1, 1), new Finding(2, 0, 1, DAMAGED, false, null));

        assertThat(goods.it().settling().parts().which(Fate.TO_REFUND).anyMatch(ReturnPart::isFreightOnShop)).isFalse();
        goods.it().settle(REFUND_ANYWAY, "returns");
        assertThat(goods.it().settling().parts().which(Fate.TO_REFUND).anyMatch(ReturnPart::isFreightOnShop)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // wish, accepted cups at 10.00, refused kettle worth, outcome
        "REFUND,   3, 29.99, REFUNDED",
        "REFUND,   3, 30.01, SENT_BACK",
        "REFUND,   3, 30.00, REFUNDED",
        "EXCHANGE, 1, 10.00, EXCHANGED",
        "EXCHANGE, 1, 10.01, SENT_BACK",
        "RESEND,   2, 20.00, RESENT"
    })
    void endsAsMostOfTheMoneyDoes(Resolution wish, int cups, String kettle, Outcome outcome) {
        var goods = askedFor(CHANGED_MIND, wish).inspected(accepted(1, cups), refused(2, 1)).it();
        goods.settle(SEND_BACK, "returns");
        goods.settling().parts().go(part -> part.line() == 1, wish == REFUND ? Fate.REFUNDED : Fate.REPLACED);
        goods.settling().sentBack(PARCEL, MONDAY);

        var ended = goods.close(units -> units.line() == 2 ? Money.cny(kettle) : Money.cny("10.00").times(units.quantity()));

        assertThat(ended).isEqualTo(outcome);
    }

    @Test
    void countsAcceptedGoodsThatAreGivenUpAsReturnedAndRefusedOnesNot() {
        var goods = askedFor(CHANGED_MIND, REFUND).inspected(accepted(1, 1), refused(1, 2)).it();
        goods.settling().parts().ask(Fate.TO_REFUND, Question.WORTHLESS);

        goods.settle(AS_FOUND, "returns");

        assertThat(goods.goneForGood()).containsExactly(new LineQuantity(1, 1));
        assertThat(goods.stored()).extracting(ReturnPart::quantity).containsExactly(1);
    }

    @Test
    void tellsWhatCanBeSoldAgain() {
        var goods = askedFor(CHANGED_MIND, REFUND).inspected(new Finding(1, 1, 0, AS_NEW, false, null),
                new Finding(1, 1, 0, USED, false, null), new Finding(1, 1, 0, GoodsCondition.WRONG_GOODS, false, null),
                new Finding(2, 1, 0, AS_NEW, true, null)).it();

        assertThat(goods.settling().parts().all().map(goods::isSellable)).containsExactly(true, false, false, false);
    }

    @ParameterizedTest
    @CsvSource({"WRONG_ITEM, false", "MISSING_PARTS, false", "NOT_AS_DESCRIBED, true", "DAMAGED_IN_TRANSIT, true"})
    void sellsNothingAgainThatIsAnotherArticleOrIncomplete(Reason reason, boolean sellable) {
        var goods = askedFor(reason, REFUND).inspected(accepted(2, 1)).it();

        assertThat(goods.settling().parts().all().map(goods::isSellable)).containsExactly(sellable);
    }

    @ParameterizedTest
    @CsvSource({"NOT_REPAIRABLE", "REPLACE"})
    void takesTheTechniciansWordForGoodsThatLookNew(RepairResult result) {
        var goods = askedFor(Reason.NOT_AS_DESCRIBED, REPAIR).inspected(accepted(1, 1), new Finding(2, 0, 1, AS_NEW, false, null)).it();
        goods.settle(AS_FOUND, "returns");

        goods.settling().repair(result, "technician");

        assertThat(goods.settling().parts().all().map(goods::isSellable)).as("only what the technician never had")
                .containsExactly(false, true);
    }
}
