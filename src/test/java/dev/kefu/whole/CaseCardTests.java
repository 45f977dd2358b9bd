package dev.kefu.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.Caller.Answer;
import dev.kefu.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the task list shows of the cases behind a page of tasks. */
@WholeTest
class CaseCardTests {

    @Autowired
    Kefu kefu;

    @Autowired
    JdbcClient jdbc;

    @Test
    void tellsOfEachTaskItsCaseAndWhatItIsAboutAndNotWhoTheCustomerIs() {
        var order = kefu.sells(kefu.sale().line(3, "50.00"));
        var goods = kefu.opens("agent", order.returning("DEFECTIVE", "REPAIR", 1, 2));
        var task = goods.task("reviewReturn").get("id").asText();

        var answer = cards("returns", List.of(task));

        var card = only(answer);
        assertThat(card.get("taskId").asText()).isEqualTo(task);
        assertThat(card.get("caseNumber").asText()).isEqualTo(goods.number());
        assertThat(card.get("kind").asText()).isEqualTo("product-return");
        assertThat(card.get("orderNumber").asText()).isEqualTo(order.number());
        assertThat(card.get("customer").asText()).isEqualTo("王*");
        assertThat(card.at("/about/text").asText()).startsWith("2 × ");
        assertThat(card.at("/about/codes").toString()).isEqualTo("[\"DEFECTIVE\",\"REPAIR\"]");
        assertThat(card.get("owner").asText()).isEqualTo("agent");
        assertThat(card.get("dueAt")).isEqualTo(goods.task("reviewReturn").get("dueAt"));
        assertThat(answer.json().get("now").asText()).endsWith("+08:00");
        assertThat(answer.body()).doesNotContain("王芳", Sale.PHONE);
    }

    @Test
    void knowsTheCaseOfATaskThatAnotherProcessOfItHas() {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "900.00")).returning(1, 1)).broughtBack()
                .inspected("warehouse", Kefu.found(1, 1, 0));

        var card = only(cards("manager", List.of(goods.task("approveRefund").get("id").asText())));

        assertThat(card.get("caseNumber").asText()).isEqualTo(goods.number());
        assertThat(card.get("kind").asText()).isEqualTo("product-return");
    }

    @Test
    void showsOnlyTasksThatTheCallerMayRead() {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1));
        var task = goods.task("reviewReturn").get("id").asText();

        var ofStranger = cards("hr", List.of(task));
        var unknown = cards("returns", List.of("no-such-task", "${1+1}"));
        var anonymous = kefu.anonymous().post("/api/cases/cards", Json.of(Map.of("taskIds", List.of(task))));

        assertThat(ofStranger.json().get("cards")).isEmpty();
        assertThat(unknown.json().get("cards")).isEmpty();
        assertThat(anonymous.status()).isEqualTo(401);
    }

    @Test
    void refusesMoreThanAPage() {
        var tooMany = cards("returns", Collections.nCopies(201, "x"));

        assertThat(tooMany.status()).as(tooMany.body()).isEqualTo(422);
    }

    @Test
    void asksTheDatabaseAsOftenForManyAsForOne() {
        assumeFalse(TestDatabase.isPostgres(), "H2 counts what it is asked");
        var order = kefu.sells(kefu.sale().line(40, "50.00"));
        var tasks = new ArrayList<String>();
        for (int i = 0; i < 12; i++) {
            tasks.add(kefu.opens("agent", order.returning(1, 1)).task("reviewReturn").get("id").asText());
        }
        jdbc.sql("set query_statistics_max_entries 100000").update();
        jdbc.sql("set query_statistics true").update();
        try {
            var one = statements(() -> cards("returns", tasks.subList(0, 1)), 1);
            var many = statements(() -> cards("returns", tasks), 12);

            assertThat(one).isPositive();
            assertThat(many).isEqualTo(one);
        } finally {
            jdbc.sql("set query_statistics false").update();
        }
    }

    /** How many statements about cases, customers, goods and tasks the call takes. */
    private int statements(Supplier<Answer> call, int expected) {
        var before = executed();
        assertThat(call.get().json().get("cards")).hasSize(expected);
        return executed() - before;
    }

    private int executed() {
        return jdbc.sql("""
                select coalesce(sum(execution_count), 0) from information_schema.query_statistics
                where lower(sql_statement) like '%return_line%' or lower(sql_statement) like '%case_file%'
                or lower(sql_statement) like '% customer %' or lower(sql_statement) like '%act_ru_task %'
                """).query(Integer.class).single();
    }

    private Answer cards(String user, List<String> tasks) {
        return kefu.as(user).post("/api/cases/cards", Json.of(Map.of("taskIds", tasks)));
    }

    private static JsonNode only(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("cards")).hasSize(1);
        return answer.json().at("/cards/0");
    }
}
