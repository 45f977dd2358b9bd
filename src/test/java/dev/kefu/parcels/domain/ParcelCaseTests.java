package dev.kefu.parcels.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.kefu.couriers.CourierChoice;
import dev.kefu.couriers.CourierQuote;
import dev.kefu.customers.Contact.Address;
import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Money;
import dev.kefu.shipping.Leg;
import dev.kefu.shipping.ParcelPurpose;
import dev.kefu.shipping.ParcelState;
import dev.kefu.shipping.ParcelView;
import dev.kefu.stock.Finding;
import dev.kefu.stock.GoodsCondition;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a case makes of what happens to its parcel, and what comes next by that; the case alone. */
class ParcelCaseTests {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final CaseNumber CASE = CaseNumber.of("KF-2026-000041");
    private static final CaseNumber STOCK_OUT = CaseNumber.of("KF-2026-000042");

    private static ParcelView parcel(long id, Leg leg, ParcelState state) {
        return new ParcelView(id, "SO-1", leg, ParcelPurpose.ORDER, null, "YTO", "YT" + id, List.of(), NOW, state, 0, NOW, null, false,
                List.of());
    }

    private static ParcelCase reported(ParcelCause cause, ParcelState state) {
        return reported(cause, parcel(1, Leg.TO_CUSTOMER, state));
    }

    private static ParcelCase reported(ParcelCause cause, ParcelView view) {
        var goods = List.of(ParcelLine.of(1, 3, "CUP", "Cup"), ParcelLine.of(2, 1, "KETTLE", "Kettle"));
        return ParcelCase.reported(CASE, new CheckedReport(view, "C-1", cause, goods), NOW);
    }

    private static void sendAgain(ParcelCase parcel, boolean others) {
        parcel.sentAgain(parcel(2, Leg.TO_CUSTOMER, ParcelState.ANNOUNCED), others, NOW, NOW);
    }

    private static void reship(ParcelCase parcel) {
        parcel.decide(Course.RESHIP, "agent");
    }

    private static void refund(ParcelCase parcel) {
        parcel.decide(Course.REFUND, "agent");
    }

    private static void rule(ParcelCase parcel, Fault fault, FreightBearer payer, FaultStep next) {
        parcel.ruled(Ruling.of(fault, payer, next, 1));
    }

    private static void quote(ParcelCase parcel, String surcharge) {
        var quote = new CourierQuote("SF", "SF Express", true, Money.cny("16.00"), 2, false, false, Money.cny(surcharge), "A row.", null, null);
        parcel.freight().quoted(new CourierChoice(quote, "Asked for."), Money.cny(surcharge));
    }

    private static void inspect(ParcelCase parcel, GoodsCondition condition) {
        parcel.home().inspected(List.of(new Finding(1, 3, 0, condition, false, null), new Finding(2, 1, 0, condition, false, null)), "wh");
    }

    /** What was reported of a parcel in which state, what happened then, and what comes next. */
    private static Arguments row(String what, ParcelCause cause, ParcelState state, Consumer<ParcelCase> then, ParcelStep next) {
        return arguments(what, reported(cause, state), then, next);
    }

