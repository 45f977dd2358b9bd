package dev.kefu.returns.domain;

import static dev.kefu.returns.domain.Goods.accepted;
import static dev.kefu.returns.domain.Goods.refused;
import static dev.kefu.workflow.Groups.AGENTS;
import static dev.kefu.workflow.Groups.GENERAL_OFFICE;
import static dev.kefu.workflow.Groups.MARKETING_VP;
import static dev.kefu.workflow.Groups.RETURNS_SPECIALISTS;
import static dev.kefu.workflow.Groups.SUPERVISORS;
import static dev.kefu.workflow.Groups.TECHNICIANS;
import static dev.kefu.workflow.Groups.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.kefu.Department;
import dev.kefu.FixedClock;
import dev.kefu.ProcessTest;
import dev.kefu.cases.CaseAborted;
import dev.kefu.cases.CaseFiles;
import dev.kefu.cases.TimelineEntry;
import dev.kefu.customers.Contact;
import dev.kefu.orders.OrderDraft;
import dev.kefu.orders.OrderView;
import dev.kefu.orders.Orders;
import dev.kefu.refunds.Refunds;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Erasure;
import dev.kefu.shared.Money;
import dev.kefu.shared.RuleViolation;
import dev.kefu.stock.Finding;
import dev.kefu.stock.GoodsCondition;
import dev.kefu.stock.Stock;
import dev.kefu.stock.StockLevel;
import dev.kefu.stockouts.StockOutClosed;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What the door to returns does with orders, stock and money, without a process in front of it. */
@ProcessTest
class ReturnsTests {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired Department department;
    @Autowired Returns returns;
    @Autowired ReturnFacts facts;
    @Autowired ReturnsOfCustomer personalData;
    @Autowired Refunds refunds;
    @Autowired CaseFiles cases;
    @Autowired Orders orders;
    @Autowired Stock stock;
    @Autowired Clock clock;
    @Autowired PlatformTransactionManager transactions;
    @Autowired ApplicationEventPublisher events;
    @Autowired JdbcClient database;

    private final String customer = "C-R" + NUMBERS.incrementAndGet();
    /** Each test has its own articles, which nobody else reserves. */
    private final String cup = "CUP-" + customer;
    private final String kettle = "KETTLE-" + customer;
    private final String red = "RED-" + customer;
    private String order;

    /** Line 1: three cups at 50.00, line 2: one kettle at 900.00; delivered two days ago, freight 10.00. */
    @BeforeEach
    void sell() {
        order = sold("CNY", "50.00", "900.00");
    }

    @Test
    void putsInStockWhatCanBeSoldAndWritesOffTheRest() {
        var goods = arrived(Reason.CHANGED_MIND, Resolution.REFUND, row(1, 3), row(2, 1));

        inspected(goods, accepted(1, 2), new Finding(1, 1, 0, GoodsCondition.USED, false, null), refused(2, 1));
        as(RETURNS_SPECIALISTS, () -> returns.settle(goods, Settlement.SEND_BACK, "Agreed"));
        paid(goods);
        as(WAREHOUSE, () -> returns.sendBack(goods, "ZTO", "Z1"));
        close(goods);
        close(goods);

        assertThat(outcome(goods)).isEqualTo("SENT_BACK");
        assertThat(level(cup).onHand()).isEqualTo(2);
        assertThat(stock.find(kettle)).isEmpty();
        assertThat(line(1).returnedQuantity()).isEqualTo(3);
        assertThat(line(2).returnedQuantity() + line(2).openQuantity()).isZero();
        assertThat(factsOf(goods).lines()).extracting(ReturnFacts.Line::outcome).containsExactly(Outcome.REFUNDED, Outcome.SENT_BACK);
    }

    @Test
    void freesAtInspectionWhatDidNotArrive() {
        var goods = arrived(Reason.CHANGED_MIND, Resolution.REFUND, row(1, 3));

        inspected(goods, accepted(1, 1));

        assertThat(line(1).openQuantity()).isEqualTo(1);
        assertThat(textOf(goods, "GOODS_INSPECTED")).isEqualTo("Line 1: 1 accepted, 0 refused, as new; Line 1: 2 did not arrive");
    }

    @ParameterizedTest
    @CsvSource({"true, 60.00", "false, 50.00"})
    void givesTheFreightBackOnlyWhereTheClaimedDefectIsOne(boolean defect, String amount) {
        var goods = arrived(Reason.DEFECTIVE, Resolution.REFUND, row(1, 1));

        inspected(goods, new Finding(1, 1, 0, GoodsCondition.USED, defect, null));

        assertThat(decided(goods)).isEqualTo(Money.cny(amount));
        var judgedAgain = "Line 1: no defect found, the rules for a change of mind apply; the customer pays the freight";
        assertThat(textOf(goods, "GOODS_INSPECTED").contains(judgedAgain)).isNotEqualTo(defect);
    }

