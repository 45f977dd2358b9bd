package dev.kefu.stockouts;

import static dev.kefu.workflow.Groups.AGENTS;
import static dev.kefu.workflow.Groups.JUNIOR_AGENTS;
import static dev.kefu.workflow.Groups.TEAM_LEADERS;
import static dev.kefu.workflow.Groups.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import dev.kefu.FixedClock;
import dev.kefu.customers.Contact;
import dev.kefu.orders.LineQuantity;
import dev.kefu.orders.OrderDraft;
import dev.kefu.shared.Conflict;
import dev.kefu.shipping.ParcelPurpose;
import dev.kefu.stockouts.LinkedStockOuts.LinkedRequest;
import dev.kefu.stockouts.LinkedStockOuts.Owed;
import dev.kefu.workflow.RefusedByRule;
import dev.kefu.workflow.Retries;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Ways on which late goods leave the house (STK-1 to STK-3), with the shop and the stock changing beside them. */
class StockOutDispatchTests extends StockOutWalk {

    @Autowired Retries retries;

    @Test
    void shipsAtOnceWhatTheWarehouseFindsThoughTheBooksHadNone() {
        inStock(cup(), 0, 7);
        var goods = outOfStock();
        assertThat(letters(goods)).containsExactly("stock-out-apology");

        count(goods, 8);

        assertThat(cups().onHand()).isEqualTo(8);
        assertThat(promisedOn(goods)).isEqualTo("2026-11-23");
        ship(goods);
        assertThat(goods).isEnded().hasPassed("countStock", "recordDispatch", "stockOutClosed").hasNotPassed("askCustomer");
        assertThat(outcome(goods)).isEqualTo("SHIPPED");
        assertThat(cups().onHand()).isEqualTo(3);
        assertThat(order().shipments()).extracting(each -> each.trackingNumber()).containsExactly("YT" + key(goods) + "-1");
        assertThat(orders.unsent(order)).containsExactly(new LineQuantity(2, 1));
        assertThat(letters(goods)).containsExactly("stock-out-apology", "stock-out-shipped");
        assertThat(order().line(1).orElseThrow().openQuantity()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"2026-12-31T15:59:00+08:00, 2026-12-31", "2026-12-31T16:30:00+08:00, 2027-01-04"})
    void promisesNothingForADayWhoseCutOffIsOver(String countedAt, String promised) {
        inStock(cup(), 0, 0);
        var goods = outOfStock();

        FixedClock.set(countedAt);
        count(goods, 0);

        assertThat(promisedOn(goods)).isEqualTo(promised);
    }

    @Test
    void asksToTryAgainWhoeverRepliesBetweenTwoSteps() {
        var goods = waiting();
        department.as(WAREHOUSE, () -> {
            stock.arrive(cup(), 5, null);
            return null;
        });

        assertThatThrownBy(() -> reply(goods, "REFUND")).isInstanceOf(RefusedByRule.class).hasMessageContaining("try again");
    }

    @Test
    void promisesADayByTheTableForOtherCausesAndShipsWithoutCounting() {
        inStock(cup(), 5, 7);
        var goods = start(AGENTS, "PROMOTION", line(1, 5));

        assertThat(open(goods)).containsExactly("shipOrder");
        assertThat(promisedOn(goods)).isEqualTo("2026-11-26");
        assertThat(letters(goods)).containsExactly("dispatch-late");
        ship(goods);
        assertThat(goods).isEnded().hasNotPassed("countStock");
        assertThat(outcome(goods)).isEqualTo("SHIPPED");
    }

    @Test
    void countsWhereALateOrderTurnsOutToBeShort() {
        inStock(cup(), 2, 7);
        var goods = start(AGENTS, "HOLIDAY", line(1, 5));

        assertThat(open(goods)).containsExactly("countStock");
        count(goods, 2);

        assertThat(open(goods)).containsExactly("askCustomer");
        assertThat(letters(goods)).containsExactly("dispatch-late", "stock-out-new-promise");
    }

    @Test
    void isAboutEverythingThatHasNotLeftIfNobodySaysMore() {
        inStock(cup(), 5, 7);
        inStock(kettleOf(order), 1, 7);
        var goods = start(WAREHOUSE, "WAREHOUSE_OVERLOAD");

        ship(goods);

        assertThat(goods).isEnded();
        assertThat(orders.unsent(order)).isEmpty();
    }

