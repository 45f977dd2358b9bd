package dev.kefu.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kefu.KefuTest;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/** First asked, first served: who waits for goods, and who gets those that come. */
@KefuTest
@Import(StockQueueTests.Heard.class)
class StockQueueTests {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final int ROUNDS = 10;

    @Autowired
    Stock stock;

    @Autowired
    Heard heard;

    @Autowired
    JdbcTemplate jdbc;

    private String sku;
    private String other;
    private CaseNumber first;
    private CaseNumber second;
    private CaseNumber third;

    /** What listeners are told. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Heard {

        private final List<CaseNumber> ready = new CopyOnWriteArrayList<>();
        private final List<CaseNumber> lost = new CopyOnWriteArrayList<>();

        @EventListener
        void hear(GoodsReady event) {
            ready.add(event.caseNumber());
        }

        @EventListener
        void hear(GoodsLost event) {
            lost.add(event.caseNumber());
        }
    }

    @BeforeEach
    void takeNewNames() {
        var number = NUMBERS.incrementAndGet();
        sku = "QB-" + number;
        other = "QA-" + number;
        first = caseNumber(1);
        second = caseNumber(2);
        third = caseNumber(3);
        heard.ready.clear();
        heard.lost.clear();
    }

    @Test
    void givesWhatIsThereAndLetsTheCaseWaitForTheRest() {
        stock.store(sku, 3, null, null);

        var standing = stock.reserveOrWait(first, units(sku, 5, other, 2));

        assertThat(standing.reserved()).isEqualTo(Map.of(sku, 3));
        assertThat(standing.waiting()).isEqualTo(Map.of(sku, 2, other, 2));
        assertThat(standing.isComplete()).isFalse();
        assertThat(stock.standingOf(first)).isEqualTo(standing);
        assertThat(level(sku)).isEqualTo("3/3");
        assertThat(level(other)).as("an article that the warehouse never saw").isEqualTo("0/0");
        assertThat(stock.waitedFor(" " + sku)).isEqualTo(2);
        assertThat(heard.ready).isEmpty();
    }

    @Test
    void givesAllAtOnceWhereNobodyWaits() {
        stock.store(sku, 3, null, null);

        var standing = stock.reserveOrWait(first, units(sku, 3));

        assertThat(standing.isComplete()).isTrue();
        assertThat(heard.ready).as("whoever asks is told by the answer").isEmpty();
    }

    @Test
    void servesWhoAskedFirstUnitByUnit() {
        stock.store(sku, 0, null, null);
        stock.reserveOrWait(first, units(sku, 2));
        stock.reserveOrWait(second, units(sku, 1));
        stock.reserveOrWait(third, units(sku, 3));

        stock.arrive(sku, 1, null);
        assertThat(List.of(waiting(first), waiting(second), waiting(third))).containsExactly(1, 1, 3);
        assertThat(heard.ready).isEmpty();

        stock.arrive(sku, 3, null);
        assertThat(List.of(waiting(first), waiting(second), waiting(third))).containsExactly(0, 0, 2);
        assertThat(heard.ready).containsExactly(first, second);

        stock.arrive(sku, 5, null);
        assertThat(heard.ready).containsExactly(first, second, third);
        assertThat(level(sku)).isEqualTo("9/6");
    }

    @Test
    void servesWithWhateverComesBack() {
        stock.store(sku, 4, null, null);
        stock.reserve(third, units(sku, 2));
        stock.reserveOrWait(first, units(sku, 3));
        stock.reserveOrWait(second, units(sku, 4));

        stock.release(third);
        assertThat(List.of(waiting(first), waiting(second))).as("released").containsExactly(0, 3);
        stock.restock(third, units(sku, 1));
        assertThat(waiting(second)).as("restocked").isEqualTo(2);
        stock.store(sku, 6, null, null);
        assertThat(waiting(second)).as("counted").isEqualTo(1);
        stock.reserveOrWait(first, units(sku, 2));
        assertThat(waiting(second)).as("wanted less").isZero();
        assertThat(heard.ready).containsExactly(first, second);
    }

    @Test
    void saysThatGoodsAreReadyOnlyWhenTheLastArticleIsThere() {
        stock.reserveOrWait(first, units(sku, 1, other, 1));

        stock.arrive(sku, 1, null);
        assertThat(heard.ready).isEmpty();

        stock.arrive(other, 1, null);
        assertThat(heard.ready).containsExactly(first);
    }

    @Test
    void letsNobodyOvertakeThoseWhoWait() {
        stock.store(sku, 1, null, null);
        stock.reserveOrWait(first, units(sku, 3));

        assertThat(stock.reserve(second, units(sku, 1))).isFalse();
        stock.arrive(sku, 1, null);
        assertThat(stock.reserve(second, units(sku, 1))).isFalse();
        stock.arrive(sku, 2, null);
        assertThat(stock.reserve(second, units(sku, 1))).isTrue();
    }

    @Test
    void changesNothingWhenAskedTheSameAndStartsAnewForMore() {
        stock.store(sku, 1, null, null);
        stock.reserveOrWait(first, units(sku, 2));
        stock.reserveOrWait(second, units(sku, 1));

        stock.reserveOrWait(first, units(sku, 2));
        stock.arrive(sku, 1, null);
        assertThat(List.of(waiting(first), waiting(second))).as("the place is kept").containsExactly(0, 1);

        stock.reserveOrWait(first, units(sku, 3));
        stock.arrive(sku, 1, null);
        assertThat(List.of(waiting(first), waiting(second))).as("what is asked later comes later").containsExactly(1, 0);
        assertThat(stock.standingOf(first).reserved()).isEqualTo(Map.of(sku, 2));
    }

    @Test
    void leavesTheQueueWithARelease() {
        stock.reserveOrWait(first, units(sku, 1));
        stock.reserveOrWait(second, units(sku, 1));

        stock.release(first);
        stock.release(first);
        stock.arrive(sku, 1, null);

        assertThat(heard.ready).containsExactly(second);
        assertThat(stock.standingOf(first)).isEqualTo(new StockStanding(Map.of(), Map.of()));
    }

    @Test
    void takesUnitsOnceForEachKey() {
        stock.store(sku, 5, null, null);
        stock.store(other, 1, null, null);
        stock.reserveOrWait(first, units(sku, 3, other, 1));

        stock.take(first, "part 1", units(sku, 2));
        stock.take(first, "part 1", units(sku, 2));

        assertThat(level(sku)).isEqualTo("3/1");
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> stock.take(first, "part 1", units(sku, 1)));
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> stock.take(first, "part 2", units(sku, 2)))
                .withMessageContaining(sku);
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> stock.take(second, "part 2", units(sku, 1)));
        stock.take(first, "part 2", units(sku, 1, other, 1));
        assertThat(List.of(level(sku), level(other))).containsExactly("2/0", "0/0");
        stock.take(first, "part 2", units(sku, 1, other, 1));
        assertThat(List.of(level(sku), level(other))).containsExactly("2/0", "0/0");
    }

    @Test
    void takesBackAndWritesOffOnceForEachKey() {
        stock.restock(first, "parcel 1", units(sku, 1));
        stock.restock(first, "parcel 1", units(sku, 1));
        stock.restock(first, "parcel 2", units(sku, 2));
        stock.writeOff(first, "parcel 1", units(sku, 4));
        stock.writeOff(first, "parcel 1", units(sku, 4));

        assertThat(level(sku)).isEqualTo("3/0");
        assertThat(jdbc.queryForObject("select count(*) from stock_movement where sku = ?", Integer.class, sku)).isEqualTo(3);
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> stock.restock(first, "parcel 1", units(sku, 2)));
    }

    @Test
    void handsOverWhatACaseHasWithItsPlace() {
        stock.store(sku, 2, null, null);
        stock.reserveOrWait(first, units(sku, 3));
        stock.reserveOrWait(second, units(sku, 1));

        stock.handOver(first, third);
        stock.handOver(first, third);

        assertThat(stock.standingOf(first)).isEqualTo(new StockStanding(Map.of(), Map.of()));
        assertThat(stock.standingOf(third)).isEqualTo(new StockStanding(Map.of(sku, 2), Map.of(sku, 1)));
        assertThat(level(sku)).isEqualTo("2/2");
        stock.arrive(sku, 1, null);
        assertThat(heard.ready).containsExactly(third);
    }

    @Test
    void addsWhatIsHandedOverToWhatACaseHas() {
        stock.store(sku, 3, null, null);
        stock.reserveOrWait(first, units(sku, 1));
        stock.reserveOrWait(second, units(sku, 3));

        stock.handOver(first, second);

        assertThat(stock.standingOf(second)).isEqualTo(new StockStanding(Map.of(sku, 3), Map.of(sku, 1)));
        assertThat(level(sku)).isEqualTo("3/3");
    }

    @Test
    void takesWhatACountDoesNotFindFromThoseWhoAskedLast() {
        stock.store(sku, 5, null, null);
        stock.reserve(first, units(sku, 2));
        stock.reserveOrWait(second, units(sku, 2));
        stock.reserveOrWait(third, units(sku, 2));

        stock.store(sku, 3, null, null);

        assertThat(List.of(waiting(first), waiting(second), waiting(third))).containsExactly(0, 1, 2);
        assertThat(heard.lost).containsExactly(third, second);
        assertThat(level(sku)).isEqualTo("3/3");
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> stock.take(second)).withMessageContaining("Count again");

        stock.store(sku, 4, null, null);

        assertThat(List.of(waiting(first), waiting(second), waiting(third))).as("at the old place").containsExactly(0, 0, 2);
        assertThat(heard.ready).containsExactly(second);
    }

    @Test
    void givesTheLastUnitToOneOfTwoAndTheNextToTheOther() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            takeNewNames();
            stock.store(sku, 1, null, null);

            List<Boolean> got = atOnce(List.of(
                    () -> stock.reserveOrWait(first, units(sku, 1)).isComplete(),
                    () -> stock.reserveOrWait(second, units(sku, 1)).isComplete()));

            assertThat(got).containsExactlyInAnyOrder(true, false);
            assertThat(level(sku)).isEqualTo("1/1");
            stock.arrive(sku, 1, null);
            assertThat(heard.ready).containsExactly(got.get(0) ? second : first);
            assertThat(List.of(waiting(first), waiting(second))).containsExactly(0, 0);
        }
    }

    @Test
    void hearsOfItOnceThoughTheLastArticlesComeAtTheSameMoment() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            takeNewNames();
            stock.reserveOrWait(first, units(sku, 1, other, 1));
            stock.reserveOrWait(second, units(sku, 1, other, 1));

            atOnce(List.of(() -> arrive(sku, 2), () -> arrive(other, 2)));

            assertThat(heard.ready).containsExactlyInAnyOrder(first, second);
        }
    }

    @Test
    void keepsCountThoughManyAskReleaseBringAndCountAtOnce() throws Exception {
        stock.store(sku, 5, null, null);
        stock.store(other, 5, null, null);
        var work = new ArrayList<Callable<Boolean>>();
        for (int thread = 0; thread < 6; thread++) {
            var mine = caseNumber(10 + thread);
            var asked = thread % 2 == 0 ? units(sku, 2, other, 1) : units(other, 2, sku, 1);
            work.add(() -> {
                for (int round = 0; round < 15; round++) {
                    untilDone(() -> stock.reserveOrWait(mine, asked));
                    untilDone(() -> stock.release(mine));
                }
                untilDone(() -> stock.reserveOrWait(mine, asked));
                return true;
            });
        }
        work.add(() -> repeat(() -> arrive(sku, 1)));
        work.add(() -> repeat(() -> arrive(other, 1)));
        work.add(() -> repeat(() -> stock.reserve(third, units(sku, 1))));
        work.add(() -> repeat(() -> stock.store(sku, 4, null, null)));

        assertThat(atOnce(work)).containsOnly(true);

        stock.arrive(sku, 20, null);
        stock.arrive(other, 20, null);
        assertThat(IntStream.range(0, 6).map(thread -> waiting(caseNumber(10 + thread))).sum()).isZero();
        assertThat(stock.waitedFor(sku)).isZero();
        assertThat(stock.find(sku).orElseThrow().reserved()).isEqualTo(jdbc.queryForObject(
                "select sum(quantity) from stock_reservation where sku = ?", Integer.class, sku));
    }

    /** As all callers do: who is told that another was faster tries again. */
    private static void untilDone(Runnable work) {
        for (int attempt = 1; ; attempt++) {
            try {
                work.run();
                return;
            } catch (OptimisticLockingFailureException overtaken) {
                if (attempt == 20) {
                    throw overtaken;
                }
            }
        }
    }

    private static boolean repeat(Runnable work) {
        for (int round = 0; round < 15; round++) {
            work.run();
        }
        return true;
    }

    private boolean arrive(String article, int quantity) {
        stock.arrive(article, quantity, null);
        return true;
    }

    private int waiting(CaseNumber caseNumber) {
        return stock.standingOf(caseNumber).waiting().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** {@code onHand/reserved} */
    private String level(String article) {
        var level = stock.find(article).orElseThrow();
        return level.onHand() + "/" + level.reserved();
    }

    private static CaseNumber caseNumber(int which) {
        return CaseNumber.of(2029, 100L * NUMBERS.get() + which);
    }

    private static List<SkuQuantity> units(String article, int quantity) {
        return List.of(new SkuQuantity(article, quantity));
    }

    private static List<SkuQuantity> units(String one, int quantity, String another, int more) {
        return List.of(new SkuQuantity(one, quantity), new SkuQuantity(another, more));
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        var pool = Executors.newFixedThreadPool(work.size());
        try {
            var start = new CountDownLatch(1);
            var running = work.stream().map(each -> pool.submit(() -> {
                start.await();
                return each.call();
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
}
