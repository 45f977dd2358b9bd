package dev.kefu.whole;

import static dev.kefu.CourierDesk.DIES_AFTER_SERVING;
import static dev.kefu.CourierDesk.DIES_IN_MID_SENTENCE;
import static dev.kefu.CourierDesk.REFUSES;
import static dev.kefu.CourierDesk.SERVES;
import static dev.kefu.CourierDesk.SERVES_TOO_SLOWLY;
import static dev.kefu.CourierDesk.answers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doReturn;

import dev.kefu.CourierDesk.Manner;
import dev.kefu.OutsideService;
import dev.kefu.customers.Contact;
import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shipping.Booking;
import dev.kefu.shipping.BookingResult;
import dev.kefu.shipping.BookingResult.Status;
import dev.kefu.shipping.BookingUnclear;
import dev.kefu.shipping.Bookings;
import dev.kefu.shipping.Leg;
import dev.kefu.shipping.ParcelPurpose;
import dev.kefu.shipping.ParcelState;
import dev.kefu.shipping.ParcelView;
import dev.kefu.shipping.Parcels;
import dev.kefu.shipping.PlannedBooking;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Parcels booked with a courier's service that behaves as real ones do on bad days; each key is one parcel. */
class BookingTests extends WithCourierService {

    private static final AtomicInteger EVENTS = new AtomicInteger();
    private static final Contact FANG = new Contact("王芳", "13800000001", "fang@example.com",
            new Contact.Address("浙江省", "杭州市", "西湖区", "文三路 1 号", "310012"));

    @Autowired
    Bookings bookings;

    @Autowired
    Parcels parcels;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Kefu.Order order;
    private Kefu.Case goods;
    private String key;

    /** A customer who sends one of two units back, and to whom the other goes out again. */
    @BeforeEach
    void openCase() {
        order = kefu.sells(kefu.sale().line(3, "50.00"));
        goods = kefu.opens("agent", order.returning(1, 1));
        key = goods.number() + "-1";
        doReturn(false).when(tries).isLast();
    }

    @Test
    void booksAParcelAndRegistersIt() {
        var result = book();

        assertThat(result).isEqualTo(new BookingResult(Status.BOOKED, "SF", DESK.numberOf(key), null));
        assertThat(parcel().caseNumber()).isEqualTo(CaseNumber.of(goods.number()));
        assertThat(parcel().state()).isEqualTo(ParcelState.ANNOUNCED);
        assertThat(shipments()).containsExactly(DESK.numberOf(key));
        assertThat(goods.timeline()).contains("PARCEL_BOOKED");
        var asked = orders().get(0);
        assertThat(asked.isSigned()).isTrue();
        assertThat(asked.key()).isEqualTo(key);
        assertThat(asked.text("courier")).isEqualTo("SF");
        assertThat(asked.text("leg")).isEqualTo("TO_CUSTOMER");
        assertThat(asked.body().at("/customer/address/street").asText()).isEqualTo("文三路 1 号");
        assertThat(asked.body().at("/lines/0/quantity").asInt()).isEqualTo(1);
        assertThat(asked.body().get("weightGrams").asInt()).isEqualTo(1200);
    }