    @Test
    void refusesASecondStockOutOfTheSameUnits() {
        outOfStock();

        assertThatThrownBy(() -> start(AGENTS, "OUT_OF_STOCK", line(1, 1))).isInstanceOf(RefusedByRule.class)
                .hasMessageContaining("Thermos cup");
        start(AGENTS, "OUT_OF_STOCK", line(2, 1));
        assertThatThrownBy(() -> start(AGENTS, "OUT_OF_STOCK")).isInstanceOf(RefusedByRule.class)
                .hasMessageContaining("nothing is left to be sent");
    }

    @Test
    void refusesWhatWasSentOrIsNoLineOfTheOrder() {
        tell(order, "T-" + order, new LineQuantity(1, 5));

        assertThatThrownBy(() -> outOfStock()).isInstanceOf(RefusedByRule.class);
        assertThatThrownBy(() -> start(AGENTS, "OUT_OF_STOCK", line(3, 1))).isInstanceOf(RefusedByRule.class)
                .hasMessageContaining("no line 3");
    }

    @Test
    void needsEveryArticleCountedOnceAndNoOther() {
        inStock(cup(), 0, 7);
        var goods = start(AGENTS, "OUT_OF_STOCK");

        assertThatThrownBy(() -> count(goods, 1)).isInstanceOf(RefusedByRule.class).hasMessageContaining(kettleOf(order));
        assertThatThrownBy(() -> complete(WAREHOUSE, "countStock", goods, Map.of("counted", List.of(
                Map.of("sku", "OTHER", "onHand", 1))))).isInstanceOf(RefusedByRule.class);

        assertThat(open(goods)).containsExactly("countStock");
        assertThat(cups().onHand()).isZero();
    }

    @Test
    void namesTheArticlesToCountSoThatTheWarehouseTypesNumbersOnly() {
        inStock(cup(), 0, 7);
        var goods = start(AGENTS, "OUT_OF_STOCK");

        assertThat(shown("countStock", goods, "counted")).hasToString(
                "[{\"sku\":\"%s\",\"name\":\"Thermos cup\"},{\"sku\":\"%s\",\"name\":\"Kettle\"}]".formatted(cup(), kettleOf(order)));

        assertThatThrownBy(() -> complete(WAREHOUSE, "countStock", goods, Map.of())).isInstanceOf(RefusedByRule.class)
                .hasMessageContaining("counted");
        assertThatThrownBy(() -> complete(WAREHOUSE, "countStock", goods, Map.of("counted", List.of(
                Map.of("sku", cup(), "name", "Thermos cup"), Map.of("sku", kettleOf(order), "name", "Kettle", "onHand", 1)))))
                .isInstanceOf(RefusedByRule.class).hasMessageContaining("Row 1");
        complete(WAREHOUSE, "countStock", goods, Map.of("counted", List.of(
                Map.of("sku", cup(), "name", "Thermos cup", "onHand", 5), Map.of("sku", kettleOf(order), "name", "Kettle", "onHand", 1))));
        assertThat(open(goods)).containsExactly("shipOrder");
        assertThat(runtime.getVariables(goods.getId())).doesNotContainKey("counted");
    }

    @Test
    void letsATeamLeaderLookAtAJuniorAgentsReportFirst() {
        inStock(cup(), 5, 7);
        var goods = start(JUNIOR_AGENTS, "PROMOTION", line(1, 5));
        assertThat(open(goods)).containsExactly("reviewReport");
        assertThat(letters(goods)).isEmpty();

        complete(TEAM_LEADERS, "reviewReport", goods, Map.of("approved", true));

        assertThat(letters(goods)).containsExactly("dispatch-late");
        assertThat(open(goods)).containsExactly("shipOrder");
        assertThat(cases.get(number(goods)).owner()).isEqualTo(JUNIOR_AGENTS);
    }

    @Test
    void endsARejectedReportWithoutAWordToTheCustomer() {
        var goods = start(JUNIOR_AGENTS, "OUT_OF_STOCK", line(1, 5));

        assertThatThrownBy(() -> complete(TEAM_LEADERS, "reviewReport", goods, Map.of("approved", false)))
                .isInstanceOf(RefusedByRule.class);
        complete(TEAM_LEADERS, "reviewReport", goods, Map.of("approved", false, "note", "There are plenty"));

        assertThat(goods).isEnded().hasPassed("reportRejected");
        assertThat(outcome(goods)).isEqualTo("REJECTED");
        assertThat(letters(goods)).isEmpty();
        start(AGENTS, "OUT_OF_STOCK", line(1, 5));
    }

