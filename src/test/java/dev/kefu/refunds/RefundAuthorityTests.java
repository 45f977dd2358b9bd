package dev.kefu.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who approves a refund, row by row and on both sides of each limit (AUT-3). */
class RefundAuthorityTests {

    private static DmnEngine engine;
    private static DmnDecision authority;

    @BeforeAll
    static void readTheTable() throws Exception {
        engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try (var table = Files.newInputStream(Path.of("processes/refunds/refund-authority.dmn"))) {
            authority = engine.parseDecision("refund-authority", table);
        }
    }

    @ParameterizedTest(name = "{2} asks for {0} because of {1}: {3}")
    @CsvSource({
        "0.01,     STOCK_OUT, juniorAgents, NONE",
        "99999.00, STOCK_OUT, agents,       NONE",

        "0.01,     PARCEL,    juniorAgents, managers",
        "0.01,     PARCEL,    agents,       managers",
        "0.01,     PARCEL,    NONE,         managers",
        "2000.00,  PARCEL,    agents,       managers",
        "2000.01,  PARCEL,    agents,       supervisors",
        "10000.01, PARCEL,    NONE,         generalOffice",
        "2000.00,  PARCEL,    managers,     NONE",
        "2000.01,  PARCEL,    managers,     supervisors",
        "10000.00, PARCEL,    supervisors,  NONE",

        "0.01,     RETURN,    juniorAgents, managers",
        "2000.00,  RETURN,    juniorAgents, managers",
        "2000.01,  RETURN,    juniorAgents, supervisors",
        "10000.00, RETURN,    juniorAgents, supervisors",
        "10000.01, RETURN,    juniorAgents, generalOffice",

        "0.01,     RETURN,    agents,       NONE",
        "200.00,   RETURN,    agents,       NONE",
        "200.01,   RETURN,    agents,       managers",
        "2000.00,  COMPLAINT, agents,       managers",
        "2000.01,  RETURN,    agents,       supervisors",
        "10000.00, PARCEL,    agents,       supervisors",
        "10000.01, RETURN,    agents,       generalOffice",

        "200.00,   RETURN,    NONE,         NONE",
        "200.01,   RETURN,    NONE,         managers",
        "2000.00,  RETURN,    NONE,         managers",
        "2000.01,  RETURN,    NONE,         supervisors",
        "10000.00, RETURN,    NONE,         supervisors",
        "10000.01, RETURN,    NONE,         generalOffice",

        "200.01,   RETURN,    managers,     NONE",
        "2000.00,  RETURN,    managers,     NONE",
        "2000.01,  RETURN,    managers,     supervisors",
        "10000.00, RETURN,    managers,     supervisors",
        "10000.01, RETURN,    managers,     generalOffice",

        "2000.01,  RETURN,    supervisors,  NONE",
        "10000.00, RETURN,    supervisors,  NONE",
        "10000.01, RETURN,    supervisors,  generalOffice",

        "0.01,     RETURN,    gardeners,    generalOffice",
        "0.01,     RETURN,    ,             generalOffice"
    })
    void decidesByAmountCauseAndGrade(String amount, String cause, String grade, String approver) {
        assertThat(approverOf(amount, cause, grade)).isEqualTo(approver);
    }

    @Test
    void takesAnAmountAsANumberToo() {
        assertThat(approverOf(new BigDecimal("200.01"), "RETURN", "agents")).isEqualTo("managers");
    }

    @Test
    void sendsAnUnknownAmountToTheTop() {
        assertThat(approverOf(null, "RETURN", "agents")).isEqualTo("generalOffice");
    }

    private static String approverOf(Object amount, String cause, String grade) {
        return engine.evaluateDecisionTable(authority, Variables.createVariables()
                .putValue("amount", amount)
                .putValue("cause", cause)
                .putValue("askerGrade", grade))
            .getSingleEntry();
    }
}
