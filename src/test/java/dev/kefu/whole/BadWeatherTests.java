package dev.kefu.whole;

import static dev.kefu.whole.Kefu.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller.Answer;
import dev.kefu.KefuTest;
import dev.kefu.TestDatabase;
import dev.kefu.demo.TestPeople;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The database goes away, locks, or kills a transaction at any moment of a call: the answer is a 409 or a 503 that may be
 * tried again, or the call was tried again by the house; a step is done whole or not at all.
 */
@KefuTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"spring.datasource.hikari.connection-timeout=500",
        "spring.datasource.hikari.maximum-pool-size=5"})
@Import({TestPeople.class, Kefu.class, Storm.class})
class BadWeatherTests {

    /** Every so many statements of a step the weather is tried; 1 for all of them. */
    private static final int STRIDE = Integer.getInteger("kefu.storm.stride", 7);
    private static final int MOST_STATEMENTS = 400;

    @Autowired Kefu kefu;
    @Autowired Storm storm;
    @Autowired DataSource database;
    @Autowired JdbcClient jdbc;

    @DynamicPropertySource
    static void waitShortlyForLocks(DynamicPropertyRegistry settings) {
        if (TestDatabase.isPostgres()) {
            settings.add("spring.datasource.hikari.data-source-properties.options",
                    () -> "-c lock_timeout=3000 -c deadlock_timeout=200");
        }
    }

    @AfterEach
    void clearUp() {
        storm.hasStruck();
        storm.takeAwayDatabase(false);
    }

    /** What people and other systems do; each prepares something of its own, and then calls once. */
    enum Step {
        START(true), MESSAGE(true), ORDER(true), CHANGED_ORDER(true), IMPORT(true), REVIEW(false), INSPECTION(false), PAYOUT(false),
        CLAIM(false), NOTE(true), START_BY_ENGINE(false), READ(false), LIST(false);

        /** One order of one line. */
        private static final String FILE = """
                orderNumber,customerId,customerName,phone,email,province,city,street,postcode,channel,currency,paidAt,\
                deliveredAt,freight,orderDiscount,line,sku,name,category,quantity,unitPrice,unitCost,lineDiscount,weightGrams,\
                courier,trackingNumber,shippedAt
                %s-FILE,C-1,王芳,13800000001,,浙江省,杭州市,文三路 1 号,,,CNY,2026-11-01T10:00:00+08:00,,,,1,SKU-1,保温杯,,2,50.00,,,,,,
                """;

        final boolean isTriedAgain;

        Step(boolean isTriedAgain) {
            this.isTriedAgain = isTriedAgain;
        }

        /** What is told of an order takes so few statements that all of them are tried. */
        int stride() {
            return this == ORDER || this == CHANGED_ORDER || this == IMPORT ? 1 : STRIDE;
        }

        Supplier<Answer> prepared(Kefu kefu) {
            var order = kefu.sells(kefu.sale().line(9, "50.00"));
            var request = order.returning(1, 1);
            return switch (this) {
                case START -> () -> kefu.asks("agent", request);
                case START_BY_ENGINE -> () -> kefu.as("agent")
                        .post("/engine-rest/process-definition/key/product-return/submit-form", Json.variables(request));
                case ORDER -> () -> kefu.tells(order.number() + "-NEW", kefu.sale().line(1, "5.00"));
                case CHANGED_ORDER -> () -> kefu.tells(order.number(), kefu.sale().line(10, "50.00"));
                case IMPORT -> () -> kefu.as("integration").with("Content-Type", "text/csv").send("POST", "/api/orders/import",
                        FILE.formatted(order.number()));
                case READ -> () -> kefu.as("agent").get("/api/orders/" + order.number());
                case LIST -> () -> kefu.as("agent").get("/engine-rest/task?maxResults=3");
                default -> inCase(kefu, kefu.opens("agent", request));
            };
        }

