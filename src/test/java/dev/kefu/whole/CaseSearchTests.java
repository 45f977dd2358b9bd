package dev.kefu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller.Answer;
import dev.kefu.workflow.Accounts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finding cases by what people ask for, page by page and as a file. */
@WholeTest
class CaseSearchTests {

    private static final int PAGE = 50;
    private static final int MOST = 10_000;

    @Autowired
    Kefu kefu;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    @Test
    void findsCasesByOwnerDayAndAge() {
        var order = kefu.sells(kefu.sale().line(3, "50.00"));
        var fresh = kefu.opens("agent", order.returning(1, 1));
        var old = kefu.opens("consultant", order.returning(1, 1));
        var today = LocalDate.now(clock);
        openedAt(old, today.minusDays(10).atStartOfDay(clock.getZone()).toInstant());

        var ofOrder = "orderNumber=" + order.number();

        assertThat(numbers(ofOrder)).containsExactly(fresh.number(), old.number());
        assertThat(numbers(ofOrder + "&owner=consultant")).containsExactly(old.number());
        assertThat(numbers(ofOrder + "&owner=")).hasSize(2);
        assertThat(numbers(ofOrder + "&olderThan=9")).containsExactly(old.number());
        assertThat(numbers(ofOrder + "&olderThan=11")).isEmpty();
        assertThat(numbers(ofOrder + "&openedUntil=" + today.minusDays(10))).containsExactly(old.number());
        assertThat(numbers(ofOrder + "&openedUntil=" + today.minusDays(11))).isEmpty();
        assertThat(numbers(ofOrder + "&openedFrom=" + today.minusDays(10))).hasSize(2);
        assertThat(numbers(ofOrder + "&openedFrom=" + today.minusDays(9))).containsExactly(fresh.number());
        assertThat(numbers(ofOrder + "&openedFrom=" + today + "&openedUntil=" + today)).containsExactly(fresh.number());
    }

    @Test
    void findsWhatIsOverdueAndTellsWhenTheFirstTaskIsDue() {
        var order = kefu.sells(kefu.sale().line(2, "50.00"));
        var late = kefu.opens("agent", order.returning(1, 1));
        var inTime = kefu.opens("agent", order.returning(1, 1));
        var due = OffsetDateTime.parse(late.task("reviewReturn").get("dueAt").asText());
        var hourAgo = clock.instant().minusSeconds(3600);
        jdbc.update("update ACT_RU_TASK set DUE_DATE_ = ? where PROC_INST_ID_ in"
                + " (select ID_ from ACT_RU_EXECUTION where BUSINESS_KEY_ = ?)", java.sql.Timestamp.from(hourAgo), late.number());

        var all = search("orderNumber=" + order.number());
        var overdue = search("orderNumber=" + order.number() + "&overdue=true");

        assertThat(overdue.json().get("cases").findValuesAsText("caseNumber")).containsExactly(late.number());
        assertThat(OffsetDateTime.parse(overdue.json().at("/cases/0/dueAt").asText()).toInstant().getEpochSecond())
                .isEqualTo(hourAgo.getEpochSecond());
        assertThat(overdue.json().at("/cases/0/overdue").asBoolean()).isTrue();
        assertThat(all.json().at("/cases/0/caseNumber").asText()).isEqualTo(inTime.number());
        assertThat(all.json().at("/cases/0/overdue").asBoolean()).isFalse();
        assertThat(all.json().at("/cases/0/openTasks").asInt()).isEqualTo(1);
        assertThat(OffsetDateTime.parse(all.json().at("/cases/0/dueAt").asText()).toEpochSecond())
                .isCloseTo(due.toEpochSecond(), org.assertj.core.data.Offset.offset(60L));
    }

