package dev.kefu.orders;

import static dev.kefu.orders.Drafts.DELIVERED;
import static dev.kefu.orders.Drafts.PAID;
import static dev.kefu.orders.Drafts.order;
import static dev.kefu.orders.Drafts.units;
import static dev.kefu.shared.Money.cny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kefu.KefuTest;
import dev.kefu.customers.Customers;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Money;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.RuleViolation.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@KefuTest
class OrdersTests {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final CaseNumber CASE = CaseNumber.of(2026, 1);
    private static final CaseNumber OTHER_CASE = CaseNumber.of(2026, 2);
    private static final int THREADS = 10;

    @Autowired
    Orders orders;

    @Autowired
    Customers customers;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private String number;

    @BeforeEach
    void takeANewOrderNumber() {
        number = "T-" + NUMBERS.incrementAndGet();
    }

    @Test
    void storesAnOrderOnceAndRecognisesItUnchanged() {
        var draft = order(number).line(1, 3, "50.00").line(2, 1, "900.00").freight("10.00").discount("5.00")
                .shipment("T1", DELIVERED, units(1, 3)).draft();

        var results = List.of(orders.store(draft), orders.store(draft));

        assertThat(results).containsExactly(StoreResult.CREATED, StoreResult.UNCHANGED);
        var stored = orders.find(number).orElseThrow();
        assertThat(stored.paid()).isEqualTo(cny("1055.00"));
        assertThat(stored.refundable()).isEqualTo(cny("1055.00"));
        assertThat(stored.consignee()).isEqualTo(draft.consignee());
        assertThat(stored.paidAt()).isEqualTo(PAID);
        assertThat(stored.shipments()).hasSize(1);
        assertThat(stored.lines()).extracting(OrderView.Line::quantity).containsExactly(3, 1);
    }

    @Test
    void changesAnOrderLineByLineAndShipmentByShipment() {
        orders.store(order(number).line(1, 3, "50.00").line(2, 1, "900.00")
                .shipment("T1", null, units(1, 2)).shipment("T2", null, units(2, 1)).deliveredAt(null).draft());

        var result = orders.store(order(number).line(1, 4, "45.00").line(3, 1, "20.00")
                .shipment("T1", DELIVERED, units(1, 1), units(3, 1)).shipment("T3", null, units(1, 3))
                .deliveredAt(null).draft());

        assertThat(result).isEqualTo(StoreResult.UPDATED);
        var stored = orders.find(number).orElseThrow();
        assertThat(stored.lines()).extracting(OrderView.Line::line).containsExactly(1, 3);
        assertThat(stored.paid()).isEqualTo(cny("200.00"));
        assertThat(stored.shipments()).extracting(OrderView.Shipment::trackingNumber).containsExactly("T1", "T3");
        assertThat(stored.shipments().get(0).lines()).containsExactly(units(1, 1), units(3, 1));
        assertThat(stored.line(1).orElseThrow().deliveredQuantity()).isEqualTo(1);
    }

    @Test
    void knowsPerLineWhatWasDeliveredAndWhen() {
        var later = DELIVERED.plus(Duration.ofDays(1));
        orders.store(order(number).deliveredAt(null).line(1, 5, "1.00").line(2, 1, "1.00").line(3, 1, "1.00")
                .shipment("T1", DELIVERED, units(1, 2)).shipment("T2", later, units(1, 1), units(2, 1))
                .shipment("T3", null, units(1, 2)).draft());

        var lines = orders.find(number).orElseThrow().lines();

        assertThat(lines).extracting(OrderView.Line::deliveredQuantity).containsExactly(3, 1, 0);
        assertThat(lines).extracting(OrderView.Line::deliveredAt).containsExactly(later, later, null);
    }

