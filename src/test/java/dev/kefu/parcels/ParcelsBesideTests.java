package dev.kefu.parcels;

import static dev.kefu.workflow.Groups.AGENTS;
import static dev.kefu.workflow.Groups.ORDER_CLERKS;
import static dev.kefu.workflow.Groups.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.FixedClock;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shipping.GoodsIn;
import dev.kefu.shipping.ParcelEventStatus;
import dev.kefu.shipping.ParcelState;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Parcels in whose place other goods, or money, went: what comes home of them is no news of those that travel (PAR-3, PAR-6). */
class ParcelsBesideTests extends ParcelWalk {

    @Autowired GoodsIn goodsIn;

    /** Lost, and replaced from stock. */
    private ProcessInstance replaced() {
        putInStock(6, 2);
        var parcel = report("LOST");
        answers(parcel, "RESHIP");
        return parcel;
    }

    /** The second one lost as well, and replaced again. */
    private String lostAndReplacedAgain(ProcessInstance parcel, String second) {
        courierReports(second, ParcelEventStatus.LOST);
        decide(parcel, "RESHIP");
        return ship(parcel);
    }

    private List<GoodsIn.Expected> scanned(String code) {
        return department.as(WAREHOUSE, () -> goodsIn.of(code));
    }

    private ProcessInstance laterCaseOf(ProcessInstance parcel) {
        var later = file(parcel).related();
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(later.get(later.size() - 1).value()).singleResult();
    }

    private List<CaseNumber> laterCasesOf(ProcessInstance parcel) {
        return file(parcel).related();
    }

    @Test
    void takesTheFirstParcelHomeBesideTheOneThatTravels() {
        var parcel = replaced();
        var second = ship(parcel);

        comesBack(parcel, number);

        assertThat(parcel(number).state()).isEqualTo(ParcelState.RETURNED);
        assertThat(parcel(second).state()).isEqualTo(ParcelState.ANNOUNCED);
        assertThat(openTasks(parcel)).containsExactly("claimFromCourier");
        assertThatThrownBy(() -> comesBack(parcel, number)).hasRootCauseInstanceOf(Conflict.class);
        courierReports(second, ParcelEventStatus.DELIVERED);
        assertThat(outcome(parcel)).isEqualTo("DELIVERED");
        inspect(parcel, "AS_NEW");
        assertThat(cupsInStock()).isEqualTo(6);
    }

    @Test
    void asksWhichParcelIsHereWhereSeveralMayBe() {
        var parcel = replaced();
        var second = ship(parcel);

        assertThatThrownBy(() -> comesBack(parcel)).rootCause().isInstanceOfSatisfying(RuleViolation.class, refused -> {
            assertThat(refused.violations()).extracting(each -> each.field()).containsExactly("trackingNumber");
            assertThat(refused).hasMessageContaining(number).hasMessageContaining(second);
        });
        assertThatThrownBy(() -> comesBack(parcel, "UNKNOWN-1")).hasRootCauseInstanceOf(RuleViolation.class);

        comesBack(parcel, " " + second.toLowerCase());
        assertThat(parcel(second).state()).isEqualTo(ParcelState.RETURNED);
        assertThat(openTasks(parcel)).contains("decideParcel");
    }

    @Test
    void tellsTheWarehouseWhichParcelItHasScanned() {
        var parcel = replaced();
        var second = ship(parcel);

        assertThat(scanned(number)).singleElement().satisfies(found -> {
            assertThat(found.expected()).isTrue();
            assertThat(found.fields()).isEqualTo(Map.of("trackingNumber", number));
        });
        assertThat(scanned(key(parcel))).extracting(GoodsIn.Expected::fields)
                .containsExactlyInAnyOrder(Map.of("trackingNumber", number), Map.of("trackingNumber", second));
        comesBack(parcel, number);

        assertThat(scanned(number)).singleElement().satisfies(found -> {
            assertThat(found.expected()).isFalse();
            assertThat(found.whyNot()).isEqualTo("HERE_ALREADY");
        });
        assertThat(scanned(second)).singleElement().satisfies(found -> assertThat(found.expected()).isTrue());
    }

    @Test
    void expectsNoParcelOfACaseOfWhichOnlyTheClaimGoesOn() {
        var parcel = report("COURIER_FAULT");
        courierReports(ParcelEventStatus.DELIVERED);
        assertThat(outcome(parcel)).isEqualTo("DELIVERED");
        assertThat(openTasks(parcel)).containsExactly("claimFromCourier");

        assertThat(scanned(number)).singleElement().satisfies(found -> {
            assertThat(found.expected()).isFalse();
            assertThat(found.whyNot()).isEqualTo("OVER");
        });
        assertThatThrownBy(() -> comesBack(parcel)).rootCause().isInstanceOf(Conflict.class).hasMessageContaining("closed");
    }

