package dev.kefu.stockouts;

import static dev.kefu.workflow.Groups.AGENTS;
import static dev.kefu.workflow.Groups.FINANCE;
import static dev.kefu.workflow.Groups.INTEGRATIONS;
import static dev.kefu.workflow.Groups.MANAGERS;
import static dev.kefu.workflow.Groups.SUPERVISORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.Forbidden;
import dev.kefu.shipping.ParcelPurpose;
import dev.kefu.stockouts.LinkedStockOuts.LinkedRequest;
import dev.kefu.stockouts.LinkedStockOuts.Owed;
import dev.kefu.workflow.RefusedByRule;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What customers say about late goods, what their silence means, and the money that goes back (STK-4 to STK-6, AUT-2). */
class StockOutAnswerTests extends StockOutWalk {

    @Test
    void promisesTheReplenishmentDaysThroughTheDispatchCalendar() {
        var goods = asked(7);

        assertThat(promisedOn(goods)).isEqualTo("2026-12-02");
        assertThat(letters(goods)).containsExactly("stock-out-apology", "stock-out-promise");
        assertThat((String) shown("askCustomer", goods, "situation")).contains("5 short", "2026-12-02");
    }

    @Test
    void saysThatNobodyKnowsADayWithoutReplenishmentDays() {
        var goods = asked(null);

        assertThat(promisedOn(goods)).isNull();
        assertThat(letters(goods)).containsExactly("stock-out-apology", "stock-out-indefinite");
        answer(goods, "WAIT");
        at("2026-12-08T10:00:00+08:00", goods);
        assertThat(open(goods)).containsExactly("askCustomer");
    }