    @Test
    void takesTheOrdersOwnDeliveryWhereNoShipmentSaysOtherwise() {
        var later = DELIVERED.plus(Duration.ofDays(1));
        orders.store(order(number).deliveredAt(DELIVERED).line(1, 2, "1.00").line(2, 1, "1.00").line(3, 1, "1.00")
                .shipment("T1", null, units(1, 2)).shipment("T2", later, units(2, 1)).draft());

        var lines = orders.find(number).orElseThrow().lines();

        assertThat(lines).extracting(OrderView.Line::deliveredQuantity).containsExactly(2, 1, 1);
        assertThat(lines).extracting(OrderView.Line::deliveredAt).containsExactly(DELIVERED, later, DELIVERED);
    }

    @Test
    void letsTheCustomerFileFollowTheNewestOrder() {
        var id = "C-" + number;
        var newest = PAID.plus(Duration.ofDays(9));
        orders.store(order(number).customer(id, "王芳").line(1, 1, "1.00").draft());
        orders.store(order(number + "-B").customer(id, "王方").paidAt(newest).deliveredAt(null).line(1, 1, "1.00").draft());

        orders.store(order(number).customer(id, "Wang Fang").line(1, 1, "1.00").draft());

        var file = customers.find(id).orElseThrow();
        assertThat(file.contact().name()).isEqualTo("王方");
        assertThat(file.knownSince()).isEqualTo(PAID);
        assertThat(file.updatedAt()).isEqualTo(newest);
        assertThat(orders.find(number).orElseThrow().consignee().name()).isEqualTo("Wang Fang");
    }

    @Test
    void storesManyOrdersAndRefusesOnlyTheWrongOnes() {
        var known = order(number).line(1, 1, "1.00").draft();
        orders.store(known);
        orders.store(order(number + "-X").line(1, 3, "1.00").draft());
        orders.claimUnits(number + "-X", CASE, List.of(units(1, 3)));

        var outcomes = orders.storeAll(List.of(known,
                order(number + "-A").line(1, 1, "1.00").draft(),
                order(number + "-B").line(1, 0, "1.00").draft(),
                order(number + "-X").line(1, 2, "1.00").draft(),
                order(number + "-A").line(1, 2, "1.00").draft(),
                order(number + "-C").line(1, 1, "1.00").draft()));

        assertThat(outcomes).extracting(StoreOutcome::result).containsExactly(StoreResult.UNCHANGED,
                StoreResult.CREATED, null, null, StoreResult.UPDATED, StoreResult.CREATED);
        assertThat(outcomes.get(2).refusal()).isInstanceOf(RuleViolation.class);
        assertThat(outcomes.get(3).refusal()).isInstanceOf(Conflict.class);
        assertThat(orders.find(number + "-B")).isEmpty();
    }

    @Test
    void storesAnOrderAmongManyAsItStoresItAlone() {
        orders.store(full(number).draft());
        orders.storeAll(List.of(full(number + "-B").draft()));

        var alone = orders.find(number).orElseThrow();
        var amongMany = orders.find(number + "-B").orElseThrow();

        assertThat(amongMany).usingRecursiveComparison().ignoringFields("orderNumber").isEqualTo(alone);
        assertThat(orders.store(full(number + "-B").draft())).isEqualTo(StoreResult.UNCHANGED);
        assertThat(orders.store(full(number + "-B").line(3, 1, "1.00").draft())).isEqualTo(StoreResult.UPDATED);
    }

    @Test
    void createsEachOrderOnceWhenTenStoreTheSameManyAtOnce() throws Exception {
        var drafts = IntStream.range(0, 20).mapToObj(each -> full(number + "-" + each)
                .customer("C-" + number + "-" + each % 3, "王芳").draft()).toList();

        var outcomes = atOnce(thread -> () -> orders.storeAll(drafts));

        assertThat(outcomes.stream().flatMap(List::stream).map(StoreOutcome::result))
                .hasSize(THREADS * 20).doesNotContainNull()
                .filteredOn(StoreResult.CREATED::equals).hasSize(20);
    }

