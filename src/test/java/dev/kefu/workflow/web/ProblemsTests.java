package dev.kefu.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.language.HouseWordsForTests;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Forbidden;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.RuleViolation;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

class ProblemsTests {

    enum Colour { RED, BLUE }

    record Row(int quantity, Colour colour) {

        Row {
            if (quantity > 10) {
                throw new RuleViolation("quantity", "RET-5", "Ten at most.");
            }
        }
    }

    record Body(String name, BigDecimal amount, LocalDate on, List<Row> rows) {
    }

    @RestController
    static class Calls {

        private static final Map<String, Supplier<Exception>> THROWN = Map.ofEntries(
                Map.entry("rule", () -> new RuleViolation("lines[0].quantity", "RET-6", "Too many.")),
                Map.entry("conflict", () -> new Conflict("Already paid.")),
                Map.entry("unknown", () -> new NotFound("No such order.")),
                Map.entry("forbidden", () -> new Forbidden("Not yours.")),
                Map.entry("right", () -> new AuthorizationException("The user has no right.")),
                Map.entry("race", () -> new OptimisticLockingException("engine")),
                Map.entry("ours", () -> new ObjectOptimisticLockingFailureException(String.class, 1)),
                Map.entry("lock", () -> new CannotAcquireLockException("wait")),
                Map.entry("twin", () -> new DataIntegrityViolationException("twin", new SQLException("twin", "23505"))),
                Map.entry("away", () -> new CannotCreateTransactionException("no", new SQLTransientConnectionException("no"))),
                Map.entry("cut", () -> new DataAccessResourceFailureException("cut", new SQLException("cut", "57P01"))),
                Map.entry("slow", () -> new IllegalStateException(new SQLException("cancelled", "57014"))),
                Map.entry("wrapped", () -> new IllegalStateException(new RuntimeException(new Conflict("Already paid.")))),
                Map.entry("bug", () -> new IllegalStateException("jdbc:postgresql://secret")),
                Map.entry("null", () -> new DataIntegrityViolationException("null", new SQLException("null", "23502"))));

        @GetMapping("/throw/{what}")
        void fail(@PathVariable String what) throws Exception {
            throw THROWN.get(what).get();
        }

        @PostMapping("/read")
        void read(@RequestBody Body body) {
        }

        @GetMapping("/page")
        void page(@RequestParam int page) {
        }
    }

    private final ObjectMapper json = Jackson2ObjectMapperBuilder.json()
            .featuresToEnable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final MockMvc calls = MockMvcBuilders.standaloneSetup(new Calls())
            .setControllerAdvice(new Problems(new ReadersWords(HouseWordsForTests.english())))
            .setMessageConverters(new MappingJackson2HttpMessageConverter(json))
            .build();

    @ParameterizedTest
    @CsvSource({"rule, 422, Too many.", "conflict, 409, Already paid.", "unknown, 404, No such order.",
            "forbidden, 403, Not yours.", "right, 403, The user has no right.", "wrapped, 409, Already paid.",
            "race, 409, Somebody else", "ours, 409, Somebody else", "lock, 409, Somebody else", "twin, 409, Somebody else",
            "away, 503, The database", "cut, 503, The database", "slow, 503, The database", "bug, 500, Something went wrong here", "null, 500, Something went wrong here"})
    void answersEachRefusalWithItsOwnStatusAndWords(String what, int status, String detail) throws Exception {
        var answer = call(get("/throw/" + what));

        assertThat(answer.getResponse().getStatus()).isEqualTo(status);
        assertThat(answer.getResponse().getContentType()).startsWith("application/problem+json");
        assertThat(read(answer).get("detail").asText()).startsWith(detail);
        assertThat(read(answer).get("violations").isArray()).isTrue();
        assertThat(answer.getResponse().getHeader("Retry-After") != null).isEqualTo(status == 503);
        assertThat(answer.getResponse().getContentAsString()).doesNotContain("secret", "Exception", "\tat ");
    }

    @Test
    void namesFieldRuleAndMessageOfARefusedRule() throws Exception {
        var violation = read(call(get("/throw/rule"))).get("violations").get(0);

        assertThat(violation.get("field").asText()).isEqualTo("lines[0].quantity");
        assertThat(violation.get("rule").asText()).isEqualTo("RET-6");
        assertThat(violation.get("message").asText()).isEqualTo("Too many.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"nam\": 1}                                  | nam",
            "{\"amount\": \"twelve\"}                      | amount",
            "{\"on\": \"tomorrow\"}                        | on",
            "{\"rows\": [{\"colour\": \"GREEN\"}]}         | rows[0].colour",
            "{\"rows\": [{}, {\"quantity\": \"many\"}]}    | rows[1].quantity",
            "{\"rows\": {}}                                | rows"})
    void namesTheFieldOfAMalformedBody(String body, String field) throws Exception {
        var answer = call(post("/read").contentType(MediaType.APPLICATION_JSON).content(body));

        assertThat(answer.getResponse().getStatus()).isEqualTo(400);
        assertThat(read(answer).get("violations").get(0).get("field").asText()).isEqualTo(field);
        assertThat(answer.getResponse().getContentAsString()).doesNotContain("dev.kefu", "java.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"name\": | line 1", "[] | not of the expected form", "'' | missing"})
    void saysWhatIsWrongWithABodyThatIsNone(String body, String words) throws Exception {
        var answer = call(post("/read").contentType(MediaType.APPLICATION_JSON).content(body));

        assertThat(answer.getResponse().getStatus()).isEqualTo(400);
        assertThat(read(answer).get("detail").asText()).contains(words);
    }

    @Test
    void answersARuleInsideTheBodyAsARule() throws Exception {
        var answer = call(post("/read").contentType(MediaType.APPLICATION_JSON).content("{\"rows\": [{\"quantity\": 11}]}"));

        assertThat(answer.getResponse().getStatus()).isEqualTo(422);
        assertThat(read(answer).get("violations").get(0).get("rule").asText()).isEqualTo("RET-5");
    }

    @Test
    void namesAParameterThatIsMissingOrUnfit() throws Exception {
        var missing = call(get("/page"));
        var unfit = call(get("/page?page=first"));

        assertThat(missing.getResponse().getStatus()).isEqualTo(400);
        assertThat(read(missing).get("violations").get(0).get("field").asText()).isEqualTo("page");
        assertThat(unfit.getResponse().getStatus()).isEqualTo(400);
        assertThat(read(unfit).get("violations").get(0).get("field").asText()).isEqualTo("page");
    }

    @Test
    void answersAWrongMethodAndAWrongKindOfBody() throws Exception {
        assertThat(call(get("/read")).getResponse().getStatus()).isEqualTo(405);
        assertThat(call(post("/read").contentType(MediaType.TEXT_PLAIN).content("x")).getResponse().getStatus())
                .isEqualTo(415);
    }

    private MvcResult call(RequestBuilder request) throws Exception {
        return calls.perform(request).andReturn();
    }

    private JsonNode read(MvcResult answer) throws Exception {
        return json.readTree(answer.getResponse().getContentAsString());
    }
}