    @Test
    void takesSilenceAboutAFirstDayWithinThirtyDaysForConsent() {
        var goods = asked(7);

        at("2026-11-26T09:59:00+08:00", goods);
        assertThat(open(goods)).containsExactly("askCustomer");
        at("2026-11-26T10:00:00+08:00", goods);

        assertThat(open(goods)).isEmpty();
        assertThat(timeline(goods)).contains("CUSTOMER_SILENT", "CUSTOMER_ANSWERED_NO_ANSWER");
        assertThat(goods).isActive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"90", "none"})
    void takesSilenceAboutALongOrUnknownDelayForARefundThatAManagerAuthorises(String days) {
        var goods = asked(days.equals("none") ? null : Integer.valueOf(days));

        at("2026-11-26T10:00:00+08:00", goods);

        assertThat(open(goods)).containsExactly("authoriseCancellation");
        authorise(goods);
        pay(goods);
        assertThat(goods).isEnded();
        assertThat(outcome(goods)).isEqualTo("REFUNDED");
    }

    @Test
    void countsNoWeekendOrHolidayAsTimeForAnAnswer() {
        at("2026-09-29T10:00:00+08:00");
        var goods = asked(null);

        // National Day 2026: 1 to 7 October are free
        at("2026-10-08T09:00:00+08:00", goods);
        assertThat(open(goods)).containsExactly("askCustomer");
        at("2026-10-09T10:00:00+08:00", goods);

        assertThat(open(goods)).containsExactly("authoriseCancellation");
    }

    @Test
    void triesACustomerAgainWhoCouldNotBeReachedUntilTheTimeIsOver() {
        var goods = asked(null);

        answer(goods, "NO_ANSWER");

        assertThat(open(goods)).containsExactly("askCustomer");
        assertThat(department.openTask("askCustomer", key(goods)).getFollowUpDate()).isNotNull();
        at("2026-11-26T10:00:00+08:00", goods);
        assertThat(open(goods)).containsExactly("authoriseCancellation");
    }

    @Test
    void comesBackToAnAgentByItselfAndOnceWhenThePromisedDayIsOver() {
        var goods = waiting();

        at("2026-12-02T23:59:00+08:00", goods);
        assertThat(open(goods)).isEmpty();
        at("2026-12-03T00:00:00+08:00", goods);
        at("2026-12-03T00:00:00+08:00", goods);

        assertThat(open(goods)).containsExactly("askCustomer");
        assertThat(promisedOn(goods)).isEqualTo("2026-12-14");
        assertThat(letters(goods)).containsExactly("stock-out-apology", "stock-out-promise", "stock-out-new-promise");
        assertThat(timeline(goods)).containsOnlyOnce("PROMISE_PASSED");
        at("2026-12-08T10:00:00+08:00", goods);
        assertThat(open(goods)).containsExactly("authoriseCancellation");
    }

    @Test
    void asksTheCustomerWhereTheWarehouseIsLateAndLetsItShipMeanwhile() {
        inStock(cup(), 5, 7);
        var goods = start(AGENTS, "ORDER_ERROR", line(1, 5));
        assertThat(promisedOn(goods)).isEqualTo("2026-11-24");

        at("2026-11-25T00:00:00+08:00", goods);

        assertThat(open(goods)).containsExactly("askCustomer", "shipOrder");
        assertThat(letters(goods)).containsExactly("dispatch-late", "stock-out-new-promise");
        ship(goods);
        assertThat(goods).isEnded();
        assertThat(outcome(goods)).isEqualTo("SHIPPED");
    }

    @Test
    void keepsShippingWhereTheCustomerGoesOnWaiting() {
        inStock(cup(), 5, 7);
        var goods = start(AGENTS, "ORDER_ERROR", line(1, 5));
        at("2026-11-25T00:00:00+08:00", goods);

        answer(goods, "WAIT");

        assertThat(open(goods)).containsExactly("shipOrder");
        at("2026-11-26T00:00:00+08:00", goods);
        assertThat(open(goods)).containsExactly("askCustomer", "shipOrder");
    }

    @Test
    void takesTheGoodsFromTheWarehouseWhereTheCustomerWantsTheMoneyAfterAll() {
        inStock(cup(), 5, 7);
        var goods = start(AGENTS, "ORDER_ERROR", line(1, 5));

        reply(goods, "REFUND");

        assertThat(open(goods)).containsExactly("authoriseCancellation");
        authorise(goods);
        assertThat(cups().reserved()).isZero();
        pay(goods);
        assertThat(outcome(goods)).isEqualTo("REFUNDED");
    }

    @Test
    void countsTheLastAnswerAndKeepsAll() {
        var goods = waiting();

        reply(goods, "REFUND");
        assertThat(open(goods)).containsExactly("authoriseCancellation");
        reply(INTEGRATIONS, goods, "WAIT");
        assertThat(open(goods)).isEmpty();
        reply(goods, "REFUND");
        authorise(goods);

        assertThatThrownBy(() -> reply(goods, "WAIT")).isInstanceOf(RefusedByRule.class)
                .hasMessageContaining("does not wait");
        assertThat(timeline(goods)).filteredOn(each -> each.startsWith("CUSTOMER_ANSWERED")).containsExactly(
                "CUSTOMER_ANSWERED_WAIT", "CUSTOMER_ANSWERED_REFUND", "CUSTOMER_ANSWERED_WAIT", "CUSTOMER_ANSWERED_REFUND");
        pay(goods);
        assertThat(outcome(goods)).isEqualTo("REFUNDED");
    }

    @Test
    void changesTheirMindWhileTheWarehouseCounts() {
        inStock(cup(), 0, 7);
        var goods = outOfStock();

        reply(goods, "REFUND");
        assertThat(open(goods)).containsExactly("authoriseCancellation");
        reply(goods, "WAIT");

        assertThat(open(goods)).containsExactly("countStock");
    }

    @Test
    void isToldByServiceStaffOnlyAndSaysSomething() {
        var goods = waiting();

        assertThatThrownBy(() -> reply(FINANCE, goods, "REFUND")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> reply(goods, "NO_ANSWER")).isInstanceOf(RefusedByRule.class);
        assertThat(open(goods)).isEmpty();
    }

    @Test
    void givesGoodsThatComeAfterTheDecisionToOthersAndShipsNone() {
        var goods = waiting();
        reply(goods, "REFUND");
        authorise(goods);

        arrive(cup(), 5);

        assertThat(cups().reserved()).isZero();
        assertThat(open(goods)).containsExactly("confirmPayout");
        pay(goods);
        assertThat(outcome(goods)).isEqualTo("REFUNDED");
        assertThat(cups().onHand()).isEqualTo(5);
        assertThat(orders.unsent(order)).extracting(each -> each.line()).containsExactly(2);
    }

    @Test
    void servesTheNextInTheQueueWithWhatAnAuthorisedCancellationFrees() {
        inStock(cup(), 5, 7);
        var first = start(AGENTS, "PROMOTION", line(1, 5));
        var second = otherCaseForCups();

        reply(first, "REFUND");
        authorise(first);

        assertThat(open(second)).containsExactly("shipOrder");
    }

    /** A case about another order that waits for the same cups, as other goods may go out for a line. */
    private ProcessInstance otherCaseForCups() {
        var other = sold();
        var parent = startFor(other, AGENTS, "PROMOTION", line(2, 1));
        var linked = department.as(AGENTS, () -> linkedStockOuts.open(new LinkedRequest(number(parent), other,
                List.of(new Owed(new LineQuantity(2, 1), cup())), ParcelPurpose.REPLACEMENT, false)));
        var process = runtime.createProcessInstanceQuery().processInstanceBusinessKey(linked.value()).singleResult();
        count(process, 5);
        answer(process, "WAIT");
        return process;
    }

    @Test
    void keepsDiscountsAndGivesTheFreightBackOnlyWhereNothingLeaves() {
        inStock(cup(), 3, 7);
        var goods = outOfStock();
        count(goods, 3);
        answer(goods, "SHIP_REST");
        ship(goods);

        reply(goods, "REFUND");
        authorise(goods);

        assertThat(refund(goods)).isEqualTo("9.90");
        pay(goods);
        assertThat(outcome(goods)).isEqualTo("PARTLY_SHIPPED");
        assertThat(order().line(1).orElseThrow().cancelledQuantity()).isEqualTo(2);
    }

    @Test
    void givesTheFreightBackWhereNothingOfTheOrderWasOrWillBeSent() {
        inStock(cup(), 0, 7);
        inStock(kettleOf(order), 0, 7);
        var goods = start(AGENTS, "PROMOTION");

        reply(goods, "REFUND");
        authorise(goods);

        assertThat(refund(goods)).isEqualTo("934.75");
        assertThat(open(goods)).containsExactly("confirmPayout");
    }

    @Test
    void comesBackToTheAgentWithTheManagersNote() {
        var goods = waiting();
        reply(goods, "REFUND");

        assertThatThrownBy(() -> complete(MANAGERS, "authoriseCancellation", goods, Map.of("approved", false)))
                .isInstanceOf(RefusedByRule.class);
        refuse(goods);

        assertThat(open(goods)).containsExactly("askCustomer");
        assertThat((String) shown("askCustomer", goods, "situation")).contains("They come tomorrow");
        answer(goods, "WAIT");
        arrive(cup(), 5);
        ship(goods);
        assertThat(outcome(goods)).isEqualTo("SHIPPED");
    }

    @Test
    void needsSomebodyElseThanTheAskerToAuthorise() {
        inStock(cup(), 0, 7);
        var goods = start(MANAGERS, "PROMOTION", line(1, 5));

        reply(goods, "REFUND");

        assertThat(candidates("authoriseCancellation", goods)).containsExactly(SUPERVISORS);
        assertThatThrownBy(() -> authorise(goods)).isInstanceOf(AuthorizationException.class);
        complete(SUPERVISORS, "authoriseCancellation", goods, Map.of("approved", true));
        pay(goods);
        assertThat(goods).isEnded();
    }

    @Test
    void isDecidedByThoseWhoWereAskedThoughSomebodyElseComesToTheOtherGroup() {
        inStock(cup(), 0, 7);
        var goods = start(MANAGERS, "PROMOTION", line(1, 5));
        reply(goods, "REFUND");
        assertThat(candidates("authoriseCancellation", goods)).containsExactly(SUPERVISORS);

        // Managers now have somebody who did not ask
        identity.createMembership(FINANCE, MANAGERS);
        try {
            complete(SUPERVISORS, "authoriseCancellation", goods, Map.of("approved", true));
        } finally {
            identity.deleteMembership(FINANCE, MANAGERS);
        }

        assertThat(open(goods)).containsExactly("confirmPayout");
    }

    @Test
    void comesBackToTheAgentWhereTheMoneyCouldNotBePaid() {
        var goods = waiting();
        reply(goods, "REFUND");
        authorise(goods);

        complete(FINANCE, "confirmPayout", goods, Map.of("paid", false));
        complete(FINANCE, "resolvePayout", goods, Map.of("action", "GIVE_UP", "note", "Account closed"));

        assertThat(open(goods)).containsExactly("askCustomer");
        assertThatThrownBy(() -> answer(goods, "WAIT")).isInstanceOf(RefusedByRule.class);
        answer(goods, "REFUND");
        pay(goods);
        assertThat(goods).isEnded();
        assertThat(outcome(goods)).isEqualTo("REFUNDED");
    }

    @Test
    void owesWhatWasCancelledAgainWhereTheCaseIsStoppedBeforeTheMoneyIsPaid() {
        var goods = waiting();
        reply(goods, "REFUND");
        authorise(goods);
        complete(FINANCE, "confirmPayout", goods, Map.of("paid", false));

        runtime.deleteProcessInstance(goods.getId(), "stopped");

        assertThat(outcome(goods)).isEqualTo("ABORTED");
        assertThat(orders.unsent(order)).containsExactly(new LineQuantity(1, 5), new LineQuantity(2, 1));
        assertThat(order().line(1).orElseThrow().cancelledQuantity()).isZero();
        start(AGENTS, "PROMOTION", line(1, 5));
    }

    @Test
    void sendsAnotherArticleOfTheSamePrice() {
        inStock("MUG-" + order, 5, "5.50");
        var goods = asked(7);

        answer(goods, "SUBSTITUTE", "MUG-" + order);

        assertThat((String) shown("shipOrder", goods, "units")).contains("MUG-" + order);
        ship(goods);
        assertThat(goods).isEnded().hasNotPassed("approveSubstitute", "authoriseCancellation");
        assertThat(outcome(goods)).isEqualTo("SUBSTITUTED");
        assertThat(stock.find("MUG-" + order).orElseThrow().onHand()).isZero();
        assertThat(stock.standingOf(number(goods)).waiting()).isEmpty();
    }

    @Test
    void givesTheDifferenceToACheaperArticleBack() {
        inStock("MUG-" + order, 5, "4.40");
        var goods = asked(7);
        answer(goods, "SUBSTITUTE", "MUG-" + order);
        ship(goods);

        assertThat(open(goods)).containsExactly("authoriseCancellation");
        authorise(goods);

        // A fifth less than the 24.75 that the customer really paid
        assertThat(refund(goods)).isEqualTo("4.95");
        pay(goods);
        assertThat(outcome(goods)).isEqualTo("SUBSTITUTED");
    }

    @Test
    void givesTheDifferenceOfWhatHasLeftBackWhateverBecomesOfTheRest() {
        inStock("MUG-" + order, 2, "4.40");
        inStock("MUG-" + order, 2, 30);
        var goods = asked(7);
        answer(goods, "SUBSTITUTE", "MUG-" + order);
        answer(goods, "SHIP_REST");
        ship(goods);

        reply(goods, "WAIT");
        arrive(cup(), 3);
        ship(goods);

        assertThat(open(goods)).containsExactly("authoriseCancellation");
        authorise(goods);
        // Two of the five mugs for which the customer really paid 24.75 cost a fifth less
        assertThat(refund(goods)).isEqualTo("1.98");
        pay(goods);
        assertThat(goods).isEnded();
        assertThat(outcome(goods)).isEqualTo("SUBSTITUTED");
    }

    @Test
    void givesTheDifferencesOfTwoArticlesBackWhereTheRestIsAnotherOnceMore() {
        inStock("MUG-" + order, 2, "4.40");
        inStock("MUG-" + order, 2, 30);
        inStock("GLASS-" + order, 3, "4.40");
        var goods = asked(7);
        answer(goods, "SUBSTITUTE", "MUG-" + order);
        answer(goods, "SHIP_REST");
        ship(goods);

        tell(AGENTS, goods, "customer-replied", Map.of("answer", "SUBSTITUTE", "substituteSku", "GLASS-" + order));
        ship(goods);
        authorise(goods);

        // A fifth less than the 24.75 that the customer really paid, in two parcels
        assertThat(refund(goods)).isEqualTo("4.95");
        pay(goods);
        assertThat(goods).isEnded();
        assertThat(outcome(goods)).isEqualTo("SUBSTITUTED");
        assertThat(parcels.ofCase(number(goods))).hasSize(2);
    }

    @Test
    void keepsThePromisedArticleWhereNobodyKnowsWhenTheOtherComesOrItCostsNothing() {
        inStock("MUG-" + order, 4, "5.50");
        inStock("GIFT-" + order, 9, "0.00");
        var goods = asked(7);

        assertThatThrownBy(() -> answer(goods, "SUBSTITUTE", "MUG-" + order)).isInstanceOf(RefusedByRule.class)
                .hasMessageContaining("4 are free and 5 are wanted");
        assertThatThrownBy(() -> answer(goods, "SUBSTITUTE", "GIFT-" + order)).isInstanceOf(RefusedByRule.class)
                .hasMessageContaining("price");

        assertThat(promisedOn(goods)).isEqualTo("2026-12-02");
        assertThat(stock.standingOf(number(goods)).waiting()).containsOnlyKeys(cup());
    }

    @Test
    void letsASupervisorDecideAboutADearerArticle() {
        inStock("MUG-" + order, 5, "9.90");
        var goods = asked(7);
        answer(goods, "SUBSTITUTE", "MUG-" + order);
        assertThat(candidates("approveSubstitute", goods)).containsExactly(SUPERVISORS);

        complete(SUPERVISORS, "approveSubstitute", goods, Map.of("approved", false, "note", "Too dear"));
        assertThat(open(goods)).containsExactly("askCustomer");
        assertThat((String) shown("askCustomer", goods, "situation")).contains("Too dear");
        answer(goods, "SUBSTITUTE", "MUG-" + order);
        complete(SUPERVISORS, "approveSubstitute", goods, Map.of("approved", true));
        ship(goods);

        assertThat(goods).isEnded();
        assertThat(outcome(goods)).isEqualTo("SUBSTITUTED");
    }

    @Test
    void takesOnlyAnArticleThatIsKnownWithItsPrice() {
        inStock("MUG-" + order, 5, (Integer) null);
        var goods = asked(7);

        assertThatThrownBy(() -> answer(goods, "SUBSTITUTE")).isInstanceOf(RefusedByRule.class);
        assertThatThrownBy(() -> answer(goods, "SUBSTITUTE", "NOBODY-KNOWS")).isInstanceOf(RefusedByRule.class)
                .hasMessageContaining("knows an article");
        assertThatThrownBy(() -> answer(goods, "SUBSTITUTE", "MUG-" + order)).isInstanceOf(RefusedByRule.class)
                .hasMessageContaining("price");
        assertThatThrownBy(() -> answer(goods, "SUBSTITUTE", cup())).isInstanceOf(RefusedByRule.class);
        assertThatThrownBy(() -> answer(goods, "WAIT", "MUG-" + order)).isInstanceOf(RefusedByRule.class);
    }

    @Test
    void wantsTheOwnArticleAgainWhereTheCustomerWaitsAfterAll() {
        inStock("MUG-" + order, 2, "5.50");
        inStock("MUG-" + order, 2, 30);
        var goods = asked(7);
        answer(goods, "SUBSTITUTE", "MUG-" + order);
        assertThat(stock.standingOf(number(goods)).reserved()).containsEntry("MUG-" + order, 2);

        reply(goods, "WAIT");

        assertThat(stock.standingOf(number(goods)).waiting()).containsOnlyKeys(cup());
        arrive(cup(), 5);
        ship(goods);
        assertThat(outcome(goods)).isEqualTo("SHIPPED");
    }
}
