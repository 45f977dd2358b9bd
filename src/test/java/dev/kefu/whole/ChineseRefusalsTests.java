package dev.kefu.whole;

import static dev.kefu.whole.Kefu.found;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.Caller;
import dev.kefu.Caller.Answer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who reads Chinese is refused in Chinese, by whichever door they came; the fields and rules stay what programs know. */
@WholeTest
class ChineseRefusalsTests {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern ENGLISH = Pattern.compile("(?<![A-Za-z])[A-Za-z']+[,;:]? [a-z']{2,}");

    @Autowired
    Kefu kefu;

    @Test
    void theHousesOwnApiRefusesInChinese() {
        var order = kefu.sells(kefu.sale().line(3, "50.00"));
        var goods = kefu.opens("agent", order.returning(1, 2));

        var tooMany = chinese("agent").post(Kefu.START, Json.of(order.returning(1, 2)));
        var unknownLine = chinese("agent").post(Kefu.START, Json.of(order.returning(7, 1)));
        var noReason = chinese("agent").post(Kefu.START, "{\"orderNumber\": \"" + order.number() + "\"}");
        var noSuch = chinese("agent").get("/api/cases/KF-2026-999999");
        var notNow = chinese("warehouse").post("/api/cases/" + goods.number() + "/messages/return-parcel-arrived", "{}");
        var notTheirs = chinese("consultant").put("/api/stock/X", "{\"onHand\": 1}");
        var blank = chinese("agent").post("/api/cases/" + goods.number() + "/notes", "{\"text\": \" \"}");
        var noPage = chinese("agent").get("/api/cases?page=-1");
        var noCount = chinese("warehouse").put("/api/stock/X", "{\"onHand\": -1}");
        var noMethod = chinese("agent").delete(Kefu.START);

        assertThat(message(tooMany)).isEqualTo("订单 " + order.number() + " 第 1 行（保温杯 1）可申请 1 件，不能申请 2 件：共购买 3 件，2 件在工单 "
                + goods.number() + " 中处理。");
        assertThat(tooMany.json().at("/violations/0/field").asText()).isEqualTo("lines[0].quantity");
        assertThat(message(unknownLine)).isEqualTo("订单 " + order.number() + " 没有第 7 行。");
        assertThat(message(notNow)).contains("现在没有在等待 return-parcel-arrived");
        assertThat(message(blank)).contains("不能为空");
        assertChinese(tooMany, unknownLine, noReason, noSuch, notNow, notTheirs, blank, noPage, noCount, noMethod);
    }

    @Test
    void theEnginesRestApiRefusesInChinese() {
        var order = kefu.sells(kefu.sale().line(3, "50.00"));
        var goods = kefu.opens("agent", order.returning(1, 2));
        var task = goods.taskPath("reviewReturn");
        var reviewer = chinese("returns");

        var notTheirs = chinese("warehouse").post(task + "/claim", "{\"userId\": \"warehouse\"}");
        assertThat(reviewer.post(task + "/claim", "{\"userId\": \"returns\"}").status()).isEqualTo(204);
        var noNote = reviewer.post(task + "/complete", Json.variables(Map.of("decision", "REJECT")));
        var noChoice = reviewer.post(task + "/complete", Json.variables(Map.of("decision", "PERHAPS")));
        var taken = chinese("supervisor").post(task + "/complete", Json.variables(Map.of("decision", "APPROVE")));
        var script = chinese("supervisor").deploy("script.bpmn", "<script/>");
        var noTask = reviewer.post("/engine-rest/task/none/complete", "{}");
        var noJson = reviewer.post(task + "/complete", "{\"variables\": ");
        var noMessage = chinese("integration").post("/engine-rest/message", "{\"messageName\": \"none\"}");
        var noDefinition = reviewer.post("/engine-rest/process-definition/key/none/start", "{}");

        assertThat(noNote.status()).isEqualTo(422);
        assertThat(message(noNote)).isEqualTo("请填写告知客户的原因。");
        assertThat(noNote.json().at("/violations/0/field").asText()).isEqualTo("note");
        assertThat(message(noChoice)).startsWith("decision 必须是以下之一：APPROVE");
        assertThat(message(notTheirs)).contains("由以下小组处理：退换货及售后处理专员");
        assertThat(message(script)).contains("没有部署任何内容。", "* 文件 script.bpmn：");
        assertChinese(notTheirs, noNote, noChoice, taken, script, noTask, noJson, noMessage, noDefinition);
    }

