package dev.kefu.whole;

import static dev.kefu.whole.Kefu.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuTest;
import java.time.OffsetDateTime;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** An approved return whose parcel does not come: reminded after 7 days, over after 10 (RET-8). The demo's clock moves. */
@KefuTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "camunda.bpm.job-execution.enabled=true")
@ActiveProfiles("demo")
@Import(Kefu.class)
@DirtiesContext
class WholeDeadlineTests {

    private static final Map<String, Object> APPROVE = Map.of("decision", "APPROVE");
    private static final Map<String, Object> PARCEL = Map.of("courier", "ZTO", "trackingNumber", "ZT-5");

    @Autowired
    Kefu kefu;

    private Shelf shelf;
    private Kefu.Order order;

    @BeforeEach
    void sell() {
        shelf = Shelf.with(kefu, 1, "50.00");
        order = kefu.sells(kefu.sale().of(shelf.sku(), 1, "50.00"));
    }

    @AfterEach
    void showTheRealTimeAgain() {
        ClockUtil.reset();
    }

    @Test
    void remindsAfterSevenDaysAndEndsAfterTen() {
        var goods = arranged(Wish.of(order, "CHANGED_MIND", "EXCHANGE").units(1, 1).json());
        assertThat(shelf.state()).isEqualTo("1/1/0");

        goOn("PT167H");
        assertThat(goods.timeline()).doesNotContain("CUSTOMER_REMINDED");
        goOn("PT2H");
        assertThat(goods.timeline()).containsOnlyOnce("CUSTOMER_REMINDED");
        assertThat(goods.text("status")).isEqualTo("OPEN");
        goOn("PT70H");
        assertThat(goods.text("status")).isEqualTo("OPEN");
        goOn("PT2H");

        assertThat(goods.text("status")).isEqualTo("CLOSED");
        assertThat(goods.text("outcome")).isEqualTo("EXPIRED");
        assertThat(goods.timeline()).containsOnlyOnce("CUSTOMER_REMINDED");
        assertThat(shelf.state()).as("nothing stays promised").isEqualTo("1/0/1");
        assertThat(order.line(1).get("openQuantity").asInt()).isZero();
    }

    @Test
    void tellsUntilWhenItWaits() {
        var goods = arranged(order.returning(1, 1));

        var deadline = OffsetDateTime.parse(goods.json().at("/facts/deadline").asText());

        var opened = OffsetDateTime.parse(goods.text("openedAt"));
        assertThat(deadline.toLocalDate()).isEqualTo(opened.toLocalDate().plusDays(7));
        assertThat(deadline.getOffset().toString()).isEqualTo("+08:00");
    }

    @Test
    void countsAnewFromTheDayTheCustomerSentTheGoods() {
        var goods = arranged(order.returning(1, 1));
        goOn("P8D");
        assertThat(goods.timeline()).contains("CUSTOMER_REMINDED");
        shipped(goods);

        goOn("P6D");
        assertThat(goods.text("status")).isEqualTo("OPEN");
        assertThat(goods.timeline()).containsOnlyOnce("CUSTOMER_REMINDED");
        goOn("P5D");

        assertThat(goods.text("outcome")).isEqualTo("EXPIRED");
    }

    @Test
    void takesTheParcelThatComesAfterTheReminder() {
        var goods = arranged(order.returning(1, 1));
        goOn("P9D");

        assertThat(goods.tell("warehouse", "return-parcel-arrived").status()).isEqualTo(200);
        goOn("P30D");

        assertThat(goods.tasks()).containsExactly("inspectGoods");
        goods.inspected("warehouse", found(1, 1, 0));
        assertThat(goods.text("status")).isEqualTo("OPEN");
    }

    @Test
    void opensALinkedCaseForTheParcelThatComesAfterTheEnd() {
        var goods = arranged(order.returning(1, 1));
        goOn("P11D");
        assertThat(goods.text("outcome")).isEqualTo("EXPIRED");

        assertThat(goods.tell("warehouse", "return-parcel-arrived").status()).isEqualTo(200);

        var late = kefu.caseCalled(goods.json().at("/related/0").asText());
        assertThat(late.json().at("/facts/withinPolicy").asBoolean()).as("the day of the first request counts").isTrue();
        late.done("returns", "reviewReturn", APPROVE);
        assertThat(late.tasks()).containsExactly("inspectGoods");
        assertThat(goods.text("outcome")).isEqualTo("EXPIRED");
    }

    @Test
    void waitsForAWithdrawnParcelAsLongAndNotForEver() {
        var goods = arranged(order.returning(1, 1));
        shipped(goods);
        goods.tell("agent", "return-withdrawn");

        goOn("P9D");
        assertThat(goods.text("status")).isEqualTo("OPEN");
        goOn("P2D");

        assertThat(goods.text("status")).isEqualTo("CLOSED");
        assertThat(goods.text("outcome")).isEqualTo("WITHDRAWN");
        assertThat(order.line(1).get("openQuantity").asInt()).isZero();
    }

    @Test
    void remindsNobodyWhoseReturnIsNotApprovedYet() {
        var goods = kefu.opens("agent", order.returning(1, 1));

        goOn("P30D");

        assertThat(goods.tasks()).containsExactly("reviewReturn");
        assertThat(goods.timeline()).doesNotContain("CUSTOMER_REMINDED");
    }

    private Kefu.Case arranged(Map<String, Object> request) {
        return kefu.opens("agent", request).done("returns", "reviewReturn", APPROVE)
                .done("returns", "arrangeReturn", Map.of("byCustomer", true));
    }

    private void shipped(Kefu.Case goods) {
        var told = kefu.as("agent").post("/api/cases/" + goods.number() + "/messages/return-shipped", Json.of(PARCEL));
        assertThat(told.status()).as(told.body()).isEqualTo(200);
    }

    private void goOn(String period) {
        var moved = kefu.as("supervisor").put("/api/clock", "{\"advance\": \"" + period + "\"}");
        assertThat(moved.status()).as(moved.body()).isEqualTo(200);
    }
}
