package dev.kefu.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shop takes back, row by row and on both sides of each limit (RET-2). */
class ReturnPolicyTests {

    private static DmnEngine engine;
    private static DmnDecision policy;

    @BeforeAll
    static void readTheTable() throws Exception {
        engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try (var table = Files.newInputStream(Path.of("processes/returns/return-policy.dmn"))) {
            policy = engine.parseDecision("return-policy", table);
        }
    }

    @ParameterizedTest(name = "{0}, {1}, day {2}, {3}: {4}")
    @CsvSource({
        // reason,           resolution, days, category,         allowed, freight,  window, why
        "CHANGED_MIND,       REFUND,     1,    MADE_TO_ORDER,    false,   CUSTOMER, 0,   made to order",
        "DEFECTIVE,          REFUND,     1,    MADE_TO_ORDER,    false,   CUSTOMER, 0,   made to order",
        "CHANGED_MIND,       REFUND,     1,    PERISHABLE,       false,   CUSTOMER, 0,   Perishable",
        "WRONG_ITEM,         RESEND,     1,    PERISHABLE,       false,   CUSTOMER, 0,   Perishable",
        "CHANGED_MIND,       EXCHANGE,   1,    OPENED_SOFTWARE,  false,   CUSTOMER, 0,   Opened software",
        "DEFECTIVE,          REPAIR,     1,    OPENED_SOFTWARE,  false,   CUSTOMER, 0,   Opened software",
        "CHANGED_MIND,       REFUND,     1,    INTIMATE,         false,   CUSTOMER, 0,   Intimate",
        "DAMAGED_IN_TRANSIT, REFUND,     1,    INTIMATE,         false,   CUSTOMER, 0,   Intimate",

        "CHANGED_MIND,       REFUND,     0,    CLOTHING,         true,    CUSTOMER, 7,   Within 7 days",
        "CHANGED_MIND,       REFUND,     7,    CLOTHING,         true,    CUSTOMER, 7,   Within 7 days",
        "CHANGED_MIND,       EXCHANGE,   7,    CLOTHING,         true,    CUSTOMER, 7,   Within 7 days",
        "CHANGED_MIND,       REFUND,     8,    CLOTHING,         false,   CUSTOMER, 7,   those are over",
        "CHANGED_MIND,       EXCHANGE,   8,    CLOTHING,         false,   CUSTOMER, 7,   those are over",
        "CHANGED_MIND,       REPAIR,     1,    CLOTHING,         false,   CUSTOMER, 0,   refunded or exchanged",
        "CHANGED_MIND,       RESEND,     1,    CLOTHING,         false,   CUSTOMER, 0,   refunded or exchanged",

        "DEFECTIVE,          REPAIR,     15,   APPLIANCES,       true,    SHOP,     365, warranty",
        "DEFECTIVE,          REPAIR,     16,   APPLIANCES,       true,    SHOP,     365, warranty",
        "DEFECTIVE,          REPAIR,     365,  APPLIANCES,       true,    SHOP,     365, warranty",
        "DEFECTIVE,          REPAIR,     366,  APPLIANCES,       false,   CUSTOMER, 365, those are over",

        "DEFECTIVE,          REFUND,     15,   APPLIANCES,       true,    SHOP,     15,  Within 15 days",
        "WRONG_ITEM,         EXCHANGE,   15,   APPLIANCES,       true,    SHOP,     15,  Within 15 days",
        "DAMAGED_IN_TRANSIT, REFUND,     15,   APPLIANCES,       true,    SHOP,     15,  Within 15 days",
        "NOT_AS_DESCRIBED,   REFUND,     15,   APPLIANCES,       true,    SHOP,     15,  Within 15 days",
        "MISSING_PARTS,      RESEND,     15,   APPLIANCES,       true,    SHOP,     15,  sends what was missing",
        "MISSING_PARTS,      EXCHANGE,   15,   APPLIANCES,       true,    SHOP,     15,  Within 15 days",
        "DEFECTIVE,          REFUND,     16,   APPLIANCES,       false,   CUSTOMER, 15,  a repair is possible",
        "WRONG_ITEM,         EXCHANGE,   16,   APPLIANCES,       false,   CUSTOMER, 15,  those are over",
        "DAMAGED_IN_TRANSIT, REFUND,     16,   APPLIANCES,       false,   CUSTOMER, 15,  those are over",
        "NOT_AS_DESCRIBED,   REFUND,     16,   APPLIANCES,       false,   CUSTOMER, 15,  those are over",
        "MISSING_PARTS,      RESEND,     16,   APPLIANCES,       false,   CUSTOMER, 15,  those are over",

        "BOREDOM,            REFUND,     1,    CLOTHING,         false,   CUSTOMER, 0,   no rule"
    })
    void decidesByReasonWishDaysAndCategory(String reason, String resolution, int days, String category,
            boolean allowed, String freightPaidBy, int window, String why) {

        var verdict = decide(reason, resolution, days, category);

        assertThat(verdict.<Boolean>getEntry("allowed")).isEqualTo(allowed);
        assertThat(verdict.<String>getEntry("freightPaidBy")).isEqualTo(freightPaidBy);
        assertThat(verdict.<Integer>getEntry("deadlineDays")).isEqualTo(window);
        assertThat(verdict.<String>getEntry("why")).contains(why).endsWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHANGED_MIND", "DEFECTIVE", "WRONG_ITEM", "DAMAGED_IN_TRANSIT", "NOT_AS_DESCRIBED",
        "MISSING_PARTS"})
    void inspectsBeforeAnyMoneyGoesBack(String reason) {
        var verdict = decide(reason, "REFUND", 3, "CLOTHING");

        assertThat(verdict.<String>getEntry("inspection")).isEqualTo("REQUIRED");
    }

    @ParameterizedTest(name = "{0}, {1}, day {2}, {3}, worth {4}, {5} before: {6}")
    @CsvSource(nullValues = "-", value = {
        // reason,           resolution, days, category,   value, exceptions, inspection
        "DEFECTIVE,          REFUND,     15,   CLOTHING,   20.00, 2,          NONE",
        "WRONG_ITEM,         REFUND,     1,    CLOTHING,   19.99, 0,          NONE",
        "DAMAGED_IN_TRANSIT, REFUND,     1,    CLOTHING,   0.01,  0,          NONE",
        "NOT_AS_DESCRIBED,   REFUND,     1,    CLOTHING,   5.00,  1,          NONE",
        "MISSING_PARTS,      REFUND,     1,    CLOTHING,   5.00,  1,          NONE",
        "DEFECTIVE,          REFUND,     15,   CLOTHING,   20.01, 0,          REQUIRED",
        "DEFECTIVE,          REFUND,     15,   CLOTHING,   5.00,  3,          REQUIRED",
        "DEFECTIVE,          REFUND,     16,   CLOTHING,   5.00,  0,          REQUIRED",
        "DEFECTIVE,          REFUND,     1,    CLOTHING,   -,     0,          REQUIRED",
        "CHANGED_MIND,       REFUND,     1,    CLOTHING,   5.00,  0,          REQUIRED",
        "DEFECTIVE,          EXCHANGE,   1,    CLOTHING,   5.00,  0,          REQUIRED",
        "DEFECTIVE,          REPAIR,     1,    CLOTHING,   5.00,  0,          REQUIRED",
        "DEFECTIVE,          REFUND,     1,    PERISHABLE, 5.00,  0,          REQUIRED",
        "MISSING_PARTS,      RESEND,     15,   CLOTHING,   900,   9,          NONE",
        "MISSING_PARTS,      RESEND,     16,   CLOTHING,   900,   0,          REQUIRED",
        "WRONG_ITEM,         RESEND,     1,    CLOTHING,   5.00,  0,          REQUIRED"
    })
    void asksForNoReturnOfSmallThingsThatTheShopIsAtFaultFor(String reason, String resolution, int days, String category,
            String value, int exceptions, String inspection) {

        var verdict = decide(reason, resolution, days, category, value, exceptions);

        assertThat(verdict.<String>getEntry("inspection")).isEqualTo(inspection);
    }

    @Test
    void refusesWhatWasNeverDelivered() {
        var verdict = decide("CHANGED_MIND", "REFUND", null, "CLOTHING");

        assertThat(verdict.<Boolean>getEntry("allowed")).isFalse();
    }

    @Test
    void treatsGoodsWithoutACategoryAsOrdinary() {
        var verdict = decide("CHANGED_MIND", "REFUND", 3, null);

        assertThat(verdict.<Boolean>getEntry("allowed")).isTrue();
    }

    private static DmnDecisionRuleResult decide(String reason, String resolution, Integer days, String category) {
        return decide(reason, resolution, days, category, "59.90", 0);
    }

    private static DmnDecisionRuleResult decide(String reason, String resolution, Integer days, String category,
            String value, int exceptions) {
        return engine.evaluateDecisionTable(policy, Variables.createVariables()
                .putValue("reason", reason)
                .putValue("resolution", resolution)
                .putValue("daysSinceDelivery", days)
                .putValue("category", category)
                .putValue("value", value == null ? null : new BigDecimal(value))
                .putValue("exceptionsThisYear", exceptions))
            .getSingleResult();
    }
}
