package dev.kefu.parcels;

import static dev.kefu.workflow.Groups.AGENTS;
import static dev.kefu.workflow.Groups.FINANCE;
import static dev.kefu.workflow.Groups.MANAGERS;
import static dev.kefu.workflow.Groups.ORDER_CLERKS;
import static dev.kefu.workflow.Groups.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import dev.kefu.TestOrders;
import dev.kefu.cases.CaseStatus;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Money;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shipping.ParcelEventStatus;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** What becomes of goods that go out once more, are lost, or come home late (PAR-4, PAR-6). */
class ParcelAgainTests extends ParcelWalk {

    private ProcessInstance sentAgain() {
        var parcel = report("UNREACHABLE");
        comesBack(parcel);
        answers(parcel, "RESHIP");
        number = ship(parcel);
        return parcel;
    }

    @Test
    void asksASupervisorWhenTheGoodsFailAgain() {
        var parcel = sentAgain();

        courierReports(ParcelEventStatus.FAILED_ATTEMPT);

        assertThat(cases.ofOrder(order)).hasSize(1);
        assertThat(openTasks(parcel)).containsExactly("decideParcel");
        decide(parcel, "RESHIP");
        assertThat(openTasks(parcel)).containsExactly("chaseCourier");
        chase(parcel, "BACK");
        assertThat(openTasks(parcel)).containsExactly("reshipParcel");
        courierReports(ship(parcel), ParcelEventStatus.DELIVERED);
        assertThat(parcel).isEnded();
        assertThat(outcome(parcel)).isEqualTo("DELIVERED");
    }

    @Test
    void paysBackWhatASupervisorDecidesToPayBack() {
        var parcel = sentAgain();
        courierReports(ParcelEventStatus.RETURNED_TO_SENDER);

        decide(parcel, "REFUND");
        approveAndPay(parcel);

        assertThat(outcome(parcel)).isEqualTo("REFUNDED");
        inspect(parcel, "USED");
        assertThat(parcel).isEnded();
        assertThat(cupsInStock()).isZero();
    }

    @Test
    void givesUpWhatASupervisorGivesUp() {
        var parcel = sentAgain();
        courierReports(ParcelEventStatus.RETURNING);

        decide(parcel, "ABANDON");

        assertThat(parcel).isEnded();
        assertThat(outcome(parcel)).isEqualTo("ABANDONED");
        assertThat(timeline(parcel)).contains("PARCEL_DECIDED_ABANDON");
    }

    @Test
    void followsUpWhatDoesNotArriveInTime() {
        var parcel = sentAgain();
        assertThat(openTasks(parcel)).isEmpty();

        laterAt("2026-11-28T10:01:00+08:00", parcel);

        assertThat(parcel).hasPassed("deliveryOverdue", "noteOverdueDelivery");
        assertThat(openTasks(parcel)).containsExactly("chaseCourier");
        chase(parcel, "RETURNING");
        assertThat(openTasks(parcel)).containsExactly("decideParcel");
    }

    @Test
    void keepsAnUnclearAddressFromASupervisorToo() {
        var parcel = report("ADDRESS_UNCLEAR");
        comesBack(parcel);
        answers(parcel, "NO_ANSWER");
        answers(parcel, "NO_ANSWER");
        answers(parcel, "NO_ANSWER");

        assertThatThrownBy(() -> decide(parcel, "RESHIP")).hasRootCauseInstanceOf(RuleViolation.class);
        assertThat(openTasks(parcel)).containsExactly("decideParcel");
    }

    @Test
    void sendsOtherGoodsFromStockForALostParcel() {
        putInStock(5, 5);
        var parcel = report("LOST");

        answers(parcel, "RESHIP");
        assertThat(stock.standingOf(caseOf(parcel)).isComplete()).isTrue();
        var again = ship(parcel);

        assertThat(cupsInStock()).isEqualTo(2);
        courierReports(again, ParcelEventStatus.DELIVERED);
        assertThat(outcome(parcel)).isEqualTo("DELIVERED");
        assertThat(parcel).isNotEnded();
    }