    /** Came back, went out again, and is on its way back when its money is paid. */
    private String refundedWhileTheCourierHasIt(ProcessInstance parcel, ParcelEventStatus how) {
        comesBack(parcel);
        answers(parcel, "RESHIP");
        var second = ship(parcel);
        courierReports(second, how);
        decide(parcel, "REFUND");
        approveAndPay(parcel);
        assertThat(outcome(parcel)).isEqualTo("REFUNDED");
        return second;
    }

    @Test
    void putsAwayWhatWentOutAgainAndComesHomeAfterItsRefund() {
        var parcel = report("UNREACHABLE");
        var second = refundedWhileTheCourierHasIt(parcel, ParcelEventStatus.RETURNING);

        courierReports(second, ParcelEventStatus.RETURNED_TO_SENDER);

        var later = laterCaseOf(parcel);
        assertThat(openTasks(later)).containsExactly("inspectGoods");
        inspect(later, "AS_NEW");
        assertThat(outcome(later)).isEqualTo("REFUNDED");
        assertThat(cupsInStock()).isEqualTo(3);
    }

    @Test
    void notesThatWhatWentOutAgainWasDeliveredAfterItsRefund() {
        var parcel = report("UNREACHABLE");
        var second = refundedWhileTheCourierHasIt(parcel, ParcelEventStatus.FAILED_ATTEMPT);

        courierReports(second, ParcelEventStatus.DELIVERED);

        assertThat(timeline(parcel)).containsOnlyOnce("DELIVERED_TWICE");
    }

    @Test
    void takesTheMiddleOneOfThreeHomeWhileTheLastTravels() {
        var parcel = replaced();
        var second = ship(parcel);
        var third = lostAndReplacedAgain(parcel, second);

        courierReports(second, ParcelEventStatus.RETURNED_TO_SENDER);

        assertThat(timeline(parcel)).containsOnlyOnce("PARCEL_CAME_BACK");
        courierReports(third, ParcelEventStatus.DELIVERED);
        assertThat(outcome(parcel)).isEqualTo("DELIVERED");
        inspect(parcel, "AS_NEW");
        assertThat(cupsInStock()).isEqualTo(3);
    }

    @Test
    void inspectsAndPutsAwayBothOfTwoThatCameHome() {
        var parcel = replaced();
        var second = ship(parcel);
        courierReports(ParcelEventStatus.RETURNED_TO_SENDER);
        courierReports(second, ParcelEventStatus.RETURNED_TO_SENDER);
        decide(parcel, "REFUND");
        approveAndPay(parcel);
        assertThat(shown("inspectGoods", parcel, "goods").toString()).contains("6 × ", "2 × ");
        assertThatThrownBy(() -> complete(WAREHOUSE, "inspectGoods", parcel, Map.of("findings", List.of(found(1, 7, "AS_NEW")))))
                .hasRootCauseInstanceOf(RuleViolation.class);

        complete(WAREHOUSE, "inspectGoods", parcel, Map.of("findings", List.of(found(1, 6, "AS_NEW"), found(2, 2, "AS_NEW"))));

        assertThat(cupsInStock()).as("six, of which three left, and twice three came home").isEqualTo(9);
        assertThat(parcel).satisfies(each -> assertThat(openTasks(each)).doesNotContain("inspectGoods"));
    }

    @Test
    void keepsTheOtherSetAtHomeWhereOneGoesOutAgain() {
        var parcel = replaced();
        var second = ship(parcel);
        courierReports(ParcelEventStatus.RETURNED_TO_SENDER);
        courierReports(second, ParcelEventStatus.RETURNED_TO_SENDER);
        decide(parcel, "RESHIP");

        courierReports(ship(parcel), ParcelEventStatus.DELIVERED);

        assertThat(outcome(parcel)).isEqualTo("DELIVERED");
        inspect(parcel, "AS_NEW");
        assertThat(cupsInStock()).as("six, of which three left for good").isEqualTo(6);
    }

    @Test
    void leavesToTheSupervisorWhatFailedAgainThoughTheCustomerWantsItOnceMore() {
        var parcel = report("UNREACHABLE");
        comesBack(parcel);
        answers(parcel, "RESHIP");
        courierReports(ship(parcel), ParcelEventStatus.RETURNED_TO_SENDER);

        tell(AGENTS, parcel, "customer-replied", Map.of("answer", "RESHIP"));

        assertThat(openTasks(parcel)).containsExactly("decideParcel");
        assertThat(timeline(parcel)).contains("CUSTOMER_ASKED_RESHIP");
    }

