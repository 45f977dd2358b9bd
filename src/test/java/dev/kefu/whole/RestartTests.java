package dev.kefu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller;
import dev.kefu.KefuApplication;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo department on its file, stopped and started again. */
class RestartTests {

    private static final List<String> TABLES = List.of("case_file", "timeline_entry", "return_case", "unit_claim", "shop_order",
            "refund", "outflow", "customer", "ACT_RU_TASK", "ACT_RU_EXECUTION", "ACT_RE_DEPLOYMENT", "ACT_RE_PROCDEF",
            "ACT_ID_USER", "ACT_ID_MEMBERSHIP", "ACT_RU_AUTHORIZATION", "ACT_RU_FILTER");

    @TempDir
    Path directory;

    @Test
    void losesNothingAndAddsNothing() {
        String before;
        Map<String, Long> rows;
        try (var first = start()) {
            before = cases(first);
            rows = rows(first);
        }

        try (var second = start()) {
            assertThat(cases(second)).isEqualTo(before);
            assertThat(rows(second)).isEqualTo(rows);
            var started = caller(second, "agent").post(Kefu.START, Json.of(Map.of("orderNumber", "SO-1001", "reason",
                    "CHANGED_MIND", "resolution", "REFUND", "lines", List.of(Map.of("line", 1, "quantity", 1)))));
            assertThat(started.status()).as(started.body()).isEqualTo(201);
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(KefuApplication.class).run("--spring.profiles.active=demo", "--server.port=0",
                "--spring.datasource.url=jdbc:h2:file:" + directory.resolve("kefu") + ";OPTIMIZE_REUSE_RESULTS=0",
                "--camunda.bpm.job-execution.enabled=false");
    }

    private static String cases(ConfigurableApplicationContext department) {
        var found = caller(department, "agent").get("/api/cases");
        assertThat(found.json().get("cases")).isNotEmpty();
        return found.body();
    }

    private static Caller caller(ConfigurableApplicationContext department, String user) {
        return Caller.as(department.getEnvironment().getRequiredProperty("local.server.port", Integer.class), user);
    }

    private static Map<String, Long> rows(ConfigurableApplicationContext department) {
        return Kefu.rows(department.getBean(JdbcClient.class), TABLES);
    }
}