    @Test
    void letsTheClaimOutliveTheCustomersCase() {
        putInStock(5, 5);
        var parcel = report("LOST");
        answers(parcel, "RESHIP");
        courierReports(ship(parcel), ParcelEventStatus.DELIVERED);
        assertThat(file(parcel).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(openTasks(parcel)).containsExactly("claimFromCourier");

        assertThatThrownBy(() -> complete(ORDER_CLERKS, "claimFromCourier", parcel, Map.of("claim", "PARTLY")))
                .hasRootCauseInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> complete(ORDER_CLERKS, "claimFromCourier", parcel, Map.of("claim", "ACCEPTED", "claimAmount", "99999.00")))
                .hasRootCauseInstanceOf(RuleViolation.class).hasMessageContaining("worth");
        complete(ORDER_CLERKS, "claimFromCourier", parcel, Map.of("claim", "PARTLY", "claimAmount", "300.00"));

        assertThat(parcel).isEnded().hasPassed("claimSettled");
        assertThat(timeline(parcel)).contains("CLAIM_PARTLY");
        assertThat(account().paid()).isEqualTo(Money.cny("1060.00"));
    }

    @Test
    void opensTheClaimOnlyOnce() {
        var parcel = report("COURIER_FAULT");

        courierReports(ParcelEventStatus.LOST);

        assertThat(openTasks(parcel)).containsExactlyInAnyOrder("agreeReshipment", "claimFromCourier");
        assertThat(timeline(parcel)).containsOnlyOnce("CLAIM_OPENED");
    }

    @Test
    void waitsForAStockOutWhereThereAreNoOtherGoods() {
        putInStock(1, 0);
        var parcel = report("LOST");

        answers(parcel, "RESHIP");

        var stockOut = file(parcel).related().get(0);
        assertThat(parcel).isWaitingAt("stockOutClosed");
        assertThat(cases.get(stockOut).kind()).isEqualTo("stock-out");
        putInStock(3, 1);
        complete(WAREHOUSE, stockOut, "shipOrder", Map.of("courier", "YTO", "trackingNumber", "S" + stockOut));
        assertThat(parcel).hasPassed("stockOutClosed");
        courierReports("S" + stockOut, ParcelEventStatus.DELIVERED);
        assertThat(outcome(parcel)).isEqualTo("DELIVERED");
    }

    private void complete(String person, CaseNumber caseNumber, String task, Map<String, Object> variables) {
        runWaiting(caseNumber);
        if (department.openTasks(caseNumber.value()).contains("countStock")) {
            var counted = List.of(Map.of("sku", TestOrders.cupOf(order), "onHand", 3),
                    Map.of("sku", TestOrders.kettleOf(order), "onHand", 1));
            department.complete(WAREHOUSE, "countStock", caseNumber.value(), Map.of("counted", counted));
        }
        department.complete(person, task, caseNumber.value(), variables);
    }

