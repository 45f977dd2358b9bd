package dev.kefu.whole;

import static dev.kefu.PaymentService.DIES_AFTER_PAYING;
import static dev.kefu.PaymentService.DIES_AT_ONCE;
import static dev.kefu.PaymentService.DIES_IN_MID_SENTENCE;
import static dev.kefu.PaymentService.LIES_ABOUT_THE_AMOUNT;
import static dev.kefu.PaymentService.LIES_ABOUT_THE_CURRENCY;
import static dev.kefu.PaymentService.PAYS;
import static dev.kefu.PaymentService.PAYS_IN_DETAIL;
import static dev.kefu.PaymentService.PAYS_TOO_SLOWLY;
import static dev.kefu.PaymentService.PENDS;
import static dev.kefu.PaymentService.REFUSES;
import static dev.kefu.PaymentService.TAKES_IT_WITHOUT_A_WORD;
import static dev.kefu.PaymentService.TALKS_ON;
import static dev.kefu.PaymentService.answers;
import static dev.kefu.whole.Kefu.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.Caller.Answer;
import dev.kefu.OutsideService;
import dev.kefu.PaymentService;
import dev.kefu.PaymentService.Manner;
import dev.kefu.refunds.PayoutReports;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Money by a payment service that behaves as real ones do on bad days, asked over HTTP; each refund is paid once. */
@WholeTest
class PayoutTests {

    private static final PaymentService SERVICE = new PaymentService();
    private static final AtomicInteger CUSTOMERS = new AtomicInteger();
    private static final AtomicInteger EVENTS = new AtomicInteger();
    /** How often the engine tries in all. */
    private static final int TRIES = 3;
    private static final Map<String, Object> RETRY = Map.of("action", "RETRY", "note", "Once more");
    private static final Map<String, Object> BY_HAND = Map.of("action", "PAID_BY_HAND", "note", "Cash", "reference", "C-1");
    private static final Map<String, Object> GIVE_UP = Map.of("action", "GIVE_UP", "note", "They don't want it any more");

