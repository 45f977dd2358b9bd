package dev.kefu.parcels;

import static dev.kefu.workflow.Groups.AGENTS;
import static dev.kefu.workflow.Groups.CONSULTANTS;
import static dev.kefu.workflow.Groups.TEAM_LEADERS;
import static dev.kefu.workflow.Groups.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import dev.kefu.shared.Conflict;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shipping.ParcelEventStatus;
import dev.kefu.shipping.ParcelState;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A parcel that the courier still has is followed up until it is back (PAR-5). The clock stands at Monday, ten o'clock. */
class ParcelChaseTests extends ParcelWalk {

    @Test
    void comesAgainOnTheNextOfficeDayWhileItIsOnItsWayBack() {
        var parcel = report("UNREACHABLE");

        chase(parcel, "RETURNING");

        assertThat(openTasks(parcel)).containsExactly("chaseCourier");
        assertThat(task("chaseCourier", parcel).getFollowUpDate().toInstant())
                .isEqualTo(OffsetDateTime.parse("2026-11-24T10:00:00+08:00").toInstant());
        assertThat(parcel(number).state()).isEqualTo(ParcelState.RETURNING);
    }

    @Test
    void remindsOnEachOfficeDayAndGivesItToTheTeamLeadersAfterFive() {
        var parcel = report("UNREACHABLE");

        laterAt("2026-11-24T10:01:00+08:00", parcel);
        laterAt("2026-11-25T10:02:00+08:00", parcel);
        laterAt("2026-11-26T10:03:00+08:00", parcel);
        laterAt("2026-11-27T10:04:00+08:00", parcel);
        laterAt("2026-11-28T10:05:00+08:00", parcel);
        assertThat(Collections.frequency(timeline(parcel), "CHASE_REMINDED")).isEqualTo(4);
        assertThat(parcel).hasPassed("remindersOver");
        assertThat(candidates("chaseCourier", parcel)).containsExactly(AGENTS, CONSULTANTS);

        laterAt("2026-11-30T10:01:00+08:00", parcel);

        assertThat(timeline(parcel)).contains("CHASE_ESCALATED");
        assertThat(candidates("chaseCourier", parcel)).containsExactly(TEAM_LEADERS);
        complete(TEAM_LEADERS, "chaseCourier", parcel, Map.of("found", "BACK", "note", "In the depot."));
        assertThat(openTasks(parcel)).containsExactly("agreeReshipment");
    }

    @Test
    void remindsOnceADayHoweverOftenTheCourierIsAsked() {
        var parcel = report("UNREACHABLE");
        laterAt("2026-11-24T10:01:00+08:00", parcel);
        chase(parcel, "RETURNING");
        chase(parcel, "RETURNING");

        laterAt("2026-11-25T10:02:00+08:00", parcel);
        laterAt("2026-11-26T10:03:00+08:00", parcel);

        assertThat(Collections.frequency(timeline(parcel), "CHASE_REMINDED")).isEqualTo(3);
    }

    @Test
    void endsWhenTheCourierSaysThatItIsBack() {
        var parcel = report("UNREACHABLE");

        chase(parcel, "BACK");

        assertThat(parcel).hasPassed("parcelFound");
        assertThat(openTasks(parcel)).containsExactly("agreeReshipment");
        assertThat(parcel(number).state()).isEqualTo(ParcelState.RETURNED);
    }

    @Test
    void endsByItselfWhenTheCourierReportsThatItIsBack() {
        var parcel = report("UNREACHABLE");

        courierReports(ParcelEventStatus.RETURNED_TO_SENDER);

        assertThat(parcel).hasPassed("courierReports").hasNotPassed("parcelFound");
        assertThat(openTasks(parcel)).containsExactly("agreeReshipment");
    }

    @Test
    void neverTakesADeliveryToTheSenderForOneToTheCustomer() {
        var parcel = report("UNREACHABLE");
        courierReports(ParcelEventStatus.RETURNING);

        courierReports(ParcelEventStatus.DELIVERED);

        assertThat(openTasks(parcel)).containsExactly("agreeReshipment");
        assertThat(account().line(1).orElseThrow().deliveredQuantity()).isZero();
    }

    @Test
    void endsTheCaseWhenTheCourierDeliversItAfterAll() {
        var parcel = report("UNREACHABLE");

        courierReports(ParcelEventStatus.DELIVERED);

        assertThat(parcel).isEnded().hasPassed("courierReports", "parcelSettled");
        assertThat(outcome(parcel)).isEqualTo("DELIVERED");
        assertThat(account().line(1).orElseThrow().openQuantity()).isZero();
    }

    @Test
    void endsTheCaseWhenTheCourierSaysThatItWasDelivered() {
        var parcel = report("UNREACHABLE");

        chase(parcel, "DELIVERED");

        assertThat(parcel).isEnded();
        assertThat(outcome(parcel)).isEqualTo("DELIVERED");
    }

    @Test
    void asksTheCustomerAndTheCourierWhenItIsLost() {
        var parcel = report("UNREACHABLE");

        courierReports(ParcelEventStatus.LOST);

        assertThat(openTasks(parcel)).containsExactlyInAnyOrder("agreeReshipment", "claimFromCourier");
    }

    @Test
    void endsWhenTheWarehouseHasItInItsHands() {
        var parcel = report("UNREACHABLE");
        assertThat(awaited(WAREHOUSE, parcel)).containsExactly("parcel-came-back");

        comesBack(parcel);

        assertThat(parcel).hasPassed("parcelCameBack", "receiveParcel");
        assertThat(openTasks(parcel)).containsExactly("agreeReshipment");
        assertThatThrownBy(() -> comesBack(parcel)).hasRootCauseInstanceOf(Conflict.class).hasMessageContaining("here already");
        assertThat(openTasks(parcel)).containsExactly("agreeReshipment");
    }

    @Test
    void notesAnotherAddressWhileItTravels() {
        var parcel = report("ADDRESS_UNCLEAR");

        tell(AGENTS, parcel, "address-corrected", Map.of("address", ELSEWHERE));

        runWaiting(parcel);
        assertThat(parcel).hasPassed("addressNoted");
        assertThat(openTasks(parcel)).containsExactly("chaseCourier");
        assertThat(timeline(parcel)).contains("ADDRESS_CORRECTED");
        assertThat(runtime.getVariables(parcel.getId())).doesNotContainKey("address");
        assertThatThrownBy(() -> tell(AGENTS, parcel, "address-corrected", Map.of("address", Map.of("city", "杭州市"))))
                .hasRootCauseInstanceOf(RuleViolation.class);
    }

    @Test
    void needsANoteOfWhatTheCourierSaid() {
        var parcel = report("UNREACHABLE");

        assertThatThrownBy(() -> complete(AGENTS, "chaseCourier", parcel, Map.of("found", "BACK"))).hasRootCauseInstanceOf(RuleViolation.class);
        assertThat(openTasks(parcel)).containsExactly("chaseCourier");
    }
}
