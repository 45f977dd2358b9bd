package dev.kefu.whole;

import static dev.kefu.CourierDesk.DIES_AFTER_SERVING;
import static dev.kefu.CourierDesk.REFUSES;
import static dev.kefu.CourierDesk.SERVES;
import static dev.kefu.CourierDesk.answers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.OutsideService;
import dev.kefu.shipping.BookingUnclear;
import dev.kefu.shipping.ParcelView;
import dev.kefu.shipping.Parcels;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases whose parcels a courier's service takes, and what happens to them while it is asked (PAR-4, RET-3). */
class ServiceInCasesTests extends WithCourierService {

    @Autowired
    Parcels parcels;

    @Autowired
    Clock clock;

    private Kefu.Order order;
    private String number;
    private String sku;

    @BeforeEach
    void send() {
        number = "SC" + UUID.randomUUID().toString().substring(0, 8);
        sku = "SC-" + number + "-1";
        var sent = OffsetDateTime.now(clock).minusDays(6).toString();
        order = kefu.sells(kefu.saleUnderWay().articles("SC-" + number + "-").line(2, "50.00").with("shipments", List.of(
                Map.of("courier", "YTO", "trackingNumber", number, "shippedAt", sent,
                        "lines", List.of(Map.of("line", 1, "quantity", 2))))));
    }

