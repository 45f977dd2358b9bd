package dev.kefu.stock;

import static dev.kefu.shared.Money.cny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kefu.KefuTest;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.RuleViolation.Violation;
import dev.kefu.workflow.Retries;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@KefuTest
class StockTests {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final int THREADS = 10;

    @Autowired
    Stock stock;

    @Autowired
    Retries retries;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    private String sku;
    private String other;
    private CaseNumber goods;
    private CaseNumber rival;

    @BeforeEach
    void takeNewNames() {
        var number = NUMBERS.incrementAndGet();
        sku = "B-" + number;
        other = "A-" + number;
        goods = CaseNumber.of(2026, 2L * number);
        rival = CaseNumber.of(2026, 2L * number + 1);
    }

    @Test
    void countsAnArticleAndKeepsWhatIsNotSaidAnew() {
        var first = stock.store("  " + sku + " ", 5, 14, cny("59.00"));
        var second = stock.store(sku, 3, null, null);

        assertThat(List.of(first, second)).containsExactly(true, false);
        assertThat(level(sku)).isEqualTo(new StockLevel(sku, 3, 0, 14, cny("59.00")));
        assertThat(movements(sku)).containsExactly("COUNTED 5 -> 5/0", "COUNTED -2 -> 3/0");
    }

    @Test
    void notesACountOnlyWhereItChangesSomething() {
        stock.store(sku, 0, 7, null);
        stock.store(sku, 0, 9, null);

        assertThat(level(sku).replenishmentDays()).isEqualTo(9);
        assertThat(movements(sku)).containsExactly("COUNTED 0 -> 0/0");
    }

    @Test
    void saysAllThatIsWrongWithACount() {
        var refusal = catchThrowableOfType(RuleViolation.class, () -> stock.store(" \t", -1, -1, null));

        assertThat(refusal.violations()).extracting(Violation::field).containsExactly("sku", "onHand", "replenishmentDays");
        assertThat(stock.find("")).isEmpty();
    }