    @ParameterizedTest
    @CsvSource({"status=SOMETHING, 400, status", "openedFrom=2026-13-01, 400, openedFrom", "olderThan=soon, 400, olderThan",
            "overdue=perhaps, 400, overdue", "olderThan=-1, 422, olderThan", "olderThan=2000000000, 422, olderThan",
            "openedFrom=2026-11-02&openedUntil=2026-11-01, 422, openedUntil", "openedUntil=9999999-01-01, 400, openedUntil",
            "openedUntil=0001-01-01, 422, openedUntil", "format=xml, 422, format", "page=200, 422, page",
            "format=csv&status=SOMETHING, 400, status", "format=csv&owner=%00, 422, owner", "kind=a%20b, 422, kind",
            "onwer=agent, 422, onwer", "owner=agent&owner=returns, 422, owner"})
    void namesTheConditionThatIsNone(String query, int expected, String field) {
        var answer = search(query);

        assertThat(answer.status()).as(answer.body()).isEqualTo(expected);
        assertThat(answer.json().at("/violations/0/field").asText()).as(answer.body()).isEqualTo(field);
    }

    @Test
    void writesAFileThatASpreadsheetOpensAndTakesForNoFormula() {
        var order = kefu.sells(kefu.sale().line(1, "50.00"));
        var goods = kefu.opens("agent", order.returning(1, 1));
        jdbc.update("update case_file set customer_id = ? where case_number = ?", "=HYPERLINK(\"a\",\"b\")", goods.number());

        var asked = "/api/cases?orderNumber=" + order.number();
        var file = kefu.as("agent").get(asked + "&format=csv");
        var accepted = kefu.as("agent").with("Accept", "text/csv").get(asked);

        assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(file.header("Content-Disposition")).startsWith("attachment").endsWith(".csv\"");
        assertThat(file.body()).startsWith("\uFEFFCase number,Kind,Status,");
        assertThat(file.body().lines()).hasSize(2);
        assertThat(file.body()).contains(goods.number() + ",product-return,OPEN,,", "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"");
        assertThat(accepted.body()).isEqualTo(file.body());
        assertThat(kefu.as("agent").with("Accept", "text/html,*/*;q=0.8").get(asked).json().get("cases")).hasSize(1);
        assertThat(kefu.as("agent").with("Accept", "text/csv").get(asked + "&status=SOMETHING").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "＝1", " =1", "\t=1"})
    void knowsEachBeginningOfAFormula(String customer) {
        var order = kefu.sells(kefu.sale().line(1, "50.00"));
        var goods = kefu.opens("agent", order.returning(1, 1));
        jdbc.update("update case_file set customer_id = ? where case_number = ?", customer, goods.number());

        var file = kefu.as("agent").get("/api/cases?format=csv&orderNumber=" + order.number());

        assertThat(file.body()).contains("'" + customer);
    }

    @ParameterizedTest
    @CsvSource({"hr, 1", "analyst, 1", "auditor, 2", "warehouse, 2"})
    void writesOnlyWhatSomebodyMayFind(String user, int lines) {
        var order = kefu.sells(kefu.sale().line(1, "50.00"));
        kefu.opens("agent", order.returning(1, 1));

        var file = kefu.as(user).get("/api/cases?format=csv&orderNumber=" + order.number());

        assertThat(file.body().lines()).hasSize(lines);
    }

    @Test
    void writesNothingForThoseWhoMayAskNothing() {
        accounts.ensureUser("stranger", "", "", "stranger", List.of());

        var file = kefu.as("stranger").get("/api/cases?format=csv");

        assertThat(file.status()).as(file.body()).isEqualTo(403);
        assertThat(file.header("Content-Disposition")).isNull();
        assertThat(file.json().get("detail").asText()).contains("department's staff");
    }

    @Test
    void turnsAndWritesNoFurtherThanTenThousandCases() {
        var order = "MANY-" + System.nanoTime();
        var opened = OffsetDateTime.of(2020, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        try {
            jdbc.batchUpdate("insert into case_file (case_number, kind, status, outcome, order_number, opened_by, owner,"
                    + " opened_at, version) values (?, 'product-return', 'CLOSED', 'REFUNDED', ?, 'agent', 'agent', ?, 0)",
                    // Two at a time were opened at the same moment
                    IntStream.rangeClosed(1, MOST + 1).mapToObj(index -> new Object[] {
                            "KF-1990-%06d".formatted(index), order, opened.plusMinutes(index / 2)}).toList());

            var last = search("orderNumber=" + order + "&page=" + (MOST / PAGE - 1));
            var behind = search("orderNumber=" + order + "&page=" + MOST / PAGE);
            var file = kefu.as("agent").get("/api/cases?format=csv&orderNumber=" + order);
            jdbc.update("delete from case_file where case_number = 'KF-1990-000001'");
            var whole = kefu.as("agent").get("/api/cases?format=csv&orderNumber=" + order);

            assertThat(last.json().get("cases")).hasSize(PAGE);
            assertThat(last.json().get("more").asBoolean()).isTrue();
            assertThat(behind.status()).isEqualTo(422);
            var lines = file.body().lines().toList();
            assertThat(lines).hasSize(MOST + 2);
            assertThat(lines.get(MOST + 1)).contains("more than 10000 cases");
            assertThat(lines.subList(1, MOST + 1).stream().map(line -> line.substring(0, 14)).distinct()).hasSize(MOST);
            assertThat(lines.get(1)).startsWith("KF-1990-010001,");
            assertThat(lines.get(MOST)).startsWith("KF-1990-000002,");
            assertThat(whole.body().lines()).hasSize(MOST + 1).noneMatch(line -> line.contains("more than"));
        } finally {
            jdbc.update("delete from case_file where order_number = ?", order);
        }
    }

    private void openedAt(Kefu.Case goods, Instant instant) {
        jdbc.update("update case_file set opened_at = ? where case_number = ?", instant.atOffset(ZoneOffset.UTC), goods.number());
    }

    private Answer search(String query) {
        return kefu.as("agent").get("/api/cases?" + query);
    }

    private List<String> numbers(String query) {
        var answer = search(query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get("cases").findValuesAsText("caseNumber");
    }

    @Test
    void keepsSearchesOfEachPerson() {
        var mine = "/api/me/searches/%E9%80%80%E8%B4%A7%20late";

        var kept = kefu.as("relations").put(mine, Json.of(Map.of("query", "overdue=true&status=OPEN&kind=&owner=%E6%9D%8E")));
        kefu.as("relations").put(mine, Json.of(Map.of("query", "status=CLOSED&overdue=true")));

        assertThat(kept.json().get("query").asText()).isEqualTo("status=OPEN&owner=%E6%9D%8E&overdue=true");
        assertThat(kefu.as("relations").get("/api/me/searches").json()).hasSize(1);
        assertThat(kefu.as("relations").get("/api/me/searches").json().at("/0/name").asText()).isEqualTo("退货 late");
        assertThat(kefu.as("relations").get("/api/me/searches").json().at("/0/query").asText()).isEqualTo("status=CLOSED&overdue=true");
        assertThat(kefu.as("orderclerk").get("/api/me/searches").json()).isEmpty();
        assertThat(kefu.as("orderclerk").delete(mine).status()).isEqualTo(404);
        assertThat(kefu.as("relations").delete(mine).status()).isEqualTo(204);
        assertThat(kefu.as("relations").get("/api/me/searches").json()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"late, status=SOMETHING, status", "late, shoe=1, query", "late, status=OPEN&status=OPEN, query",
            "late, owner=%zz, query", "late, olderThan=x, olderThan", "a%E2%80%8Bb, status=OPEN, name", "%20%20, status=OPEN, name",
            "call%2013800000001, status=OPEN, name", "a%3Fb, status=OPEN, name"})
    void keepsNoSearchThatAsksForNothingOrTellsWhoACustomerIs(String name, String query, String field) {
        var answer = kefu.as("relations").put("/api/me/searches/" + name, Json.of(Map.of("query", query)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().at("/violations/0/field").asText()).isEqualTo(field);
        assertThat(kefu.as("relations").get("/api/me/searches").json()).isEmpty();
    }

    @Test
    void keepsFiftySearchesAtMost() {
        try {
            for (int i = 1; i <= 50; i++) {
                assertThat(kefu.as("technician").put("/api/me/searches/s" + i, "{\"query\": \"\"}").status()).isEqualTo(200);
            }

            assertThat(kefu.as("technician").put("/api/me/searches/s51", "{\"query\": \"\"}").status()).isEqualTo(409);
            assertThat(kefu.as("technician").put("/api/me/searches/s50", "{\"query\": \"status=OPEN\"}").status()).isEqualTo(200);
        } finally {
            jdbc.update("delete from saved_search where person = 'technician'");
        }
    }
}
