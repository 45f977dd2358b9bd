package dev.kefu.parcels;

import static dev.kefu.workflow.Groups.AGENTS;
import static dev.kefu.workflow.Groups.JUNIOR_AGENTS;
import static dev.kefu.workflow.Groups.SUPERVISORS;
import static dev.kefu.workflow.Groups.TEAM_LEADERS;
import static dev.kefu.workflow.Groups.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import dev.kefu.TestOrders;
import dev.kefu.cases.CaseStatus;
import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Money;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shipping.Leg;
import dev.kefu.shipping.NewParcel;
import dev.kefu.shipping.ParcelEventStatus;
import dev.kefu.shipping.ParcelPurpose;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** What changes everything is heard wherever the case stands, and nothing goes out or is paid twice (PAR-3, PAR-5, PAR-7). */
class ParcelSurprisesTests extends ParcelWalk {

    /** Lost, to be sent again, and nothing in stock. */
    private ProcessInstance waitingForGoods() {
        var parcel = report("LOST");
        answers(parcel, "RESHIP");
        assertThat(parcel).isWaitingAt("stockOutClosed");
        return parcel;
    }

    private CaseNumber stockOutOf(ProcessInstance parcel) {
        return file(parcel).related().get(0);
    }

    private boolean isRunning(CaseNumber caseNumber) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber.value()).count() > 0;
    }

    @Test
    void endsTheStockOutWhenTheLostParcelIsDelivered() {
        var parcel = waitingForGoods();
        var stockOut = stockOutOf(parcel);

        courierReports(ParcelEventStatus.DELIVERED);

        assertThat(outcome(parcel)).isEqualTo("DELIVERED");
        assertThat(isRunning(stockOut)).isFalse();
        assertThat(cases.get(stockOut).status()).isNotEqualTo(CaseStatus.OPEN);
    }

    @Test
    void sendsTheGoodsThemselvesWhenTheyComeHomeBeforeOthersAreThere() {
        var parcel = waitingForGoods();
        var stockOut = stockOutOf(parcel);

        comesBack(parcel);

        assertThat(isRunning(stockOut)).isFalse();
        assertThat(openTasks(parcel)).contains("reshipParcel");
    }

    @Test
    void waitsForAStockOutWhoseGoodsAreOnTheirWay() {
        var parcel = waitingForGoods();
        var stockOut = stockOutOf(parcel);
        putInStock(3, 1);
        sendFirstOf(stockOut);

        courierReports(ParcelEventStatus.RETURNED_TO_SENDER);

        courierReports("S" + stockOut, ParcelEventStatus.DELIVERED);
        assertThat(outcome(parcel)).isEqualTo("DELIVERED");
        assertThat(openTasks(parcel)).contains("inspectGoods");
        inspect(parcel, "AS_NEW");
        assertThat(cupsInStock()).isEqualTo(3);
    }

    private void sendFirstOf(CaseNumber stockOut) {
        runWaiting(stockOut);
        if (department.openTasks(stockOut.value()).contains("countStock")) {
            var counted = List.of(Map.of("sku", TestOrders.cupOf(order), "onHand", 3), Map.of("sku", TestOrders.kettleOf(order), "onHand", 1));
            department.complete(WAREHOUSE, "countStock", stockOut.value(), Map.of("counted", counted));
        }
        department.complete(WAREHOUSE, "shipOrder", stockOut.value(), Map.of("courier", "YTO", "trackingNumber", "S" + stockOut));
    }

    @Test
    void takesTheTaskFromTheClerkWhenTheParcelIsDelivered() {
        putInStock(3, 1);
        var parcel = report("LOST");
        answers(parcel, "RESHIP");
        assertThat(openTasks(parcel)).contains("reshipParcel");

        courierReports(ParcelEventStatus.DELIVERED);

        assertThat(openTasks(parcel)).containsExactly("claimFromCourier");
        assertThat(outcome(parcel)).isEqualTo("DELIVERED");
        assertThat(cupsInStock()).isEqualTo(3);
        assertThat(stock.standingOf(caseOf(parcel)).reserved()).isEmpty();
    }

    @Test
    void takesTheDecisionFromTheSupervisorWhenTheParcelIsDelivered() {
        var parcel = report("UNREACHABLE");
        comesBack(parcel);
        answers(parcel, "RESHIP");
        var again = ship(parcel);
        courierReports(again, ParcelEventStatus.FAILED_ATTEMPT);
        assertThat(openTasks(parcel)).containsExactly("decideParcel");

        courierReports(again, ParcelEventStatus.DELIVERED);

        assertThat(parcel).isEnded();
        assertThat(outcome(parcel)).isEqualTo("DELIVERED");
    }

    @Test
    void takesAParcelHomeWhileItsRefundIsApproved() {
        var parcel = report("LOST");
        answers(parcel, "REFUND");

        comesBack(parcel);

        approveAndPay(parcel);
        assertThat(outcome(parcel)).isEqualTo("REFUNDED");
        assertThat(openTasks(parcel)).contains("inspectGoods");
        assertThatThrownBy(() -> comesBack(parcel)).hasRootCauseInstanceOf(Conflict.class);
    }

    @Test
    void takesAParcelHomeBeforeItsReportIsReviewed() {
        var parcel = report(JUNIOR_AGENTS, "UNREACHABLE");

        comesBack(parcel);

        assertThat(openTasks(parcel)).containsExactly("reviewReport");
        complete(TEAM_LEADERS, "reviewReport", parcel, Map.of("approved", true));
        assertThat(openTasks(parcel)).containsExactly("agreeReshipment");
    }

    @Test
    void notesADeliveryWhileTheMoneyGoesBackAndAfterIt() {
        var parcel = report("LOST");
        answers(parcel, "REFUND");
        courierReports(ParcelEventStatus.DELIVERED);
        assertThat(timeline(parcel)).containsOnlyOnce("DELIVERED_TWICE");
        assertThat((String) tasks.getVariable(task("approveRefund", parcel).getId(), "warning")).contains("was delivered after");

        refuseRefund(parcel);

        assertThat(outcome(parcel)).isEqualTo("DELIVERED");
        assertThat(account().refunded()).isEqualTo(Money.cny("0.00"));
    }

    @Test
    void notesADeliveryAfterTheMoneyWentBack() {
        var parcel = report("LOST");
        answers(parcel, "REFUND");
        approveAndPay(parcel);

        courierReports(ParcelEventStatus.DELIVERED);

        assertThat(timeline(parcel)).containsOnlyOnce("DELIVERED_TWICE");
    }

    @Test
    void letsTheCustomerTakeTheirMoneyUntilTheGoodsHaveLeft() {
        var parcel = report("UNREACHABLE");
        comesBack(parcel);
        answers(parcel, "RESHIP");
        assertThat(awaited(AGENTS, parcel)).contains("customer-replied");
        assertThatThrownBy(() -> tell(AGENTS, parcel, "customer-replied", Map.of("answer", "NO_ANSWER")))
                .hasRootCauseInstanceOf(RuleViolation.class);

        tell(AGENTS, parcel, "customer-replied", Map.of("answer", "REFUND"));

        assertThat(openTasks(parcel)).doesNotContain("reshipParcel");
        approveAndPay(parcel);
        assertThat(outcome(parcel)).isEqualTo("REFUNDED");
    }

    @Test
    void endsTheStockOutWhenTheCustomerTakesTheirMoney() {
        var parcel = waitingForGoods();
        var stockOut = stockOutOf(parcel);

        tell(AGENTS, parcel, "customer-replied", Map.of("answer", "REFUND"));

        assertThat(isRunning(stockOut)).isFalse();
        approveAndPay(parcel);
        assertThat(outcome(parcel)).isEqualTo("REFUNDED");
        assertThat(account().refunded()).isEqualTo(account().paid());
    }

    @Test
    void endsTheStockOutOfACaseThatIsStopped() {
        var parcel = waitingForGoods();
        var stockOut = stockOutOf(parcel);

        runtime.deleteProcessInstance(parcel.getId(), "Opened by mistake.");

        assertThat(isRunning(stockOut)).isFalse();
        assertThat(account().line(1).orElseThrow().leftQuantity()).isEqualTo(3);
    }

    @Test
    void promisesTheMoneyToNobodyWhereACaseIsStoppedBeforeItIsPaid() {
        var parcel = report("LOST");
        answers(parcel, "REFUND");
        assertThat(openTasks(parcel)).contains("approveRefund");

        runtime.deleteProcessInstance(parcel.getId(), "Opened by mistake.");

        assertThat(account().line(1).orElseThrow().leftQuantity()).isEqualTo(3);
        assertThat(account().line(1).orElseThrow().refundable()).isEqualTo(Money.cny("150.00"));
        assertThat(account().refunded()).isEqualTo(Money.cny("0.00"));
    }

    @Test
    void keepsTheUnitsOfAStoppedCaseWhoseGoodsAreOnTheirWay() {
        var parcel = waitingForGoods();
        var stockOut = stockOutOf(parcel);
        department.as(SUPERVISORS, () -> {
            parcels.register(new NewParcel(order, Leg.TO_CUSTOMER,
                    ParcelPurpose.RESHIPMENT, stockOut, "YTO", "P" + order,
                    List.of(new LineQuantity(1, 1)), clock.instant()));
            return null;
        });

        runtime.deleteProcessInstance(parcel.getId(), "Opened by mistake.");

        assertThat(isRunning(stockOut)).isTrue();
        assertThat(account().line(1).orElseThrow().leftQuantity()).isZero();
    }

    @Test
    void looksForOtherGoodsWhenACountFindsFewerThanWerePromised() {
        putInStock(3, 1);
        var parcel = report("LOST");
        answers(parcel, "RESHIP");
        assertThat(openTasks(parcel)).contains("reshipParcel");

        putInStock(1, 1);
        assertThat(openTasks(parcel)).as("the count holds articles, and the case locks its order first").contains("reshipParcel");
        runToldLater();

        assertThat(parcel).isWaitingAt("stockOutClosed");
        assertThat(openTasks(parcel)).doesNotContain("reshipParcel");
        assertThat(stock.standingOf(stockOutOf(parcel)).waiting()).isNotEmpty();
    }
}