        private Supplier<Answer> inCase(Kefu kefu, Kefu.Case goods) {
            switch (this) {
                case CLAIM -> {
                    var path = goods.taskPath("reviewReturn") + "/claim";
                    return () -> kefu.as("returns").post(path, "{\"userId\":\"returns\"}");
                }
                case NOTE -> {
                    return () -> kefu.as("agent").post("/api/cases/" + goods.number() + "/notes", "{\"text\":\"Called back\"}");
                }
                case REVIEW -> {
                    return completing(kefu, goods, "returns", "reviewReturn", Map.of("decision", "APPROVE"));
                }
                case MESSAGE -> {
                    goods.done("returns", "reviewReturn", Map.of("decision", "APPROVE"));
                    goods.done("returns", "arrangeReturn", Map.of("byCustomer", true));
                    return () -> goods.tell("warehouse", "return-parcel-arrived");
                }
                default -> goods.broughtBack();
            }
            if (this == INSPECTION) {
                return completing(kefu, goods, "warehouse", "inspectGoods", Map.of("findings", List.of(found(1, 1, 0))));
            }
            goods.inspected("warehouse", found(1, 1, 0));
            return completing(kefu, goods, "finance", "confirmPayout", Map.of("paid", true, "reference", "B-1"));
        }

        private static Supplier<Answer> completing(Kefu kefu, Kefu.Case goods, String user, String task, Map<String, ?> outputs) {
            goods.claim(user, task);
            var path = goods.taskPath(task) + "/complete";
            return () -> kefu.as(user).post(path, Json.variables(outputs));
        }
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void doesAStepWholeOrNotAtAllWhereverTheConnectionBreaks(Step step) {
        for (int statement = step.ordinal() % step.stride(); statement < MOST_STATEMENTS; statement += step.stride()) {
            var call = step.prepared(kefu);
            var before = kefu.rows();
            var ordersBefore = orders();

            storm.strikeAfter(statement, "08006");
            var answer = call.get();

            if (!storm.hasStruck()) {
                assertDone(step, answer);
                return;
            }
            assertThat(answer.status()).as(step + " at statement " + statement + ": " + answer.body()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isNotEmpty();
            assertDecent(answer);
            assertWhole(step + " at statement " + statement, before, ordersBefore);
            if (statement % 5 == 0) {
                assertDone(step, call.get());
            }
        }
        throw new AssertionError("More statements than anybody thought");
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void triesAgainOrSaysSoWhereverADeadlockStrikes(Step step) {
        var triedAgain = 0;
        for (int statement = step.ordinal() % step.stride(); statement < MOST_STATEMENTS; statement += step.stride()) {
            var call = step.prepared(kefu);
            var before = kefu.rows();
            var ordersBefore = orders();

            storm.strikeAfter(statement, "40001");
            var answer = call.get();

            if (!storm.hasStruck()) {
                assertDone(step, answer);
                assertThat(triedAgain > 0).as("tried again").isEqualTo(step.isTriedAgain);
                return;
            }
            if (answer.status() < 300) {
                assertDone(step, answer);
                triedAgain++;
                continue;
            }
            assertThat(answer.status()).as(step + " at statement " + statement + ": " + answer.body()).isEqualTo(409);
            assertDecent(answer);
            assertWhole(step + " at statement " + statement, before, ordersBefore);
        }
        throw new AssertionError("More statements than anybody thought");
    }

    @ParameterizedTest
    @CsvSource({"57014, 503", "57P01, 503", "53300, 503", "08003, 503", "55P03, 409"})
    void tellsBadWeatherFromAFault(String state, int status) {
        var call = Step.INSPECTION.prepared(kefu);
        var before = kefu.rows();

        storm.strikeAfter(12, state);
        var answer = call.get();

        assertThat(storm.hasStruck()).isTrue();
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(kefu.rows()).isEqualTo(before);
        assertThat(call.get().status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/orders/SO-1", "/api/cases", "/engine-rest/task", "/camunda/api/engine/engine/default/task"})
    void asksEverybodyToComeAgainWhileTheDatabaseIsAway(String path) {
        storm.takeAwayDatabase(true);
        var away = kefu.as("agent").get(path);
        storm.takeAwayDatabase(false);

        assertThat(away.status()).as(away.body()).isEqualTo(path.startsWith("/camunda") ? 401 : 503);
        assertThat(away.body()).doesNotContain("Exception", "\tat ");
        assertThat(kefu.as("agent").get(path).status()).isIn(200, 404, 401);
    }

    @Test
    void asksToComeAgainWhileNoConnectionIsFree() throws SQLException {
        var taken = new ArrayList<Connection>();
        Answer answer;
        try {
            for (int i = 0; i < 5; i++) {
                taken.add(database.getConnection());
            }
            answer = kefu.as("agent").get("/api/cases");
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }

        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(kefu.as("agent").get("/api/cases").status()).isEqualTo(200);
    }

    @Test
    void givesUpOnALockThatSomebodyHoldsTooLong() throws SQLException {
        var order = kefu.sells(kefu.sale().line(9, "50.00"));
        Answer answer;
        Map<String, Long> before;
        try (var other = database.getConnection()) {
            before = kefu.rows();
            lock(other, "shop_order", order.number());

            answer = kefu.asks("agent", order.returning(1, 1));
            other.rollback();
            other.setAutoCommit(true);
        }

        assertThat(answer.status()).as(answer.body()).isEqualTo(409);
        assertThat(kefu.rows()).isEqualTo(before);
        assertThat(kefu.asks("agent", order.returning(1, 1)).status()).isEqualTo(201);
    }

    @Test
    void survivesARealDeadlock() throws Exception {
        var order = kefu.sells(kefu.sale().line(9, "50.00"));
        CompletableFuture<Answer> answer;
        try (var other = database.getConnection()) {
            other.setAutoCommit(false);
            execute(other, "select * from customer where customer_id = 'C-1' for update");
            var sale = kefu.sale().line(9, "50.00");
            sale.with("customer", Map.of("id", "C-1", "name", "王芳芳", "address", Map.of("province", "浙江省", "city", "杭州市",
                    "street", "文三路 2 号")));
            answer = CompletableFuture.supplyAsync(() -> kefu.tells(order.number(), sale));
            TimeUnit.MILLISECONDS.sleep(300);
            try {
                execute(other, "select * from shop_order where order_number = '" + order.number() + "' for update");
            } catch (SQLException victim) {
                assertThat(victim.getSQLState()).startsWith("4");
            }
            other.rollback();
            other.setAutoCommit(true);
        }

        var told = answer.get(20, TimeUnit.SECONDS);
        assertThat(told.status()).as(told.body()).isEqualTo(200);
    }

    @Test
    @EnabledIf("isPostgres")
    void survivesAServerThatCutsTheConnection() throws Exception {
        var order = kefu.sells(kefu.sale().line(9, "50.00"));
        var before = kefu.rows();
        Answer answer;
        try (var other = database.getConnection()) {
            lock(other, "shop_order", order.number());
            var waiting = CompletableFuture.supplyAsync(() -> kefu.asks("agent", order.returning(1, 1)));
            TimeUnit.MILLISECONDS.sleep(500);
            jdbc.sql("select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock'"
                    + " and datname = current_database()").query().listOfRows();
            answer = waiting.get(20, TimeUnit.SECONDS);
            other.rollback();
            other.setAutoCommit(true);
        }

        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(kefu.rows()).isEqualTo(before);
        assertThat(kefu.asks("agent", order.returning(1, 1)).status()).isEqualTo(201);
    }

    /** Orders and their lines, of which each order here has one. */
    private List<Long> orders() {
        return List.copyOf(new TreeMap<>(Kefu.rows(jdbc, List.of("shop_order", "shop_order_line"))).values());
    }

    /** Cases are as they were. An order may be stored and only its answer be lost: who sends it again changes nothing. */
    private void assertWhole(String when, Map<String, Long> before, List<Long> ordersBefore) {
        assertThat(kefu.rows()).as(when).isEqualTo(before);
        var more = List.of(orders().get(0) - ordersBefore.get(0), orders().get(1) - ordersBefore.get(1));
        assertThat(more).as(when + ", orders and their lines").isIn(List.of(0L, 0L), List.of(1L, 1L));
    }

    static boolean isPostgres() {
        return TestDatabase.isPostgres();
    }

    private static void lock(Connection other, String table, String order) throws SQLException {
        other.setAutoCommit(false);
        execute(other, "select * from " + table + " where order_number = '" + order + "' for update");
    }

    private static void execute(Connection other, String sql) throws SQLException {
        try (var statement = other.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void assertDone(Step step, Answer answer) {
        assertThat(answer.status()).as(step + ": " + answer.body()).isIn(200, 201, 204);
        if (step == Step.IMPORT) {
            var report = answer.json();
            assertThat(report.get("storedOrders").asInt() + report.get("unchangedOrders").asInt()).as(answer.body()).isOne();
        }
    }

    private static void assertDecent(Answer answer) {
        assertThat(answer.header("Content-Type")).contains("json");
        assertThat(answer.body()).doesNotContain("Exception", "Struck", "\tat ", "select ").contains("again");
    }
}