    @Test
    void theServiceTakesTheParcelToTheNewAddress() {
        var parcel = agreedToTheRightAddress();
        assertThat(parcel.tasks()).isEmpty();

        runJobs(parcel);

        var asked = DESK.ordersOf(parcel.number());
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0).body().at("/customer/address/street").asText()).isEqualTo("文三路 99 号");
        assertThat(asked.get(0).body().at("/lines/0/quantity").asInt()).isEqualTo(2);
        assertThat(parcel.timeline()).contains("PARCEL_BOOKED", "PARCEL_SENT_AGAIN");
        report(DESK.numberOf(parcel.number() + "-2"), "DELIVERED");
        assertThat(parcel.text("outcome")).isEqualTo("DELIVERED");
    }

    @Test
    void orderClerksSendWhatTheServiceRefuses() {
        var parcel = agreedToTheRightAddress();
        DESK.next(REFUSES);

        runJobs(parcel);

        assertThat(parcel.tasks()).containsExactly("reshipParcel");
        assertThat(parcel.timeline()).contains("BOOKED_BY_HAND");
        parcel.done("orderclerk", "reshipParcel", Map.of("courier", "YTO", "trackingNumber", "B" + number));
        assertThat(parcel.tasks()).isEmpty();
    }

    @Test
    void theParcelGoesOutOnceThoughTheServiceDiedBeforeItAnswered() {
        var parcel = agreedToTheRightAddress();
        DESK.next(DIES_AFTER_SERVING, SERVES);

        assertThatThrownBy(() -> runJobs(parcel)).isInstanceOf(BookingUnclear.class);
        runJobs(parcel);

        assertThat(DESK.ordersOf(parcel.number())).extracting(OutsideService.Order::key).containsOnly(parcel.number() + "-2").hasSize(2);
        assertThat(sentAgain(parcel)).containsExactly(DESK.numberOf(parcel.number() + "-2"));
    }

    @Test
    void aParcelThatTurnsUpWhileTheServiceIsAskedIsNotSentTwice() {
        var parcel = lostAndToBeSentAgain();
        DESK.meanwhile(() -> report(number, "DELIVERED"));

        runJobs(parcel);
        DESK.next();
        cancellations.tellDue();

        assertThat(DESK.hasCancelled(parcel.number() + "-2")).isTrue();
        assertThat(parcel.text("outcome")).isEqualTo("DELIVERED");
        assertThat(sentAgain(parcel)).isEmpty();
        assertThat(stock().get("reserved").asInt()).isZero();
        assertThat(stock().get("onHand").asInt()).isEqualTo(5);
    }

    @Test
    void aParcelThatTurnsUpBetweenTwoTriesIsNotSentTwice() {
        var parcel = lostAndToBeSentAgain();
        DESK.next(DIES_AFTER_SERVING);
        assertThatThrownBy(() -> runJobs(parcel)).isInstanceOf(BookingUnclear.class);
        report(number, "DELIVERED");

        runJobs(parcel);
        cancellations.tellDue();

        assertThat(DESK.hasCancelled(parcel.number() + "-2")).isTrue();
        assertThat(parcel.text("outcome")).isEqualTo("DELIVERED");
    }

    @Test
    void goodsThatACountTakesBackWhileTheServiceIsAskedAreNotSent() {
        var parcel = lostAndToBeSentAgain();
        DESK.meanwhile(() -> kefu.hasInStock(sku, 0));

        runJobs(parcel);
        DESK.next();
        cancellations.tellDue();

        assertThat(DESK.hasCancelled(parcel.number() + "-2")).isTrue();
        assertThat(parcel.timeline()).contains("GOODS_OUT_OF_STOCK");
        assertThat(stock().get("onHand").asInt()).isZero();
    }

    @Test
    void aCaseThatIsStoppedWhileTheServiceIsAskedSendsNothing() {
        var parcel = agreedToTheRightAddress();
        DESK.meanwhile(() -> stop(parcel));

        catchThrowable(() -> runJobs(parcel));
        DESK.next();
        cancellations.tellDue();

        assertThat(parcel.text("outcome")).isEqualTo("ABORTED");
        assertThat(DESK.hasCancelled(parcel.number() + "-2")).isTrue();
        assertThat(sentAgain(parcel)).isEmpty();
    }

    @Test
    void aReturnThatIsWithdrawnWhileTheServiceIsAskedIsNotCollected() {
        var sold = kefu.sells(kefu.sale().line(1, "50.00"));
        var goods = kefu.opens("agent", sold.returning(1, 1)).done("returns", "reviewReturn", Map.of("decision", "APPROVE"));
        DESK.meanwhile(() -> {
            var withdrawn = goods.tell("agent", "return-withdrawn");
            assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);
        });

        catchThrowable(() -> runJobs(goods));
        DESK.next();
        cancellations.tellDue();

        assertThat(goods.text("outcome")).isEqualTo("WITHDRAWN");
        assertThat(DESK.ordersOf(goods.number())).hasSize(1);
        assertThat(DESK.hasCancelled(goods.number() + "-1")).isTrue();
        assertThat(parcels.ofOrder(sold.number())).extracting(ParcelView::trackingNumber)
                .doesNotContain(DESK.numberOf(goods.number() + "-1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"200 | The courier was told.", "409 | order clerks, please tell the courier"})
    void theServiceIsToldOfTheRightAddressWhileTheParcelTravels(int status, String noted) {
        var parcel = reported("ADDRESS_UNCLEAR");
        DESK.next(answers(status, "{}"));

        var told = parcel.tell("agent", "address-corrected", Map.of("address", Map.of("province", "浙江省", "city", "杭州市",
                "district", "西湖区", "street", "文三路 99 号")));
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        assertThat(redirections()).as("no courier is asked in the agent's own call").isEmpty();
        runJobs(parcel);

        assertThat(redirections()).hasSize(1);
        assertThat(redirections().get(0).body().at("/customer/address/street").asText()).isEqualTo("文三路 99 号");
        assertThat(parcel.json().get("timeline").toString()).contains("ADDRESS_CORRECTED", noted);
    }

    private List<OutsideService.Order> redirections() {
        return DESK.orders().stream().filter(each -> each.text("trackingNumber").equals(number)).toList();
    }

    private Kefu.Case agreedToTheRightAddress() {
        var parcel = reported("ADDRESS_UNCLEAR");
        assertThat(parcel.tell("warehouse", "parcel-came-back").status()).isEqualTo(200);
        return parcel.done("agent", "agreeReshipment", Map.of("answer", "RESHIP", "note", "The right one.",
                "address", Map.of("province", "浙江省", "city", "杭州市", "street", "文三路 99 号")));
    }

    private Kefu.Case lostAndToBeSentAgain() {
        kefu.hasInStock(sku, 5);
        return reported("LOST").done("agent", "agreeReshipment", Map.of("answer", "RESHIP", "note", "Once more."));
    }

    private Kefu.Case reported(String cause) {
        var answer = kefu.as("agent").post("/api/cases/undeliverable-parcel", Json.of(Map.of("trackingNumber", number, "cause", cause)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return kefu.caseOf(answer);
    }

    private List<String> sentAgain(Kefu.Case parcel) {
        return parcels.ofOrder(order.number()).stream().filter(each -> each.caseNumber() != null
                && each.caseNumber().value().equals(parcel.number())).map(ParcelView::trackingNumber).toList();
    }

    private JsonNode stock() {
        return kefu.as("warehouse").get("/api/stock/" + sku).json();
    }

    private void report(String tracking, String status) {
        var told = kefu.as("integration").post("/api/parcel-events", Json.of(Map.of("eventId", UUID.randomUUID().toString(),
                "courier", "YTO", "trackingNumber", tracking, "status", status, "occurredAt", OffsetDateTime.now(clock).toString())));
        assertThat(told.status()).as(told.body()).isEqualTo(202);
    }
}