    static Stream<Arguments> paths() {
        return Stream.of(
                row("on its way", ParcelCause.UNREACHABLE, ParcelState.FAILED_ATTEMPT, parcel -> { }, ParcelStep.CHASE),
                row("back already", ParcelCause.UNREACHABLE, ParcelState.RETURNED, parcel -> { }, ParcelStep.AGREE),
                row("reported lost", ParcelCause.LOST, ParcelState.UNDER_WAY, parcel -> { }, ParcelStep.AGREE),
                row("reported damaged", ParcelCause.DAMAGED, ParcelState.UNDER_WAY, parcel -> { }, ParcelStep.AGREE),
                row("called delivered, not there", ParcelCause.LOST, ParcelState.DELIVERED, parcel -> { }, ParcelStep.CHASE),
                row("called delivered, damaged there", ParcelCause.DAMAGED, ParcelState.DELIVERED, parcel -> { }, ParcelStep.AGREE),
                row("called delivered once more", ParcelCause.LOST, ParcelState.DELIVERED,
                        parcel -> parcel.moved(ParcelState.DELIVERED), ParcelStep.CHASE),
                row("not there, and lost as the courier admits", ParcelCause.LOST, ParcelState.DELIVERED, ParcelCase::lost, ParcelStep.AGREE),
                row("not there, and delivered after all", ParcelCause.LOST, ParcelState.DELIVERED, ParcelCase::delivered, ParcelStep.CLOSE),
                row("comes home", ParcelCause.UNREACHABLE, ParcelState.UNDER_WAY, ParcelCase::comeHome, ParcelStep.AGREE),
                row("lost after a failed attempt", ParcelCause.UNREACHABLE, ParcelState.UNDER_WAY, ParcelCase::lost, ParcelStep.AGREE),
                row("turns up after it was lost", ParcelCause.LOST, ParcelState.LOST,
                        parcel -> parcel.moved(ParcelState.UNDER_WAY), ParcelStep.CHASE),
                row("on its way back after it was lost", ParcelCause.LOST, ParcelState.LOST,
                        parcel -> parcel.moved(ParcelState.RETURNING), ParcelStep.CHASE),
                row("delivered after all", ParcelCause.UNREACHABLE, ParcelState.UNDER_WAY,
                        parcel -> parcel.moved(ParcelState.DELIVERED), ParcelStep.CLOSE),
                row("turned down", ParcelCause.UNREACHABLE, ParcelState.UNDER_WAY,
                        parcel -> parcel.decide(Course.REJECT, "lead"), ParcelStep.CLOSE),
                row("to be sent again", ParcelCause.UNREACHABLE, ParcelState.RETURNED, ParcelCaseTests::reship, ParcelStep.BOOK),
                row("to be sent again by hand", ParcelCause.UNREACHABLE, ParcelState.RETURNED, parcel -> {
                    reship(parcel);
                    parcel.sending().byHand();
                }, ParcelStep.RESHIP),
                row("to be sent again, and not here", ParcelCause.UNREACHABLE, ParcelState.UNDER_WAY, ParcelCaseTests::reship, ParcelStep.CHASE),
                row("to be sent again for a surcharge", ParcelCause.OUT_OF_AREA, ParcelState.RETURNED, parcel -> {
                    reship(parcel);
                    quote(parcel, "12.00");
                }, ParcelStep.AGREE),
                row("to be sent again, the surcharge paid", ParcelCause.OUT_OF_AREA, ParcelState.RETURNED, parcel -> {
                    reship(parcel);
                    quote(parcel, "12.00");
                    parcel.freight().paid();
                }, ParcelStep.BOOK),
                row("lost, others to be sent", ParcelCause.LOST, ParcelState.LOST, ParcelCaseTests::reship, ParcelStep.AWAIT_GOODS),
                row("lost, others promised", ParcelCause.LOST, ParcelState.LOST, parcel -> {
                    reship(parcel);
                    parcel.sending().goodsReserved();
                }, ParcelStep.BOOK),
                row("lost, others owed by a stock-out", ParcelCause.LOST, ParcelState.LOST, parcel -> {
                    reship(parcel);
                    parcel.sending().goodsOwedBy(STOCK_OUT);
                    parcel.comeHome();
                }, ParcelStep.AWAIT_GOODS),
                row("home damaged, others to be sent", ParcelCause.UNREACHABLE, ParcelState.RETURNED, parcel -> {
                    inspect(parcel, GoodsCondition.DAMAGED);
                    reship(parcel);
                }, ParcelStep.AWAIT_GOODS),
                row("sent again", ParcelCause.UNREACHABLE, ParcelState.RETURNED, parcel -> {
                    reship(parcel);
                    sendAgain(parcel, false);
                }, ParcelStep.AWAIT_DELIVERY),
                row("sent again, late", ParcelCause.UNREACHABLE, ParcelState.RETURNED, parcel -> {
                    reship(parcel);
                    sendAgain(parcel, false);
                    parcel.sending().noLongerAwaited();
                }, ParcelStep.CHASE),
                row("failed again", ParcelCause.UNREACHABLE, ParcelState.RETURNED, parcel -> {
                    reship(parcel);
                    sendAgain(parcel, false);
                    parcel.moved(ParcelState.RETURNING);
                    rule(parcel, Fault.CUSTOMER, FreightBearer.CUSTOMER, FaultStep.DECIDE);
                }, ParcelStep.DECIDE),
                row("too many tries", ParcelCause.UNREACHABLE, ParcelState.RETURNED,
                        parcel -> parcel.decided().askSupervisor(), ParcelStep.DECIDE),
                row("given up", ParcelCause.UNREACHABLE, ParcelState.RETURNED,
                        parcel -> parcel.decide(Course.ABANDON, "sup"), ParcelStep.CLOSE),
                row("to be refunded", ParcelCause.UNREACHABLE, ParcelState.UNDER_WAY, ParcelCaseTests::refund, ParcelStep.REFUND),
                row("refused, under way", ParcelCause.REFUSED, ParcelState.RETURNING,
                        parcel -> rule(parcel, Fault.CUSTOMER, FreightBearer.CUSTOMER, FaultStep.REFUND), ParcelStep.CHASE),
                row("refused, home", ParcelCause.REFUSED, ParcelState.RETURNED,
                        parcel -> rule(parcel, Fault.CUSTOMER, FreightBearer.CUSTOMER, FaultStep.REFUND), ParcelStep.INSPECT),
                row("refused, inspected", ParcelCause.REFUSED, ParcelState.RETURNED, parcel -> {
                    rule(parcel, Fault.CUSTOMER, FreightBearer.CUSTOMER, FaultStep.REFUND);
                    inspect(parcel, GoodsCondition.AS_NEW);
                }, ParcelStep.REFUND),
                row("refunded", ParcelCause.UNREACHABLE, ParcelState.UNDER_WAY, parcel -> {
                    refund(parcel);
                    parcel.refunding().order(false);
                    parcel.refundEnded(true);
                }, ParcelStep.CLOSE),
                row("refund refused", ParcelCause.UNREACHABLE, ParcelState.UNDER_WAY, parcel -> {
                    refund(parcel);
                    parcel.refunding().order(false);
                    parcel.refundEnded(false);
                }, ParcelStep.AGREE),
                row("delivered, the surcharge still here", ParcelCause.OUT_OF_AREA, ParcelState.RETURNED, parcel -> {
                    quote(parcel, "12.00");
                    parcel.freight().paid();
                    parcel.delivered();
                }, ParcelStep.REFUND),
                row("the surcharge not paid back", ParcelCause.OUT_OF_AREA, ParcelState.RETURNED, parcel -> {
                    quote(parcel, "12.00");
                    parcel.freight().paid();
                    parcel.delivered();
                    parcel.refunding().order(true);
                    parcel.refundEnded(false);
                }, ParcelStep.DECIDE),
                row("closed, the goods home", ParcelCause.UNREACHABLE, ParcelState.RETURNED, parcel -> {
                    parcel.decide(Course.ABANDON, "sup");
                    parcel.close();
                }, ParcelStep.INSPECT),
                row("closed", ParcelCause.UNREACHABLE, ParcelState.UNDER_WAY, parcel -> {
                    parcel.delivered();
                    parcel.close();
                }, ParcelStep.DONE),
                arguments("to the shop, under way", reported(ParcelCause.COURIER_FAULT, parcel(1, Leg.TO_SHOP, ParcelState.UNDER_WAY)),
                        (Consumer<ParcelCase>) parcel -> { }, ParcelStep.CHASE),
                arguments("to the shop, lost", reported(ParcelCause.LOST, parcel(1, Leg.TO_SHOP, ParcelState.UNDER_WAY)),
                        (Consumer<ParcelCase>) parcel -> { }, ParcelStep.CLOSE),
                arguments("to the shop, called delivered", reported(ParcelCause.LOST, parcel(1, Leg.TO_SHOP, ParcelState.DELIVERED)),
                        (Consumer<ParcelCase>) parcel -> { }, ParcelStep.CHASE));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("paths")
    void saysWhatComesNext(String what, ParcelCase parcel, Consumer<ParcelCase> then, ParcelStep next) {
        then.accept(parcel);

        assertThat(parcel.nextStep()).isEqualTo(next);
    }

    @Test
    void keepsTheGoodsOfALostParcelThatComesHomeApartFromThoseThatWentOutForThem() {
        var parcel = reported(ParcelCause.LOST, ParcelState.LOST);
        reship(parcel);
        parcel.sending().goodsOwedBy(STOCK_OUT);
        parcel.comeHome();

        parcel.sending().stockOutEnded();
        sendAgain(parcel, true);

        assertThat(parcel.home().areHere()).isTrue();
        assertThat(parcel.sending().hasOtherGoods()).isTrue();
    }

    @Test
    void isAboutWhatWasSentInPartFromThenOn() {
        var parcel = reported(ParcelCause.LOST, ParcelState.LOST);

        parcel.becomesAbout(List.of(new LineQuantity(1, 2)));

        assertThat(parcel.units()).containsExactly(new LineQuantity(1, 2));
    }

    @Test
    void failsOnceForEachShipment() {
        var parcel = reported(ParcelCause.LOST, ParcelState.LOST);
        reship(parcel);
        sendAgain(parcel, true);

        assertThat(parcel.moved(ParcelState.FAILED_ATTEMPT)).isTrue();
        assertThat(parcel.moved(ParcelState.RETURNING)).isFalse();

        assertThat(parcel.cause()).isEqualTo(ParcelCause.UNREACHABLE);
        assertThat(parcel.failing().attempt()).isEqualTo(2);
    }

    @Test
    void blamesTheCourierForWhatItFindsAgain() {
        var parcel = reported(ParcelCause.LOST, ParcelState.DELIVERED);

        parcel.isOnItsWayBack();

        assertThat(parcel.cause()).isEqualTo(ParcelCause.COURIER_FAULT);
        assertThat(parcel.moved(ParcelState.DELIVERED)).isTrue();
    }

    @Test
    void opensTheClaimOnce() {
        var parcel = reported(ParcelCause.LOST, ParcelState.LOST);
        rule(parcel, Fault.COURIER, FreightBearer.SHOP, FaultStep.CLAIM);

        assertThat(parcel.becomesCouriersBusiness()).isTrue();
        assertThat(parcel.becomesCouriersBusiness()).isFalse();
    }

    @Test
    void doesNotGoToADoorTwiceThatWasUnclear() {
        var door = new Address("浙江省", "杭州市", "西湖区", "文三路 1 号", null);
        var other = new Address("浙江省", "杭州市", "西湖区", "文三路 99 号", null);
        var parcel = reported(ParcelCause.ADDRESS_UNCLEAR, ParcelState.RETURNED);
        parcel.otherDoor().become(other);
        assertThat(parcel.otherDoor().hasFailedAt(other, door)).isFalse();

        sendAgain(parcel, false);

        assertThat(parcel.otherDoor().hasFailedAt(other, door)).isTrue();
    }
}