    @Test
    void asksTheCustomerWhereAClaimedDefectIsNoneAndTheDaysForAChangeOfMindAreOver() {
        FixedClock.set("2026-12-01T10:00:00+08:00");
        var goods = arrived(Reason.DEFECTIVE, Resolution.REFUND, row(1, 2));

        inspected(goods, new Finding(1, 1, 0, GoodsCondition.USED, false, null),
                new Finding(1, 1, 0, GoodsCondition.USED, true, null));

        assertThat(returns.nextStep(goods)).isEqualTo(NextStep.SETTLE);
        assertThat(returns.differenceOf(goods)).contains("1 × Cup", "outside the policy", "Without a reason",
                "As found: the shop keeps the goods and pays nothing.").doesNotContain("2 ×");
        as(RETURNS_SPECIALISTS, () -> returns.settle(goods, Settlement.AS_FOUND, "The customer gives it up"));
        assertThat(decided(goods)).isEqualTo(Money.cny("60.00"));
    }

    @Test
    void tellsTheNoteOfARefundThatWasRefusedAndAsksAgain() {
        var goods = arrived(Reason.CHANGED_MIND, Resolution.REFUND, row(2, 1));
        inspected(goods, accepted(2, 1));
        decided(goods);
        assertThatThrownBy(() -> returns.refundEnded(goods)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> as(AGENTS, () -> returns.withdraw(goods))).isInstanceOf(Conflict.class);
        refundRefused(goods, "Photo first");

        returns.refundEnded(goods);
        returns.refundEnded(goods);

        assertThat(returns.nextStep(goods)).isEqualTo(NextStep.SETTLE);
        assertThat(returns.differenceOf(goods)).contains("Photo first", "900.00 CNY", "As found: the refund is asked for again.");
        as(RETURNS_SPECIALISTS, () -> returns.settle(goods, Settlement.AS_FOUND, "Photo added"));
        paid(goods);
        close(goods);
        assertThat(outcome(goods)).isEqualTo("REFUNDED");
    }

    @Test
    void refundsNothingThatNothingWasPaidFor() {
        order = sold("CNY", "0.00", "900.00");
        var goods = arrived(Reason.CHANGED_MIND, Resolution.REFUND, row(1, 1));
        inspected(goods, accepted(1, 1));

        assertThat(returns.nextStep(goods)).isEqualTo(NextStep.SETTLE);
        assertThatThrownBy(() -> as(RETURNS_SPECIALISTS, () -> returns.settle(goods, Settlement.REFUND_ANYWAY, "Please")))
                .isInstanceOf(RuleViolation.class).hasMessageContaining("Nothing was paid");
        as(RETURNS_SPECIALISTS, () -> returns.settle(goods, Settlement.AS_FOUND, "A gift"));
        close(goods);

        assertThat(outcome(goods)).isEqualTo("REJECTED");
        assertThat(line(1).returnedQuantity()).isEqualTo(1);
    }

