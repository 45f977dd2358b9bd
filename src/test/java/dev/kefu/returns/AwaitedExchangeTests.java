package dev.kefu.returns;

import static dev.kefu.workflow.Groups.AGENTS;
import static dev.kefu.workflow.Groups.FINANCE;
import static dev.kefu.workflow.Groups.MANAGERS;
import static dev.kefu.workflow.Groups.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.kefu.TestOrders;
import dev.kefu.cases.CaseStatus;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Money;
import dev.kefu.workflow.NeedlessProcesses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An exchange without stock opens a stock-out case and waits for its end (RET-5). */
class AwaitedExchangeTests extends ReturnWalk {

    @Autowired NeedlessProcesses needless;
    @Autowired JdbcClient database;

    @Test
    void countsAsReplacedWhenTheGoodsWereFoundAndSent() {
        var goods = exchangeWithoutStock(2);
        assertThat(goods).isWaitingAt("replacementSettled").hasNotPassed("settleDifference");
        var stockOut = stockOut(goods);
        assertThat(cases.get(stockOut).kind()).isEqualTo("stock-out");
        assertThat(cases.get(stockOut).parent()).isEqualTo(number(goods));

        found(stockOut, 5);
        shipped(stockOut);

        assertThat(cases.get(stockOut).outcome()).isEqualTo("SHIPPED");
        assertThat(goods).isEnded().hasPassed("replacementSettled", "returnClosed").hasNotPassed("settleDifference", "shipReplacement");
        assertThat(outcome(goods)).isEqualTo("EXCHANGED");
        assertThat(timeline(goods)).contains("EXCHANGE_AWAITED", "EXCHANGE_SHIPPED");
        assertThat(cups().onHand()).as("the faulty ones are not sold again").isEqualTo(3);
        assertThat(cups().reserved()).isZero();
        assertThat(unitsThatMayComeBack()).isEqualTo(3);
    }

    @Test
    void countsAsRefundedWhenTheMoneyWentBackThereAndIsNeverPaidTwice() {
        var goods = exchangeWithoutStock(1);
        var stockOut = stockOut(goods);

        found(stockOut, 0);
        at(AGENTS, "askCustomer", stockOut, Map.of("answer", "REFUND"));
        at(MANAGERS, "authoriseCancellation", stockOut, Map.of("approved", true));
        at(FINANCE, "confirmPayout", stockOut, Map.of("paid", true, "reference", "B-" + stockOut));

        assertThat(cases.get(stockOut).outcome()).isEqualTo("REFUNDED");
        assertThat(goods).isEnded().hasPassed("replacementSettled").hasNotPassed("decideRefund", "settleDifference");
        assertThat(outcome(goods)).isEqualTo("REFUNDED");
        assertThat(unitsThatMayComeBack()).isEqualTo(2);
        assertThat(orders.find(order).orElseThrow().refunded()).isEqualTo(Money.cny("50.00"));
        assertThat(refunds.latestOf(number(goods))).isEmpty();
    }

    @Test
    void paysNoFreightOfAnOrderThatWasSentWhereAllOfItsGoodsAreMissingNow() {
        stock.store(TestOrders.cupOf(order), 0, 7, null);
        stock.store(TestOrders.kettleOf(order), 0, 7, null);
        var goods = start(AGENTS, "DEFECTIVE", "EXCHANGE", line(1, 3), line(2, 1));
        approveAndBringBack(goods);
        inspect(goods, finding(1, 3, 0, "USED", true), finding(2, 1, 0, "USED", true));
        var stockOut = stockOut(goods);

        at(WAREHOUSE, "countStock", stockOut, Map.of("counted", List.of(Map.of("sku", TestOrders.cupOf(order), "onHand", 0),
                Map.of("sku", TestOrders.kettleOf(order), "onHand", 0))));
        at(AGENTS, "askCustomer", stockOut, Map.of("answer", "REFUND"));
        at(MANAGERS, "authoriseCancellation", stockOut, Map.of("approved", true));

        assertThat(refunds.latestOf(stockOut).orElseThrow().amount()).isEqualTo(Money.cny("1050.00"));
    }

    @Test
    void goesBackToTheCustomerWhenTheStockOutIsStopped() {
        var goods = exchangeWithoutStock(1);

        needless.end(stockOut(goods), "stock-out", "Stopped by a test");

        assertThat(goods).isWaitingAt("settleDifference");
        assertThat(shown("settleDifference", goods, "difference").toString()).contains("could not be had");
        settle(goods, "AS_FOUND");
        assertThat(goods).isWaitingAt("replacementSettled");
        assertThat(file(goods).related()).hasSize(2);
    }

    @Test
    void keepsAsReplacedWhatLeftBeforeTheStockOutWasStopped() {
        var goods = exchangeWithoutStock(2);
        var stockOut = stockOut(goods);
        found(stockOut, 1);
        at(AGENTS, "askCustomer", stockOut, Map.of("answer", "SHIP_REST"));
        shipped(stockOut);

        needless.end(stockOut, "stock-out", "Stopped by a test");

        assertThat(goods).isWaitingAt("settleDifference");
        assertThat(shown("settleDifference", goods, "difference").toString()).contains("1 × ").doesNotContain("2 × ");
        settle(goods, "REFUND_ANYWAY");
        // One cup, and the freight of 10.00 since the shop is at fault
        assertThat(refunds.latestOf(number(goods)).orElseThrow().amount()).isEqualTo(Money.cny("60.00"));
    }

