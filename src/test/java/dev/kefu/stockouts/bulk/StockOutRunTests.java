package dev.kefu.stockouts.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.whole.Kefu;
import dev.kefu.whole.WholeTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** One article is short, and every order that waits for it gets its case. */
@WholeTest
class StockOutRunTests {

    private static final String RUNS = "/api/stock-outs/runs";
    private static final AtomicInteger ARTICLES = new AtomicInteger();

    @Autowired
    Kefu kefu;

    @Autowired
    BulkRounds rounds;

    @Autowired
    BulkOpening opening;

    @Autowired
    JdbcTemplate jdbc;

    private final String articles = "BULK-" + ARTICLES.incrementAndGet() + "-";
    private final String sku = articles + 1;

    @Test
    void opensACaseForEachOrderThatWaitsInTheNameOfWhoeverAsked() {
        var waiting = List.of(waits(), waits(), waits());
        kefu.sells(kefu.sale().articles(articles).line(1, "50.00"));
        kefu.sells(kefu.saleUnderWay().articles(articles + "other-").line(1, "50.00"));

        var begun = kefu.as("warehouse").post(RUNS, body());

        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        var address = begun.header("Location");
        assertThat(address).isEqualTo(RUNS + "/" + begun.json().get("id").asText());
        assertThat(counts(begun.json())).isEqualTo("RUNNING 0 of 3: 0 opened, 0 skipped, 0 refused");
        rounds.round();
        var run = read(address);
        assertThat(counts(run)).isEqualTo("FINISHED 3 of 3: 3 opened, 0 skipped, 0 refused");
        assertThat(run.get("startedBy").asText()).isEqualTo("warehouse");
        assertThat(run.get("finishedAt").isNull()).isFalse();
        assertThat(run.get("orders").findValuesAsText("orderNumber")).containsExactlyElementsOf(waiting);
        for (var each : run.get("orders")) {
            var file = kefu.as("agent").get("/api/cases/" + each.get("caseNumber").asText()).json();
            assertThat(file.get("kind").asText()).isEqualTo("stock-out");
            assertThat(file.get("orderNumber").asText()).isEqualTo(each.get("orderNumber").asText());
            assertThat(file.get("owner").asText()).isEqualTo("warehouse");
        }
    }

    @Test
    void skipsOrdersThatHaveACaseAndNamesIt() {
        waits();
        var first = begin("manager");
        rounds.round();
        waits();

        var second = begin("supervisor");
        rounds.round();

        var run = read(second);
        assertThat(counts(run)).isEqualTo("FINISHED 2 of 2: 1 opened, 1 skipped, 0 refused");
        var skipped = run.at("/orders/0");
        assertThat(skipped.get("status").asText()).isEqualTo("SKIPPED");
        assertThat(skipped.get("caseNumber").asText()).isEqualTo(read(first).at("/orders/0/caseNumber").asText());
        assertThat(skipped.get("reason").asText()).contains(skipped.get("caseNumber").asText());
    }

    @Test
    void refusesAnOrderOfWhichNothingWaitsAndGoesOnWithTheNext() {
        var arrived = kefu.sells(kefu.sale().articles(articles).line(1, "50.00")).number();
        var other = kefu.sells(kefu.saleUnderWay().articles(articles + "other-").line(1, "50.00")).number();
        var waiting = waits();

        var run = begin("teamlead", "[\"%s\", \"%s\", \" %s \", \"%s\"]".formatted(arrived, other, waiting, waiting));
        rounds.round();

        assertThat(counts(read(run))).isEqualTo("FINISHED 3 of 3: 1 opened, 0 skipped, 2 refused");
        assertThat(read(run).at("/orders/0/reason").asText()).contains(sku).contains(arrived);
        assertThat(read(run).at("/orders/0/caseNumber").isNull()).isTrue();
        var chinese = kefu.as("agent").with("Accept-Language", "zh").get(run).json();
        assertThat(chinese.at("/orders/0/reason").asText()).isEqualTo("订单 " + arrived + " 中的 " + sku + " 没有待发商品。");
    }