    @Test
    void shipsWhatIsThereFirstAndTheRestLater() {
        inStock(cup(), 2, 7);
        var goods = outOfStock();
        count(goods, 2);

        answer(goods, "SHIP_REST");

        assertThat((String) shown("shipOrder", goods, "units")).startsWith("2 ×");
        ship(goods);
        assertThat(open(goods)).isEmpty();
        assertThat(orders.unsent(order)).containsExactly(new LineQuantity(1, 3), new LineQuantity(2, 1));
        arrive(cup(), 3);
        ship(goods);
        assertThat(goods).isEnded();
        assertThat(outcome(goods)).isEqualTo("SHIPPED");
        assertThat(parcels.ofCase(number(goods))).extracting(each -> each.lines())
                .containsExactly(List.of(new LineQuantity(1, 2)), List.of(new LineQuantity(1, 3)));
        assertThat(cups().onHand()).isZero();
    }

    @Test
    void refusesToShipARestOfWhichNothingIsThere() {
        var goods = asked(7);

        assertThatThrownBy(() -> answer(goods, "SHIP_REST")).isInstanceOf(RefusedByRule.class);

        assertThat(open(goods)).containsExactly("askCustomer");
    }

    @Test
    void wantsANumberOfItsOwnForEachParcel() {
        inStock(cup(), 2, 7);
        var goods = outOfStock();
        count(goods, 2);
        answer(goods, "SHIP_REST");
        complete(WAREHOUSE, "shipOrder", goods, Map.of("courier", "YTO", "trackingNumber", "TWICE-" + order));
        arrive(cup(), 3);

        assertThatThrownBy(() -> complete(WAREHOUSE, "shipOrder", goods,
                Map.of("courier", "YTO", "trackingNumber", "twice " + order))).isInstanceOf(RefusedByRule.class)
                .hasMessageContaining("under this number already");

        assertThat(cups().onHand()).isEqualTo(3);
        ship(goods);
        assertThat(orders.unsent(order)).containsExactly(new LineQuantity(2, 1));
    }

    @Test
    void wakesTheCaseThatWaitsLongest() {
        var first = waiting();
        var other = order;
        order = sold();
        var second = startFor(order, AGENTS, "OUT_OF_STOCK", line(1, 5));
        count(second, 0);
        answer(second, "WAIT");
        order = other;

        arrive(cup(), 5);

        assertThat(open(first)).containsExactly("shipOrder");
        assertThat(open(second)).isEmpty();
        assertThat(timeline(first)).contains("GOODS_ARRIVED");
    }

    @Test
    void shipsWhatComesBeforeAnybodyHasCounted() {
        inStock(cup(), 0, 7);
        var goods = outOfStock();
        assertThat(open(goods)).containsExactly("countStock");

        arrive(cup(), 4);
        assertThat(open(goods)).containsExactly("countStock");
        arrive(cup(), 1);

        assertThat(open(goods)).containsExactly("shipOrder");
        ship(goods);
        assertThat(outcome(goods)).isEqualTo("SHIPPED");
    }

    @Test
    void goesOnOnceWhereBothOfItsArticlesComeAtTheSameMoment() throws Exception {
        inStock(cup(), 0, 7);
        inStock(kettleOf(order), 0, 7);
        var goods = start(AGENTS, "OUT_OF_STOCK");
        complete(WAREHOUSE, "countStock", goods, Map.of("counted", List.of(Map.of("sku", cup(), "onHand", 0),
                Map.of("sku", kettleOf(order), "onHand", 0))));
        answer(goods, "WAIT");

        atOnce(() -> stock.arrive(cup(), 5, null), () -> stock.arrive(kettleOf(order), 1, null));
        wakeUp();

        assertThat(open(goods)).containsExactly("shipOrder");
        assertThat(timeline(goods)).containsOnlyOnce("GOODS_ARRIVED");
        assertThat(stock.standingOf(number(goods)).isComplete()).isTrue();
    }

    @Test
    void countsAnArticleOnceForAllCasesThatAreOpen() {
        inStock(cup(), 0, 7);
        var first = outOfStock();
        var second = linkedCaseForCups();
        assertThat(open(second)).containsExactly("countStock");

        count(first, 1);

        assertThat(open(second)).containsExactly("askCustomer");
        assertThat(promisedOn(second)).isEqualTo("2026-12-02");
        assertThat(timeline(second)).contains("STOCK_COUNTED");
    }

