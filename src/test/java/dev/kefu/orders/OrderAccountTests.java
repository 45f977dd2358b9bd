package dev.kefu.orders;

import static dev.kefu.orders.Drafts.order;
import static dev.kefu.orders.Drafts.units;
import static dev.kefu.shared.Money.cny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kefu.KefuTest;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Money;
import dev.kefu.shared.RuleViolation;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes in for an order in cases, and what of its parts goes back (STK-5, PAR-7, SHP-4). */
@KefuTest
class OrderAccountTests {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final CaseNumber CASE = CaseNumber.of(2026, 1);
    private static final CaseNumber OTHER_CASE = CaseNumber.of(2026, 2);

    @Autowired
    Orders orders;

    private String number;

    @BeforeEach
    void takeANewOrderNumber() {
        number = "A-" + NUMBERS.incrementAndGet();
    }

    @Test
    void keepsTheLinesDiscountWhenTwoOfFiveAreCancelled() {
        orders.store(order(number).deliveredAt(null).line(1, 5, "5.50", "2.75").draft());
        cancel(units(1, 2));

        var promise = promise(Payback.of(List.of(units(1, 2)), false));

        assertThat(promise.amount()).isEqualTo(cny("9.90"));
        assertThat(orders.find(number).orElseThrow().refundable()).isEqualTo(cny("14.85"));
    }

    @Test
    void keepsTheOrdersDiscountWhenTwoOfFiveAreCancelled() {
        orders.store(order(number).deliveredAt(null).line(1, 5, "5.50").line(2, 1, "72.50").discount("10.00").draft());
        cancel(units(1, 2));

        var promise = promise(Payback.of(List.of(units(1, 2)), false));
        var rest = orders.promise(number, number + "/2", OTHER_CASE, List.of(units(1, 3), units(2, 1)), false);

        assertThat(promise.amount()).isEqualTo(cny("9.90"));
        assertThat(rest.amount()).isEqualTo(cny("80.10"));
    }

    @Test
    void holdsFreightBackOfWhatGoesBack() {
        orders.store(order(number).line(1, 2, "50.00").freight("8.00").draft());
        var asked = new Payback(List.of(units(1, 2)), true, false, cny("23.00"), null);

        assertThat(orders.quote(number, CASE, asked)).isEqualTo(cny("85.00"));
        var promise = promise(asked);
        orders.pay(promise.decisionKey());

        assertThat(promise.amount()).isEqualTo(cny("85.00"));
        assertThat(promise.heldBack()).isEqualTo(cny("23.00"));
        var order = orders.find(number).orElseThrow();
        assertThat(order.refunded()).isEqualTo(cny("85.00"));
        assertThat(order.heldBack()).isEqualTo(cny("23.00"));
        assertThat(order.refundable()).isEqualTo(cny("23.00"));
        assertThat(order.line(1).orElseThrow().refundable()).isEqualTo(cny("0.00"));
    }