    @Test
    void isFollowedFromTheFirstOrderOnThatIsNotDone() {
        var waiting = List.of(waits(), waits(), waits());
        var run = begin("agent");
        opening.openNext();

        assertThat(read(run + "?from=1&most=1").get("orders").findValuesAsText("orderNumber")).containsExactly(waiting.get(1));
        assertThat(counts(read(run + "?from=3"))).isEqualTo("RUNNING 1 of 3: 1 opened, 0 skipped, 0 refused");
        assertThat(read(run + "?from=3").get("orders")).isEmpty();
        assertThat(read(run + "?from=-1&most=9").get("orders")).hasSize(3);
        rounds.round();
    }

    @Test
    void isOverAtOnceWhereNobodyWaits() {
        kefu.hasInStock(sku, 3);

        assertThat(counts(read(begin("agent")))).isEqualTo("FINISHED 0 of 0: 0 opened, 0 skipped, 0 refused");
    }

    @Test
    void givesTheSameRunForTheSameKey() {
        waits();
        var caller = kefu.as("agent").with("Idempotency-Key", sku);

        var first = caller.post(RUNS, body());
        var again = caller.post(RUNS, body());
        var another = caller.post(RUNS, body().replace("OUT_OF_STOCK", "HOLIDAY"));
        var bySomebodyElse = kefu.as("manager").with("Idempotency-Key", sku).post(RUNS, body());

        assertThat(again.json().get("id")).isEqualTo(first.json().get("id"));
        assertThat(another.status()).isEqualTo(409);
        assertThat(bySomebodyElse.json().get("id")).isNotEqualTo(first.json().get("id"));
        rounds.round();
    }

    @Test
    void stopsWhenASupervisorSaysSoAndLeavesTheRest() {
        var waiting = List.of(waits(), waits(), waits());
        var run = begin("agent");
        opening.openNext();

        var byTheAgent = kefu.as("agent").post(run + "/stop", "");
        var stopped = kefu.as("supervisor").post(run + "/stop", "");
        rounds.round();

        assertThat(byTheAgent.status()).isEqualTo(403);
        assertThat(stopped.status()).as(stopped.body()).isEqualTo(200);
        assertThat(counts(read(run))).isEqualTo("STOPPED 1 of 3: 1 opened, 0 skipped, 0 refused");
        assertThat(read(run).get("stoppedBy").asText()).isEqualTo("supervisor");
        assertThat(read(run).get("orders").findValuesAsText("status")).containsExactly("OPENED", "STOPPED", "STOPPED");
        assertThat(stockOutsOf(waiting)).isEqualTo(1);
        var next = begin("agent");
        rounds.round();
        assertThat(counts(read(next))).isEqualTo("FINISHED 3 of 3: 2 opened, 1 skipped, 0 refused");
        assertThat(kefu.as("supervisor").post(run + "/stop", "").json().get("status").asText()).isEqualTo("STOPPED");
        assertThat(kefu.as("supervisor").post(next + "/stop", "").json().get("status").asText()).isEqualTo("FINISHED");
    }

    @Test
    void opensOneCaseForEachOrderThoughSeveralNodesAndRunsDoIt() throws Exception {
        var waiting = new ArrayList<String>();
        for (int order = 0; order < 12; order++) {
            waiting.add(waits());
        }
        var one = begin("agent");
        var other = begin("warehouse");

        atOnce(List.of(opening::openNext, opening::openNext, opening::openNext, opening::openNext));

        assertThat(stockOutsOf(waiting)).isEqualTo(12);
        assertThat(read(one).get("done").asInt()).isEqualTo(12);
        assertThat(read(other).get("done").asInt()).isEqualTo(12);
        assertThat(read(one).get("opened").asInt() + read(other).get("opened").asInt()).isEqualTo(12);
        assertThat(List.of(read(one).get("status").asText(), read(other).get("status").asText())).containsOnly("FINISHED");
    }

