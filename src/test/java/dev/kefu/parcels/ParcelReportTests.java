package dev.kefu.parcels;

import static dev.kefu.workflow.Groups.AGENTS;
import static dev.kefu.workflow.Groups.JUNIOR_AGENTS;
import static dev.kefu.workflow.Groups.TEAM_LEADERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import dev.kefu.cases.CaseStatus;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shipping.ParcelEventStatus;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** How a case of a parcel begins (PAR-1 to PAR-3). */
class ParcelReportTests extends ParcelWalk {

    @Test
    void apologisesFirstAndThenFollowsTheParcelUp() {
        var parcel = report("UNREACHABLE");

        assertThat(openTasks(parcel)).containsExactly("chaseCourier");
        assertThat(timeline(parcel)).containsSubsequence("OPENED", "PARCEL_REPORTED", "LETTER_WRITTEN", "PARCEL_LOCATED");
        assertThat(account().line(1).orElseThrow().openQuantity()).isEqualTo(3);
        assertThat(file(parcel).orderNumber()).isEqualTo(order);
    }

    @Test
    void asksTheCustomerAtOnceWhereTheParcelIsBackAlready() {
        courierReportsQuietly();

        var parcel = opened();

        assertThat(openTasks(parcel)).containsExactly("agreeReshipment");
        assertThat(parcel).hasNotPassed("followParcel");
    }

    private void courierReportsQuietly() {
        courierReports(ParcelEventStatus.RETURNED_TO_SENDER);
    }

    @Test
    void opensACaseByItselfFromWhatACourierReports() {
        courierReports(ParcelEventStatus.IN_TRANSIT);
        assertThat(cases.ofOrder(order)).isEmpty();

        courierReports(ParcelEventStatus.FAILED_ATTEMPT);
        courierReports(ParcelEventStatus.FAILED_ATTEMPT);
        courierReports(ParcelEventStatus.RETURNING);

        assertThat(cases.ofOrder(order)).hasSize(1);
        assertThat(openTasks(opened())).containsExactly("chaseCourier");
        assertThat(timeline(opened())).contains("COURIER_REPORTED");
    }

    @Test
    void opensNoCaseOfAParcelThatArrived() {
        courierReports(ParcelEventStatus.DELIVERED);

        assertThat(cases.ofOrder(order)).isEmpty();
        assertThatThrownBy(() -> report("REFUSED")).hasRootCauseInstanceOf(RuleViolation.class).hasMessageContaining("delivered this parcel");
    }

    @Test
    void takesUpAParcelThatTheCourierCallsDeliveredAndTheCustomerDoesNotHave() {
        courierReports(ParcelEventStatus.DELIVERED);

        var parcel = report("LOST");

        assertThat(openTasks(parcel)).containsExactlyInAnyOrder("chaseCourier", "claimFromCourier");
        assertThat(shown("chaseCourier", parcel, "situation").toString()).contains("calls the parcel delivered");
        courierReports(ParcelEventStatus.DELIVERED);
        assertThat(openTasks(parcel)).contains("chaseCourier");
        chase(parcel, "LOST");
        assertThat(openTasks(parcel)).containsExactlyInAnyOrder("agreeReshipment", "claimFromCourier");
        answers(parcel, "REFUND");
        approveAndPay(parcel);
        assertThat(outcome(parcel)).isEqualTo("REFUNDED");
    }

    @Test
    void endsACaseOfWhichTheCourierProvesTheDelivery() {
        courierReports(ParcelEventStatus.DELIVERED);
        var parcel = report("COURIER_FAULT");

        chase(parcel, "DELIVERED");

        assertThat(outcome(parcel)).isEqualTo("DELIVERED");
        assertThat(timeline(parcel)).contains("COURIER_ASKED_DELIVERED");
        assertThat(Collections.frequency(timeline(parcel), "LETTER_WRITTEN")).isEqualTo(2);
    }

    @Test
    void hasOneOpenCaseForEachParcelThoughTenTellAtOnce() throws Exception {
        var pool = Executors.newFixedThreadPool(10);

        var told = pool.invokeAll(IntStream.range(0, 10).mapToObj(each -> (Callable<Object>) () -> {
            try {
                return report("UNREACHABLE");
            } catch (RuntimeException refusal) {
                return refusal;
            }
        }).toList());
        pool.shutdown();

        var answers = told.stream().map(each -> {
            try {
                return each.get();
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
        }).toList();
        assertThat(answers.stream().filter(ProcessInstance.class::isInstance)).hasSize(1);
        assertThat(cases.ofOrder(order)).hasSize(1);
        assertThatThrownBy(() -> report("LOST")).hasRootCauseInstanceOf(Conflict.class)
                .hasMessageContaining(cases.ofOrder(order).get(0).caseNumber());
    }

    @Test
    void refusesANumberThatNobodyKnows() {
        number = "NEVER-SENT";

        assertThatThrownBy(() -> report("LOST")).rootCause().isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.violations()).singleElement().extracting("field").isEqualTo("trackingNumber"));
    }

    @Test
    void showsAJuniorAgentsReportToATeamLeaderBeforeAnythingIsPromised() {
        var parcel = report(JUNIOR_AGENTS, "UNREACHABLE");

        assertThat(openTasks(parcel)).containsExactly("reviewReport");
        assertThat(timeline(parcel)).doesNotContain("LETTER_WRITTEN");
        complete(TEAM_LEADERS, "reviewReport", parcel, Map.of("approved", true));
        assertThat(openTasks(parcel)).containsExactly("chaseCourier");
        assertThat(timeline(parcel)).contains("REPORT_ACCEPTED", "LETTER_WRITTEN");
    }

    @Test
    void endsAReportThatATeamLeaderTurnsDown() {
        var parcel = report(JUNIOR_AGENTS, "UNREACHABLE");

        assertThatThrownBy(() -> complete(TEAM_LEADERS, "reviewReport", parcel, Map.of("approved", false)))
                .hasRootCauseInstanceOf(RuleViolation.class);
        complete(TEAM_LEADERS, "reviewReport", parcel, Map.of("approved", false, "note", "It arrives today."));

        assertThat(parcel).isEnded().hasPassed("parcelSettled").hasNotPassed("apologiseForParcel");
        assertThat(outcome(parcel)).isEqualTo("REJECTED");
        assertThat(timeline(parcel)).doesNotContain("LETTER_WRITTEN");
        assertThat(account().line(1).orElseThrow().openQuantity()).isZero();
    }

    @Test
    void letsGoOfTheUnitsWhereTheProcessIsStopped() {
        var parcel = report(AGENTS, "UNREACHABLE");

        runtime.deleteProcessInstance(parcel.getId(), "By mistake");

        assertThat(file(parcel).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(account().line(1).orElseThrow().openQuantity()).isZero();
        assertThat(openTasks(report("LOST"))).contains("agreeReshipment");
    }
}
