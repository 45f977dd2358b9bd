package dev.kefu.parcels;

import static dev.kefu.workflow.Groups.AGENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import dev.kefu.FixedClock;
import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shipping.Leg;
import dev.kefu.shipping.NewParcel;
import dev.kefu.shipping.ParcelEventStatus;
import dev.kefu.shipping.ParcelPurpose;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A parcel on its way to the shop: it is followed up and claimed; what becomes of the goods is the business of the return. */
class ToShopParcelTests extends ParcelWalk {

    @BeforeEach
    void comeFromTheCustomer() {
        order = shop.delivered(2);
        number = "R" + order;
        department.as(AGENTS, () -> parcels.register(new NewParcel(order, Leg.TO_SHOP, ParcelPurpose.RETURN, null, "YTO", number,
                List.of(new LineQuantity(1, 1)), clock.instant())));
    }

    @Test
    void isFollowedUpUntilItArrives() {
        var parcel = report("COURIER_FAULT");
        assertThat(openTasks(parcel)).containsExactlyInAnyOrder("chaseCourier", "claimFromCourier");
        assertThat(account().line(1).orElseThrow().openQuantity()).isZero();

        courierReports(ParcelEventStatus.DELIVERED);

        assertThat(outcome(parcel)).isEqualTo("DELIVERED");
        assertThat(openTasks(parcel)).containsExactly("claimFromCourier");
    }

    @Test
    void endsWithAClaimWhereItIsLost() {
        var parcel = report("LOST");

        assertThat(outcome(parcel)).isEqualTo("ABANDONED");
        assertThat(openTasks(parcel)).containsExactly("claimFromCourier");
        assertThat(timeline(parcel)).doesNotContain("LETTER_WRITTEN");
    }

    @Test
    void isNoCaseForOtherCauses() {
        assertThatThrownBy(() -> report("REFUSED")).hasRootCauseInstanceOf(RuleViolation.class).hasMessageContaining("on its way to us");
    }

    @Test
    void isACaseByItselfWhereTheCourierLosesIt() {
        courierReports(ParcelEventStatus.RETURNING);
        assertThat(cases.ofOrder(order)).isEmpty();

        FixedClock.set("2026-11-23T12:00:00+08:00");
        courierReports(ParcelEventStatus.LOST);
        courierReports(ParcelEventStatus.LOST);

        assertThat(cases.ofOrder(order)).hasSize(1);
        assertThat(department.openTasks(cases.ofOrder(order).get(0).caseNumber())).containsExactly("claimFromCourier");
    }
}