    @Test
    void ofAStoppedReturnKeepsItsUnitsUntilTheMoneyThatIsOnItsWayIsPaid() {
        var goods = exchangeWithoutStock(1);
        var stockOut = stockOut(goods);
        found(stockOut, 0);
        at(AGENTS, "askCustomer", stockOut, Map.of("answer", "REFUND"));
        at(MANAGERS, "authoriseCancellation", stockOut, Map.of("approved", true));

        runtime.deleteProcessInstance(goods.getId(), "Opened by mistake.");
        assertThat(unitsThatMayComeBack()).isEqualTo(2);
        at(FINANCE, "confirmPayout", stockOut, Map.of("paid", true, "reference", "B-" + stockOut));

        var line = orders.find(order).orElseThrow().line(1).orElseThrow();
        assertThat(line.returnedQuantity()).isEqualTo(1);
        assertThat(line.openQuantity()).isZero();
        assertThat(writtenOff(goods)).as("what came back is in the books").isEqualTo(1);
    }

    @Test
    void ofAStoppedReturnIsStoppedWithItAndItsUnitsAreFree() {
        var goods = exchangeWithoutStock(1);
        var stockOut = stockOut(goods);

        runtime.deleteProcessInstance(goods.getId(), "Opened by mistake.");

        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(stockOut.value()).count()).isZero();
        assertThat(unitsThatMayComeBack()).isEqualTo(3);
    }

    @Test
    void beginsWhereACountTakesBackWhatWasToBeSent() {
        putCupsInStock(1);
        var goods = start(AGENTS, "DEFECTIVE", "EXCHANGE", line(1, 1));
        approveAndBringBack(goods);
        inspect(goods, finding(1, 1, 0, "USED", true));
        assertThat(goods).isWaitingAt("shipReplacement");

        putCupsInStock(0);
        jobs.createJobQuery().messages().list().stream().filter(job -> job.getProcessInstanceId() == null)
                .forEach(job -> jobs.executeJob(job.getId()));

        assertThat(goods).hasPassed("replacementLost").isWaitingAt("replacementSettled");
        assertThat(department.openTasks(stockOut(goods).value())).containsExactly("countStock");
        found(stockOut(goods), 1);
        shipped(stockOut(goods));
        assertThat(outcome(goods)).isEqualTo("EXCHANGED");
    }

    @Test
    void endsTheStockOutWhenTheCustomerWithdraws() {
        var goods = exchangeWithoutStock(1);
        var stockOut = stockOut(goods);

        withdraw(goods);

        assertThat(cases.get(stockOut).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(stockOut.value()).count()).isZero();
        shipBack(goods);
        assertThat(outcome(goods)).isEqualTo("WITHDRAWN");
        assertThat(stock.standingOf(stockOut).isComplete()).isTrue();
        assertThat(unitsThatMayComeBack()).isEqualTo(3);
    }

    @Test
    void comesTooLateToWithdrawOnceMoneyOfTheStockOutIsOnItsWay() {
        var goods = exchangeWithoutStock(1);
        var stockOut = stockOut(goods);
        found(stockOut, 0);
        at(AGENTS, "askCustomer", stockOut, Map.of("answer", "REFUND"));
        at(MANAGERS, "authoriseCancellation", stockOut, Map.of("approved", true));

        assertThatThrownBy(() -> withdraw(goods)).hasMessageContaining("can't be withdrawn");

        assertThat(goods).isWaitingAt("replacementSettled");
        assertThat(cases.get(stockOut).status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void sendsFirstWhatIsThere() {
        stock.store(TestOrders.cupOf(order), 0, 7, null);
        stock.store(TestOrders.kettleOf(order), 1, 7, null);
        var goods = start(AGENTS, "DEFECTIVE", "EXCHANGE", line(1, 1), line(2, 1));
        approveAndBringBack(goods);
        inspect(goods, finding(1, 1, 0, "USED", true), finding(2, 1, 0, "USED", true));

        assertThat(goods).isWaitingAt("shipReplacement");
        assertThat(shown("shipReplacement", goods, "units").toString()).contains("KETTLE").doesNotContain("CUP");
        complete(WAREHOUSE, "shipReplacement", goods, Map.of("courier", "ZTO", "trackingNumber", "K-" + key(goods)));

        assertThat(goods).isWaitingAt("replacementSettled");
        found(stockOut(goods), 1);
        shipped(stockOut(goods));
        assertThat(outcome(goods)).isEqualTo("EXCHANGED");
    }

    private ProcessInstance exchangeWithoutStock(int units) {
        putCupsInStock(0);
        var goods = start(AGENTS, "DEFECTIVE", "EXCHANGE", line(1, units));
        approveAndBringBack(goods);
        inspect(goods, finding(1, units, 0, "USED", true));
        return goods;
    }

    private int writtenOff(ProcessInstance goods) {
        return database.sql("select count(*) from stock_movement where case_number = ? and kind = 'WRITTEN_OFF'").params(key(goods))
                .query(Integer.class).single();
    }

    private CaseNumber stockOut(ProcessInstance goods) {
        return file(goods).related().get(file(goods).related().size() - 1);
    }

    private void found(CaseNumber stockOut, int cupsOnHand) {
        at(WAREHOUSE, "countStock", stockOut, Map.of("counted", List.of(Map.of("sku", TestOrders.cupOf(order), "onHand", cupsOnHand))));
    }

    private void shipped(CaseNumber stockOut) {
        at(WAREHOUSE, "shipOrder", stockOut, Map.of("courier", "ZTO", "trackingNumber", "LATE-" + stockOut));
    }

    private void at(String person, String task, CaseNumber caseNumber, Map<String, Object> variables) {
        department.complete(person, task, caseNumber.value(), new HashMap<>(variables));
    }
}