    private static Drafts full(String number) {
        return order(number).line(1, 3, "40.00", "10.00").line(2, 1, "90.00").discount("20.00").freight("8.00")
                .shipment("T1", DELIVERED, units(1, 2)).shipment("T2", null, units(1, 1), units(2, 1));
    }

    @Test
    void createsAnOrderOnceWhenTenStoreItAtOnce() throws Exception {
        var draft = order(number).customer("C-" + number, "王芳").line(1, 1, "1.00").draft();

        var results = atOnce(thread -> () -> orders.store(draft));

        assertThat(results).filteredOn(StoreResult.CREATED::equals).hasSize(1);
        assertThat(results).filteredOn(StoreResult.UNCHANGED::equals).hasSize(THREADS - 1);
    }

    @Test
    void holdsUnitsForACaseAndSaysWhoHoldsThemWhenTooFewAreLeft() {
        orders.store(order(number).line(1, 3, "50.00").draft());
        orders.claimUnits(number, CASE, List.of(units(1, 2)));

        var refusal = catchThrowableOfType(RuleViolation.class,
                () -> orders.claimUnits(number, OTHER_CASE, List.of(units(1, 2))));

        assertThat(refusal.violations()).containsExactly(new Violation("lines[0].quantity", "RET-6",
                "Of line 1 (Goods 1) of order " + number + " 1 can be asked for, not 2: 3 bought, 2 held by KF-2026-000001."));
        assertThat(line(1).openQuantity()).isEqualTo(2);
    }

    @Test
    void replacesWhatTheCaseHeldBefore() {
        orders.store(order(number).line(1, 3, "50.00").line(2, 1, "1.00").draft());
        orders.claimUnits(number, CASE, List.of(units(1, 2)));

        orders.claimUnits(number, CASE, List.of(units(1, 3)));
        orders.claimUnits(number, CASE, List.of(units(1, 3)));
        orders.claimUnits(number, CASE, List.of(units(2, 1)));

        assertThat(line(1).openQuantity()).isZero();
        assertThat(line(2).openQuantity()).isOne();
    }

