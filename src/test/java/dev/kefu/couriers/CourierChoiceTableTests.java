package dev.kefu.couriers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom the table names, row by row (SHP-2, SHP-5); nothing said is empty, or missing. */
class CourierChoiceTableTests {

    private static DmnEngine engine;
    private static DmnDecision choice;

    @BeforeAll
    static void readTheTable() throws Exception {
        engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try (var table = Files.newInputStream(Path.of("processes/couriers/courier-choice.dmn"))) {
            choice = engine.parseDecision("courier-choice", table);
        }
    }

    @ParameterizedTest(name = "to {0}, failed {1}, wanted {2}: {3}")
    @CsvSource(delimiter = '|', value = {
        "浙江 | ''    | SF    | SF",
        "西藏 | EMS   | YUNDA | YUNDA",
        "香港 | ''    | ''    | SF",
        "台湾 | ''    | ''    | SF",
        "澳门 | SF    | ''    | EMS",
        "西藏 | ''    | ''    | EMS",
        "西藏 | YTO   | ''    | EMS",
        "西藏 | EMS   | ''    | SF",
        "浙江 | YTO   | ''    | ZTO",
        "浙江 | ZTO   | ''    | YTO",
        "浙江 | ''    | ''    | YTO",
        "浙江 |       |       | YTO",
        "浙江 | YTO   |       | ZTO",
        "''   | ''    | ''    | YTO"
    })
    void namesACourier(String province, String failed, String wanted, String courier) {
        assertThat(ruling(province, failed, wanted).get("courier")).isEqualTo(courier);
    }

    @Test
    void saysWhy() {
        assertThat(ruling("浙江", "YTO", "").get("why")).isEqualTo("ZTO is the other usual courier (SHP-2).");
    }

    private static Map<String, Object> ruling(String province, String failed, String wanted) {
        return engine.evaluateDecisionTable(choice, Variables.createVariables().putValue("province", province)
                .putValue("weightGrams", 1500).putValue("failedCourier", failed).putValue("wantedCourier", wanted))
                .getSingleResult().getEntryMap();
    }
}