    @Test
    void refusesWhatWhoeverAskedMayNotOpenAnyMore() {
        waits();
        var run = begin("agent");
        jdbc.update("update stock_out_run set started_by = 'gone' where id = ?", Long.valueOf(run.substring(RUNS.length() + 1)));

        rounds.round();

        assertThat(counts(read(run))).isEqualTo("FINISHED 1 of 1: 0 opened, 0 skipped, 1 refused");
        assertThat(read(run).at("/orders/0/reason").asText()).contains("needs a member of");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}|sku|cause", "{\"sku\": \"SKU\", \"cause\": \"OUT_OF_STOCK\"}|sku|",
            "{\"sku\": \"SKU\", \"cause\": \"RAIN\"}|sku|cause", "{\"sku\": \"SKU\", \"cause\": \"HOLIDAY\", \"orderNumbers\": []}|orderNumbers|",
            "{\"sku\": \"SKU\", \"cause\": \"HOLIDAY\", \"orderNumbers\": [\"NO-1\"]}|sku|orderNumbers[0]",
            "{\"sku\": \"SKU\", \"cause\": \"HOLIDAY\", \"orderNumbers\": [null, \" \"]}|orderNumbers[0]|orderNumbers[1]"})
    void namesWhatIsWrong(String body, String field, String another) {
        var refused = kefu.as("agent").post(RUNS, body.replace("\"SKU\"", "\"NEVER-SEEN\""));

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        var fields = refused.json().get("violations").findValuesAsText("field");
        assertThat(fields).containsExactlyElementsOf(another == null ? List.of(field) : List.of(field, another));
    }

    @ParameterizedTest
    @ValueSource(strings = {"junior", "finance", "hr", "auditor", "integration", "returns", "orderclerk"})
    void isBegunOnlyByThoseWhoAnswerForIt(String user) {
        assertThat(kefu.as(user).post(RUNS, body()).status()).isEqualTo(403);
        assertThat(kefu.as(user).post(RUNS + "/1/stop", "").status()).isEqualTo(403);
    }

    @Test
    void isReadByTheDepartment() {
        var run = begin("agent", null, sku);

        for (var reader : List.of("junior", "returns", "orderclerk", "auditor", "warehouse", "supervisor")) {
            assertThat(kefu.as(reader).get(RUNS).json().toString()).as(reader).contains(sku);
            assertThat(kefu.as(reader).get(run).status()).as(reader).isEqualTo(200);
        }
        assertThat(kefu.as("hr").get(RUNS).status()).isEqualTo(403);
        assertThat(kefu.as("agent").get(RUNS + "/0").status()).isEqualTo(404);
        assertThat(kefu.as("agent").get(RUNS + "/one").status()).isEqualTo(404);
    }

    /** The number of an order of which one unit of the article waits. */
    private String waits() {
        return kefu.sells(kefu.saleUnderWay().articles(articles).line(1, "50.00")).number();
    }

    private String begin(String user) {
        return begin(user, null);
    }

    private String begin(String user, String orderNumbers) {
        return begin(user, orderNumbers, null);
    }

    /** The run's address; an article that has to be there is counted first. */
    private String begin(String user, String orderNumbers, String counted) {
        if (counted != null) {
            kefu.hasInStock(counted, 1);
        }
        var begun = kefu.as(user).post(RUNS, orderNumbers == null ? body()
                : body().replace("}", ", \"orderNumbers\": " + orderNumbers + "}"));
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        return RUNS + "/" + begun.json().get("id").asText();
    }

    private String body() {
        return "{\"sku\": \" %s\", \"cause\": \"OUT_OF_STOCK\"}".formatted(sku);
    }

    private JsonNode read(String run) {
        return kefu.as("agent").get(run).json();
    }

    private static String counts(JsonNode run) {
        return "%s %d of %d: %d opened, %d skipped, %d refused".formatted(run.get("status").asText(), run.get("done").asInt(),
                run.get("total").asInt(), run.get("opened").asInt(), run.get("skipped").asInt(), run.get("refused").asInt());
    }

    private long stockOutsOf(List<String> orderNumbers) {
        return orderNumbers.stream().mapToLong(each -> jdbc.queryForObject(
                "select count(*) from case_file where kind = 'stock-out' and order_number = ?", Long.class, each)).sum();
    }

    private static void atOnce(List<Callable<Boolean>> nodes) throws Exception {
        var pool = Executors.newFixedThreadPool(nodes.size());
        try {
            for (var running : nodes.stream().map(node -> pool.submit(() -> {
                while (node.call()) {
                    Thread.onSpinWait();
                }
                return true;
            })).toList()) {
                running.get();
            }
        } finally {
            pool.shutdown();
        }
    }
}