    @Test
    void exchangesForAnotherArticleOfTheSamePriceOnly() {
        stock.store(red, 5, null, Money.cny("50.00"));
        stock.store(kettle + "-XL", 5, null, Money.cny("950.00"));

        assertThatThrownBy(() -> registered(Reason.CHANGED_MIND, Resolution.EXCHANGE, row(1, 1, red), row(2, 1, kettle + "-XL")))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.violations())
                        .extracting("field", "rule").containsExactly(tuple("lines[1].wantedSku", "RET-5")));
        // As it was last sold, where the warehouse does not know
        assertThatThrownBy(() -> registered(Reason.CHANGED_MIND, Resolution.EXCHANGE, row(1, 1, kettle)))
                .isInstanceOf(RuleViolation.class).hasMessageContaining("900.00");
        assertThatThrownBy(() -> registered(Reason.CHANGED_MIND, Resolution.EXCHANGE, row(1, 1, "NOBODY-KNOWS")))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.violations())
                        .extracting("field", "rule").containsExactly(tuple("lines[0].wantedSku", "RET-5")));
        stock.store(cup + "-GIFT", 5, null, null);
        var unpriced = registered(Reason.CHANGED_MIND, Resolution.EXCHANGE, row(1, 1, cup + "-GIFT"));
        assertThat(returns.assess(unpriced)).contains(cup + "-GIFT", "price is not known");
        var same = registered(Reason.CHANGED_MIND, Resolution.EXCHANGE, row(1, 1, red));
        assertThat(returns.assess(same)).contains("1 × " + red, "in stock").doesNotContain("not known");
    }

    @Test
    void exchangesReservedGoods() {
        stock.store(red, 2, null, Money.cny("50.00"));
        var goods = registered(Reason.CHANGED_MIND, Resolution.EXCHANGE, row(1, 2, red));
        approved(goods);
        assertThat(level(red).reserved()).isEqualTo(2);
        broughtBack(goods);

        inspected(goods, accepted(1, 1));
        assertThat(returns.nextStep(goods)).isEqualTo(NextStep.REPLACE);
        assertThat(level(red).reserved()).as("only what came back is exchanged").isEqualTo(1);
        assertThat(returns.unitsFor(goods, NextStep.REPLACE)).contains("1 × " + red);
        as(WAREHOUSE, () -> returns.shipReplacement(goods, "ZTO", "Z2"));
        as(WAREHOUSE, () -> returns.shipReplacement(goods, "ZTO", "Z2"));
        close(goods);

        assertThat(outcome(goods)).isEqualTo("EXCHANGED");
        assertThat(level(red)).extracting(StockLevel::onHand, StockLevel::reserved).containsExactly(1, 0);
        assertThat(level(cup).onHand()).isEqualTo(1);
        assertThat(line(1).returnedQuantity() + line(1).openQuantity()).as("free again").isZero();
        assertThat(factsOf(goods).shipped()).extracting(ReturnFacts.Shipped::trackingNumber).containsExactly("Z2");
    }

    @Test
    void givesTheLastUnitToOneOfTwoAndOpensAStockOutForTheOther() {
        stock.store(red, 1, 3, Money.cny("50.00"));
        var first = registered(Reason.CHANGED_MIND, Resolution.EXCHANGE, row(1, 1, red));
        var second = registered(Reason.CHANGED_MIND, Resolution.EXCHANGE, row(1, 1, red));
        approved(first);

        assertThat(returns.assess(second)).contains("Only 0 are in stock", "More take 3 days");
        approved(second);
        broughtBack(second);
        inspected(second, accepted(1, 1));

        assertThat(nextStep(second)).isEqualTo(NextStep.AWAIT_GOODS);
        var stockOut = CaseNumber.of(factsOf(second).stockOut());
        assertThat(stock.standingOf(stockOut).waiting()).containsEntry(red, 1);
        as(AGENTS, () -> returns.withdraw(first));
        assertThat(stock.standingOf(stockOut).reserved()).as("the first let it go").containsEntry(red, 1);
        assertThat(nextStep(second)).as("asked again").isEqualTo(NextStep.AWAIT_GOODS);
        assertThat(cases.get(second).related()).containsExactly(stockOut);
    }

    @Test
    void settlesAnExchangeWithTheCustomerWhoseStockOutWasStopped() {
        var goods = arrived(Reason.CHANGED_MIND, Resolution.EXCHANGE, row(1, 1));
        inspected(goods, accepted(1, 1));
        assertThat(nextStep(goods)).isEqualTo(NextStep.AWAIT_GOODS);

        as(RETURNS_SPECIALISTS, () -> returns.replacementSettled(new StockOutClosed(CaseNumber.of(factsOf(goods).stockOut()), goods, null)));
        assertThat(nextStep(goods)).isEqualTo(NextStep.SETTLE);
        assertThat(returns.differenceOf(goods)).contains("could not be had", "As found: it is looked for in stock again.");
        as(RETURNS_SPECIALISTS, () -> returns.settle(goods, Settlement.REFUND_ANYWAY, "Money back instead"));
        paid(goods);
        close(goods);

        assertThat(outcome(goods)).isEqualTo("REFUNDED");
        assertThat(refunds.latestOf(goods).orElseThrow().requestedBy()).isEqualTo(RETURNS_SPECIALISTS);
    }

    @Test
    void sendsRepairedGoodsBack() {
        var goods = arrived(Reason.DEFECTIVE, Resolution.REPAIR, row(2, 1));
        inspected(goods, new Finding(2, 1, 0, GoodsCondition.USED, true, null));
        assertThat(returns.nextStep(goods)).isEqualTo(NextStep.REPAIR);
        assertThatThrownBy(() -> as(TECHNICIANS, () -> returns.repair(goods, RepairResult.REPAIRED, " ")))
                .isInstanceOf(RuleViolation.class).hasMessageContaining("Write down");

        as(TECHNICIANS, () -> returns.repair(goods, RepairResult.REPAIRED, "New lid"));
        as(WAREHOUSE, () -> returns.sendBack(goods, "ZTO", "Z3"));
        close(goods);

        assertThat(outcome(goods)).isEqualTo("REPAIRED");
        assertThat(stock.find(kettle)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"REPLACE, 1, REPLACE", "NOT_REPAIRABLE, 1, REPLACE", "REPLACE, 0, REFUND", "NOT_REPAIRABLE, 0, REFUND"})
    void replacesWhatIsNotRepairedOrRefundsItOnTheTechniciansWord(RepairResult result, int onHand, NextStep next) {
        stock.store(kettle, onHand, null, null);
        var goods = arrived(Reason.DEFECTIVE, Resolution.REPAIR, row(2, 1));
        inspected(goods, new Finding(2, 1, 0, GoodsCondition.USED, true, null));

        as(TECHNICIANS, () -> returns.repair(goods, result, "Heating element"));

        assertThat(returns.nextStep(goods)).isEqualTo(next);
        if (next == NextStep.REFUND) {
            decided(goods);
            assertThat(refunds.latestOf(goods).orElseThrow().requestedBy()).isEqualTo(TECHNICIANS);
        } else {
            assertThat(level(kettle).reserved()).isEqualTo(1);
        }
    }

    @Test
    void sendsWhatWasMissingWithoutAnyReturn() {
        stock.store(cup, 3, null, null);
        var goods = registered(Reason.MISSING_PARTS, Resolution.RESEND, row(1, 2));

        assertThat(approved(goods)).isEqualTo(Whereabouts.STAY);
        assertThat(returns.nextStep(goods)).isEqualTo(NextStep.REPLACE);
        as(WAREHOUSE, () -> returns.shipReplacement(goods, "ZTO", "Z4"));
        close(goods);

        assertThat(outcome(goods)).isEqualTo("RESENT");
        assertThat(level(cup).onHand()).isEqualTo(1);
        assertThat(line(1).returnedQuantity() + line(1).openQuantity()).isZero();
    }

    @Test
    void refundsSmallThingsWithoutReturnThreeTimesAYear() {
        order = sold("CNY", "10.00", "900.00");
        var first = registered(Reason.DEFECTIVE, Resolution.REFUND, row(1, 2));
        var others = List.of(smallCase(), smallCase(), smallCase());
        others.forEach(returns::assess);

        assertThat(approved(first)).isEqualTo(Whereabouts.STAY);
        assertThat(decided(first)).isEqualTo(Money.cny("30.00"));
        assertThat(refunds.latestOf(first).orElseThrow().requestedBy()).isEqualTo(RETURNS_SPECIALISTS);
        assertThat(others.stream().map(this::approvedAsAssessed).toList())
                .containsExactly(Whereabouts.STAY, Whereabouts.STAY, Whereabouts.WITH_CUSTOMER);
        FixedClock.set("2027-01-01T00:00:00+08:00");
        order = sold("CNY", "10.00", "900.00");
        assertThat(approved(registered(Reason.DEFECTIVE, Resolution.REFUND, row(1, 1)))).isEqualTo(Whereabouts.STAY);
    }

    @Test
    void countsNoRefundWithoutReturnOfWhichNothingCame() {
        for (int time = 0; time < 3; time++) {
            var refused = smallCase();
            approved(refused);
            decided(refused);
            refundRefused(refused, "Not again");
            returns.refundEnded(refused);
            assertThat(returns.differenceOf(refused)).contains("As found: the customer keeps the goods and gets nothing.");
            as(RETURNS_SPECIALISTS, () -> returns.settle(refused, Settlement.AS_FOUND, "They see the point"));
            close(refused);
            assertThat(outcome(refused)).isEqualTo("REJECTED");
        }

        assertThat(approved(smallCase())).isEqualTo(Whereabouts.STAY);
    }

    @Test
    void countsTheValueOfAllUnitsAndOnlyInTheTablesCurrency() {
        order = sold("CNY", "10.00", "20.00");
        assertThat(approved(registered(Reason.DEFECTIVE, Resolution.REFUND, row(1, 1), row(2, 1))))
                .as("30.00 in all").isEqualTo(Whereabouts.WITH_CUSTOMER);
        order = sold("JPY", "15", "20");
        assertThat(approved(registered(Reason.DEFECTIVE, Resolution.REFUND, row(1, 1)))).isEqualTo(Whereabouts.WITH_CUSTOMER);
    }

    @Test
    void tellsWhatChangedInACorrectedRequest() {
        var goods = registered(Reason.CHANGED_MIND, Resolution.REFUND, row(1, 3));

        as(AGENTS, () -> returns.correct(goods, new ReturnRequest(order, List.of(row(1, 1)), Reason.DEFECTIVE, Resolution.REFUND,
                "It leaks")));

        assertThat(textOf(goods, "REQUEST_CORRECTED")).isEqualTo("Goods: 1 × Cup (line 1), was 3 × Cup (line 1)."
                + " Reason: Defective, was Changed mind.\nIt leaks");
    }

    @Test
    void letsASupervisorMakeAnExceptionWhoDidNotAskForIt() {
        FixedClock.set("2026-12-10T10:00:00+08:00");
        var goods = as(SUPERVISORS, () -> returns.register(new ReturnRequest(order, List.of(row(1, 1)), Reason.CHANGED_MIND,
                Resolution.REFUND, null)));
        returns.assess(goods);
        as(RETURNS_SPECIALISTS, () -> returns.review(goods, ReviewDecision.EXCEPTION, "A good customer"));

        assertThat(returns.exceptionGroupOf(goods)).as("the only supervisor opened it").isEqualTo(MARKETING_VP);
        assertThat(returns.exceptionAskersOf(goods)).containsExactlyInAnyOrder(SUPERVISORS, RETURNS_SPECIALISTS);
        for (var nobody : List.of(SUPERVISORS, RETURNS_SPECIALISTS, GENERAL_OFFICE)) {
            assertThatThrownBy(() -> as(nobody, () -> returns.decideException(goods, true, null)))
                    .isInstanceOf(RuleViolation.class);
        }
        assertThatThrownBy(() -> as(MARKETING_VP, () -> returns.decideException(goods, false, null)))
                .isInstanceOf(RuleViolation.class).hasMessageContaining("reason");
        as(MARKETING_VP, () -> returns.decideException(goods, true, null));
        assertThat(as(MARKETING_VP, () -> returns.approve(goods))).isEqualTo(Whereabouts.WITH_CUSTOMER);
        assertThat(factsOf(goods).exception()).isEqualTo(ExceptionRequest.GRANTED);
    }

    @Test
    void asksWhoeverWouldBeAskedNowWhereNobodyKeptTheGroup() {
        FixedClock.set("2026-12-10T10:00:00+08:00");
        var goods = as(SUPERVISORS, () -> returns.register(new ReturnRequest(order, List.of(row(1, 1)), Reason.CHANGED_MIND,
                Resolution.REFUND, null)));
        returns.assess(goods);
        as(RETURNS_SPECIALISTS, () -> returns.review(goods, ReviewDecision.EXCEPTION, "A good customer"));
        database.sql("update return_case set exception_group = null where case_number = ?").params(goods.value()).update();

        as(MARKETING_VP, () -> returns.decideException(goods, true, null));

        assertThat(factsOf(goods).exception()).isEqualTo(ExceptionRequest.GRANTED);
        assertThatThrownBy(() -> as(MARKETING_VP, () -> returns.decideException(goods, true, null)))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void remindsAndThenExpiresAndFreesTheUnits() {
        var goods = registered(Reason.CHANGED_MIND, Resolution.REFUND, row(1, 3));
        approved(goods);
        var first = as(RETURNS_SPECIALISTS, () -> returns.arrangeWayBack(goods, new WayBack(null, null, true)));
        assertThat(first).isEqualTo(Instant.parse("2026-11-30T02:00:00Z")).isEqualTo(returns.deadlineOf(goods));
        FixedClock.set("2026-11-25T10:00:00+08:00");
        assertThat(as(AGENTS, () -> returns.ship(goods, "YTO", "Y9"))).isEqualTo(Instant.parse("2026-12-02T02:00:00Z"));

        assertThat(returns.deadlineReached(goods)).as("too early").contains(Instant.parse("2026-12-02T02:00:00Z"));
        assertThat(toldOf(goods, "CUSTOMER_REMINDED")).isEmpty();
        FixedClock.set("2026-12-02T10:00:00+08:00");
        assertThat(returns.deadlineReached(goods)).contains(Instant.parse("2026-12-05T02:00:00Z"));
        assertThat(returns.deadlineReached(goods)).as("too early again").contains(Instant.parse("2026-12-05T02:00:00Z"));
        FixedClock.set("2026-12-05T10:00:00+08:00");
        assertThat(returns.deadlineReached(goods)).isEmpty();
        returns.expire(goods);
        close(goods);

        assertThat(outcome(goods)).isEqualTo("EXPIRED");
        assertThat(line(1).openQuantity()).isZero();
        assertThat(cases.get(goods).timeline()).extracting("what").contains("CUSTOMER_REMINDED", "RETURN_EXPIRED");
        assertThatThrownBy(() -> returns.deadlineOf(registered(Reason.CHANGED_MIND, Resolution.REFUND, row(1, 1))))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void notesOnceWhatIsToldTwice() {
        var goods = registered(Reason.CHANGED_MIND, Resolution.REFUND, row(1, 1));
        approved(goods);
        as(RETURNS_SPECIALISTS, () -> returns.approve(goods));
        for (int time = 0; time < 2; time++) {
            as(RETURNS_SPECIALISTS, () -> returns.arrangeWayBack(goods, new WayBack(null, null, true)));
            as(AGENTS, () -> returns.ship(goods, "YTO", "Y9"));
        }
        as(WAREHOUSE, () -> returns.receive(goods));
        as(WAREHOUSE, () -> returns.receive(goods));

        for (var what : List.of("RETURN_APPROVED", "WAY_BACK_ARRANGED", "GOODS_SHIPPED", "PARCEL_ARRIVED")) {
            assertThat(toldOf(goods, what)).hasSize(1);
        }
    }

    @Test
    void opensALinkedCaseForALateParcelOnce() {
        var expired = expired();
        FixedClock.set("2026-12-20T10:00:00+08:00");
        assertThat(returns.isLateParcelTaken(expired)).isTrue();

        var late = as(WAREHOUSE, () -> returns.registerLate(expired));

        assertThat(cases.get(late).parent()).isEqualTo(expired);
        assertThat(line(1).openQuantity()).isEqualTo(3);
        assertThat(returns.requestOf(late).units()).isEqualTo(returns.requestOf(expired).units());
        assertThat(returns.isLateParcelTaken(expired)).isFalse();
        assertThatThrownBy(() -> as(WAREHOUSE, () -> returns.registerLate(expired)))
                .isInstanceOf(Conflict.class).hasMessageContaining(late.value());
        assertThat(returns.assess(late)).contains("within the policy");
        assertThat(approvedAsAssessed(late)).isEqualTo(Whereabouts.HERE);
        inspected(late, accepted(1, 3));
        assertThat(decided(late)).isEqualTo(Money.cny("150.00"));
    }

    @Test
    void sendsALateParcelBackThatIsTurnedDown() {
        var late = as(WAREHOUSE, () -> returns.registerLate(expired()));

        assertThat(as(RETURNS_SPECIALISTS, () -> returns.reject(late))).isEqualTo(NextStep.SEND_BACK);
        as(WAREHOUSE, () -> returns.sendBack(late, "ZTO", "Z5"));
        close(late);

        assertThat(outcome(late)).isEqualTo("SENT_BACK");
        assertThat(line(1).openQuantity()).isZero();
    }

    @Test
    void namesTheCaseThatHoldsTheUnitsOfALateParcel() {
        var expired = expired();
        var again = registered(Reason.CHANGED_MIND, Resolution.REFUND, row(1, 1));

        assertThatThrownBy(() -> as(WAREHOUSE, () -> returns.registerLate(expired)))
                .isInstanceOf(RuleViolation.class).hasMessageContaining(again.value());

        assertThat(returns.isLateParcelTaken(expired)).as("nothing is stored").isTrue();
    }

    @Test
    void waitsForTheParcelOfAWithdrawnReturnAndFreesTheUnitsAtTheEnd() {
        var goods = registered(Reason.CHANGED_MIND, Resolution.REFUND, row(1, 3));
        approved(goods);
        as(RETURNS_SPECIALISTS, () -> returns.arrangeWayBack(goods, new WayBack("YTO", "Y1", false)));

        assertThat(as(AGENTS, () -> returns.withdraw(goods))).isEqualTo(NextStep.AWAIT_PARCEL);
        assertThat(as(AGENTS, () -> returns.withdraw(goods))).isEqualTo(NextStep.AWAIT_PARCEL);
        assertThat(returns.deadlineOf(goods)).isEqualTo(Instant.parse("2026-12-03T02:00:00Z"));
        assertThatThrownBy(() -> close(goods)).isInstanceOf(Conflict.class);
        returns.parcelNeverCame(goods);
        close(goods);

        assertThat(outcome(goods)).isEqualTo("WITHDRAWN");
        assertThat(line(1).openQuantity()).isZero();
        assertThat(returns.isLateParcelTaken(goods)).isTrue();
    }

    @Test
    void letsOneOfTwoDecisionsWin() {
        var refunded = arrived(Reason.CHANGED_MIND, Resolution.REFUND, row(1, 1));
        inspected(refunded, accepted(1, 1));
        var arriving = registered(Reason.CHANGED_MIND, Resolution.REFUND, row(1, 1));
        approved(arriving);
        as(RETURNS_SPECIALISTS, () -> returns.arrangeWayBack(arriving, new WayBack("YTO", "Y1", false)));

        assertThatThrownBy(() -> overtaken(refunded, () -> returns.decideRefund(refunded), () -> returns.withdraw(refunded)))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> overtaken(arriving, () -> returns.receive(arriving), () -> returns.expire(arriving)))
                .isInstanceOf(OptimisticLockingFailureException.class);

        assertThat(factsOf(refunded).state()).isEqualTo(ReturnStatus.INSPECTED);
        assertThat(factsOf(arriving).state()).isEqualTo(ReturnStatus.ARRIVED);
    }

    @Test
    void letsEverythingGoWhenItIsStopped() {
        stock.store(red, 2, null, Money.cny("50.00"));
        var goods = registered(Reason.CHANGED_MIND, Resolution.EXCHANGE, row(1, 2, red));
        approved(goods);

        events.publishEvent(new CaseAborted(goods, Returns.KIND));

        assertThat(level(red).reserved()).isZero();
        assertThat(line(1).openQuantity()).isZero();
        assertThat(factsOf(goods).state()).isEqualTo(ReturnStatus.ABORTED);
    }

    @Test
    void keepsWhatWasPaidWhenItIsStoppedAfterThat() {
        var goods = arrived(Reason.CHANGED_MIND, Resolution.REFUND, row(1, 2));
        inspected(goods, accepted(1, 2));
        decided(goods);
        pay(goods);

        events.publishEvent(new CaseAborted(goods, Returns.KIND));

        assertThat(line(1).returnedQuantity()).isEqualTo(2);
        assertThat(level(cup).onHand()).as("the shop has them").isEqualTo(2);
    }

    @Test
    void tellsTheCustomerWhichUnitsAreRefundedAndWhichDidNotCome() {
        var goods = arrived(Reason.CHANGED_MIND, Resolution.REFUND, row(1, 3), row(2, 1));
        inspected(goods, accepted(1, 1));

        paid(goods);

        assertThat(lettersOf(goods, "return-refunded")).singleElement().asString()
                .contains("：1 × Cup\n", "2 × Cup; 1 × Kettle").doesNotContain("3 × Cup");
    }

    @Test
    void tellsTheCustomerWhatWasAgreedAboutWhichUnits() {
        var goods = arrived(Reason.CHANGED_MIND, Resolution.REFUND, row(1, 3));
        inspected(goods, accepted(1, 1), refused(1, 2));
        var empty = arrived(Reason.CHANGED_MIND, Resolution.REFUND, row(2, 1));
        inspected(empty);

        as(RETURNS_SPECIALISTS, () -> returns.settle(goods, Settlement.SEND_BACK, "Agreed"));
        as(RETURNS_SPECIALISTS, () -> returns.settle(empty, Settlement.AS_FOUND, "An empty box"));

        assertThat(lettersOf(goods, "return-settled")).singleElement().asString()
                .contains("将寄回给您的商品：2 × Cup").doesNotContain("1 × Cup", "不予退款");
        assertThat(lettersOf(empty, "return-settled")).singleElement().asString().contains("未收到的商品：1 × Kettle");
    }

    @Test
    void tellsTheCustomerWhatTheyGetForWhatCantBeRepaired() {
        var goods = arrived(Reason.DEFECTIVE, Resolution.REPAIR, row(2, 1));
        inspected(goods, new Finding(2, 1, 0, GoodsCondition.USED, true, null));

        as(TECHNICIANS, () -> returns.repair(goods, RepairResult.NOT_REPAIRABLE, "Burnt"));

        assertThat(lettersOf(goods, "goods-not-repaired")).singleElement().asString().contains("将为您退款的商品：1 × Kettle");
        assertThat(lettersOf(goods, "goods-repaired")).isEmpty();
    }

    @Test
    void asksNobodyToSendWhatIsOnItsWay() {
        var sent = registered(Reason.CHANGED_MIND, Resolution.REFUND, row(1, 1));
        approved(sent);
        as(RETURNS_SPECIALISTS, () -> returns.arrangeWayBack(sent, new WayBack("YTO", "Y77", false)));
        var unsent = registered(Reason.CHANGED_MIND, Resolution.REFUND, row(1, 1));
        approved(unsent);
        as(RETURNS_SPECIALISTS, () -> returns.arrangeWayBack(unsent, new WayBack(null, null, true)));
        FixedClock.set("2026-11-30T10:00:00+08:00");

        returns.deadlineReached(sent);
        returns.deadlineReached(unsent);

        assertThat(lettersOf(sent, "return-reminder")).singleElement().asString().contains("YTO Y77").doesNotContain("寄回地址");
        assertThat(lettersOf(unsent, "return-reminder")).singleElement().asString().contains("寄回地址").doesNotContain("Y77");
    }

    @Test
    void forgetsNumbersOfParcelsAndNotes() {
        var goods = registered(Reason.CHANGED_MIND, Resolution.REFUND, row(1, 1));
        approved(goods);
        as(RETURNS_SPECIALISTS, () -> returns.arrangeWayBack(goods, new WayBack(null, null, true)));
        as(AGENTS, () -> returns.ship(goods, "Zhang carries it", "13900001111"));
        returns.receive(goods);
        inspected(goods, new Finding(1, 0, 1, GoodsCondition.USED, false, "Zhang wrote a letter"));
        as(RETURNS_SPECIALISTS, () -> returns.settle(goods, Settlement.SEND_BACK, "Agreed"));
        as(WAREHOUSE, () -> returns.sendBack(goods, "YTO", "13900001111"));

        new TransactionTemplate(transactions).executeWithoutResult(status ->
                personalData.erase(new Erasure(customer, Set.of("Zhang", "13900001111"), "Asked")));

        assertThat(factsOf(goods).toString()).contains("carries it", "YTO").doesNotContain("Zhang", "13900001111");
    }

    private void overtaken(CaseNumber goods, Runnable first, Runnable second) {
        var later = new TransactionTemplate(transactions);
        var earlier = new TransactionTemplate(transactions);
        earlier.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        as(AGENTS, () -> later.executeWithoutResult(status -> {
            returns.goodsOf(goods);
            earlier.executeWithoutResult(inner -> first.run());
            second.run();
        }));
    }

    private CaseNumber smallCase() {
        order = sold("CNY", "10.00", "900.00");
        return registered(Reason.DEFECTIVE, Resolution.REFUND, row(1, 1));
    }

    private CaseNumber expired() {
        var goods = registered(Reason.CHANGED_MIND, Resolution.REFUND, row(1, 3));
        approved(goods);
        as(RETURNS_SPECIALISTS, () -> returns.arrangeWayBack(goods, new WayBack(null, null, true)));
        returns.expire(goods);
        close(goods);
        return goods;
    }

    private CaseNumber arrived(Reason reason, Resolution wish, RequestedLine... rows) {
        var goods = registered(reason, wish, rows);
        approved(goods);
        broughtBack(goods);
        return goods;
    }

    private CaseNumber registered(Reason reason, Resolution wish, RequestedLine... rows) {
        return as(AGENTS, () -> returns.register(new ReturnRequest(order, List.of(rows), reason, wish, null)));
    }

    private Whereabouts approved(CaseNumber goods) {
        returns.assess(goods);
        return approvedAsAssessed(goods);
    }

    private Whereabouts approvedAsAssessed(CaseNumber goods) {
        return as(RETURNS_SPECIALISTS, () -> {
            returns.review(goods, ReviewDecision.APPROVE, null);
            return returns.approve(goods);
        });
    }

    private void broughtBack(CaseNumber goods) {
        as(RETURNS_SPECIALISTS, () -> returns.arrangeWayBack(goods, new WayBack("YTO", "Y1", false)));
        as(WAREHOUSE, () -> returns.receive(goods));
    }

    private List<String> toldOf(CaseNumber goods, String what) {
        return cases.get(goods).timeline().stream().map(TimelineEntry::what).filter(what::equals).toList();
    }

    private String textOf(CaseNumber goods, String what) {
        return cases.get(goods).timeline().stream().filter(entry -> entry.what().equals(what)).map(TimelineEntry::text)
                .findFirst().orElseThrow();
    }

    private List<String> lettersOf(CaseNumber goods, String template) {
        return database.sql("select body from letter where case_number = ? and template = ?").params(goods.value(), template)
                .query(String.class).list();
    }

    private void inspected(CaseNumber goods, Finding... findings) {
        as(WAREHOUSE, () -> returns.inspect(goods, List.of(findings)));
    }

    private Money decided(CaseNumber goods) {
        assertThat(returns.nextStep(goods)).isEqualTo(NextStep.REFUND);
        return returns.decideRefund(goods).amount();
    }

    private void paid(CaseNumber goods) {
        decided(goods);
        pay(goods);
        returns.refundEnded(goods);
    }

    private void pay(CaseNumber goods) {
        refunds.begin(goods);
        refunds.askForApproval(goods, Refunds.NOBODY);
        refunds.authorisePayout(goods);
        refunds.confirmPaid(goods, "B-1");
    }

    private void refundRefused(CaseNumber goods, String note) {
        refunds.begin(goods);
        refunds.askForApproval(goods, SUPERVISORS);
        as(SUPERVISORS, () -> refunds.refuse(goods, note));
    }

    private void close(CaseNumber goods) {
        returns.close(goods);
    }

    /** Asked by somebody: what is lacking opens a case in their name. */
    private NextStep nextStep(CaseNumber goods) {
        return as(RETURNS_SPECIALISTS, () -> returns.nextStep(goods));
    }

    private String outcome(CaseNumber goods) {
        return cases.get(goods).outcome();
    }

    private ReturnFacts.Facts factsOf(CaseNumber goods) {
        return (ReturnFacts.Facts) facts.factsOf(goods);
    }

    private OrderView.Line line(int number) {
        return orders.find(order).orElseThrow().line(number).orElseThrow();
    }

    private StockLevel level(String sku) {
        return stock.find(sku).orElseThrow();
    }

    private String sold(String currency, String cupPrice, String kettlePrice) {
        var number = "SO-" + customer + "-" + NUMBERS.incrementAndGet();
        orders.store(new OrderDraft(number, customer, new Contact("王芳", null, null, null), null, currency,
                ZonedDateTime.now(clock).minusDays(3).toInstant(), ZonedDateTime.now(clock).minusDays(2).toInstant(),
                new BigDecimal("10"), null, List.of(
                        new OrderDraft.Line(1, cup, "Cup", "KITCHEN", 3, new BigDecimal(cupPrice), null, null, null),
                        new OrderDraft.Line(2, kettle, "Kettle", "KITCHEN", 1, new BigDecimal(kettlePrice), null, null, null)),
                List.of()));
        return number;
    }

    private void as(String person, Runnable work) {
        department.as(person, () -> {
            work.run();
            return null;
        });
    }

    private <T> T as(String person, Supplier<T> work) {
        return department.as(person, work::get);
    }

    private static RequestedLine row(int line, int quantity) {
        return row(line, quantity, null);
    }

    private static RequestedLine row(int line, int quantity, String wantedSku) {
        return new RequestedLine(line, quantity, wantedSku);
    }
}