    @Test
    void tasklistRefusesInChinese() {
        var order = kefu.sells(kefu.sale().line(3, "50.00"));
        var goods = kefu.opens("agent", order.returning(1, 2)).broughtBack();
        var tasklist = Caller.inTasklist(kefu.port(), "returns").with("Accept-Language", "zh-CN,zh;q=0.9");
        var task = "/camunda/api/engine/engine/default/task/" + goods.task("inspectGoods").get("id").asText();

        var notTheirs = tasklist.post(task + "/claim", "{\"userId\": \"office\"}");
        assertThat(tasklist.post(task + "/claim", "{\"userId\": \"returns\"}").status()).isEqualTo(204);
        var tooMany = tasklist.post(task + "/submit-form", Json.variables(Map.of("findings", List.of(found(1, 3, 0)))));
        var noTask = tasklist.post("/camunda/api/engine/engine/default/task/none/submit-form", "{}");

        assertThat(message(tooMany)).isEqualTo("第 1 行：验到 3 件，但只批准了 2 件。");
        assertChinese(notTheirs, tooMany, noTask);
    }

    /** Cockpit's page of tasks asks for it: its readers are told what they may read instead. */
    @Test
    void whoMayNotCountTheTasksOfAllGroupsIsToldWhere() {
        var count = "/camunda/api/engine/engine/default/task/report/candidate-group-count";
        var english = Caller.inTasklist(kefu.port(), "supervisor").get(count);
        var refused = Caller.inTasklist(kefu.port(), "supervisor").with("Accept-Language", "zh-CN").get(count);

        assertThat(english.status()).isEqualTo(403);
        assertThat(message(english)).contains("on the page Team").doesNotContain("READ", "supervisor");
        assertThat(message(refused)).contains("团队工作");
        assertChinese(refused);
    }

    /** Nothing is stored in Chinese: what the house noted is read by everybody in their own language. */
    @Test
    void whatIsStoredStaysEnglish() {
        var order = kefu.sells(kefu.sale().line(3, "50.00"));
        var goods = kefu.caseOf(chinese("agent").post(Kefu.START, Json.of(order.returning(1, 2)))).broughtBack();

        var inspected = chinese("returns");
        inspected.post(goods.taskPath("inspectGoods") + "/claim", "{\"userId\": \"returns\"}");
        inspected.post(goods.taskPath("inspectGoods") + "/complete", Json.variables(Map.of("findings", List.of(found(1, 2, 0)))));

        var noted = StreamSupport.stream(goods.json().get("timeline").spliterator(), false)
                .filter(each -> each.get("what").asText().equals("GOODS_INSPECTED")).findFirst().orElseThrow();
        assertThat(noted.get("text").asText()).isEqualTo("Line 1: 2 accepted, 0 refused, as new");
    }

    private Caller chinese(String user) {
        return kefu.as(user).with("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8");
    }

    private static void assertChinese(Answer... refused) {
        assertThat(refused).allSatisfy(each -> {
            assertThat(each.status()).as(each.body()).isBetween(400, 499);
            assertThat(said(each.json())).isNotEmpty().allSatisfy(message ->
                    assertThat(message).containsPattern(HAN).doesNotContainPattern(ENGLISH));
        });
    }

    private static String message(Answer refused) {
        return said(refused.json()).findFirst().orElseThrow();
    }

    private static Stream<String> said(JsonNode refusal) {
        return Stream.concat(
                Stream.of("detail", "message").filter(refusal::hasNonNull).map(name -> refusal.get(name).asText()),
                refusal.path("violations").findValuesAsText("message").stream());
    }
}