    @Test
    void putsEachOfThemAwayThatComesHomeAfterTheLastArrived() {
        var parcel = replaced();
        var second = ship(parcel);
        courierReports(lostAndReplacedAgain(parcel, second), ParcelEventStatus.DELIVERED);
        assertThatThrownBy(() -> comesBack(parcel)).hasRootCauseInstanceOf(RuleViolation.class);

        courierReports(second, ParcelEventStatus.RETURNED_TO_SENDER);

        inspect(laterCaseOf(parcel), "AS_NEW");
        assertThat(cupsInStock()).isEqualTo(3);
        assertThatThrownBy(() -> comesBack(parcel, second)).hasRootCauseInstanceOf(Conflict.class);
        comesBack(parcel, number);
        assertThat(laterCasesOf(parcel)).hasSize(2);
        assertThat(parcel(number).state()).isEqualTo(ParcelState.RETURNED);
        assertThat(cases.ofOrder(order)).hasSize(3).allMatch(each -> each.kind().equals(KIND));
    }

    @Test
    void takesNoNumberOfAnotherParcelOfTheOrder() {
        order = shop.undeliveredInTwo();
        number = "T" + order;
        putInStock(6, 2);
        var kettle = report("LOST");
        answers(kettle, "RESHIP");

        assertThatThrownBy(() -> complete(ORDER_CLERKS, "reshipParcel", kettle, Map.of("courier", "YTO", "trackingNumber", "c" + order)))
                .rootCause().isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.violations())
                        .extracting(each -> each.field()).containsExactly("trackingNumber"));

        assertThat(openTasks(kettle)).contains("reshipParcel");
    }

    @Test
    void refusesAListWhereAnAddressBelongs() {
        var parcel = report("UNREACHABLE");
        comesBack(parcel);

        assertThatThrownBy(() -> department.complete(AGENTS, "agreeReshipment", key(parcel), Map.of("answer", "RESHIP", "note", "Yes.",
                "address", SpinValues.jsonValue("[]").create())))
                .rootCause().isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.violations())
                        .extracting(each -> each.field()).containsExactly("address"));
    }

    @Test
    void givesTheOrdersFreightBackOnlyWithTheLastOfIt() {
        order = shop.undeliveredInTwo();
        number = "T" + order;
        var kettle = report("LOST");
        answers(kettle, "REFUND");
        approveAndPay(kettle);
        assertThat(account().refunded().amount()).isEqualByComparingTo("900.00");

        number = "C" + order;
        var cups = report("LOST");
        answers(cups, "REFUND");
        approveAndPay(cups);

        assertThat(account().refunded()).isEqualTo(account().paid());
    }

    @Test
    void keepsTheOrdersFreightForAPartThatWasRefused() {
        order = shop.undeliveredInTwo();
        number = "C" + order;
        var cups = report("REFUSED");
        comesBack(cups);
        complete(WAREHOUSE, "inspectGoods", cups, Map.of("findings", List.of(found(1, 3, "AS_NEW"))));
        approveAndPay(cups);
        assertThat(account().heldBack().isPositive()).isTrue();

        number = "T" + order;
        var kettle = report("LOST");
        answers(kettle, "REFUND");
        approveAndPay(kettle);

        assertThat(account().freightRefunded().isZero()).isTrue();
    }

    @Test
    void takesNoAddressThatWasTheUnclearOne() {
        var parcel = report("ADDRESS_UNCLEAR");

        assertThatThrownBy(() -> tell(AGENTS, parcel, "address-corrected", Map.of("address", Map.of("province", "浙江省",
                "city", "杭州市", "district", "西湖区", "street", "文三路 1 号"))))
                .rootCause().isInstanceOf(RuleViolation.class).hasMessageContaining("unclear");

        assertThat(timeline(parcel)).doesNotContain("ADDRESS_CORRECTED");
        tell(AGENTS, parcel, "address-corrected", Map.of("address", ELSEWHERE));
        runWaiting(parcel);
        assertThat(timeline(parcel)).contains("ADDRESS_CORRECTED");
    }

    @Test
    void hearsThatAParcelCalledDeliveredIsOnItsWayBack() {
        courierReports(ParcelEventStatus.DELIVERED);
        var parcel = report("COURIER_FAULT");
        assertThat(shown("chaseCourier", parcel, "situation").toString()).contains("calls the parcel delivered");

        FixedClock.set("2026-11-28T10:00:00+08:00");
        courierReports(ParcelEventStatus.RETURNING);

        assertThat(shown("chaseCourier", parcel, "situation").toString()).contains("The courier has the parcel.")
                .doesNotContain("calls the parcel delivered");
    }
}
