package dev.kefu.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a case file shows beside the case itself: the order, the customer, their other cases, and what may be told. */
@WholeTest
class CaseSurroundingsTests {

    @Autowired
    Kefu kefu;

    @Autowired
    JdbcClient jdbc;

    @Test
    void showsTheOrdersGoodsAndMoney() {
        var order = kefu.sells(kefu.sale().line(2, "900.00"));
        var goods = kefu.opens("agent", order.returning("DEFECTIVE", 1, 2)).broughtBack()
                .inspected("warehouse", Kefu.broken(1, 2, 0));

        var shown = file("agent", goods).get("order");

        assertThat(shown.get("orderNumber").asText()).isEqualTo(order.number());
        assertThat(shown.get("paid").asText()).isEqualTo("1810.00");
        assertThat(shown.get("promised").asText()).isEqualTo("1810.00");
        assertThat(shown.get("refunded").asText()).isEqualTo("0.00");
        assertThat(shown.get("refundable").asText()).isEqualTo("0.00");
        assertThat(shown.get("currency").asText()).isEqualTo("CNY");
        assertThat(shown.at("/lines/0/quantity").asInt()).isEqualTo(2);
        assertThat(shown.at("/lines/0/openQuantity").asInt() + shown.at("/lines/0/returnedQuantity").asInt()).isEqualTo(2);
        assertThat(shown.has("consignee")).isFalse();
    }