    @Test
    void paysNothingWhereMoreIsHeldBackThanGoesBack() {
        orders.store(order(number).line(1, 1, "20.00").draft());
        var asked = new Payback(List.of(units(1, 1)), false, false, cny("20.01"), null);

        assertThat(orders.quote(number, CASE, asked)).isEqualTo(cny("0.00"));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> promise(asked))
                .withMessageContaining("20.00 CNY are held back");
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> promise(
                new Payback(List.of(units(1, 1)), false, false, cny("-1.00"), null)));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> promise(
                new Payback(List.of(units(1, 1)), false, false, Money.of("1.00", Currency.getInstance("EUR")), null)));
        assertThat(orders.find(number).orElseThrow().refundable()).isEqualTo(cny("20.00"));
    }

    @Test
    void receivesASurchargeOnceAndLetsItGoBackOnceInItsOwnCase() {
        orders.store(order(number).line(1, 1, "20.00").draft());
        orders.receive(number, "S-1" + number, CASE, cny("7.50"));
        orders.receive(number, "S-1" + number, CASE, cny("7.50"));

        var stored = orders.find(number).orElseThrow();
        assertThat(List.of(stored.surcharges(), stored.paid(), stored.refundable()))
                .containsExactly(cny("7.50"), cny("27.50"), cny("27.50"));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> orders.receive(number, "S-1" + number, CASE, cny("8.00")));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> orders.receive(number, "S-2" + number, CASE, cny("0.00")));

        var withSurcharges = new Payback(List.of(units(1, 1)), true, true, null, null);
        var elsewhere = orders.quote(number, OTHER_CASE, withSurcharges);
        var promise = promise(withSurcharges);
        var again = orders.quote(number, CASE, new Payback(List.of(), true, true, null, null));

        assertThat(elsewhere).isEqualTo(cny("20.00"));
        assertThat(promise.amount()).isEqualTo(cny("27.50"));
        assertThat(promise.surcharges()).isEqualTo(cny("7.50"));
        assertThat(again).isEqualTo(cny("0.00"));
        orders.release(promise.decisionKey());
        assertThat(orders.quote(number, CASE, withSurcharges)).isEqualTo(cny("27.50"));
    }

    @Test
    void paysADifferenceAndThatMuchLessForTheUnitsLater() {
        orders.store(order(number).line(1, 1, "50.00").line(2, 1, "30.00").draft());

        var difference = promise(new Payback(List.of(units(1, 1)), false, false, null, cny("5.00")));
        var rest = orders.promise(number, number + "/2", OTHER_CASE, List.of(units(1, 1), units(2, 1)), false);

        assertThat(difference.amount()).isEqualTo(cny("5.00"));
        assertThat(difference.lines()).containsExactly(new Promise.Line(1, 0, cny("5.00")));
        assertThat(rest.amount()).isEqualTo(cny("75.00"));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> orders.promise(number, number + "/3", CASE,
                new Payback(List.of(units(1, 1)), false, false, null, cny("0.01"))));
    }

    @Test
    void paysNoDifferenceBeyondWhatTheUnitsAreWorth() {
        orders.store(order(number).line(1, 2, "50.00").line(2, 1, "30.00").draft());

        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> promise(
                new Payback(List.of(units(1, 1)), false, false, null, cny("50.01"))));
        assertThat(promise(new Payback(List.of(units(1, 1)), false, false, null, cny("50.00"))).amount()).isEqualTo(cny("50.00"));
    }

    @Test
    void refusesAnUpdateThatWouldMakeTheSurchargeUnpaid() {
        orders.store(order(number).line(1, 1, "20.00").draft());
        orders.receive(number, "S-1" + number, CASE, cny("7.50"));
        var all = promise(new Payback(List.of(units(1, 1)), false, true, null, null));
        orders.pay(all.decisionKey());

        orders.store(order(number).line(1, 1, "20.00").line(2, 1, "1.00").draft());

        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> orders.store(order(number).line(1, 1, "19.99").draft()));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> orders.store(order(number).line(1, 1, "20.00").currency("EUR").draft()));
        assertThat(orders.find(number).orElseThrow().paid()).isEqualTo(cny("28.50"));
    }

    @Test
    void keepsTheCurrencyOfAnOrderForWhichSomethingWasPaidBesides() {
        orders.store(order(number).line(1, 1, "20.00").draft());
        orders.receive(number, "S-1" + number, CASE, cny("7.50"));

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> orders.store(order(number).line(1, 1, "20.00").currency("EUR").draft()))
                .withMessageContaining("7.50 CNY were paid besides");
    }

    @Test
    void receivesOnceWhenTenTellTheSamePaymentAtOnce() throws Exception {
        orders.store(order(number).line(1, 1, "20.00").draft());

        atOnce(() -> {
            orders.receive(number, "S-1" + number, CASE, cny("7.50"));
            return true;
        });

        assertThat(orders.find(number).orElseThrow().surcharges()).isEqualTo(cny("7.50"));
    }

    @Test
    void givesASurchargeBackToOneOfTenDecisionsAtOnce() throws Exception {
        orders.store(order(number).line(1, 1, "200.00").draft());
        orders.receive(number, "S-1" + number, CASE, cny("7.50"));
        var keys = new AtomicInteger();

        var promises = atOnce(() -> orders.promise(number, number + "/" + keys.incrementAndGet(), CASE,
                new Payback(List.of(), false, true, null, cny("1.00"))));

        assertThat(promises).extracting(Promise::surcharges).filteredOn(Money::isPositive).hasSize(1);
        assertThat(orders.find(number).orElseThrow().promised()).isEqualTo(cny("17.50"));
    }

    @Test
    void cancelsOrSendsTheLastUnitsWhenBothHappenAtOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            var each = number + "-" + round;
            orders.store(order(each).deliveredAt(null).line(1, 2, "20.00").draft());
            orders.claimUnsent(each, CASE, List.of(units(1, 2)));
            var turn = new AtomicInteger();

            var done = atOnce(2, () -> {
                try {
                    if (turn.getAndIncrement() == 0) {
                        orders.cancelUnits(each, CASE, List.of(units(1, 2)));
                    } else {
                        orders.sent(new KnownShipment(each, "SF", "SF1", Drafts.DELIVERED, null, List.of(units(1, 2)), true));
                    }
                    return true;
                } catch (RuleViolation | Conflict refusal) {
                    return false;
                }
            });

            assertThat(done).containsExactlyInAnyOrder(true, false);
        }
    }

    private void cancel(LineQuantity units) {
        orders.claimUnsent(number, CASE, List.of(units));
        orders.cancelUnits(number, CASE, List.of(units));
    }

    private Promise promise(Payback asked) {
        return orders.promise(number, number + "/1", CASE, asked);
    }

    private static <T> List<T> atOnce(Callable<T> work) throws Exception {
        return atOnce(10, work);
    }

    private static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var start = new CountDownLatch(1);
            var running = IntStream.range(0, threads).mapToObj(thread -> pool.submit(() -> {
                start.await();
                return work.call();
            })).toList();
            start.countDown();
            return running.stream().map(OrderAccountTests::result).toList();
        } finally {
            pool.shutdown();
        }
    }

    private static <T> T result(Future<T> running) {
        try {
            return running.get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