    @Test
    void asksOnceForTheSameKey() {
        var first = book();
        var again = book();

        assertThat(again).isEqualTo(first);
        assertThat(orders()).hasSize(1);
        assertThat(parcels.ofCase(CaseNumber.of(goods.number()))).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("breakingOff")
    void asksAgainUnderTheSameKeyWhereNobodyKnowsWhetherItIsBooked(Manner manner) {
        DESK.next(manner, SERVES);

        assertThatThrownBy(this::book).isInstanceOf(BookingUnclear.class);
        assertThat(goods.timeline()).contains("BOOKING_UNANSWERED");
        var result = book();

        assertThat(result.status()).isEqualTo(Status.BOOKED);
        assertThat(orders()).hasSize(2).extracting(OutsideService.Order::key).containsOnly(key);
        assertThat(parcels.called(DESK.numberOf(key))).hasSize(1);
    }

    static Stream<Manner> breakingOff() {
        return Stream.of(SERVES_TOO_SLOWLY, DIES_AFTER_SERVING, DIES_IN_MID_SENTENCE, answers(503, ""), answers(429, ""),
                answers(200, "<html>"), answers(200, "{\"status\": \"BOOKED\"}"), answers(202, ""),
                answers(200, "{\"status\": \"PENDING\"}"), answers(301, "{\"status\": \"BOOKED\", \"trackingNumber\": \"X1\"}"),
                answers(200, "{\"status\": \"BOOKED\", \"trackingNumber\": \"---\"}"));
    }

    @Test
    void leavesItToPeopleWhatTheServiceRefuses() {
        DESK.next(REFUSES);

        var result = book();
        var again = book();

        assertThat(result).isEqualTo(new BookingResult(Status.BY_HAND, null, null, "Nobody drives there"));
        assertThat(again).isEqualTo(result);
        assertThat(orders()).hasSize(1);
        assertThat(shipments()).isEmpty();
        assertThat(goods.timeline()).contains("BOOKING_BY_HAND");
        cancellations.tellDue();
        assertThat(DESK.hasCancelled(key)).isFalse();
    }

    @Test
    void givesUpToPeopleAtTheLastTryAndCancelsWhatTheServiceMayHave() {
        DESK.next(SERVES_TOO_SLOWLY, SERVES_TOO_SLOWLY);
        assertThatThrownBy(this::book).isInstanceOf(BookingUnclear.class);

        doReturn(true).when(tries).isLast();
        var result = book();
        cancellations.tellDue();

        assertThat(result.status()).isEqualTo(Status.BY_HAND);
        // A read that times out and a call that does may end either way, at the same moment
        assertThat(result.note()).contains("courier service");
        assertThat(DESK.hasCancelled(key)).isTrue();
        assertThat(shipments()).isEmpty();
        assertThat(goods.timeline()).contains("BOOKING_BY_HAND", "BOOKING_CANCELLED");
    }

    @Test
    void cancelsNothingWhereTheServiceHeardNothing() {
        doReturn(true).when(tries).isLast();
        DESK.goAway();
        try {
            assertThat(book().status()).isEqualTo(Status.BY_HAND);
        } finally {
            DESK.comeBack();
        }

        cancellations.tellDue();

        assertThat(DESK.hasCancelled(key)).isFalse();
        assertThat(orders()).isEmpty();
    }

    @Test
    void remembersThatOneOfSeveralTriesMayHaveReachedTheService() {
        DESK.next(DIES_AFTER_SERVING);
        assertThatThrownBy(this::book).isInstanceOf(BookingUnclear.class);
        doReturn(true).when(tries).isLast();
        DESK.goAway();
        try {
            assertThat(book().status()).isEqualTo(Status.BY_HAND);
        } finally {
            DESK.comeBack();
        }

        cancellations.tellDue();

        assertThat(DESK.hasCancelled(key)).isTrue();
    }

    @Test
    void cancelsWhatIsNotWantedAnyMore() {
        book();
        var unsent = order.line(1).get("unsentQuantity").asInt();

        bookings.cancel(key);
        bookings.cancel(key);
        cancellations.tellDue();
        cancellations.tellDue();

        assertThat(DESK.hasCancelled(key)).isTrue();
        assertThat(cancelled()).isEqualTo(1);
        assertThat(parcels.ofOrder(order.number())).isEmpty();
        assertThat(order.line(1).get("unsentQuantity").asInt()).isGreaterThanOrEqualTo(unsent);
        assertThat(goods.timeline().stream().filter("BOOKING_CANCELLED"::equals)).hasSize(1);
        assertThat(book().status()).isEqualTo(Status.BY_HAND);
        assertThat(parcels.ofOrder(order.number())).isEmpty();
    }

    @Test
    void tellsACancellationUntilTheServiceKnows() {
        book();
        bookings.cancel(key);
        for (var manner : List.of(answers(503, ""), SERVES_TOO_SLOWLY, answers(202, ""))) {
            DESK.next((Manner) manner);
            cancellations.tellDue();
            assertThat(goods.timeline()).doesNotContain("BOOKING_CANCELLED");
            cancellations.tellDue();
            assertThat(goods.timeline()).as("not before a pause").doesNotContain("BOOKING_CANCELLED");
            itIsTime();
        }

        DESK.next(answers(404, ""));
        cancellations.tellDue();

        assertThat(goods.timeline()).contains("BOOKING_CANCELLED");
    }

    @Test
    void saysThatACancellationCameTooLateAndFollowsTheParcelAllTheSame() {
        book();
        bookings.cancel(key);
        DESK.next(answers(409, "{\"status\": \"REFUSED\", \"reason\": \"It is on the lorry\"}"));

        cancellations.tellDue();
        cancellations.tellDue();
        assertThat(parcels.called(DESK.numberOf(key))).isEmpty();
        report("PICKED_UP");

        assertThat(goods.timeline()).contains("BOOKING_NOT_CANCELLED").doesNotContain("BOOKING_CANCELLED");
        assertThat(parcel().state()).isEqualTo(ParcelState.UNDER_WAY);
    }

    @Test
    void cancelsTheBookingsOfACaseThatIsStoppedButNotWhatTravels() {
        book();
        var travelling = DESK.numberOf(key);
        report("PICKED_UP");
        key = goods.number() + "-2";
        book();

        stop(goods);
        cancellations.tellDue();

        assertThat(DESK.hasCancelled(goods.number() + "-2")).isTrue();
        assertThat(DESK.hasCancelled(goods.number() + "-1")).isFalse();
        assertThat(parcels.ofOrder(order.number())).extracting(ParcelView::trackingNumber).containsExactly(travelling);
    }

    @Test
    void cancelsWhatWasCancelledWhileItWasAsked() {
        DESK.meanwhile(() -> {
            bookings.cancel(key);
            cancellations.tellDue();
        });

        var result = book();
        assertThat(result.status()).isEqualTo(Status.BY_HAND);
        assertThat(shipments()).isEmpty();
        DESK.next();
        cancellations.tellDue();

        assertThat(cancelled()).isEqualTo(2);
        assertThat(book().status()).isEqualTo(Status.BY_HAND);
    }

    @Test
    void asksForNothingThatWasCalledOffAMomentBefore() {
        bookings.cancel(new PlannedBooking(key, CaseNumber.of(goods.number()), order.number(), Leg.TO_CUSTOMER));

        var result = book();
        cancellations.tellDue();

        assertThat(result.status()).isEqualTo(Status.BY_HAND);
        assertThat(orders()).isEmpty();
        assertThat(DESK.hasCancelled(key)).isFalse();
    }

    @Test
    void asksForNothingForACaseThatWasStoppedAMomentBefore() {
        stop(goods);

        var result = book();

        assertThat(result.status()).isEqualTo(Status.BY_HAND);
        assertThat(orders()).isEmpty();
    }

    @Test
    void tellsTheServiceOnceMoreWhereTheStepThatAskedIsGone() {
        DESK.next(SERVES_TOO_SLOWLY);
        assertThatThrownBy(this::book).isInstanceOf(BookingUnclear.class);
        bookings.cancel(key);
        cancellations.tellDue();
        bookings.endForgotten();
        cancellations.tellDue();
        assertThat(cancelled()).as("it may still be asked").isEqualTo(1);
        jdbc.sql("update courier_booking set asked_at = timestamp '2020-01-01 00:00:00' where booking_key = ?").param(key).update();

        bookings.endForgotten();
        bookings.endForgotten();
        cancellations.tellDue();

        assertThat(cancelled()).isEqualTo(2);
        assertThat(book().status()).isEqualTo(Status.BY_HAND);
    }

    @Test
    void leavesABookingToItsStepAsLongAsTheCaseIsOpen() {
        DESK.next(DIES_AFTER_SERVING);
        assertThatThrownBy(this::book).isInstanceOf(BookingUnclear.class);
        jdbc.sql("update courier_booking set asked_at = timestamp '2020-01-01 00:00:00' where booking_key = ?").param(key).update();

        bookings.endForgotten();

        assertThat(book().status()).isEqualTo(Status.BOOKED);
    }

    @Test
    void takesNoNumberThatIsAnotherCustomersParcel() {
        kefu.sells(kefu.saleUnderWay().line(1, "5.00").with("customer", Map.of("id", "C-B", "name", "李雷")).with("shipments",
                List.of(Map.of("courier", "SF", "trackingNumber", "TAKEN-" + key, "shippedAt", OffsetDateTime.now(clock).toString(),
                        "lines", List.of(Map.of("line", 1, "quantity", 1))))));
        DESK.next(answers(200, "{\"status\": \"BOOKED\", \"trackingNumber\": \"TAKEN-" + key + "\"}"));

        var result = book();
        cancellations.tellDue();

        assertThat(result.status()).isEqualTo(Status.BY_HAND);
        assertThat(result.note()).contains("another customer");
        assertThat(DESK.hasCancelled(key)).isTrue();
    }

    @Test
    void tellsWhereATravellingParcelGoesToNow() {
        book();
        var elsewhere = new Contact("王芳", null, null, new Contact.Address("四川省", "成都市", null, "人民路 2 号", null));

        assertThat(bookings.redirect(parcel().id(), elsewhere)).isTrue();

        var told = DESK.orders().get(DESK.orders().size() - 1);
        assertThat(told.path()).isEqualTo("/bookings/redirections?of=kefu");
        assertThat(told.text("trackingNumber")).isEqualTo(DESK.numberOf(key));
        assertThat(told.body().at("/customer/address/city").asText()).isEqualTo("成都市");
        assertThat(told.isSigned()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 302, 404, 409, 422, 500})
    void saysThatNobodyCouldBeToldOfAnotherAddress(int status) {
        book();
        DESK.next(answers(status, ""));

        assertThat(bookings.redirect(parcel().id(), FANG)).isFalse();
    }

    @Test
    void forgetsTheWordsOfTheServiceWithTheCustomer() {
        order = kefu.sells(kefu.sale().line(3, "50.00").with("customer", Map.of("id", "C-" + key, "name", "王芳")));
        goods = kefu.opens("agent", order.returning(1, 1));
        key = goods.number() + "-1";
        DESK.next(answers(422, "{\"reason\": \"Nobody at 忘川路 8 号\"}"));
        book();
        key = goods.number() + "-2";
        book();
        stop(goods);
        var customer = goods.text("customerId");

        var export = kefu.as("supervisor").post("/api/customers/" + customer + "/export", "{\"reason\": \"Asked\"}");
        var erased = kefu.as("supervisor").post("/api/customers/" + customer + "/erasure", "{\"reason\": \"Asked\"}");

        assertThat(export.body()).contains("忘川路 8 号", "R-1");
        assertThat(erased.status()).as(erased.body()).isEqualTo(204);
        assertThat(goods.json().toString()).doesNotContain("忘川路 8 号");
        assertThat(jdbc.sql("select count(*) from courier_booking where order_number = ? and (note is not null or reference is not null)")
                .param(order.number()).query(Long.class).single()).isZero();
    }

    private BookingResult book() {
        return bookings.book(new Booking(key, CaseNumber.of(goods.number()), order.number(), Leg.TO_CUSTOMER, ParcelPurpose.REPLACEMENT,
                "SF", FANG, List.of(new LineQuantity(1, 1)), 1200));
    }

    private long cancelled() {
        return DESK.orders().stream().filter(each -> each.key().equals(key + "-cancel")).count();
    }

    private ParcelView parcel() {
        return parcels.called(DESK.numberOf(key)).get(0);
    }

    private List<String> shipments() {
        return parcels.ofOrder(order.number()).stream().map(ParcelView::trackingNumber).toList();
    }

    private List<OutsideService.Order> orders() {
        return DESK.ordersOf(goods.number());
    }

    private void report(String status) {
        var told = kefu.as("integration").post("/api/parcel-events", Json.of(Map.of("eventId", "BE-" + EVENTS.incrementAndGet(),
                "courier", "SF", "trackingNumber", DESK.numberOf(key), "status", status,
                "occurredAt", OffsetDateTime.now(clock).toString())));
        assertThat(told.status()).as(told.body()).isEqualTo(202);
    }

    /** The pause is over. */
    private void itIsTime() {
        jdbc.sql("update courier_booking set cancel_due = timestamp '2020-01-01 00:00:00' where cancel_due is not null").update();
    }
}