    @Test
    void tellsThoseWhoWorkOnItHowTheCustomerIsReachedAndOthersOnlyThatThereIsOne() {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1));

        var full = file("agent", goods);
        var masked = file("auditor", goods);

        assertThat(full.at("/customer/name").asText()).isEqualTo("王芳");
        assertThat(full.at("/customer/phone").asText()).isEqualTo(Sale.PHONE);
        assertThat(full.get("sight").asText()).isEqualTo("FULL");
        assertThat(full.get("mayAdd").asBoolean()).isTrue();
        assertThat(masked.at("/customer/name").asText()).isEqualTo("王*");
        assertThat(masked.at("/customer/phone").asText()).isEqualTo("138****0001");
        assertThat(masked.get("sight").asText()).isEqualTo("MASKED");
        assertThat(masked.get("mayAdd").asBoolean()).isFalse();
    }

    @Test
    void showsOtherCasesOfTheCustomerNewestFirstAndTen() {
        var customer = Map.of("id", "C-many", "name", "李雷");
        var order = kefu.sells(kefu.sale().with("customer", customer).line(20, "5.00"));
        var first = kefu.opens("agent", order.returning(1, 1));
        for (int i = 0; i < 10; i++) {
            kefu.opens("agent", order.returning(1, 1));
        }
        var last = kefu.opens("agent", order.returning(1, 1));

        var neighbours = file("agent", last).get("neighbours");

        assertThat(neighbours.get("ofCustomer")).hasSize(10);
        assertThat(neighbours.get("moreOfCustomer").asBoolean()).isTrue();
        assertThat(neighbours.get("ofCustomer").findValuesAsText("caseNumber")).isSortedAccordingTo((one, other) -> other.compareTo(one))
                .doesNotContain(last.number(), first.number());
        assertThat(file("agent", first).at("/neighbours/moreOfCustomer").asBoolean()).isTrue();
    }

    @Test
    void namesPeopleAndDeadlines() {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1))
                .done("returns", "reviewReturn", Map.of("decision", "APPROVE"))
                .done("returns", "arrangeReturn", Map.of("byCustomer", true));

        var shown = file("agent", goods);

        assertThat(shown.at("/people/agent").asText()).isNotEmpty().isNotEqualTo("agent");
        assertThat(shown.at("/people/returns").asText()).isNotEmpty();
        assertThat(shown.at("/deadlines/0/what").asText()).isEqualTo("RETURN_REMINDER");
        assertThat(shown.at("/deadlines/0/at")).isEqualTo(shown.at("/facts/deadline"));
        assertThat(shown.at("/facts/lines/0/policy/table").asText()).isEqualTo("return-policy");
    }

    @Test
    void asksTheDatabaseAsOftenForManyOpenTasksAsForOne() {
        assumeFalse(TestDatabase.isPostgres(), "H2 counts what it is asked");
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1));
        var task = goods.task("reviewReturn").get("id").asText();
        jdbc.sql("set query_statistics_max_entries 100000").update();
        jdbc.sql("set query_statistics true").update();
        try {
            var forOne = statements(goods);
            jdbc.sql("""
                    insert into ACT_RU_TASK (ID_, REV_, EXECUTION_ID_, PROC_INST_ID_, PROC_DEF_ID_, NAME_, TASK_DEF_KEY_, PRIORITY_,
                        CREATE_TIME_, SUSPENSION_STATE_)
                    select ID_ || '~' || x, REV_, EXECUTION_ID_, PROC_INST_ID_, PROC_DEF_ID_, NAME_, TASK_DEF_KEY_, PRIORITY_,
                        CREATE_TIME_, SUSPENSION_STATE_ from ACT_RU_TASK cross join system_range(1, 5) where ID_ = ?
                    """).param(task).update();
            jdbc.sql("""
                    insert into ACT_RU_IDENTITYLINK (ID_, REV_, GROUP_ID_, TYPE_, TASK_ID_)
                    select ID_ || '~' || x, REV_, GROUP_ID_, TYPE_, TASK_ID_ || '~' || x
                    from ACT_RU_IDENTITYLINK cross join system_range(1, 5) where TASK_ID_ = ?
                    """).param(task).update();

            var forMany = statements(goods);

            assertThat(file("agent", goods).get("tasks")).hasSize(6)
                    .allSatisfy(each -> assertThat(each.get("groups").toString()).isEqualTo("[\"returnsSpecialists\"]"));
            assertThat(forOne).isPositive();
            assertThat(forMany).isEqualTo(forOne);
        } finally {
            jdbc.sql("set query_statistics false").update();
            jdbc.sql("delete from ACT_RU_IDENTITYLINK where TASK_ID_ like ?").param(task + "~%").update();
            jdbc.sql("delete from ACT_RU_TASK where ID_ like ?").param(task + "~%").update();
        }
    }

    /** How many statements about tasks and who may take them the view takes. */
    private int statements(Kefu.Case goods) {
        var before = executed();
        file("agent", goods);
        return executed() - before;
    }

    private int executed() {
        return jdbc.sql("""
                select coalesce(sum(execution_count), 0) from information_schema.query_statistics
                where lower(sql_statement) like '%act_ru_identitylink%' or lower(sql_statement) like '%act_ru_task %'
                """).query(Integer.class).single();
    }

    @Test
    void letsTheOwnerAndLeadersHandItOver() {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1));

        assertThat(file("agent", goods).get("mayHandOver").asBoolean()).isTrue();
        assertThat(file("teamlead", goods).get("mayHandOver").asBoolean()).isTrue();
        assertThat(file("returns", goods).get("mayHandOver").asBoolean()).isFalse();
        assertThat(file("auditor", goods).get("mayHandOver").asBoolean()).isFalse();
    }

    @Test
    void namesThoseToWhomItWasHandedOverMeanwhile() {
        var goods = kefu.opens("junior", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1));
        for (var owner : List.of("consultant", "agent")) {
            assertThat(kefu.as("teamlead").put("/api/cases/" + goods.number() + "/owner", "{\"owner\": \"" + owner + "\"}").status())
                    .isEqualTo(200);
        }

        assertThat(file("agent", goods).at("/people/consultant").asText()).isNotEmpty();
        assertThat(file("agent", goods).get("largestFile").asLong()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "warehouse", "hr", "auditor"})
    void tellsWhatThereIsToStartAndWhatCasesUnderstand(String user) {
        var offers = kefu.as(user).get("/api/processes").json();

        assertThat(offers.findValuesAsText("kind")).contains("product-return").doesNotContain("refund");
        var offer = offers.get(offers.findValuesAsText("kind").indexOf("product-return"));
        assertThat(offer.get("startable").asBoolean()).isEqualTo(user.equals("agent"));
        assertThat(field(offer.get("start"), "reason").get("type").asText()).isEqualTo("CHOICE");
        assertThat(field(offer.get("start"), "reason").get("choices").toString()).contains("CHANGED_MIND", "DEFECTIVE");
        assertThat(field(offer.get("start"), "lines").get("type").asText()).isEqualTo("JSON");
        assertThat(field(offer.get("start"), "note").get("required").asBoolean()).isFalse();
        var shipped = offer.get("messages").get(0);
        assertThat(shipped.get("name").asText()).isEqualTo("return-shipped");
        assertThat(field(shipped.get("fields"), "courier").get("required").asBoolean()).isTrue();
        assertThat(field(shipped.get("fields"), "trackingNumber").get("longest").asInt()).isEqualTo(64);
        assertThat(offers.toString()).doesNotContain("payout");
    }

    private JsonNode file(String user, Kefu.Case goods) {
        return kefu.as(user).get("/api/cases/" + goods.number()).json();
    }

    private static JsonNode field(JsonNode fields, String name) {
        for (var field : fields) {
            if (field.get("name").asText().equals(name)) {
                return field;
            }
        }
        throw new AssertionError("No field " + name + " in " + fields);
    }
}
