package dev.kefu.parcels;

import static dev.kefu.workflow.Groups.MANAGERS;
import static dev.kefu.workflow.Groups.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import dev.kefu.TestOrders;
import dev.kefu.cases.CaseStatus;
import dev.kefu.shared.Money;
import dev.kefu.shipping.ParcelEventStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What goes back to the customer for a parcel that did not arrive (PAR-6, PAR-7). The goods cost 1050.00, the freight 10.00. */
class ParcelRefundTests extends ParcelWalk {

    @Test
    void paysTheGoodsBackWithoutTheFreightWhereTheCustomerIsToBlame() {
        var parcel = report("UNREACHABLE");
        comesBack(parcel);

        answers(parcel, "REFUND");

        assertThat(candidates("approveRefund", parcel)).containsExactly(MANAGERS);
        approveAndPay(parcel);
        assertThat(outcome(parcel)).isEqualTo("REFUNDED");
        assertThat(account().refunded()).isEqualTo(Money.cny("1050.00"));
        assertThat(openTasks(parcel)).containsExactly("inspectGoods");
        inspect(parcel, "AS_NEW");
        assertThat(parcel).isEnded().hasPassed("recordParcelRefund", "recordParcelInspection", "parcelSettled");
        assertThat(cupsInStock()).isEqualTo(3);
        assertThat(orders.unsent(order)).isEmpty();
    }

    @Test
    void paysTheFreightBackTooWhereTheCourierIsToBlame() {
        var parcel = report("LOST");

        answers(parcel, "REFUND");
        approveAndPay(parcel);

        assertThat(outcome(parcel)).isEqualTo("REFUNDED");
        assertThat(account().refunded()).isEqualTo(Money.cny("1060.00"));
    }

    @Test
    void inspectsARefusedParcelAndHoldsTheFreightThereAndBack() {
        var parcel = report("REFUSED");
        assertThat(openTasks(parcel)).containsExactly("chaseCourier");
        comesBack(parcel);

        assertThat(openTasks(parcel)).containsExactly("inspectGoods");
        inspect(parcel, "AS_NEW");
        approveAndPay(parcel);

        assertThat(parcel).isEnded().hasNotPassed("agreeWithCustomer");
        assertThat(outcome(parcel)).isEqualTo("REFUNDED");
        // 2.9 kg take 7.00 on the way back, by the demo's table; the 10.00 for the way there stay paid
        assertThat(account().refunded()).isEqualTo(Money.cny("1043.00"));
        assertThat(cupsInStock()).isEqualTo(3);
    }

    @Test
    void claimsFromTheCourierWhatInspectionFindsDamaged() {
        var parcel = report("REFUSED");
        comesBack(parcel);

        complete(WAREHOUSE, "inspectGoods", parcel,
                Map.of("findings", List.of(found(1, 3, "AS_NEW"), found(2, 1, "DAMAGED"))));

        assertThat(openTasks(parcel)).contains("claimFromCourier", "approveRefund");
        approveAndPay(parcel);
        assertThat(file(parcel).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(parcel).isNotEnded();
        assertThat(cupsInStock()).isEqualTo(3);
        assertThat(stock.find(TestOrders.kettleOf(order)).map(level -> level.onHand()).orElse(0)).isZero();
    }

    @Test
    void goesBackToTheAgentWhereTheRefundIsRefused() {
        var parcel = report("UNREACHABLE");
        comesBack(parcel);
        answers(parcel, "REFUND");

        refuseRefund(parcel);

        assertThat(openTasks(parcel)).containsExactly("agreeReshipment");
        assertThat(shown("agreeReshipment", parcel, "situation").toString()).contains("Too dear.");
        answers(parcel, "RESHIP");
        courierReports(ship(parcel), ParcelEventStatus.DELIVERED);
        assertThat(outcome(parcel)).isEqualTo("DELIVERED");
        assertThat(account().refunded()).isEqualTo(Money.cny("0.00"));
    }
}