    private void atOnce(Runnable... work) throws Exception {
        var pool = Executors.newFixedThreadPool(work.length);
        try {
            var ready = new CyclicBarrier(work.length);
            var done = Stream.of(work).map(each -> pool.submit(() -> {
                ready.await(30, TimeUnit.SECONDS);
                return retries.inTransaction(() -> {
                    each.run();
                    return true;
                });
            })).toList();
            for (var each : done) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** A case about another order, for which cups go out. */
    private ProcessInstance linkedCaseForCups() {
        var other = sold();
        var parent = startFor(other, AGENTS, "PROMOTION", line(2, 1));
        var linked = department.as(AGENTS, () -> linkedStockOuts.open(new LinkedRequest(number(parent), other,
                List.of(new Owed(new LineQuantity(2, 1), cup())), ParcelPurpose.REPLACEMENT, false)));
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(linked.value()).singleResult();
    }

    @Test
    void neitherPromisesNorSendsWhatTheShopSentDuringTheReview() {
        inStock(cup(), 5, 7);
        var goods = start(JUNIOR_AGENTS, "PROMOTION", line(1, 5));
        tell(order, "T-" + order, new LineQuantity(1, 5));

        complete(TEAM_LEADERS, "reviewReport", goods, Map.of("approved", true));

        assertThat(goods).isEnded();
        assertThat(outcome(goods)).isEqualTo("SHIPPED");
        assertThat(letters(goods)).isEmpty();
        assertThat(cups().reserved()).isZero();
    }

    @Test
    void goodsThatComeWhileTheCustomerIsAskedAnswerTheQuestion() {
        var goods = asked(7);

        arrive(cup(), 5);

        assertThat(open(goods)).containsExactly("shipOrder");
        ship(goods);
        assertThat(outcome(goods)).isEqualTo("SHIPPED");
    }

    @Test
    void waitsAgainWhereALaterCountFindsLess() {
        var goods = waiting();
        arrive(cup(), 5);

        inStock(cup(), 1, 7);

        assertThat(open(goods)).containsExactly("askCustomer");
        assertThat(timeline(goods)).contains("GOODS_LOST");
        arrive(cup(), 4);
        ship(goods);
        assertThat(goods).isEnded();
    }

    @Test
    void endsWhereTheShopSendsTheGoodsItself() {
        var goods = waiting();

        tell(order, "T-" + order, new LineQuantity(1, 5));

        assertThat(goods).isEnded().hasPassed("recordOrderChange");
        assertThat(outcome(goods)).isEqualTo("SHIPPED");
        assertThat(timeline(goods)).contains("SHIPPED_BY_SHOP");
        assertThat(stock.standingOf(number(goods)).isComplete()).isTrue();
    }

    @Test
    void goesOnWithWhatTheShopHasNotSent() {
        inStock(cup(), 5, 7);
        var goods = start(AGENTS, "PROMOTION", line(1, 5));

        tell(order, "T-" + order, new LineQuantity(1, 2));

        assertThat((String) shown("shipOrder", goods, "units")).startsWith("3 ×");
        ship(goods);
        assertThat(goods).isEnded();
        assertThat(cups().onHand()).isEqualTo(2);
    }

    @Test
    void holdsTheShopToLinesThatTheCaseIsAbout() {
        waiting();

        var withoutCups = new OrderDraft(order, "C-" + order, new Contact("王芳", null, null, null), "TMALL", "CNY",
                Instant.parse("2026-11-23T01:00:00Z"), null, new BigDecimal("10.00"), null,
                List.of(new OrderDraft.Line(2, kettleOf(order), "Kettle", "KITCHEN", 1, new BigDecimal("900.00"), null, null, 2000)),
                List.of());

        assertThatThrownBy(() -> orders.store(withoutCups)).isInstanceOf(Conflict.class);
    }

    @Test
    void letsGoOfAllThatAStoppedCaseHolds() {
        inStock(cup(), 5, 7);
        var goods = start(AGENTS, "PROMOTION", line(1, 5));
        assertThat(cups().reserved()).isEqualTo(5);

        runtime.deleteProcessInstance(goods.getId(), "stopped");

        assertThat(outcome(goods)).isEqualTo("ABORTED");
        assertThat(cups().reserved()).isZero();
        start(AGENTS, "PROMOTION", line(1, 5));
    }
}