    @Test
    void addsWhatArrivesOnceForEachKey() {
        stock.store(sku, 1, null, null);
        stock.store(other, 1, null, null);

        stock.arrive(sku, 5, "DN-1");
        stock.arrive(sku, 5, "DN-1");
        stock.arrive(other, 2, "DN-1");
        stock.arrive(sku, 5, null);
        stock.arrive(sku, 5, null);

        assertThat(level(sku).onHand()).isEqualTo(16);
        assertThat(level(other).onHand()).isEqualTo(3);
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> stock.arrive(sku, 6, "DN-1")).withMessageContaining("DN-1");
    }

    @Test
    void takesNoArrivalOfWhatItDoesNotKnowOrCantCount() {
        stock.store(sku, 9_999_999, null, null);

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> stock.arrive(other, 1, null));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> stock.arrive(sku, 2, null)).withMessageContaining("at most 1");
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> stock.arrive(sku, 0, null));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> stock.arrive(sku, 1, "a\nb"));
        stock.arrive(sku, 1, null);
    }

    @Test
    void promisesUnitsToACaseAndLetsThemGoAgain() {
        stock.store(sku, 3, null, null);

        var got = stock.reserve(goods, List.of(new SkuQuantity(sku, 1), new SkuQuantity(sku, 1)));
        var again = stock.reserve(goods, List.of(new SkuQuantity(sku, 2)));

        assertThat(List.of(got, again)).containsExactly(true, true);
        assertThat(level(sku)).isEqualTo(new StockLevel(sku, 3, 2, null, null));
        assertThat(level(sku).available()).isEqualTo(1);
        stock.release(goods);
        stock.release(goods);
        assertThat(level(sku).available()).isEqualTo(3);
        assertThat(movements(sku)).containsExactly("COUNTED 3 -> 3/0", "RESERVED 2 -> 3/2", "RELEASED 2 -> 3/0");
    }

    @Test
    void promisesAllOrNothing() {
        stock.store(sku, 2, null, null);
        stock.store(other, 1, null, null);
        stock.reserve(rival, List.of(new SkuQuantity(other, 1)));

        var both = stock.reserve(goods, List.of(new SkuQuantity(sku, 1), new SkuQuantity(other, 1)));
        var unknown = stock.reserve(goods, List.of(new SkuQuantity(sku, 1), new SkuQuantity("never seen", 1)));

        assertThat(List.of(both, unknown)).containsExactly(false, false);
        assertThat(level(sku).reserved()).isZero();
    }

    @Test
    void promisesOtherUnitsInThePlaceOfThoseBeforeAndKeepsThemIfItCant() {
        stock.store(sku, 2, null, null);
        stock.store(other, 1, null, null);
        stock.reserve(goods, List.of(new SkuQuantity(sku, 2)));

        var tooMany = stock.reserve(goods, List.of(new SkuQuantity(other, 2)));
        assertThat(tooMany).isFalse();
        assertThat(level(sku).reserved()).isEqualTo(2);

        var changed = stock.reserve(goods, List.of(new SkuQuantity(sku, 1), new SkuQuantity(other, 1)));
        assertThat(changed).isTrue();
        assertThat(List.of(level(sku).reserved(), level(other).reserved())).containsExactly(1, 1);

        assertThat(stock.reserve(goods, List.of())).isTrue();
        assertThat(List.of(level(sku).reserved(), level(other).reserved())).containsExactly(0, 0);
    }

    @Test
    void letsTheReservedGoodsLeaveOnce() {
        stock.store(sku, 3, null, null);
        stock.reserve(goods, List.of(new SkuQuantity(sku, 2)));

        stock.take(goods);
        stock.take(goods);
        stock.release(goods);

        assertThat(level(sku)).isEqualTo(new StockLevel(sku, 1, 0, null, null));
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> stock.take(rival));
        assertThat(stock.reserve(goods, List.of(new SkuQuantity(sku, 1)))).isTrue();
    }

    @Test
    void findsLessThanItPromisedAndSaysSoWhereTheGoodsAreToLeave() {
        stock.store(sku, 3, null, null);
        stock.reserve(goods, List.of(new SkuQuantity(sku, 2)));

        stock.store(sku, 1, null, null);

        assertThat(level(sku)).isEqualTo(new StockLevel(sku, 1, 1, null, null));
        assertThat(level(sku).available()).isZero();
        assertThat(stock.reserve(goods, List.of(new SkuQuantity(sku, 2)))).as("what it had before").isFalse();
        assertThat(stock.reserve(rival, List.of(new SkuQuantity(sku, 1)))).isFalse();
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> stock.take(goods)).withMessageContaining("Count again");
        assertThat(level(sku)).isEqualTo(new StockLevel(sku, 1, 1, null, null));

        stock.store(sku, 2, null, null);

        stock.take(goods);
        assertThat(level(sku)).isEqualTo(new StockLevel(sku, 0, 0, null, null));
    }

    @Test
    void takesBackWhatCanBeSoldOnceForEachCase() {
        stock.store(sku, 1, null, null);

        stock.restock(goods, List.of(new SkuQuantity(sku, 1), new SkuQuantity(other, 2), new SkuQuantity(sku, 1)));
        stock.restock(goods, List.of(new SkuQuantity(other, 2), new SkuQuantity(sku, 2)));
        stock.restock(rival, List.of(new SkuQuantity(sku, 1)));

        assertThat(level(sku).onHand()).isEqualTo(4);
        assertThat(level(other).onHand()).isEqualTo(2);
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> stock.restock(goods, List.of(new SkuQuantity(sku, 1))));
    }

    @Test
    void notesWhatIsWrittenOffOnceAndLeavesTheStockAsItIs() {
        stock.store(sku, 1, null, null);

        stock.writeOff(goods, List.of(new SkuQuantity(sku, 2), new SkuQuantity(other, 1)));
        stock.writeOff(goods, List.of(new SkuQuantity(sku, 2), new SkuQuantity(other, 1)));

        assertThat(movements(sku)).containsExactly("COUNTED 1 -> 1/0", "WRITTEN_OFF 2 -> 1/0");
        assertThat(movements(other)).containsExactly("WRITTEN_OFF 1 -> 0/0");
        assertThat(stock.find(other)).isEmpty();
        assertThat(jdbc.queryForObject("select case_number from stock_movement where sku = ?", String.class, other))
                .isEqualTo(goods.value());
    }

    @Test
    void seesUnderTheLockWhatOthersDidSinceItLooked() {
        stock.store(sku, 2, null, null);

        var got = transaction.execute(status -> {
            stock.find(sku);
            elsewhere(() -> stock.reserve(rival, List.of(new SkuQuantity(sku, 2))));
            return stock.reserve(goods, List.of(new SkuQuantity(sku, 1)));
        });

        assertThat(got).isFalse();
        assertThat(level(sku).reserved()).isEqualTo(2);
    }

    @Test
    void doesSeveralThingsForACaseInOneTransaction() {
        stock.store(sku, 2, null, null);
        stock.store(other, 2, null, null);

        transaction.executeWithoutResult(status -> {
            stock.reserve(goods, List.of(new SkuQuantity(sku, 1)));
            stock.find(sku);
            stock.take(goods);
            stock.reserve(goods, List.of(new SkuQuantity(sku, 1), new SkuQuantity(other, 1)));
            stock.release(goods);
            stock.restock(goods, List.of(new SkuQuantity(sku, 3)));
            assertThat(level(sku)).isEqualTo(new StockLevel(sku, 4, 0, null, null));
        });

        assertThat(level(sku)).isEqualTo(new StockLevel(sku, 4, 0, null, null));
        assertThat(level(other)).isEqualTo(new StockLevel(other, 2, 0, null, null));
    }

    @Test
    void givesTheLastUnitToOneOfTenCases() throws Exception {
        stock.store(sku, 1, null, null);

        var won = atOnce(thread -> () -> stock.reserve(CaseNumber.of(2027, 100L * NUMBERS.get() + thread),
                List.of(new SkuQuantity(sku, 1))));

        assertThat(won).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(level(sku)).isEqualTo(new StockLevel(sku, 1, 1, null, null));
    }

    @Test
    void promisesToACaseOnceThoughTenAskAtOnce() throws Exception {
        stock.store(sku, 5, null, null);

        var won = atOnce(thread -> () -> stock.reserve(goods, List.of(new SkuQuantity(sku, 2))));

        assertThat(won).containsOnly(true);
        assertThat(level(sku).reserved()).isEqualTo(2);
        atOnce(thread -> () -> {
            stock.take(goods);
            return true;
        });
        assertThat(level(sku)).isEqualTo(new StockLevel(sku, 3, 0, null, null));
    }

    @Test
    void letsGoOnceThoughTenSaySo() throws Exception {
        stock.store(sku, 5, null, null);
        stock.reserve(goods, List.of(new SkuQuantity(sku, 2)));
        stock.reserve(rival, List.of(new SkuQuantity(sku, 1)));

        atOnce(thread -> () -> {
            stock.release(goods);
            return true;
        });

        assertThat(level(sku)).isEqualTo(new StockLevel(sku, 5, 1, null, null));
    }

    @Test
    void countsNewGoodsOnceThoughTenTellOfThem() throws Exception {
        atOnce(thread -> () -> retries.inTransaction(() -> stock.store(sku, 1, null, null)));

        atOnce(thread -> () -> retries.inTransaction(() -> {
            stock.arrive(sku, 3, "DN-2");
            stock.restock(goods, List.of(new SkuQuantity(other, 2)));
            stock.writeOff(goods, List.of(new SkuQuantity(sku, 1)));
            return true;
        }));

        assertThat(level(sku).onHand()).isEqualTo(4);
        assertThat(level(other).onHand()).isEqualTo(2);
        assertThat(movements(sku)).containsExactlyInAnyOrder("COUNTED 1 -> 1/0", "ARRIVED 3 -> 4/0", "WRITTEN_OFF 1 -> 4/0");
    }

    @Test
    void neverWaitsInARingWhenCasesNameTheSameArticlesInOtherOrders() throws Exception {
        stock.store(sku, 1000, null, null);
        stock.store(other, 1000, null, null);
        var both = List.of(new SkuQuantity(sku, 1), new SkuQuantity(other, 1));
        var turned = List.of(new SkuQuantity(other, 1), new SkuQuantity(sku, 1));

        var won = atOnce(thread -> () -> {
            var caseNumber = CaseNumber.of(2028, 100L * NUMBERS.get() + thread);
            for (int round = 0; round < 20; round++) {
                stock.reserve(caseNumber, thread % 2 == 0 ? both : turned);
                stock.release(caseNumber);
            }
            return stock.reserve(caseNumber, thread % 2 == 0 ? both : turned);
        });

        assertThat(won).hasSize(THREADS).containsOnly(true);
        assertThat(List.of(level(sku).reserved(), level(other).reserved())).containsOnly(THREADS);
    }

    private StockLevel level(String article) {
        return stock.find(article).orElseThrow();
    }

    private List<String> movements(String article) {
        return jdbc.query("select kind, quantity, on_hand, reserved from stock_movement where sku = ? order by id",
                (row, index) -> "%s %d -> %d/%d".formatted(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4)), article);
    }

    private static <T> List<T> atOnce(IntFunction<Callable<T>> work) throws Exception {
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            var start = new CountDownLatch(1);
            var running = IntStream.range(0, THREADS).mapToObj(thread -> pool.submit(() -> {
                start.await();
                return work.apply(thread).call();
            })).toList();
            start.countDown();
            var results = new ArrayList<T>();
            for (var each : running) {
                results.add(each.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }

    private static void elsewhere(Runnable work) {
        var pool = Executors.newSingleThreadExecutor();
        try {
            pool.submit(work).get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            pool.shutdown();
        }
    }
}
