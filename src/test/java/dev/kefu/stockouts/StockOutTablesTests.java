package dev.kefu.stockouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.lang.Nullable;

/** What answers and silence mean, and how late goods are, row by row and on both sides of the limit (STK-2, STK-4). */
class StockOutTablesTests {

    @ParameterizedTest(name = "{0}, {1} days, {2}: {3}")
    @CsvSource({
        "FIRST,      0,  NO_ANSWER,  WAIT",
        "FIRST,      30, NO_ANSWER,  WAIT",
        "FIRST,      31, NO_ANSWER,  REFUND",
        "FIRST,      ,   NO_ANSWER,  REFUND",
        "NEXT,       1,  NO_ANSWER,  REFUND",
        "INDEFINITE, ,   NO_ANSWER,  REFUND",
        "FIRST,      1,  REFUND,     REFUND",
        "INDEFINITE, ,   REFUND,     REFUND",
        "NEXT,       90, WAIT,       WAIT",
        "INDEFINITE, ,   WAIT,       WAIT",
        "NEXT,       5,  SUBSTITUTE, WAIT",
        "FIRST,      5,  SHIP_REST,  WAIT",
        "FIRST,      5,  PERHAPS,    ASK"
    })
    void knowsWhatAnAnswerMeans(String delay, @Nullable Integer delayDays, String answer, String then) throws Exception {
        var said = ask("delay-consent", Variables.putValue("delay", delay).putValue("delayDays", delayDays)
                .putValue("answer", answer));

        assertThat(said).isEqualTo(then);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"HOLIDAY, 1", "PROMOTION, 3", "WAREHOUSE_OVERLOAD, 2", "COURIER_OVERLOAD, 3", "ORDER_ERROR, 1", "ANOTHER, 3"})
    void knowsHowManyDispatchDaysGoodsAreLate(String cause, int days) throws Exception {
        assertThat(((Number) ask("dispatch-delay", Variables.putValue("cause", cause))).intValue()).isEqualTo(days);
    }

    private static Object ask(String decision, VariableMap inputs) throws Exception {
        var engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try (var table = Files.newInputStream(Path.of("processes/stockouts/" + decision + ".dmn"))) {
            return engine.evaluateDecisionTable(engine.parseDecision(decision, table), inputs).getSingleResult().getSingleEntry();
        }
    }
}
