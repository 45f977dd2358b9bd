package dev.kefu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.Caller;
import dev.kefu.Caller.Answer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The running application as those outside see it: by HTTP, each with an account of their own. */
@TestComponent
public class Kefu {

    static final String START = "/api/cases/product-return";

    private static final List<String> TABLES = List.of("case_file", "timeline_entry", "return_case", "unit_claim", "outflow",
            "refund", "case_start", "ACT_RU_EXECUTION", "ACT_RU_TASK", "ACT_RU_VARIABLE", "ACT_HI_PROCINST");
    private static final AtomicInteger ORDERS = new AtomicInteger();

    private final Environment environment;
    private final JdbcClient jdbc;
    private final Clock clock;

    Kefu(Environment environment, JdbcClient jdbc, Clock clock) {
        this.environment = environment;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Caller as(String user) {
        return Caller.as(port(), user);
    }

    public Caller anonymous() {
        return Caller.anonymous(port());
    }

    public int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    /** An order that was delivered yesterday; its lines are still to be named. */
    public Sale sale() {
        return Sale.delivered(OffsetDateTime.now(clock));
    }

    /** An order that was delivered so many days ago, at this time of day. */
    Sale sale(int daysAgo) {
        return Sale.delivered(OffsetDateTime.now(clock).minusDays(daysAgo - 1));
    }

    /** An order that has not reached the customer. */
    public Sale saleUnderWay() {
        return Sale.underWay(OffsetDateTime.now(clock));
    }

    /** The shop tells an order, as its integration does. */
    public Order sells(Sale sale) {
        var number = "W-" + ORDERS.incrementAndGet();
        var told = tells(number, sale);
        assertThat(told.status()).as(told.body()).isEqualTo(201);
        return new Order(number);
    }

    Answer tells(String orderNumber, Sale sale) {
        return as("integration").put("/api/orders/" + orderNumber, sale.json());
    }

    /** So many were counted in the warehouse. */
    public void hasInStock(String sku, int onHand) {
        var counted = as("warehouse").put("/api/stock/" + sku, Json.of(Map.of("onHand", onHand)));
        assertThat(counted.status()).as(counted.body()).isIn(200, 201);
    }

    /** Starts a return by the house's own API. */
    Answer asks(String user, Map<String, ?> request) {
        return as(user).post(START, Json.of(request));
    }

    /** A return that was accepted. */
    public Case opens(String user, Map<String, ?> request) {
        var answer = asks(user, request);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return caseOf(answer);
    }

    Case caseOf(Answer started) {
        return caseCalled(started.json().get("caseNumber").asText());
    }

    Case caseCalled(String number) {
        return new Case(number);
    }

    /** How many rows there are in what a start, a task or a message may write. */
    public Map<String, Long> rows() {
        return rows(jdbc, TABLES);
    }

    static Map<String, Long> rows(JdbcClient jdbc, List<String> tables) {
        return tables.stream().collect(Collectors.toMap(table -> table,
                table -> jdbc.sql("select count(*) from " + table).query(Long.class).single()));
    }

    /** So many callers at the same moment. */
    static List<Answer> atOnce(int callers, IntFunction<Answer> call) {
        var start = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(callers);
        try {
            var answers = new ArrayList<Future<Answer>>();
            for (int i = 0; i < callers; i++) {
                var index = i;
                answers.add(threads.submit(() -> {
                    start.await();
                    return call.apply(index);
                }));
            }
            start.countDown();
            var all = new ArrayList<Answer>();
            for (var answer : answers) {
                all.add(answer.get());
            }
            return all;
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            threads.shutdown();
        }
    }

    /** An order as it stands. */
    public final class Order {

        private final String number;

        private Order(String number) {
            this.number = number;
        }

        public String number() {
            return number;
        }

        public JsonNode json() {
            var answer = as("agent").get("/api/orders/" + number);
            assertThat(answer.status()).isEqualTo(200);
            return answer.json();
        }

        String text(String field) {
            return json().get(field).asText();
        }

        JsonNode line(int line) {
            for (var each : json().get("lines")) {
                if (each.get("line").asInt() == line) {
                    return each;
                }
            }
            throw new AssertionError("No line " + line);
        }

        /** What a customer who changed their mind asks for. */
        public Map<String, Object> returning(int line, int quantity) {
            return returning("CHANGED_MIND", line, quantity);
        }

        Map<String, Object> returning(String reason, int line, int quantity) {
            return returning(reason, "REFUND", line, quantity);
        }

        public Map<String, Object> returning(String reason, String resolution, int line, int quantity) {
            return Map.of("orderNumber", number, "reason", reason, "resolution", resolution,
                    "lines", List.of(Map.of("line", line, "quantity", quantity)));
        }
    }

    /** A case as it stands, and what people do in it by the engine's REST API. */
    public final class Case {

        private final String number;

        private Case(String number) {
            this.number = number;
        }

        public String number() {
            return number;
        }

        public JsonNode json() {
            return as("supervisor").get("/api/cases/" + number).json();
        }

        String text(String field) {
            return json().get(field).asText();
        }

        public List<String> tasks() {
            return json().get("tasks").findValuesAsText("key");
        }

        List<String> timeline() {
            return json().get("timeline").findValuesAsText("what");
        }

        public JsonNode task(String key) {
            for (var task : json().get("tasks")) {
                if (task.get("key").asText().equals(key)) {
                    return task;
                }
            }
            throw new AssertionError("There is no open task " + key + " but " + tasks());
        }

        public String taskPath(String key) {
            return "/engine-rest/task/" + task(key).get("id").asText();
        }

        Answer claim(String user, String key) {
            return as(user).post(taskPath(key) + "/claim", Json.of(Map.of("userId", user)));
        }

        /** Takes the task and completes it; what is refused is answered. */
        Answer complete(String user, String key, Map<String, ?> variables) {
            var path = taskPath(key);
            var claimed = as(user).post(path + "/claim", Json.of(Map.of("userId", user)));
            return claimed.status() == 204 ? as(user).post(path + "/complete", Json.variables(variables)) : claimed;
        }

        /** The same, expected to be accepted. */
        public Case done(String user, String key, Map<String, ?> variables) {
            var answer = complete(user, key, variables);
            assertThat(answer.status()).as(key + ": " + answer.body()).isEqualTo(204);
            return this;
        }

        Answer tell(String user, String message) {
            return tell(user, message, Map.of());
        }

        Answer tell(String user, String message, Map<String, ?> fields) {
            return as(user).post("/api/cases/" + number + "/messages/" + message, Json.of(fields));
        }

        /** From the request to the goods on the inspection table. */
        public Case broughtBack() {
            done("returns", "reviewReturn", Map.of("decision", "APPROVE"));
            done("returns", "arrangeReturn", Map.of("courier", "YTO", "trackingNumber", "YT-" + number));
            var arrived = tell("warehouse", "return-parcel-arrived");
            assertThat(arrived.status()).as(arrived.body()).isEqualTo(200);
            return this;
        }

        public Case inspected(String user, Map<?, ?>... findings) {
            return done(user, "inspectGoods", Map.of("findings", List.of(findings)));
        }

        public Case approved(String user) {
            return done(user, "approveRefund", Map.of("approved", true));
        }

        Case paid() {
            return done("finance", "confirmPayout", Map.of("paid", true, "reference", "B-" + number));
        }

        String refund() {
            return json().at("/facts/refund/amount").asText();
        }
    }

    public static Map<String, Object> found(int line, int accepted, int refused) {
        return Map.of("line", line, "accepted", accepted, "refused", refused, "condition", "AS_NEW", "qualityProblem", false);
    }

    /** Goods with a quality problem. */
    public static Map<String, Object> broken(int line, int accepted, int refused) {
        return Map.of("line", line, "accepted", accepted, "refused", refused, "condition", "USED", "qualityProblem", true);
    }
}