    @Autowired
    Kefu kefu;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    PayoutReports reports;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry properties) {
        properties.add("kefu.payments.url", SERVICE::url);
        properties.add("kefu.payments.secret", () -> PaymentService.SECRET);
        properties.add("kefu.payments.connect-timeout", () -> "2s");
        properties.add("kefu.payments.read-timeout", () -> "700ms");
        properties.add("kefu.retry-cycle", () -> "R" + TRIES + "/PT1S");
    }

    @Test
    void paysARefundThatTheServicePaysAtOnce() {
        var goods = toBePaid(PAYS_IN_DETAIL);

        order(goods);

        var order = SERVICE.ordersOf(goods.number()).get(0);
        assertThat(goods.text("outcome")).isEqualTo("REFUNDED");
        assertThat(goods.timeline()).contains("REFUND_PAID").noneMatch(what -> what.startsWith("PAYOUT_"));
        assertThat(goods.json().at("/facts/refund/reference").asText()).isEqualTo("P-" + order.key());
        assertThat(goods.json().at("/facts/refund/refundId").asText()).isEqualTo(order.key());
        assertThat(order.isSigned()).isTrue();
        assertThat(order.body()).isEqualTo(new ObjectMapper().valueToTree(Map.of("refundId", order.key(), "caseNumber", goods.number(),
                "orderNumber", goods.text("orderNumber"), "amount", "50.00", "currency", "CNY", "cause", "RETURN", "attempt", 1)));
        assertThat(SERVICE.paidOf(goods.number())).containsExactly(Map.entry(order.key(), "50.00 CNY"));
    }

    @Test
    void tellsWhereAPayoutStandsFromItsOrderOn() {
        var goods = toBePaid(answers(503, ""), answers(503, ""), PENDS);
        assertThat(payout(goods, "status")).isEqualTo("ORDERED");
        assertThat(payout(goods, "orderedAt")).startsWith("20");
        assertThat(goods.json().at("/facts/refund/refundId").asText()).startsWith(goods.number());

        triesInVain(goods);
        triesInVain(goods);
        assertThat(goods.timeline().stream().filter("PAYOUT_UNANSWERED"::equals)).hasSize(1);
        assertThat(goods.json().get("timeline").toString()).contains(key(goods), "answered 503", "asked again");
        assertThat(payout(goods, "said")).contains("503");
        order(goods);

        assertThat(payout(goods, "status")).isEqualTo("PENDING");
        accepted(report(key(goods), "FAILED"));
        assertThat(payout(goods, "status")).isEqualTo("FAILED");
        assertThat(payout(goods, "said")).isEqualTo("Told later");
    }

    @Test
    void tellsEachOtherReasonWhyATryCameToNothing() {
        var goods = toBePaid(answers(503, ""), answers(401, ""));

        triesInVain(goods);
        triesInVain(goods);

        assertThat(goods.timeline().stream().filter("PAYOUT_UNANSWERED"::equals)).hasSize(2);
        assertThat(payout(goods, "said")).contains("401");
    }

    @ParameterizedTest
    @MethodSource("breakingOff")
    void asksAgainUnderTheSameKeyWhereNobodyKnowsWhetherItPaid(Manner manner) {
        var goods = toBePaid(manner, PAYS);

        triesInVain(goods);
        assertThat(goods.text("status")).isEqualTo("OPEN");
        order(goods);

        assertThat(keys(goods)).hasSize(2);
        assertThat(keys(goods).get(0)).isEqualTo(keys(goods).get(1));
        assertPaidOnce(goods);
    }

    static Stream<Manner> breakingOff() {
        return Stream.of(PAYS_TOO_SLOWLY, DIES_AFTER_PAYING, DIES_IN_MID_SENTENCE, DIES_AT_ONCE, answers(503, "{}"),
                answers(200, "<html>Paid</html>"), answers(200, " ".repeat(100_000) + "{\"status\": \"PENDING\"}"),
                answers(302, "{\"status\": \"PAID\"}"), answers(401, "{}"));
    }

    @Test
    void takesTheFirstAnswerOfAServiceThatTalksOnAndNoneForAnotherOrder() {
        var first = ordered(TALKS_ON);
        var second = ordered(PENDS);

        assertPaidOnce(first);
        assertThat(second.timeline()).contains("PAYOUT_PENDING").doesNotContain("REFUND_PAID", "PAYOUT_FAILED");
    }

    @ParameterizedTest
    @MethodSource("takingTime")
    void waitsForTheReportWhereTheServiceTakesTime(Manner manner) {
        var goods = ordered(manner);

        assertThat(goods.tasks()).isEmpty();
        assertThat(goods.timeline()).contains("PAYOUT_PENDING");
        accepted(report(key(goods), "PAID"));

        assertThat(goods.text("outcome")).isEqualTo("REFUNDED");
        assertThat(goods.json().at("/facts/refund/reference").asText()).isEqualTo("R-" + key(goods));
        assertThat(goods.json().at("/timeline").toString()).contains("integration");
    }

    static Stream<Manner> takingTime() {
        return Stream.of(PENDS, TAKES_IT_WITHOUT_A_WORD, answers(409, "{\"error\": \"busy with it\"}"));
    }

    @Test
    void resolvesWhatIsReportedAsFailed() {
        var goods = ordered(PENDS);

        accepted(report(key(goods), "FAILED"));

        assertThat(goods.tasks()).containsExactly("resolvePayout");
        assertThat(note(goods)).contains(key(goods), "Told later");
        goods.done("finance", "resolvePayout", GIVE_UP);
        assertThat(goods.timeline()).contains("PAYOUT_FAILED", "REFUND_ABANDONED");
        assertThat(goods.json().at("/facts/refund/status").asText()).isEqualTo("ABANDONED");
    }

    @ParameterizedTest
    @CsvSource({"PENDING", "BROKEN"})
    void takesAReportThatOvertakesTheAnswer(String answer) {
        var goods = toBePaid(answer.equals("PENDING") ? PENDS : DIES_AFTER_PAYING);
        SERVICE.meanwhile(() -> accepted(report(key(goods), "PAID")));

        order(goods);

        assertThat(goods.text("outcome")).isEqualTo("REFUNDED");
        assertThat(keys(goods)).hasSize(1);
        assertThat(goods.timeline()).doesNotContain("PAYOUT_UNKNOWN");
    }

    @Test
    void sendsNothingMoreOnceTheReportIsThere() {
        var goods = toBePaid(PAYS_TOO_SLOWLY, PAYS);
        triesInVain(goods);

        accepted(report(key(goods), "PAID"));
        assertThat(goods.text("status")).isEqualTo("OPEN");
        order(goods);

        assertThat(keys(goods)).hasSize(1);
        assertPaidOnce(goods);
    }

    @ParameterizedTest
    @CsvSource({"AMOUNT, 0.01", "CURRENCY, USD"})
    void tellsNobodyThatItIsPaidWhereTheServicePaidSomethingElse(String what, String said) {
        var goods = ordered(what.equals("AMOUNT") ? LIES_ABOUT_THE_AMOUNT : LIES_ABOUT_THE_CURRENCY);

        assertThat(goods.tasks()).containsExactly("resolvePayout");
        assertThat(goods.timeline()).contains("PAYOUT_DISPUTED").doesNotContain("REFUND_PAID");
        assertThat(note(goods)).contains(said, "50.00 CNY");
        assertThat(goods.complete("finance", "resolvePayout", GIVE_UP).status()).isEqualTo(422);
        accepted(report("E-" + goods.number(), key(goods), "PAID"));
        assertThat(goods.tasks()).containsExactly("resolvePayout");
        assertThat(standing("E-" + goods.number())).isEqualTo("CONTRADICTS");
        goods.done("finance", "resolvePayout", BY_HAND);
        assertThat(goods.text("outcome")).isEqualTo("REFUNDED");
    }

    @Test
    void keepsAClaimOfAnotherAmountThatIsReportedAsFailed() {
        var goods = ordered(LIES_ABOUT_THE_AMOUNT);

        accepted(report("E-" + goods.number(), key(goods), "FAILED"));

        assertThat(standing("E-" + goods.number())).isEqualTo("CONTRADICTS");
        assertThat(payout(goods, "status")).isEqualTo("DISPUTED");
        assertThat(goods.timeline()).contains("PAYOUT_CONTRADICTED").doesNotContain("PAYOUT_FAILED");
        assertThat(goods.complete("finance", "resolvePayout", GIVE_UP).status()).isEqualTo(422);
    }

    @Test
    void tellsFinanceWhenTheRestWasPaidByHandAndTheServiceReportsThatItPaidNothing() {
        var goods = ordered(LIES_ABOUT_THE_AMOUNT);
        goods.done("finance", "resolvePayout", BY_HAND);

        accepted(report("E-" + goods.number(), key(goods), "FAILED"));

        assertThat(standing("E-" + goods.number())).isEqualTo("CONTRADICTS");
    }

    @Test
    void remindsFinanceOfAClaimOfAnotherAmountThatIsRefusedLater() {
        var goods = ordered(LIES_ABOUT_THE_AMOUNT, REFUSES);
        goods.done("finance", "resolvePayout", RETRY);

        order(goods);

        assertThat(note(goods)).contains("No such account", "0.01", "instead of 50.00 CNY");
    }

    @Test
    void takesAReportOnAnOrderThatNobodyTriesAgain() {
        var goods = toBePaid(PAYS_TOO_SLOWLY, PAYS);
        triesInVain(goods);
        jobs.setJobRetries(job(goods), 0);

        accepted(report("E-" + goods.number(), key(goods), "PAID"));
        assertThat(standing("E-" + goods.number())).isEqualTo("TAKEN");
        assertThat(goods.json().at("/facts/refund/status").asText()).isEqualTo("PAID");
        jobs.setJobRetries(job(goods), 1);
        order(goods);

        assertThat(keys(goods)).hasSize(1);
        assertPaidOnce(goods);
    }

    @Test
    void asksUnderANewKeyOnlyAfterAFinalRefusal() {
        var goods = ordered(REFUSES, PAYS);

        assertThat(goods.tasks()).containsExactly("resolvePayout");
        assertThat(note(goods)).contains("No such account");
        goods.done("finance", "resolvePayout", RETRY);
        order(goods);

        assertThat(keys(goods)).hasSize(2).doesNotHaveDuplicates();
        assertThat(SERVICE.ordersOf(goods.number()).get(1).body().get("attempt").asInt()).isEqualTo(2);
        assertPaidOnce(goods);
    }

    @ParameterizedTest
    @MethodSource("refusing")
    void believesARefusal(Manner manner) {
        var goods = ordered(manner);

        assertThat(goods.tasks()).containsExactly("resolvePayout");
        goods.done("finance", "resolvePayout", BY_HAND);
        assertThat(goods.text("outcome")).isEqualTo("REFUNDED");
        assertThat(goods.timeline()).contains("PAYOUT_FAILED", "REFUND_PAID_BY_HAND");
    }

    static Stream<Manner> refusing() {
        return Stream.of(REFUSES, answers(402, ""), answers(200, "{\"status\": \"REFUSED\"}"));
    }

    @Test
    void endsWithFinanceAndNoIncidentWhenAllTriesAreUsedUp() {
        var goods = unanswered(answers(503, ""));

        assertThat(goods.tasks()).containsExactly("resolvePayout");
        assertThat(note(goods)).contains("503", key(goods));
        var byHand = goods.complete("finance", "resolvePayout", BY_HAND);
        assertThat(byHand.status()).isEqualTo(422);
        assertThat(byHand.json().at("/violations/0/field").asText()).isEqualTo("action");
        assertThat(goods.complete("finance", "resolvePayout", GIVE_UP).status()).isEqualTo(422);
        goods.done("finance", "resolvePayout", RETRY);
        order(goods);

        assertThat(keys(goods)).hasSize(TRIES + 1).containsOnly(key(goods));
        assertPaidOnce(goods);
    }

    @Test
    void leavesItToFinanceWhereNoTryEverReachedTheService() {
        SERVICE.goAway();
        Kefu.Case goods;
        try {
            goods = unanswered(PAYS);
        } finally {
            SERVICE.comeBack();
        }

        assertThat(keys(goods)).isEmpty();
        assertThat(goods.timeline()).contains("PAYOUT_UNREACHED");
        goods.done("finance", "resolvePayout", BY_HAND);
        assertThat(goods.text("outcome")).isEqualTo("REFUNDED");
    }

    @Test
    void knowsThatOneOfSeveralTriesMayHaveReachedTheService() {
        var goods = toBePaid(PAYS_TOO_SLOWLY);
        triesInVain(goods);
        SERVICE.goAway();
        try {
            for (int i = 2; i < TRIES; i++) {
                triesInVain(goods);
            }
            order(goods);
        } finally {
            SERVICE.comeBack();
        }

        assertThat(goods.timeline()).contains("PAYOUT_UNKNOWN");
        assertThat(goods.complete("finance", "resolvePayout", BY_HAND).status()).isEqualTo(422);
        accepted(report(key(goods), "PAID"));
        assertPaidOnce(goods);
    }

    @Test
    void asksFinanceAfterTheSilenceAndTakesAReportWhileTheyLook() {
        var goods = ordered(PENDS);
        order(goods);

        assertThat(goods.tasks()).containsExactly("confirmPayout");
        assertThat(note(goods)).contains(key(goods));
        goods.claim("finance", "confirmPayout");
        accepted(report(key(goods), "PAID"));

        assertThat(goods.tasks()).isEmpty();
        assertThat(goods.text("outcome")).isEqualTo("REFUNDED");
    }

    @ParameterizedTest
    @CsvSource({"R-, AGREES", "Statement 7 of , CONTRADICTS"})
    void isPaidByFinancesWordAfterTheSilenceAndComparesItWithTheReport(String reference, String standing) {
        var goods = ordered(PENDS);
        order(goods);

        goods.done("finance", "confirmPayout", Map.of("paid", true, "reference", reference + key(goods)));
        accepted(report("E-" + goods.number(), key(goods), "PAID"));

        assertThat(goods.text("outcome")).isEqualTo("REFUNDED");
        assertThat(standing("E-" + goods.number())).isEqualTo(standing);
        assertThat(goods.timeline().contains("PAYOUT_CONTRADICTED")).isEqualTo(standing.equals("CONTRADICTS"));
        assertThat(goods.timeline().stream().filter("REFUND_PAID"::equals)).hasSize(1);
    }

    @Test
    void keepsAPendingPayoutUnderItsKeyThoughFinanceFoundNoPayment() {
        var goods = ordered(PENDS, PENDS, PAYS);
        order(goods);

        goods.done("finance", "confirmPayout", Map.of("paid", false));
        assertThat(goods.complete("finance", "resolvePayout", BY_HAND).status()).isEqualTo(422);
        assertThat(goods.complete("finance", "resolvePayout", GIVE_UP).status()).isEqualTo(422);
        assertThat(stop(goods).status()).isEqualTo(409);
        goods.done("finance", "resolvePayout", RETRY);
        order(goods);
        assertThat(goods.tasks()).isEmpty();
        accepted(report(key(goods), "FAILED"));
        goods.done("finance", "resolvePayout", RETRY);
        order(goods);

        assertThat(keys(goods).subList(0, 2)).containsOnly(keys(goods).get(0));
        assertThat(keys(goods).get(2)).isNotEqualTo(keys(goods).get(0));
        assertPaidOnce(goods);
    }

    @Test
    void countsTheSameReportOnce() {
        var goods = ordered(PENDS);
        var key = key(goods);
        var event = "E-" + goods.number();

        var answers = Kefu.atOnce(10, caller -> report(event, key, "PAID"));
        var again = report(event, key, "PAID");
        var other = report(event, key, "FAILED");

        assertThat(answers).extracting(Answer::status).containsOnly(202);
        assertThat(again.status()).isEqualTo(202);
        assertThat(other.status()).isEqualTo(409);
        assertThat(jdbc.sql("select count(*) from payout_event where refund_id = ?").param(key).query(Long.class).single())
                .isEqualTo(1);
        assertThat(goods.timeline().stream().filter("REFUND_PAID"::equals)).hasSize(1);
        assertThat(goods.text("outcome")).isEqualTo("REFUNDED");
    }

    @Test
    void takesTenReportsAtTheSameMoment() {
        var goods = ordered(PENDS);
        var key = key(goods);

        var answers = Kefu.atOnce(10, caller -> report(key, "PAID"));

        assertThat(answers).extracting(Answer::status).containsOnly(202);
        assertThat(goods.timeline().stream().filter("REFUND_PAID"::equals)).hasSize(1);
        assertThat(goods.timeline()).doesNotContain("PAYOUT_CONTRADICTED");
        assertThat(jdbc.sql("select count(*) from payout_event where refund_id = ? and standing in ('TAKEN', 'AGREES')")
                .param(key).query(Long.class).single()).isEqualTo(10);
    }

    @Test
    void showsFinanceWhatContradictsWhatWasDone() {
        var paid = ordered(PAYS);
        accepted(report(key(paid), "FAILED"));
        var byHand = ordered(REFUSES);
        byHand.done("finance", "resolvePayout", BY_HAND);
        accepted(report(key(byHand), "PAID"));

        for (var goods : List.of(paid, byHand)) {
            assertThat(goods.timeline()).contains("PAYOUT_CONTRADICTED");
            assertThat(goods.text("outcome")).isEqualTo("REFUNDED");
        }
        var shown = kefu.as("finance").get("/api/payout-events/contradictions");
        assertThat(shown.json().findValuesAsText("caseNumber")).startsWith(byHand.number(), paid.number());
        assertThat(shown.json().at("/0/why").asText()).contains(key(byHand), "paid in another way");
        assertThat(kefu.as("auditor").get("/api/payout-events/contradictions").json()).isEqualTo(shown.json());
        assertThat(kefu.as("agent").get("/api/payout-events/contradictions").status()).isEqualTo(403);
    }

    @Test
    void doesNotSendASecondAttemptOnceTheFirstIsReportedAsPaid() {
        var goods = ordered(REFUSES);
        goods.done("finance", "resolvePayout", RETRY);

        accepted(report(key(goods), "PAID"));
        order(goods);

        assertThat(keys(goods)).hasSize(1);
        assertThat(goods.text("outcome")).isEqualTo("REFUNDED");
        assertThat(goods.timeline()).doesNotContain("PAYOUT_CONTRADICTED");
    }

    @Test
    void saysThatASecondAttemptIsUnderWayWhenTheFirstIsReportedAsPaid() {
        var goods = ordered(REFUSES, PENDS);
        goods.done("finance", "resolvePayout", RETRY);
        order(goods);

        accepted(report(keys(goods).get(0), "PAID"));
        assertThat(goods.text("outcome")).isEqualTo("REFUNDED");
        assertThat(goods.json().get("timeline").toString()).contains("stop it at the payment service");
        accepted(report("E-" + goods.number(), keys(goods).get(1), "PAID"));

        assertThat(standing("E-" + goods.number())).isEqualTo("CONTRADICTS");
        assertThat(goods.timeline().stream().filter("REFUND_PAID"::equals)).hasSize(1);
    }

    @Test
    void deliversAfterARestartWhatWasOnlyStored() {
        var goods = ordered(PENDS);
        jdbc.sql("insert into payout_event (event_id, refund_id, decision_key, status, reference, received_at, standing, version)"
                + " select ?, refund_id, decision_key, 'PAID', 'B-7', ordered_at, 'KEPT', 0 from payout where refund_id = ?")
                .params("E-" + goods.number(), key(goods)).update();

        reports.deliverWhatIsLeft();

        assertThat(goods.text("outcome")).isEqualTo("REFUNDED");
        assertThat(standing("E-" + goods.number())).isEqualTo("TAKEN");
    }

    @Test
    void forgetsTheWordsOfTheServiceWithTheCustomer() {
        var goods = ordered(REFUSES);
        goods.done("finance", "resolvePayout", BY_HAND);
        accepted(report("E-" + goods.number(), key(goods), "FAILED"));
        var customer = goods.text("customerId");
        var reason = "{\"reason\": \"The customer asked for it\"}";

        var told = kefu.as("supervisor").post("/api/customers/" + customer + "/export", reason);
        var erased = kefu.as("supervisor").post("/api/customers/" + customer + "/erasure", reason);

        assertThat(told.body()).contains("No such account", "Told later");
        assertThat(erased.status()).as(erased.body()).isEqualTo(204);
        assertThat(jdbc.sql("select count(*) from payout where refund_id = :id and reason is not null").param("id", key(goods))
                .query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from payout_event where refund_id = :id and reason is not null")
                .param("id", key(goods)).query(Long.class).single()).isZero();
        assertThat(goods.json().toString()).doesNotContain("No such account");
        accepted(report("E-" + goods.number(), key(goods), "FAILED"));
        accepted(report(key(goods), "PAID"));
        assertThat(jdbc.sql("select count(*) from payout_event where refund_id = :id and reason is not null")
                .param("id", key(goods)).query(Long.class).single()).isZero();
    }

    @Test
    void isNotStoppedWhileTheMoneyMayBeOnItsWay() {
        var authorised = toBePaid();
        var pending = ordered(PENDS);
        var unknown = unanswered(answers(503, ""));
        var failed = ordered(REFUSES);

        assertThat(Stream.of(authorised, pending, unknown, failed).map(this::stop).map(Answer::status))
                .containsExactly(409, 409, 409, 204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "finance", "supervisor", "warehouse", "auditor"})
    void takesReportsFromIntegrationsOnly(String user) {
        var goods = ordered(PENDS);
        var event = Json.of(Map.of("eventId", "E-X", "refundId", key(goods), "status", "PAID"));
        var message = Json.of(Map.of("messageName", "payout-reported", "businessKey", goods.number()));

        assertThat(kefu.as(user).post("/api/payout-events", event).status()).isEqualTo(403);
        assertThat(kefu.as(user).post("/engine-rest/message", message).status()).isEqualTo(403);
        assertThat(goods.tell(user, "payout-reported").status()).isIn(403, 404);
        assertThat(goods.json().get("actions")).isEmpty();
        assertThat(goods.text("status")).isEqualTo("OPEN");
    }

    @Test
    void namesWhatIsMissingInAReport() {
        var call = kefu.as("integration");

        assertThat(report("nobody", "PAID").status()).isEqualTo(404);
        assertThat(call.post("/api/payout-events", "{}").json().get("violations").findValuesAsText("field"))
                .containsExactly("eventId", "refundId", "status");
        assertThat(call.post("/api/payout-events", "{\"eventId\": \"E\", \"refundId\": \"R\", \"status\": \"LOST\"}").status())
                .isEqualTo(422);
        assertThat(call.post("/api/payout-events", "{\"eventId\": 1").status()).isEqualTo(400);
        assertThat(call.post("/api/payout-events", Json.of(Map.of("eventId", "E", "refundId", "R", "status", "PAID", "reference",
                "7".repeat(256)))).json().get("violations").findValuesAsText("field")).containsExactly("reference");
    }

    private Answer stop(Kefu.Case goods) {
        return kefu.as("admin").with("Reason", "The customer has died").delete("/engine-rest/process-instance/" + refund(goods));
    }

    /** A return of 50.00, inspected, whose payout is authorised but not ordered yet. */
    private Kefu.Case toBePaid(Manner... manners) {
        SERVICE.next(manners);
        var order = kefu.sells(kefu.sale().line(1, "50.00").with("customer", Map.of("id", "C-P" + CUSTOMERS.incrementAndGet(),
                "name", "王芳")));
        return kefu.opens("agent", order.returning(1, 1)).broughtBack().inspected("warehouse", found(1, 1, 0));
    }

    /** What the engine's job executor does when it is time: orders the payout, or ends the waiting for a report. */
    private void order(Kefu.Case goods) {
        jobs.executeJob(job(goods));
    }

    /** A try that comes to nothing. */
    private void triesInVain(Kefu.Case goods) {
        assertThatThrownBy(() -> order(goods)).hasMessageContaining("Payout ");
    }

    /** All tries, until nobody tries again. */
    private Kefu.Case unanswered(Manner manner) {
        var goods = toBePaid(Stream.generate(() -> manner).limit(TRIES).toArray(Manner[]::new));
        for (int i = 1; i < TRIES; i++) {
            triesInVain(goods);
        }
        order(goods);
        return goods;
    }

    private Kefu.Case ordered(Manner... manners) {
        var goods = toBePaid(manners);
        order(goods);
        return goods;
    }

    private String job(Kefu.Case goods) {
        return jobs.createJobQuery().processInstanceId(refund(goods)).singleResult().getId();
    }

    private String refund(Kefu.Case goods) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(goods.number())
                .processDefinitionKey("refund").singleResult().getId();
    }

    private static List<String> keys(Kefu.Case goods) {
        return SERVICE.ordersOf(goods.number()).stream().map(OutsideService.Order::key).toList();
    }

    private static String key(Kefu.Case goods) {
        var keys = keys(goods);
        return keys.get(keys.size() - 1);
    }

    private Answer report(String refundId, String status) {
        return report("E-" + EVENTS.incrementAndGet(), refundId, status);
    }

    private Answer report(String eventId, String refundId, String status) {
        return kefu.as("integration").post("/api/payout-events", Json.of(Map.of("eventId", eventId, "refundId", refundId,
                "status", status, "reference", "R-" + refundId, "reason", "Told later")));
    }

    private void accepted(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    }

    private String standing(String eventId) {
        return jdbc.sql("select standing from payout_event where event_id = ?").param(eventId).query(String.class).single();
    }

    private static String payout(Kefu.Case goods, String what) {
        return goods.json().at("/facts/refund/payout/" + what).asText();
    }

    /** What finance reads beside the task. */
    private String note(Kefu.Case goods) {
        return String.valueOf(runtime.getVariable(refund(goods), "payoutNote"));
    }

    private void assertPaidOnce(Kefu.Case goods) {
        assertThat(goods.text("outcome")).isEqualTo("REFUNDED");
        assertThat(goods.json().at("/facts/refund/status").asText()).isEqualTo("PAID");
        assertThat(goods.timeline().stream().filter(what -> what.startsWith("REFUND_PAID"))).hasSize(1);
        assertThat(SERVICE.paidOf(goods.number()).values()).containsExactly("50.00 CNY");
        assertThat(runtime.createIncidentQuery().count()).isZero();
    }
}
