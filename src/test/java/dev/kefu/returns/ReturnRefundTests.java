package dev.kefu.returns;

import static dev.kefu.workflow.Groups.AGENTS;
import static dev.kefu.workflow.Groups.FINANCE;
import static dev.kefu.workflow.Groups.MANAGERS;
import static dev.kefu.workflow.Groups.SUPERVISORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.kefu.cases.CaseStatus;
import dev.kefu.shared.Money;
import dev.kefu.workflow.RefusedByRule;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.Test;

/** Ways on which money goes back, with {@code refund.bpmn} as returns call it. */
class ReturnRefundTests extends ReturnWalk {

    @Test
    void refundsASmallReturnWithoutApproval() {
        var goods = returnOf(AGENTS, line(1, 2));

        approveAndBringBack(goods);
        inspect(goods, finding(1, 2, 0));
        pay(goods);

        assertThat(goods).isEnded().hasPassed("recordRefund", "returnClosed");
        assertThat(refundSteps(goods)).contains("refundPaid").doesNotContain("approveRefund");
        assertThat(outcome(goods)).isEqualTo("REFUNDED");
        assertThat(cases.get(number(goods)).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(orders.find(order).orElseThrow().refunded()).isEqualTo(Money.cny("100.00"));
        assertThat(orders.find(order).orElseThrow().line(1).orElseThrow().returnedQuantity()).isEqualTo(2);
    }

    @Test
    void asksAManagerWhereTheAmountIsAboveTheLimitOfTheAsker() {
        var goods = returnOf(AGENTS, line(2, 1));
        approveAndBringBack(goods);
        inspect(goods, finding(2, 1, 0));

        assertThat(candidates("approveRefund", goods)).containsExactly(MANAGERS);
        assertThatThrownBy(() -> complete(SUPERVISORS, "approveRefund", goods, Map.of("approved", true)))
                .isInstanceOf(AuthorizationException.class);
        complete(MANAGERS, "approveRefund", goods, Map.of("approved", true));
        pay(goods);
        assertThat(goods).isEnded();
        assertThat(refundSteps(goods)).contains("approveRefund", "refundPaid");
        assertThat(refunds.latestOf(number(goods)).orElseThrow().decidedBy()).isEqualTo(MANAGERS);
    }

    @Test
    void passesTheApprovalUpWhereNobodyElseIsInTheGroup() {
        var goods = returnOf(MANAGERS, line(2, 1));
        approveAndBringBack(goods);
        inspect(goods, finding(2, 1, 0));

        assertThat(candidates("approveRefund", goods)).containsExactly(SUPERVISORS);
        assertThatThrownBy(() -> complete(MANAGERS, "approveRefund", goods, Map.of("approved", true)))
                .isInstanceOf(AuthorizationException.class);
        complete(SUPERVISORS, "approveRefund", goods, Map.of("approved", true));
        pay(goods);
        assertThat(goods).isEnded();
    }

    @Test
    void givesTheFreightBackOnceWhereTheShopIsAtFault() {
        var first = returnBecause("DEFECTIVE", line(1, 1));
        approveAndBringBack(first);
        inspect(first, finding(1, 1, 0, "USED", true));
        pay(first);

        var second = returnBecause("DEFECTIVE", line(1, 1));
        approveAndBringBack(second);
        inspect(second, finding(1, 1, 0, "USED", true));
        pay(second);

        assertThat(refunds.latestOf(number(first)).orElseThrow().amount()).isEqualTo(Money.cny("60.00"));
        assertThat(refunds.latestOf(number(second)).orElseThrow().amount()).isEqualTo(Money.cny("50.00"));
    }

    @Test
    void refundsOnlyWhatWasAcceptedAndFreesWhatDidNotArrive() {
        var goods = returnOf(AGENTS, line(1, 3));
        approveAndBringBack(goods);

        inspect(goods, finding(1, 1, 0), finding(1, 0, 1));

        assertThat(orders.find(order).orElseThrow().line(1).orElseThrow().openQuantity()).isEqualTo(2);
        settle(goods, "AS_FOUND");
        pay(goods);
        assertThat(refunds.latestOf(number(goods)).orElseThrow().amount()).isEqualTo(Money.cny("50.00"));
        assertThat(orders.find(order).orElseThrow().line(1).orElseThrow().returnedQuantity()).isEqualTo(1);
        assertThat(unitsThatMayComeBack()).isEqualTo(2);
    }

    @Test
    void goesBackToTheSpecialistWhereTheRefundIsRefused() {
        var goods = returnOf(AGENTS, line(2, 1));
        approveAndBringBack(goods);
        inspect(goods, finding(2, 1, 0));

        assertThatThrownBy(() -> complete(MANAGERS, "approveRefund", goods, Map.of("approved", false)))
                .isInstanceOf(RefusedByRule.class).hasMessageContaining("why");
        complete(MANAGERS, "approveRefund", goods, Map.of("approved", false, "note", "Photo first"));

        assertThat(goods).isWaitingAt("settleDifference");
        assertThat(orders.find(order).orElseThrow().promised()).isEqualTo(Money.cny("0.00"));
        settle(goods, "AS_FOUND");
        complete(MANAGERS, "approveRefund", goods, Map.of("approved", true));
        pay(goods);
        assertThat(goods).isEnded().hasPassed("recordRefund", "returnClosed");
        assertThat(orders.find(order).orElseThrow().refunded()).isEqualTo(Money.cny("900.00"));
    }

    @Test
    void triesAPaymentAgainThatDidNotGoThrough() {
        var goods = returnOf(AGENTS, line(1, 1));
        approveAndBringBack(goods);
        inspect(goods, finding(1, 1, 0));

        complete(FINANCE, "confirmPayout", goods, Map.of("paid", false));
        complete(FINANCE, "resolvePayout", goods, Map.of("action", "RETRY", "note", "Bank was closed"));
        pay(goods);

        assertThat(goods).isEnded().hasPassed("recordRefund", "returnClosed");
        assertThat(orders.find(order).orElseThrow().refunded()).isEqualTo(Money.cny("50.00"));
    }

    @Test
    void countsAPaymentByHand() {
        var goods = returnOf(AGENTS, line(1, 1));
        approveAndBringBack(goods);
        inspect(goods, finding(1, 1, 0));

        complete(FINANCE, "confirmPayout", goods, Map.of("paid", false));
        complete(FINANCE, "resolvePayout", goods, Map.of("action", "PAID_BY_HAND", "note", "Cash", "reference", "C-1"));

        assertThat(goods).isEnded().hasPassed("recordRefund", "returnClosed");
        assertThat(refunds.latestOf(number(goods)).orElseThrow().paymentReference()).isEqualTo("C-1");
    }

    @Test
    void goesBackToTheSpecialistWhereThePaymentIsGivenUp() {
        var goods = returnOf(AGENTS, line(1, 1));
        approveAndBringBack(goods);
        inspect(goods, finding(1, 1, 0));

        complete(FINANCE, "confirmPayout", goods, Map.of("paid", false));
        complete(FINANCE, "resolvePayout", goods, Map.of("action", "GIVE_UP", "note", "Account closed"));

        assertThat(goods).isWaitingAt("settleDifference");
        assertThat(orders.find(order).orElseThrow().refundable()).isEqualTo(orders.find(order).orElseThrow().paid());
    }

    @Test
    void needsAReferenceForAPayment() {
        var goods = returnOf(AGENTS, line(1, 1));
        approveAndBringBack(goods);
        inspect(goods, finding(1, 1, 0));

        assertThatThrownBy(() -> complete(FINANCE, "confirmPayout", goods, Map.of("paid", true)))
                .isInstanceOf(RefusedByRule.class).hasMessageContaining("reference");

        assertThat(department.openTasks(key(goods))).containsExactly("confirmPayout");
    }
}
