package dev.kefu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.shared.StartRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.spring.boot.starter.webapp.filter.LazyInitRegistration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.util.ReflectionTestUtils;

/** What an operator sees who starts Kefu with the profile {@code prod}. */
@Tag("database")
class ProductionTests {

    private static final String STRONG = "Rain-in-Hangzhou-7";

    /** A context that did not start stays in the web applications' hands and would break the next one. */
    @AfterEach
    void forgetTheContextThatDidNotStart() {
        ReflectionTestUtils.setField(LazyInitRegistration.class, "APPLICATION_CONTEXT", null);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "-, -, No database is configured",
            "jdbc:h2:file:./data/kefu, -, No database is configured",
            "jdbc:postgresql://db/kefu, -, The password of the database",
            "jdbc:postgresql://db/kefu, postgres, The password of the database",
            "jdbc:postgresql://db/kefu, Kefu, The password of the database",
            "jdbc:postgresql://db/kefu, 12345678, The password of the database"})
    void refusesADatabaseThatIsNoneOrOpen(String url, String password, String reason) {
        var environment = new MockEnvironment();
        environment.setActiveProfiles("prod");
        environment.setProperty("spring.datasource.username", "kefu");
        if (url != null) {
            environment.setProperty("spring.datasource.url", url);
        }
        if (password != null) {
            environment.setProperty("spring.datasource.password", password);
        }

        assertThatThrownBy(() -> new ProductionDatabase().postProcessEnvironment(environment, null))
                .isInstanceOf(StartRefused.class).hasMessageStartingWith(reason);
    }

    @Test
    void refusesToBeProductionAndDemoAtOnce() {
        var environment = new MockEnvironment();
        environment.setActiveProfiles("prod", "demo");

        assertThatThrownBy(() -> new ProductionDatabase().postProcessEnvironment(environment, null))
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void asksNothingOfADemonstration() {
        var environment = new MockEnvironment();
        environment.setActiveProfiles("demo");

        new ProductionDatabase().postProcessEnvironment(environment, null);
    }

    @Test
    void saysAtOnceThatTheDatabaseIsMissing() {
        assertThatThrownBy(() -> start(Map.of("spring.profiles.active", "prod")))
                .isInstanceOf(StartRefused.class).hasMessageStartingWith("No database is configured");
    }

    @Test
    @EnabledIf("isPostgres")
    void refusesToStartWithoutAnAdministrator() {
        assertThatThrownBy(() -> start(production(TestDatabase.create())))
                .rootCause().isInstanceOf(StartRefused.class).hasMessage("There is no administrator yet.");
    }

    @Test
    @EnabledIf("isPostgres")
    void startsWithADatabaseAndAnAdministratorAndShowsNothingOfTheDemo() {
        var settings = production(TestDatabase.create());
        settings.put("kefu.admin.id", "boss");
        settings.put("kefu.admin.password", STRONG);

        try (var kefu = start(settings)) {
            var port = Integer.parseInt(kefu.getEnvironment().getProperty("local.server.port"));
            var boss = Caller.withPassword(port, "boss", STRONG);
            var database = kefu.getBean(JdbcClient.class);
            assertThat(database.sql("show lock_timeout").query(String.class).single()).isEqualTo("5s");
            assertThat(database.sql("show statement_timeout").query(String.class).single()).isEqualTo("1min");

            assertThat(boss.get("/engine-rest/user/count").json().get("count").asInt()).isEqualTo(1);
            assertThat(boss.get("/api/clock").status()).isEqualTo(404);
            for (var path : List.of("/", "/engine-rest/engine", "/engine-rest/nothing", "/api/nothing", "/api;x=1", "/nothing",
                    "/camunda/nothing", "/camunda/lib/deps.js", "/actuator/health")) {
                assertThat(boss.get(path).headers().get("strict-transport-security")).as(path).hasSize(1);
                assertThat(Caller.anonymous(port).get(path).header("Strict-Transport-Security")).as(path).contains("max-age");
            }
            var login = Caller.anonymous(port).get("/camunda/app/tasklist/default/");
            assertThat(login.header("Strict-Transport-Security")).contains("max-age");
            assertThat(login.headers().get("set-cookie")).isNotEmpty().allMatch(cookie -> cookie.contains("Secure"));
            var weak = boss.post("/engine-rest/user/create", """
                    {"profile": {"id": "weak"}, "credentials": {"password": "weak"}}
                    """);
            assertThat(weak.status()).isEqualTo(422);
            assertThat(weak.json().get("message").asText()).contains("at least 10 characters", "capital letter", "digit");
            var known = boss.post("/engine-rest/user/create", """
                    {"profile": {"id": "weak"}, "credentials": {"password": "Password1!"}}
                    """);
            assertThat(known.status()).isEqualTo(422);
            assertThat(known.json().get("message").asText()).contains("everybody knows");
            assertThat(boss.get("/engine-rest/user/count").json().get("count").asInt()).isEqualTo(1);
        }

        settings.remove("kefu.admin.password");
        start(settings).close();
    }

    static boolean isPostgres() {
        return TestDatabase.isPostgres();
    }

    private static Map<String, String> production(String url) {
        var settings = new TreeMap<String, String>();
        settings.put("spring.profiles.active", "prod");
        settings.put("spring.datasource.url", url);
        settings.put("spring.datasource.username", "postgres");
        settings.put("spring.datasource.password", STRONG);
        settings.put("spring.datasource.hikari.maximum-pool-size", "4");
        settings.put("camunda.bpm.job-execution.enabled", "false");
        settings.put("server.port", "0");
        return settings;
    }

    private static ConfigurableApplicationContext start(Map<String, String> settings) {
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return new SpringApplicationBuilder(KefuApplication.class).bannerMode(Banner.Mode.OFF)
                .run(arguments.toArray(String[]::new));
    }
}
