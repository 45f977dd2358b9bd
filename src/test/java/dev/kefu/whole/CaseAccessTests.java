package dev.kefu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sees what of a customer (CUS-4), by our own interface and by every other way to the same data. */
@WholeTest
class CaseAccessTests {

    private static final String TOLD = "王芳 (fang@example.com) called from 138 0000 0001 and from +86-571-88886666, lives at 文三路 1 号";
    private static final List<String> SECRETS = List.of("王芳", "fang@example.com", "138 0000 0001", "13800000001",
            "88886666", "文三路");

    @Autowired
    Kefu kefu;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"agent", "junior", "consultant", "returns", "relations", "teamlead", "manager", "supervisor",
            "warehouse", "finance", "vp", "office"})
    void showsAllOfACaseToThoseWhoWorkOnItsKindOrOnWhatItCalls(String user) {
        var goods = told();

        var file = kefu.as(user).get(path(goods));

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body()).contains(TOLD);
        assertThat(note(user, goods, "Seen").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "admin"})
    void showsWhatHappenedButNotToWhomToThoseWhoOnlyLookOn(String user) {
        var goods = told();
        note("agent", goods, "请回电 13912345678，或写信 fang.wang@qq.com");

        var file = kefu.as(user).get(path(goods));

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body()).doesNotContain(SECRETS).doesNotContain("13912345678", "fang.wang@qq.com")
                .contains("called from ***").contains("请回电 ***").contains("RETURN_REQUESTED");
        assertThat(file.json().get("customerId").asText()).isEqualTo("C-1");
        assertThat(note(user, goods, "Hm").status()).isEqualTo(403);
        assertThat(kefu.as(user).get("/api/orders/" + goods.text("orderNumber")).body()).doesNotContain(SECRETS);
        assertThat(kefu.as(user).get("/api/cases?customerId=C-1").body()).contains(goods.number());
    }

    @Test
    void masksWhatPeopleWroteIntoFactsToo() {
        var goods = told().broughtBack();
        goods.done("warehouse", "inspectGoods", Map.of("findings", List.of(Map.of("line", 1, "accepted", 0, "refused", 1,
                "condition", "USED", "qualityProblem", false, "note", "Name tag of 王芳, 13800000001 inside"))));

        assertThat(kefu.as("agent").get(path(goods)).json().get("facts").toString()).contains("王芳, 13800000001");
        assertThat(kefu.as("auditor").get(path(goods)).json().get("facts").toString())
                .doesNotContain(SECRETS).contains("Name tag of ***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hr", "administration", "analyst", "orderclerk", "integration"})
    void showsNothingToOthers(String user) {
        var goods = told();

        assertThat(kefu.as(user).get(path(goods)).status()).isEqualTo(403);
        assertThat(note(user, goods, "Hm").status()).isEqualTo(403);
        assertThat(kefu.as(user).get(path(goods) + "/attachments").status()).isEqualTo(403);
        assertThat(kefu.as(user).get("/api/cases?orderNumber=" + goods.text("orderNumber")).json().get("cases")).isEmpty();
        var order = kefu.as(user).get("/api/orders/" + goods.text("orderNumber"));
        assertThat(order.json().get("cases")).isEmpty();
        if (!List.of("orderclerk", "integration").contains(user)) {
            assertThat(order.body()).doesNotContain(SECRETS).contains("王*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"update case_file set opened_by = 'hr' where case_number = ?",
            "update case_file set owner = 'hr' where case_number = ?",
            "update ACT_RU_TASK set ASSIGNEE_ = 'hr' where PROC_INST_ID_ in"
                    + " (select ID_ from ACT_RU_EXECUTION where BUSINESS_KEY_ = ?)"})
    void showsACaseByEveryWayToThoseWhoOpenedItAnswerForItOrHaveATaskOfIt(String given) {
        var goods = told();
        var order = goods.text("orderNumber");
        jdbc.sql(given).param(goods.number()).update();

        var file = kefu.as("hr").get(path(goods));

        assertThat(file.status()).as(file.body()).isEqualTo(200);
        assertThat(file.body()).contains(TOLD);
        assertThat(kefu.as("hr").get("/api/orders/" + order).json().get("cases").findValuesAsText("caseNumber"))
                .containsExactly(goods.number());
        assertThat(kefu.as("hr").get("/api/cases?orderNumber=" + order).json().get("cases").findValuesAsText("caseNumber"))
                .containsExactly(goods.number());
        assertThat(kefu.as("analyst").get(path(goods)).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "hr", "analyst", "integration"})
    void showsWhatPeopleWroteByNoWayOfTheEngineEither(String user) {
        var goods = told();
        goods.done("returns", "reviewReturn", Map.of("decision", "ASK", "note", TOLD));
        var instance = instance(goods);
        var task = goods.taskPath("completeRequest");
        kefu.as("supervisor").post(task + "/comment/create", Json.of(Map.of("message", TOLD)));

        for (var path : List.of("/engine-rest/process-instance/" + instance + "/variables",
                "/engine-rest/process-instance/" + instance + "/variables/missing",
                "/engine-rest/execution/" + instance + "/localVariables",
                "/engine-rest/variable-instance?processInstanceIdIn=" + instance,
                "/engine-rest/variable-instance",
                "/engine-rest/history/variable-instance", "/engine-rest/history/detail",
                "/engine-rest/history/user-operation", "/engine-rest/history/task", "/engine-rest/history/activity-instance",
                "/engine-rest/history/process-instance", "/engine-rest/history/decision-instance?includeInputs=true&includeOutputs=true",
                "/engine-rest/task", "/engine-rest/process-instance", "/engine-rest/history/identity-link-log",
                task, task + "/variables", task + "/variables/missing", task + "/form-variables", task + "/localVariables",
                task + "/comment", "/engine-rest/process-instance/" + instance + "/comment",
                "/engine-rest/history/incident", "/engine-rest/external-task", "/engine-rest/job")) {
            assertThat(kefu.as(user).get(path).body()).as(path).doesNotContain(SECRETS);
        }
    }

    @Test
    void letsNobodyGuessWhatIsWrittenInARunningCase() {
        var goods = told();
        goods.done("returns", "reviewReturn", Map.of("decision", "ASK", "note", TOLD));
        var guess = "reviewNote_like_%25fang%25";
        var condition = List.of(Map.of("name", "reviewNote", "operator", "like", "value", "%fang%"));
        var sorting = List.of(Map.of("sortBy", "processVariable", "sortOrder", "asc",
                "parameters", Map.of("variable", "reviewNote", "type", "String")));

        for (var path : List.of("/engine-rest/process-instance?variables=" + guess, "/engine-rest/task?processVariables=" + guess,
                "/engine-rest/execution?processVariables=reviewNote_eq_fang", "/engine-rest/task?taskVariables=" + guess,
                "/engine-rest/process-instance/count?variables=" + guess)) {
            assertThat(kefu.as("auditor").get(path).status()).as(path).isEqualTo(403);
        }
        for (var body : List.of(Map.of("processVariables", condition), Map.of("orQueries",
                List.of(Map.of("processVariables", condition))), Map.of("sorting", sorting))) {
            assertThat(kefu.as("auditor").post("/engine-rest/task", Json.of(body)).status()).as(body.toString()).isEqualTo(403);
        }
        assertThat(kefu.as("auditor").post("/engine-rest/process-instance", Json.of(Map.of("orQueries",
                List.of(Map.of("variables", condition))))).status()).isEqualTo(403);
        assertThat(kefu.as("auditor").get("/engine-rest/task").status()).isEqualTo(200);
        assertThat(kefu.as("agent").get("/engine-rest/task?processVariables=" + guess).json()).isNotEmpty();
    }

    @Test
    void showsAWorkerTheVariablesOfTheirTask() {
        var goods = told();
        goods.done("returns", "reviewReturn", Map.of("decision", "ASK", "note", TOLD));
        var task = goods.taskPath("completeRequest");

        assertThat(kefu.as("agent").get(task + "/variables").body()).contains("王芳");
        assertThat(kefu.as("agent").get(task + "/form-variables").body()).contains("王芳");
        assertThat(kefu.as("supervisor").get("/engine-rest/process-instance/" + instance(goods) + "/variables").body())
                .contains("王芳");
    }

    @Test
    void keepsTasklistsCommentsOnTheTimelineForThoseWhoWorkOnTheCase() {
        var goods = told();
        var task = goods.taskPath("reviewReturn");
        var other = told();

        var added = kefu.as("supervisor").post(task + "/comment/create", Json.of(Map.of("message", TOLD,
                "processInstanceId", instance(other))));

        assertThat(added.status()).as(added.body()).isEqualTo(200);
        assertThat(added.json().get("message").asText()).isEqualTo(TOLD);
        assertThat(kefu.as("supervisor").get(task + "/comment").json().findValuesAsText("message")).containsExactly(TOLD);
        assertThat(kefu.as("supervisor").get(task + "/comment/" + added.json().get("id").asText()).json().get("userId").asText())
                .isEqualTo("supervisor");
        assertThat(goods.timeline()).contains("NOTE");
        assertThat(other.timeline()).doesNotContain("NOTE");
        for (var worker : List.of("agent", "returns")) {
            assertThat(kefu.as(worker).post(other.taskPath("reviewReturn") + "/comment/create",
                    Json.of(Map.of("message", "By " + worker))).status()).as(worker).isEqualTo(200);
            assertThat(kefu.as(worker).get(other.taskPath("reviewReturn") + "/comment").body()).contains("By " + worker);
        }
        assertThat(jdbc.sql("select count(*) from ACT_HI_COMMENT").query(Long.class).single()).isZero();
        for (var user : List.of("auditor", "admin", "hr", "integration")) {
            assertThat(kefu.as(user).get(task + "/comment").body()).as(user).doesNotContain(SECRETS);
            assertThat(kefu.as(user).post(task + "/comment/create", Json.of(Map.of("message", "Hm"))).status()).as(user)
                    .isIn(400, 403);
        }
        assertThat(goods.timeline()).containsOnlyOnce("NOTE");
        assertThat(kefu.as("auditor").get(task + "/comment").status()).isEqualTo(403);
        assertThat(kefu.as("supervisor").post("/engine-rest/task/nonsense/comment/create", Json.of(Map.of("message", "Hm")))
                .status()).isIn(400, 404);
        assertThat(kefu.as("supervisor").post(task + "/comment/create", Json.of(Map.of("message", "x".repeat(2001)))).status())
                .isEqualTo(422);
    }

    @Test
    void takesNoFilesByTheEngine() {
        var goods = told();
        var path = goods.taskPath("reviewReturn") + "/attachment/create";

        var refused = Upload.file("x.txt", "Hm").inField("content").to(kefu, "supervisor", path);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("/attachments");
        assertThat(jdbc.sql("select count(*) from ACT_HI_ATTACHMENT").query(Long.class).single()).isZero();
    }

    @Test
    void takesNoPersonalDataInPathsAndQueries() {
        var parameters = kefu.as("agent").get("/api/docs").json().get("paths").findValues("parameters").stream()
                .flatMap(list -> list.findValuesAsText("name").stream()).distinct().toList();

        assertThat(parameters).isSubsetOf("processKey", "Idempotency-Key", "caseNumber", "kind", "status", "orderNumber",
                "customerId", "page", "message", "id", "description", "Content-Type", "sku", "language",
                "owner", "openedFrom", "openedUntil", "olderThan", "overdue", "format", "group", "name", "code", "Last-Event-ID",
                "province", "city", "courier", "weight", "version", "trackingNumber", "from", "most");
    }

    private Kefu.Case told() {
        var order = kefu.sells(kefu.sale().line(1, "50.00"));
        return kefu.opens("agent", Json.with(order.returning(1, 1), "note", TOLD));
    }

    private Answer note(String user, Kefu.Case goods, String text) {
        return kefu.as(user).post(path(goods) + "/notes", Json.of(Map.of("text", text)));
    }

    private String instance(Kefu.Case goods) {
        return kefu.as("admin").get("/engine-rest/process-instance?businessKey=" + goods.number()).json().at("/0/id").asText();
    }

    private static String path(Kefu.Case goods) {
        return "/api/cases/" + goods.number();
    }
}