    @Test
    void putsAParcelAwayThatComesHomeAfterTheRefund() {
        var parcel = report("LOST");
        answers(parcel, "REFUND");
        approveAndPay(parcel);
        assertThat(file(parcel).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(awaited(WAREHOUSE, parcel)).containsExactly("parcel-came-back");

        comesBack(parcel);

        var later = laterCaseOf(parcel);
        assertThat(openTasks(later)).containsExactly("inspectGoods");
        inspect(later, "AS_NEW");
        assertThat(later).isEnded().hasNotPassed("apologiseForParcel");
        assertThat(outcome(later)).isEqualTo("REFUNDED");
        assertThat(cupsInStock()).isEqualTo(3);
        assertThat(account().refunded()).isEqualTo(Money.cny("1060.00"));
        assertThatThrownBy(() -> comesBack(parcel)).hasRootCauseInstanceOf(Conflict.class);
    }

    @Test
    void putsAParcelAwayThatComesHomeAfterItsReplacementArrived() {
        putInStock(3, 1);
        var parcel = report("LOST");
        answers(parcel, "RESHIP");
        courierReports(ship(parcel), ParcelEventStatus.DELIVERED);

        courierReports(ParcelEventStatus.RETURNED_TO_SENDER);

        var later = laterCaseOf(parcel);
        inspect(later, "AS_NEW");
        assertThat(outcome(later)).isEqualTo("DELIVERED");
        assertThat(cupsInStock()).isEqualTo(3);
        assertThat(account().refunded()).isEqualTo(Money.cny("0.00"));
    }

    @Test
    void putsAParcelAwayThatComesHomeWhileItsReplacementTravels() {
        putInStock(3, 1);
        var parcel = report("LOST");
        answers(parcel, "RESHIP");
        var again = ship(parcel);

        courierReports(ParcelEventStatus.RETURNED_TO_SENDER);
        courierReports(again, ParcelEventStatus.DELIVERED);

        assertThat(cases.ofOrder(order)).hasSize(1);
        assertThat(outcome(parcel)).isEqualTo("DELIVERED");
        assertThat(openTasks(parcel)).contains("inspectGoods");
        inspect(parcel, "AS_NEW");
        assertThat(cupsInStock()).isEqualTo(3);
    }

    @Test
    void sendsTheGoodsThemselvesOfALostParcelThatTurnsUp() {
        var parcel = report("LOST");

        comesBack(parcel);

        assertThat(openTasks(parcel)).contains("agreeReshipment");
        answers(parcel, "RESHIP");
        assertThat(openTasks(parcel)).contains("reshipParcel");
        assertThat(stock.find(TestOrders.cupOf(order))).isEmpty();
    }

    /** Damaged at home, to be sent again by a dearer courier, which is paid for; nothing is in stock. */
    private ProcessInstance paidForAShipmentOfOtherGoods() {
        var parcel = report("REFUSED");
        comesBack(parcel);
        inspect(parcel, "DAMAGED");
        refuseRefund(parcel);
        complete(AGENTS, "agreeReshipment", parcel, Map.of("answer", "RESHIP", "courier", "SF", "note", "Another one."));
        complete(AGENTS, "collectSurcharge", parcel, Map.of("surchargePaid", true));
        assertThat(parcel).isWaitingAt("stockOutClosed");
        return parcel;
    }

    private void refundsTheStockOut(ProcessInstance parcel) {
        var stockOut = file(parcel).related().get(0).value();
        count(stockOut, 0, 0);
        department.complete(AGENTS, "askCustomer", stockOut, Map.of("answer", "REFUND"));
        department.complete(MANAGERS, "authoriseCancellation", stockOut, Map.of("approved", true));
        department.complete(FINANCE, "confirmPayout", stockOut, Map.of("paid", true, "reference", "B-" + stockOut));
        assertThat(cases.get(CaseNumber.of(stockOut)).outcome()).isEqualTo("REFUNDED");
    }

    private void count(String stockOut, int cups, int kettles) {
        department.complete(WAREHOUSE, "countStock", stockOut, Map.of("counted", List.of(
                Map.of("sku", TestOrders.cupOf(order), "onHand", cups), Map.of("sku", TestOrders.kettleOf(order), "onHand", kettles))));
        runWaiting(CaseNumber.of(stockOut));
    }

    @Test
    void paysASurchargeBackThatPaidForNoShipment() {
        var parcel = paidForAShipmentOfOtherGoods();

        refundsTheStockOut(parcel);

        assertThat(openTasks(parcel)).contains("approveRefund");
        var goods = account().refunded();
        approveAndPay(parcel);
        assertThat(outcome(parcel)).isEqualTo("REFUNDED");
        assertThat(account().refunded()).isEqualTo(goods.plus(Money.cny("9.00")));
        assertThat(account().refunded()).isEqualTo(account().paid());
        assertThat(timeline(parcel)).contains("LETTER_WRITTEN", "STOCK_OUT_ENDED");
    }

    @Test
    void leavesASurchargeThatIsNotPaidBackToASupervisor() {
        var parcel = paidForAShipmentOfOtherGoods();
        refundsTheStockOut(parcel);

        refuseRefund(parcel);

        assertThat(openTasks(parcel)).contains("decideParcel");
        assertThat(timeline(parcel)).contains("SURCHARGE_NOT_RETURNED");
        assertThatThrownBy(() -> decide(parcel, "RESHIP")).hasRootCauseInstanceOf(RuleViolation.class);
        decide(parcel, "REFUND");
        approveAndPay(parcel);
        assertThat(outcome(parcel)).isEqualTo("REFUNDED");
        assertThat(account().refunded()).isEqualTo(account().paid());
    }

    /** Lost, with three cups in stock and no kettle. */
    private ProcessInstance owedByAStockOut() {
        putInStock(3, 0);
        var parcel = report("LOST");
        answers(parcel, "RESHIP");
        return parcel;
    }

    /** The stock-out of the case sends what there is, under the number {@code S…}. */
    private CaseNumber sendsTheCups(ProcessInstance parcel) {
        var stockOut = file(parcel).related().get(0);
        count(stockOut.value(), 3, 0);
        department.complete(AGENTS, "askCustomer", stockOut.value(), Map.of("answer", "SHIP_REST"));
        department.complete(WAREHOUSE, "shipOrder", stockOut.value(), Map.of("courier", "YTO", "trackingNumber", "S" + stockOut));
        return stockOut;
    }

    @Test
    void goesOnWithWhatAStockOutSentAndNotWithWhatItPaidBack() {
        var parcel = owedByAStockOut();
        var stockOut = sendsTheCups(parcel);
        department.as(AGENTS, () -> {
            processes.tell(stockOut, "stock-out", "customer-replied", Map.of("answer", "REFUND"));
            return null;
        });
        department.complete(MANAGERS, "authoriseCancellation", stockOut.value(), Map.of("approved", true));
        department.complete(FINANCE, "confirmPayout", stockOut.value(), Map.of("paid", true, "reference", "B-" + stockOut));
        assertThat(cases.get(stockOut).outcome()).isEqualTo("PARTLY_SHIPPED");
        assertThat(account().line(1).orElseThrow().openQuantity()).isEqualTo(3);
        assertThat(account().line(2).orElseThrow().openQuantity()).isZero();

        courierReports("S" + stockOut, ParcelEventStatus.RETURNED_TO_SENDER);
        decide(parcel, "REFUND");
        approveAndPay(parcel);

        assertThat(outcome(parcel)).isEqualTo("REFUNDED");
        assertThat(account().refunded()).isEqualTo(Money.cny("1050.00"));
        complete(WAREHOUSE, "inspectGoods", parcel, Map.of("findings", List.of(found(1, 3, "AS_NEW"))));
        assertThat(cupsInStock()).isEqualTo(3);
    }

    @Test
    void opensACaseOfItsOwnForTheFirstParcelOfAStockOutThatFailed() {
        var parcel = owedByAStockOut();
        var stockOut = sendsTheCups(parcel);
        courierReports("S" + stockOut, ParcelEventStatus.LOST);
        assertThat(cases.ofOrder(order)).hasSize(2);

        department.as(WAREHOUSE, () -> {
            stock.arrive(TestOrders.kettleOf(order), 1, null);
            return null;
        });
        runWaiting(stockOut);
        department.complete(WAREHOUSE, "shipOrder", stockOut.value(), Map.of("courier", "YTO", "trackingNumber", "K" + stockOut));

        assertThat(cases.ofOrder(order)).hasSize(3);
        courierReports("K" + stockOut, ParcelEventStatus.DELIVERED);
        assertThat(outcome(parcel)).isEqualTo("DELIVERED");
        assertThat(account().line(1).orElseThrow().openQuantity()).isEqualTo(3);
    }

    @Test
    void letsGoOfTheUnitsOfAStoppedCaseWhenItsStockOutHasSentThem() {
        var parcel = owedByAStockOut();
        var stockOut = sendsTheCups(parcel);
        runtime.deleteProcessInstance(parcel.getId(), "Opened by mistake.");
        courierReports("S" + stockOut, ParcelEventStatus.LOST);
        assertThat(account().line(1).orElseThrow().leftQuantity()).isZero();

        department.as(WAREHOUSE, () -> {
            stock.arrive(TestOrders.kettleOf(order), 1, null);
            return null;
        });
        runWaiting(stockOut);
        department.complete(WAREHOUSE, "shipOrder", stockOut.value(), Map.of("courier", "YTO", "trackingNumber", "K" + stockOut));

        assertThat(cases.get(stockOut).status()).isNotEqualTo(CaseStatus.OPEN);
        assertThat(account().line(2).orElseThrow().leftQuantity()).isEqualTo(1);
        assertThat(cases.ofOrder(order)).as("the parcel that was lost has a case of its own").hasSize(3);
        assertThat(timeline(parcel)).contains("STOCK_OUT_ENDED").doesNotContain("PARCEL_SENT_AGAIN");
    }

    @Test
    void agreesOnTheDifferenceAlsoWhereASupervisorSendsItAgain() {
        var parcel = report("OUT_OF_AREA");
        comesBack(parcel);
        complete(AGENTS, "agreeReshipment", parcel, Map.of("answer", "RESHIP", "courier", "SF", "note", "To Tibet.",
                "address", Map.of("province", "西藏自治区", "city", "那曲市", "street", "浙江中路 8 号")));
        complete(AGENTS, "collectSurcharge", parcel, Map.of("surchargePaid", true));
        var paid = account().paid();
        complete(ORDER_CLERKS, "reshipParcel", parcel, Map.of("courier", "SF", "trackingNumber", "SF" + order));
        courierReports("SF", "SF" + order, ParcelEventStatus.RETURNED_TO_SENDER);

        decide(parcel, "RESHIP");

        assertThat(openTasks(parcel)).containsExactly("agreeReshipment");
        assertThat(shown("agreeReshipment", parcel, "situation").toString()).contains("which costs the customer");
        answers(parcel, "RESHIP");
        complete(AGENTS, "collectSurcharge", parcel, Map.of("surchargePaid", true));
        assertThat(openTasks(parcel)).containsExactly("reshipParcel");
        assertThat(account().paid().minus(paid).isPositive()).isTrue();
    }

    @Test
    void tellsTheClerkThatTheGoodsHaveTurnedUpAndLetsThemWithdrawTheClaim() {
        putInStock(3, 1);
        var parcel = report("LOST");
        assertThatThrownBy(() -> complete(ORDER_CLERKS, "claimFromCourier", parcel, Map.of("claim", "WITHDRAWN")))
                .hasRootCauseInstanceOf(RuleViolation.class).hasMessageContaining("still missing");
        answers(parcel, "RESHIP");
        courierReports(ship(parcel), ParcelEventStatus.DELIVERED);
        assertThat(file(parcel).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(shown("claimFromCourier", parcel, "situation").toString()).doesNotContain("turned up");

        comesBack(parcel);

        assertThat(parcel).hasPassed("goodsTurnedUp", "updateClaim", "claimUpdated");
        assertThat(shown("claimFromCourier", parcel, "situation").toString()).contains("turned up");
        assertThatThrownBy(() -> complete(ORDER_CLERKS, "claimFromCourier", parcel, Map.of("claim", "WITHDRAWN", "claimAmount", "3.00")))
                .hasRootCauseInstanceOf(RuleViolation.class);
        complete(ORDER_CLERKS, "claimFromCourier", parcel, Map.of("claim", "WITHDRAWN"));
        assertThat(parcel).isEnded();
        assertThat(timeline(parcel)).contains("CLAIM_WITHDRAWN");
    }

    @Test
    void showsOnTheClaimWhereTheParcelWasFoundWhileTheCaseIsOpen() {
        var parcel = report("COURIER_FAULT");

        chase(parcel, "DELIVERED");

        assertThat(outcome(parcel)).isEqualTo("DELIVERED");
        assertThat(shown("claimFromCourier", parcel, "situation").toString()).contains("turned up");
        complete(ORDER_CLERKS, "claimFromCourier", parcel, Map.of("claim", "WITHDRAWN"));
        assertThat(parcel).isEnded();
    }

    private ProcessInstance laterCaseOf(ProcessInstance parcel) {
        var later = file(parcel).related();
        assertThat(later).hasSize(1);
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(later.get(0).value()).singleResult();
    }
}
