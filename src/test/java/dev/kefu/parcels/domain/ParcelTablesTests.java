package dev.kefu.parcels.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of parcels, row by row, with the decision engine alone. */
class ParcelTablesTests {

    private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest(name = "{0}, attempt {1}")
    @CsvSource({
        "ADDRESS_UNCLEAR, 1, CUSTOMER, CUSTOMER, RESHIP",
        "OUT_OF_AREA,     1, NOBODY,   CUSTOMER, RESHIP",
        "COURIER_FAULT,   1, COURIER,  SHOP,     RESHIP",
        "REFUSED,         1, CUSTOMER, CUSTOMER, REFUND",
        "UNREACHABLE,     1, CUSTOMER, CUSTOMER, RESHIP",
        "LOST,            1, COURIER,  SHOP,     CLAIM",
        "DAMAGED,         1, COURIER,  SHOP,     CLAIM",
        "ADDRESS_UNCLEAR, 2, CUSTOMER, CUSTOMER, DECIDE",
        "OUT_OF_AREA,     2, NOBODY,   CUSTOMER, DECIDE",
        "COURIER_FAULT,   2, COURIER,  SHOP,     DECIDE",
        "REFUSED,         2, CUSTOMER, CUSTOMER, DECIDE",
        "UNREACHABLE,     3, CUSTOMER, CUSTOMER, DECIDE",
        "LOST,            2, COURIER,  SHOP,     DECIDE",
        "DAMAGED,         4, COURIER,  SHOP,     DECIDE"})
    void saysWhoseFaultItIs(String cause, int attempt, String fault, String payer, String next) throws IOException {
        var said = ask("parcel-fault", Map.of("cause", cause, "attempt", attempt));

        assertThat(said).containsEntry("fault", fault).containsEntry("freightPaidBy", payer).containsEntry("next", next);
    }

    @ParameterizedTest(name = "{0}, {1} CNY")
    @CsvSource({
        "LOST,        5000, 5,  REFUND",
        "DAMAGED,       10, 5,  REFUND",
        "UNREACHABLE, 1000, 10, REFUND",
        "UNREACHABLE, 1001, 10, DECIDE",
        "REFUSED,         , 10, REFUND"})
    void saysHowLongGoodsAreKept(String cause, Double value, int days, String action) throws IOException {
        var inputs = new HashMap<String, Object>();
        inputs.put("cause", cause);
        inputs.put("value", value);

        var said = ask("parcel-hold", inputs);

        assertThat(said).containsEntry("holdDays", days).containsEntry("action", action);
    }

    @ParameterizedTest(name = "{0}, failed {1} times")
    @CsvSource({
        "FAILED_ATTEMPT, 1, true,  UNREACHABLE",
        "FAILED_ATTEMPT, 3, true,  UNREACHABLE",
        "RETURNING,      0, true,  UNREACHABLE",
        "RETURNED,       0, true,  UNREACHABLE",
        "LOST,           0, true,  LOST",
        "DAMAGED,        2, true,  DAMAGED",
        "UNDER_WAY,      1, false, UNREACHABLE",
        "ANNOUNCED,      0, false, UNREACHABLE",
        "DELIVERED,      2, false, UNREACHABLE"})
    void saysWhichNewsOpensACase(String state, int failed, boolean opens, String cause) throws IOException {
        var said = ask("parcel-watch", Map.of("status", state, "failedAttempts", failed));

        assertThat(said).containsEntry("open", opens).containsEntry("cause", cause);
    }

    private static Map<String, Object> ask(String table, Map<String, Object> inputs) throws IOException {
        try (var file = Files.newInputStream(Path.of("processes/parcels/" + table + ".dmn"))) {
            DmnDecision decision = ENGINE.parseDecision(table, file);
            return ENGINE.evaluateDecisionTable(decision, Variables.fromMap(inputs)).getSingleResult().getEntryMap();
        }
    }
}