    @Test
    void addsUpALineThatIsNamedTwice() {
        orders.store(order(number).line(1, 3, "50.00").draft());

        orders.claimUnits(number, CASE, List.of(units(1, 1), units(1, 1)));

        assertThat(line(1).openQuantity()).isEqualTo(2);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> orders.claimUnits(number, CASE, List.of(units(1, 2), units(1, 2))));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> orders.claimUnits(number, CASE,
                List.of(units(1, Integer.MAX_VALUE), units(1, Integer.MAX_VALUE))));
    }

    @Test
    void refusesUnknownLinesAndOddQuantitiesAllAtOnce() {
        orders.store(order(number).line(1, 3, "50.00").draft());

        var refusal = catchThrowableOfType(RuleViolation.class,
                () -> orders.claimUnits(number, CASE, List.of(units(1, 0), units(7, 1), units(1, -2))));

        assertThat(refusal.violations()).extracting(Violation::field)
                .containsExactly("lines[0].quantity", "lines[1].line", "lines[2].quantity");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> orders.claimUnits("T-unknown", CASE, List.of(units(1, 1))));
    }

    @Test
    void countsReturnedUnitsForGoodAndFreesTheOthers() {
        orders.store(order(number).line(1, 3, "50.00").line(2, 1, "1.00").draft());
        orders.claimUnits(number, CASE, List.of(units(1, 3), units(2, 1)));

        orders.settleUnits(number, CASE, List.of(units(1, 1)));
        orders.settleUnits(number, CASE, List.of(units(1, 1)));

        assertThat(line(1).returnedQuantity()).isOne();
        assertThat(line(1).openQuantity()).isZero();
        assertThat(line(2).returnedQuantity()).isZero();
        assertThat(line(2).openQuantity()).isZero();
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> orders.settleUnits(number, CASE, List.of(units(1, 2))));
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> orders.releaseUnits(number, CASE));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> orders.claimUnits(number, OTHER_CASE, List.of(units(1, 3))));
    }

    @Test
    void settlesNoMoreThanTheCaseHolds() {
        orders.store(order(number).line(1, 3, "50.00").draft());
        orders.claimUnits(number, CASE, List.of(units(1, 1)));

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> orders.settleUnits(number, CASE, List.of(units(1, 2))));
    }

    @Test
    void freesWhatACaseReleases() {
        orders.store(order(number).line(1, 3, "50.00").draft());
        orders.claimUnits(number, CASE, List.of(units(1, 3)));

        orders.releaseUnits(number, CASE);
        orders.releaseUnits(number, CASE);
        orders.claimUnits(number, OTHER_CASE, List.of(units(1, 3)));

        assertThat(line(1).openQuantity()).isEqualTo(3);
    }

    @Test
    void givesTheLastUnitsToOneOfTenCasesThatAskAtOnce() throws Exception {
        orders.store(order(number).line(1, 3, "50.00").draft());

        var won = atOnce(thread -> () -> {
            try {
                orders.claimUnits(number, CaseNumber.of(2026, 100 + thread), List.of(units(1, 2)));
                return true;
            } catch (RuleViolation refusal) {
                return false;
            }
        });

        assertThat(won).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(line(1).openQuantity()).isEqualTo(2);
    }

    @Test
    void seesUnderTheLockWhatOthersDidSinceItLooked() {
        orders.store(order(number).line(1, 3, "50.00").draft());
        var here = new TransactionTemplate(transactions);
        var elsewhere = Executors.newSingleThreadExecutor();

        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> here.executeWithoutResult(status -> {
            orders.find(number);
            join(elsewhere.submit(() -> orders.claimUnits(number, OTHER_CASE, List.of(units(1, 2)))));
            orders.claimUnits(number, CASE, List.of(units(1, 2)));
        }));

        elsewhere.shutdown();
        assertThat(line(1).openQuantity()).isEqualTo(2);
    }

    @Test
    void keepsWhatWasDoneWhenTheOrderIsReadInTheSameTransaction() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            orders.store(order(number).line(1, 3, "50.00").draft());
            orders.find(number);
            orders.claimUnits(number, CASE, List.of(units(1, 2)));
            assertThat(line(1).openQuantity()).isEqualTo(2);
            orders.promise(number, number + "/1", CASE, List.of(units(1, 1)), false);
            assertThat(orders.quote(number, List.of(units(1, 1)), false)).isEqualTo(cny("50.00"));
            orders.claimUnits(number, CASE, List.of(units(1, 3)));
        });

        assertThat(line(1).openQuantity()).isEqualTo(3);
        assertThat(orders.find(number).orElseThrow().promised()).isEqualTo(cny("50.00"));
    }

    @Test
    void promisesWhatTheCustomerReallyPaidAndPaysItOnce() {
        orders.store(order(number).line(1, 3, "40.00", "10.00").line(2, 1, "90.00").discount("20.00").freight("8.00")
                .draft());
        var worth = orders.quote(number, List.of(units(1, 2)), true);

        var promise = orders.promise(number, number + "/1", CASE, List.of(units(1, 2)), true);
        var again = orders.promise(number, number + "/1", CASE, List.of(units(1, 3)), false);

        // 110.00 of 200.00 take 11.00 of the discount, which leaves 99.00 for three.
        assertThat(worth).isEqualTo(cny("74.00"));
        assertThat(promise.amount()).isEqualTo(cny("74.00"));
        assertThat(promise.freight()).isEqualTo(cny("8.00"));
        assertThat(promise.lines()).containsExactly(new Promise.Line(1, 2, cny("66.00")));
        assertThat(again).isEqualTo(promise);
        assertMoney("188.00", "74.00", "0.00", "114.00");

        orders.pay(number + "/1");
        var paid = orders.pay(number + "/1");

        assertThat(paid.status()).isEqualTo(Promise.Status.PAID);
        assertMoney("188.00", "0.00", "74.00", "114.00");
        assertThat(orders.find(number).orElseThrow().freightRefunded()).isEqualTo(cny("8.00"));
        assertThat(line(1).refunded()).isEqualTo(cny("66.00"));
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> orders.release(number + "/1"));
    }

    @Test
    void givesTheFreightBackAtMostOnce() {
        orders.store(order(number).line(1, 3, "10.00").freight("8.00").draft());
        orders.promise(number, number + "/1", CASE, List.of(units(1, 1)), true);

        var second = orders.promise(number, number + "/2", OTHER_CASE, List.of(units(1, 1)), true);
        orders.release(number + "/1");
        orders.release(number + "/1");
        var third = orders.promise(number, number + "/3", OTHER_CASE, List.of(units(1, 1)), true);

        assertThat(second.amount()).isEqualTo(cny("10.00"));
        assertThat(third.amount()).isEqualTo(cny("18.00"));
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> orders.pay(number + "/1"));
    }

    @Test
    void givesBackExactlyThePaidValueInPartsAlsoAfterAPromiseWasGivenUp() {
        orders.store(order(number).line(1, 3, "10.00").line(2, 1, "10.00").discount("26.67").draft());

        orders.promise(number, number + "/1", CASE, List.of(units(1, 2)), false);
        orders.promise(number, number + "/2", CASE, List.of(units(1, 1)), false);
        orders.release(number + "/1");
        var one = orders.promise(number, number + "/3", CASE, List.of(units(1, 1)), false);
        var rest = orders.promise(number, number + "/4", CASE, List.of(units(1, 1)), false);

        assertThat(line(1).paidValue()).isEqualTo(cny("10.00"));
        assertThat(List.of(one.amount(), rest.amount())).containsExactly(cny("3.33"), cny("3.33"));
        assertThat(orders.find(number).orElseThrow().promised()).isEqualTo(cny("10.00"));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> orders.promise(number, number + "/5", CASE, List.of(units(1, 1)), false));
    }

    @Test
    void promisesAnAmountUpToWhatIsLeftAndNothingForNothing() {
        orders.store(order(number).line(1, 1, "10.00").draft());
        orders.promise(number, number + "/1", CASE, cny("4.00"));

        var refusal = catchThrowableOfType(RuleViolation.class,
                () -> orders.promise(number, number + "/2", CASE, List.of(units(1, 1)), false));

        assertThat(refusal.violations()).containsExactly(new Violation("amount", "RET-6", "Of order " + number
                + " 6.00 CNY can go back, not 10.00 CNY: 10.00 CNY paid, 4.00 CNY promised, 0.00 CNY refunded."));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> orders.promise(number, number + "/3", CASE, cny("0.00")));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> orders.promise(number, number + "/3", CASE, cny("-1.00")));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> orders.promise(number, number + "/3", CASE,
                Money.of("1.00", java.util.Currency.getInstance("EUR"))));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> orders.promise(number, number + "/3", CASE, List.of(), false));
        orders.promise(number, number + "/4", CASE, cny("6.00"));
        assertMoney("10.00", "10.00", "0.00", "0.00");
    }

    @Test
    void keepsADecisionWithItsOrderAndItsCase() {
        orders.store(order(number).line(1, 2, "10.00").draft());
        orders.store(order(number + "-B").line(1, 2, "10.00").draft());
        orders.promise(number, number + "/1", CASE, cny("1.00"));

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> orders.promise(number + "-B", number + "/1", CASE, cny("1.00")));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> orders.promise(number, number + "/1", OTHER_CASE, cny("1.00")));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> orders.pay("nothing"));
    }

    @Test
    void promisesOnceWhenTenAskWithOneKey() throws Exception {
        orders.store(order(number).line(1, 10, "10.00").draft());

        var promises = atOnce(thread -> () ->
                orders.promise(number, number + "/1", CASE, List.of(units(1, 1)), false));
        var paid = atOnce(thread -> () -> orders.pay(number + "/1"));

        assertThat(promises).containsOnly(promises.get(0));
        assertThat(paid).containsOnly(paid.get(0));
        assertMoney("100.00", "0.00", "10.00", "90.00");
        assertThat(jdbc.queryForObject("select count(*) from outflow where order_number = ?", Integer.class, number))
                .isOne();
    }

    @Test
    void staysBelowTheCapWhenTenAskWithTenKeys() throws Exception {
        orders.store(order(number).line(1, 1, "100.00").draft());

        var won = atOnce(thread -> () -> {
            try {
                orders.promise(number, number + "/" + thread, CASE, cny("30.00"));
                return true;
            } catch (RuleViolation refusal) {
                return false;
            }
        });

        assertThat(won).filteredOn(Boolean::booleanValue).hasSize(3);
        assertMoney("100.00", "90.00", "0.00", "10.00");
    }

    @Test
    void refusesAnUpdateBelowWhatWasClaimedOrReturned() {
        orders.store(order(number).line(1, 3, "10.00").line(2, 1, "10.00").draft());
        orders.claimUnits(number, CASE, List.of(units(1, 2), units(2, 1)));
        orders.settleUnits(number, CASE, List.of(units(2, 1)));
        orders.claimUnits(number, OTHER_CASE, List.of(units(1, 2)));

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> orders.store(order(number).line(1, 1, "10.00").draft()))
                .withMessageContaining("line 1 (Goods 1)").withMessageContaining("line 2 (Goods 2)");
        orders.store(order(number).line(1, 2, "10.00").line(2, 1, "10.00").draft());

        assertThat(line(1).quantity()).isEqualTo(2);
    }

    @Test
    void refusesAnUpdateBelowWhatWasPromisedOrRefunded() {
        orders.store(order(number).line(1, 2, "50.00").line(2, 1, "50.00").freight("8.00").draft());
        orders.promise(number, number + "/1", CASE, List.of(units(1, 2)), true);
        orders.pay(number + "/1");

        assertConflict(order(number).line(1, 2, "40.00").line(2, 1, "70.00").freight("8.00"), "line 1 (Goods 1)");
        assertConflict(order(number).line(1, 2, "50.00").line(2, 1, "50.00").freight("7.00"), "freight");
        assertConflict(order(number).line(1, 2, "50.00").line(2, 1, "50.00").freight("8.00").discount("60.00"),
                "can't come to 98.00 CNY");
        assertConflict(order(number).line(1, 1, "100.00").line(2, 1, "50.00").freight("8.00"), "a quantity of 1");
        assertConflict(order(number).line(1, 2, "50.00").line(2, 1, "50.00").freight("8.00").currency("EUR"), "currency");
        orders.store(order(number).line(1, 2, "50.00").freight("8.00").draft());

        assertMoney("108.00", "0.00", "108.00", "0.00");
    }

    private void assertConflict(Drafts update, String about) {
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> orders.store(update.draft()))
                .withMessageContaining(about);
    }

    private void assertMoney(String paid, String promised, String refunded, String refundable) {
        var order = orders.find(number).orElseThrow();
        assertThat(List.of(order.paid(), order.promised(), order.refunded(), order.refundable()))
                .containsExactly(cny(paid), cny(promised), cny(refunded), cny(refundable));
    }

    private OrderView.Line line(int line) {
        return orders.find(number).orElseThrow().line(line).orElseThrow();
    }

    private interface Work<T> {
        Callable<T> of(int thread);
    }

    private static <T> List<T> atOnce(Work<T> work) throws Exception {
        var pool = Executors.newFixedThreadPool(THREADS);
        var start = new CountDownLatch(1);
        var running = IntStream.range(0, THREADS).mapToObj(thread -> pool.submit(() -> {
            start.await();
            return work.of(thread).call();
        })).toList();
        start.countDown();
        var results = new ArrayList<T>();
        for (var each : running) {
            results.add(each.get());
        }
        pool.shutdown();
        return results;
    }

    private static void join(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
