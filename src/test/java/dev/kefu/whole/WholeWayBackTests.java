package dev.kefu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What couriers report of goods on their way back moves the return, by nothing but REST (RET-3, RET-4). */
@WholeTest
class WholeWayBackTests {

    private final String reportedAt = OffsetDateTime.now().minusMinutes(3).toString();

    @Autowired
    Kefu kefu;

    @Test
    void theCouriersDeliveryIsTheArrival() {
        var order = kefu.sells(kefu.sale().line(2, "50.00"));
        var goods = approved(order);
        var number = "YT-" + goods.number();
        goods.done("returns", "arrangeReturn", Map.of("courier", "YTO", "trackingNumber", number));

        assertThat(report(number, "IN_TRANSIT", "1").status()).isEqualTo(202);
        assertThat(goods.tasks()).isEmpty();
        assertThat(report(number, "DELIVERED", "2").status()).isEqualTo(202);
        assertThat(report(number, "DELIVERED", "2").status()).isEqualTo(202);

        assertThat(goods.tasks()).containsExactly("inspectGoods");
        assertThat(goods.timeline().stream().filter("PARCEL_ARRIVED"::equals)).hasSize(1);
        goods.inspected("warehouse", Kefu.found(1, 1, 0)).paid();
        assertThat(goods.text("outcome")).isEqualTo("REFUNDED");
        assertThat(order.text("refunded")).isEqualTo("50.00");
    }

    @Test
    void aDeliveryThatWasReportedBeforeAnybodyWaitedIsNotLost() {
        var goods = approved(kefu.sells(kefu.sale().line(1, "50.00")));
        var number = "EARLY-" + goods.number();
        report(number, "DELIVERED", "3");
        assertThat(goods.tasks()).containsExactly("arrangeReturn");

        goods.done("returns", "arrangeReturn", Map.of("courier", "YTO", "trackingNumber", number));

        assertThat(goods.tasks()).containsExactly("inspectGoods");
    }

    @Test
    void aDeliveryAfterTheWithdrawalSendsTheGoodsHome() {
        var goods = approved(kefu.sells(kefu.sale().line(1, "50.00")));
        var number = "LATE-" + goods.number();
        goods.done("returns", "arrangeReturn", Map.of("byCustomer", true));
        goods.tell("agent", "return-shipped", Map.of("courier", "YTO", "trackingNumber", number));
        goods.tell("agent", "return-withdrawn");
        assertThat(goods.text("status")).as("it travels").isEqualTo("OPEN");
        report(number, "DELIVERED", "4");
        assertThat(goods.tasks()).containsExactly("shipBack");
    }

    private Caller.Answer report(String number, String status, String id) {
        return kefu.as("integration").post("/api/parcel-events", Json.of(Map.of("eventId", number + id, "courier", "YTO",
                "trackingNumber", number, "status", status, "occurredAt", reportedAt,
                "place", "Hangzhou")));
    }

    private Kefu.Case approved(Kefu.Order order) {
        return kefu.opens("agent", order.returning(1, 1)).done("returns", "reviewReturn", Map.of("decision", "APPROVE"));
    }
}
