package dev.kefu.whole;

import static dev.kefu.whole.Kefu.found;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.Caller;
import dev.kefu.Caller.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes beyond daily work is for administrators, with a reason that is kept. */
@WholeTest
class InterventionTests {

    private static final String REASON = "客户来电：the parcel is lost 100%";
    private static final String MIDDLE = "[{\"type\": \"startBeforeActivity\", \"activityId\": \"settleDifference\"}]";

    @Autowired
    Kefu kefu;

    @Autowired
    JdbcClient jdbc;

    /**
     * Calls by which the engine's own API interferes. {@code I} is the process instance of a fresh return, {@code T} its task,
     * {@code E} its execution, {@code D} the model, {@code P} the model's deployment.
     */
    static List<String> interventions() {
        return List.of(
                "POST /process-definition/D/start {'variables': {}, 'startInstructions': MIDDLE}",
                "POST /process-definition/key/product-return/start {'variables': {}, 'startInstructions': MIDDLE}",
                "POST /process-instance/I/modification {'instructions': MIDDLE}",
                "POST /process-instance/I/modification-async {'instructions': MIDDLE}",
                "POST /modification/execute {'processDefinitionId': 'D', 'processInstanceIds': ['I'], 'instructions': MIDDLE}",
                "POST /modification/executeAsync {'processDefinitionId': 'D', 'processInstanceIds': ['I'], 'instructions': MIDDLE}",
                "POST /process-definition/D/restart {'processInstanceIds': ['I'], 'instructions': MIDDLE}",
                "POST /process-definition/D/restart-async {'processInstanceIds': ['I'], 'instructions': MIDDLE}",
                "POST /migration/execute {'migrationPlan': {'sourceProcessDefinitionId': 'D', 'targetProcessDefinitionId': 'D',"
                        + " 'instructions': [{'sourceActivityIds': ['reviewReturn'], 'targetActivityIds': ['reviewReturn']}]},"
                        + " 'processInstanceIds': ['I']}",
                "POST /migration/executeAsync {'migrationPlan': {'sourceProcessDefinitionId': 'D',"
                        + " 'targetProcessDefinitionId': 'D', 'instructions': [{'sourceActivityIds': ['reviewReturn'],"
                        + " 'targetActivityIds': ['reviewReturn']}]}, 'processInstanceIds': ['I']}",
                "DELETE /process-instance/I",
                "DELETE /process-instance/I?skipSubprocesses=true",
                "POST /process-instance/delete {'processInstanceIds': ['I']}",
                "POST /process-instance/delete-historic-query-based {'processInstanceIds': ['I']}",
                "PUT /process-instance/I/suspended {'suspended': true}",
                "PUT /process-instance/suspended {'suspended': true, 'processInstanceIds': ['I']}",
                "PUT /process-instance/suspended {'suspended': true, 'processDefinitionKey': 'product-return'}",
                "POST /process-instance/suspended-async {'suspended': true, 'processInstanceIds': ['I']}",
                "PUT /process-definition/D/suspended {'suspended': true}",
                "PUT /process-definition/suspended {'suspended': true, 'processDefinitionKey': 'product-return'}",
                "PUT /process-definition/D/history-time-to-live {'historyTimeToLive': 400}",
                "DELETE /process-definition/D?cascade=true",
                "DELETE /process-definition/key/product-return?cascade=true",
                "DELETE /deployment/P?cascade=true",
                "PUT /job-definition/suspended {'suspended': true, 'processDefinitionKey': 'product-return'}",
                "PUT /job/suspended {'suspended': true, 'processInstanceId': 'I'}",
                "PUT /process-instance/I/variables/reviewers {'value': 'agents'}",
                "POST /process-instance/I/variables {'modifications': {'reviewers': {'value': 'agents'}}}",
                "DELETE /process-instance/I/variables/reviewers",
                "POST /process-instance/variables-async {'processInstanceIds': ['I'], 'variables': {'x': {'value': 1}}}",
                "PUT /execution/E/localVariables/reviewers {'value': 'agents'}",
                "POST /execution/E/localVariables {'modifications': {'reviewers': {'value': 'agents'}}}",
                "POST /execution/E/signal {}",
                "POST /execution/E/messageSubscriptions/return-parcel-arrived/trigger {}",
                "POST /execution/E/create-incident {'incidentType': 'own'}",
                "POST /signal {'name': 'anything'}",
                "POST /message {'messageName': 'return-parcel-arrived', 'all': true}",
                "POST /process-instance/message-async {'messageName': 'return-parcel-arrived', 'processInstanceIds': ['I']}",
                "POST /process-instance/job-retries {'retries': 1, 'processInstances': ['I']}",
                "PUT /task/T {'name': 'Other', 'priority': 1}",
                "DELETE /task/T",
                "POST /task/T/identity-links {'userId': 'agent', 'type': 'candidate'}",
                "POST /task/T/identity-links/delete {'groupId': 'returnsSpecialists', 'type': 'candidate'}",
                "PUT /task/T/localVariables/x {'value': 1}",
                "DELETE /history/process-instance/I",
                "POST /history/process-instance/delete {'historicProcessInstanceIds': ['I']}",
                "POST /history/process-instance/set-removal-time {'clearedRemovalTime': true,"
                        + " 'historicProcessInstanceIds': ['I']}",
                "DELETE /history/process-instance/I/variable-instances",
                "POST /history/cleanup {}");
    }

    @ParameterizedTest
    @MethodSource("interventions")
    void isForAdministratorsWhoSayWhy(String call) {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1));
        var before = jdbc.sql("select count(*) from intervention").query(Long.class).single();
        var story = goods.timeline();

        for (var user : List.of("agent", "supervisor", "auditor")) {
            var refused = send(kefu.as(user).with("Reason", "I want it"), call, goods);
            assertThat(refused.status()).as(user + ": " + refused.body()).isIn(403, 404);
        }
        for (var admin : List.of(kefu.as("admin"), kefu.as("admin").with("Reason", "why"), kefu.as("admin").with("Reason", " "))) {
            var refused = send(admin, call, goods);
            assertThat(refused.status()).as(refused.body()).isEqualTo(422);
            assertThat(refused.json().at("/violations/0/field").asText()).isEqualTo("reason");
        }

        assertThat(goods.tasks()).containsExactly("reviewReturn");
        assertThat(goods.timeline()).isEqualTo(story);
        assertThat(jdbc.sql("select count(*) from intervention").query(Long.class).single()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "POST /process-instance/I/modification {'instructions': MIDDLE} | MODIFY_PROCESS_INSTANCE",
            "POST /process-instance/I/modification-async {'instructions': MIDDLE} | MODIFY_PROCESS_INSTANCE_ASYNC",
            "POST /modification/execute {'processDefinitionId': 'D', 'processInstanceIds': ['I'], 'instructions': MIDDLE} | PROCESS_INSTANCE_MODIFICATION",
            "POST /modification/executeAsync {'processDefinitionId': 'D', 'processInstanceIds': ['I'], 'instructions': MIDDLE} | PROCESS_INSTANCE_MODIFICATION_BATCH",
            "POST /migration/execute {'migrationPlan': {'sourceProcessDefinitionId': 'D', 'targetProcessDefinitionId': 'D', 'instructions': [{'sourceActivityIds': ['reviewReturn'], 'targetActivityIds': ['reviewReturn']}]}, 'processInstanceIds': ['I']} | MIGRATE_PROCESS_INSTANCE",
            "DELETE /process-instance/I | DELETE_PROCESS_INSTANCE",
            "POST /process-instance/delete {'processInstanceIds': ['I']} | DELETE_PROCESS_INSTANCE_BATCH",
            "PUT /process-instance/I/suspended {'suspended': true} | SUSPEND_PROCESS_INSTANCE",
            "PUT /process-instance/suspended {'suspended': true, 'processInstanceIds': ['I']} | UPDATE_PROCESS_INSTANCES_SUSPEND_STATE",
            "POST /process-instance/suspended-async {'suspended': true, 'processInstanceIds': ['I']} | UPDATE_PROCESS_INSTANCES_SUSPEND_STATE_BATCH",
            "PUT /process-instance/I/variables/reviewers {'value': 'agents'} | SET_EXECUTION_VARIABLES",
            "DELETE /process-instance/I/variables/verdict | REMOVE_EXECUTION_VARIABLES",
            "POST /process-instance/variables-async {'processInstanceIds': ['I'], 'variables': {'x': {'value': 1}}} | SET_VARIABLES_TO_PROCESS_INSTANCES_BATCH",
            "POST /execution/E/create-incident {'incidentType': 'own'} | CREATE_INCIDENT",
            "POST /task/T/identity-links {'userId': 'agent', 'type': 'candidate'} | ADD_USER_IDENTITY_LINK",
            "PUT /task/T/localVariables/x {'value': 1} | SET_TASK_VARIABLES",
            "POST /history/process-instance/set-removal-time {'clearedRemovalTime': true, 'historicProcessInstanceIds': ['I']} | SET_REMOVAL_TIME_TO_HISTORIC_PROCESS_INSTANCES"})
    void keepsTheReasonInTheBookOnTheTimelineAndInTheEnginesLog(String call, String action) {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1));
        var instance = instance(goods);

        var done = send(reasoned(), call, goods);

        assertThat(done.status()).as(done.body()).isBetween(200, 299);
        var kept = kefu.as("auditor").get("/api/interventions?caseNumber=" + goods.number()).json().get("interventions");
        assertThat(kept).hasSize(1);
        assertThat(kept.at("/0/reason").asText()).isEqualTo(REASON);
        assertThat(kept.at("/0/who").asText()).isEqualTo("admin");
        assertThat(kept.at("/0/action").asText()).isEqualTo(action);
        assertThat(kept.at("/0/processKey").asText()).isEqualTo("product-return");
        assertThat(kept.at("/0/affected").asInt()).isEqualTo(1);
        assertThat(kept.at("/0/processInstanceIds/0").asText()).isEqualTo(instance);
        assertThat(entry(goods, "INTERVENTION").get("who").asText()).isEqualTo("admin");
        assertThat(entry(goods, "INTERVENTION").get("text").asText()).endsWith(": " + REASON);
        assertThat(jdbc.sql("select count(*) from ACT_HI_OP_LOG where ANNOTATION_ = ?").params(REASON)
                .query(Long.class).single()).isPositive();
    }

    @Test
    void letsAdministratorsWhoSayWhyLayHandsOnJobs() {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1));
        var batch = send(reasoned(), "POST /process-instance/suspended-async {'suspended': true, 'processInstanceIds': ['I']}",
                goods).json();
        var definition = batch.get("seedJobDefinitionId").asText();
        var job = kefu.as("admin").get("/engine-rest/job?jobDefinitionId=" + definition).json().at("/0/id").asText();
        var calls = List.of(
                "PUT /job/" + job + "/retries {'retries': 2}",
                "PUT /job-definition/" + definition + "/retries {'retries': 2}",
                "POST /job/retries {'retries': 2, 'jobIds': ['" + job + "']}",
                "PUT /job/" + job + "/duedate {'duedate': null}",
                "PUT /job/" + job + "/priority {'priority': 5}",
                "PUT /job/" + job + "/suspended {'suspended': true}",
                "PUT /job/" + job + "/suspended {'suspended': false}",
                "PUT /job-definition/" + definition + "/jobPriority {'priority': 5}",
                "PUT /job-definition/" + definition + "/suspended {'suspended': true}",
                "PUT /job-definition/" + definition + "/suspended {'suspended': false}",
                "PUT /batch/" + batch.get("id").asText() + "/suspended {'suspended': true}",
                "PUT /batch/" + batch.get("id").asText() + "/suspended {'suspended': false}",
                "POST /job/" + job + "/execute {}",
                "DELETE /batch/" + batch.get("id").asText());

        for (var call : calls) {
            for (var user : List.of("agent", "supervisor", "auditor")) {
                assertThat(send(kefu.as(user), call, goods).status()).as(user + " " + call).isIn(403, 404);
            }
            assertThat(send(kefu.as("admin"), call, goods).status()).as(call)
                    .isEqualTo(call.contains("/execute") ? 403 : 422);
            var done = send(reasoned(), call, goods);
            assertThat(done.status()).as(call + done.body()).isBetween(200, 299);
        }
    }

    @Test
    void takesTheReasonFromTheCommandItselfFirst() {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1));

        var modified = send(reasoned(), "POST /process-instance/I/modification {'instructions': MIDDLE,"
                + " 'annotation': 'It was inspected already'}", goods);
        var deleted = send(kefu.as("admin"), "POST /process-instance/delete {'processInstanceIds': ['I'],"
                + " 'deleteReason': 'Opened by mistake'}", goods);

        assertThat(modified.status()).as(modified.body()).isEqualTo(204);
        assertThat(deleted.status()).as(deleted.body()).isEqualTo(200);
        assertThat(kefu.as("admin").get("/api/interventions?caseNumber=" + goods.number()).json().get("interventions")
                .findValuesAsText("reason")).containsExactly("Opened by mistake", "It was inspected already");
    }

    @Test
    void countsAReasonThatWasAnnouncedForCockpitWhichCanSendNone() {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1));
        var cockpit = Caller.inTasklist(kefu.port(), "admin");
        var path = "/camunda/api/engine/engine/default/process-instance/" + instance(goods) + "/suspended";
        var suspend = "{\"suspended\": true}";

        var unannounced = cockpit.put(path, suspend);
        var announced = kefu.as("admin").post("/api/interventions", "{\"reason\": \"Moving to the new model\"}");
        var done = cockpit.put(path, suspend);
        var ended = kefu.as("admin").delete("/api/interventions/current");
        var afterwards = cockpit.put(path, "{\"suspended\": false}");

        assertThat(unannounced.status()).as(unannounced.body()).isEqualTo(422);
        assertThat(announced.status()).as(announced.body()).isEqualTo(201);
        assertThat(done.status()).as(done.body()).isEqualTo(204);
        assertThat(ended.status()).isEqualTo(204);
        assertThat(afterwards.status()).isEqualTo(422);
        assertThat(entry(goods, "INTERVENTION").get("text").asText())
                .isEqualTo("Suspend process instance: Moving to the new model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"reason\": \"why\"}", "{\"reason\": \"Long enough\", \"minutes\": 0}",
            "{\"reason\": \"Long enough\", \"minutes\": 61}", "{\"reason\": null}", "{}", "{\"reason\": \"bad \\u0000 sign\"}"})
    void announcesNothingWithoutAFitReason(String body) {
        assertThat(kefu.as("admin").post("/api/interventions", body).status()).isEqualTo(422);
        assertThat(kefu.as("admin").get("/api/interventions/current").status()).isEqualTo(404);
    }

    @Test
    void showsTheBookToAdministratorsAndAuditorsOnly() {
        for (var user : List.of("agent", "supervisor", "finance", "integration")) {
            assertThat(kefu.as(user).get("/api/interventions").status()).as(user).isEqualTo(403);
            assertThat(kefu.as(user).post("/api/interventions", "{\"reason\": \"Long enough\"}").status()).isEqualTo(403);
            assertThat(kefu.as(user).delete("/api/interventions/current").status()).isEqualTo(403);
        }
        assertThat(kefu.as("auditor").get("/api/interventions").status()).isEqualTo(200);
        assertThat(kefu.as("auditor").post("/api/interventions", "{\"reason\": \"Long enough\"}").status()).isEqualTo(403);
        assertThat(kefu.as("admin").get("/api/interventions?page=0").status()).isEqualTo(200);
        assertThat(kefu.as("admin").get("/api/interventions?caseNumber=x").status()).isEqualTo(404);
    }

    @Test
    void asksAnAdministratorForAReasonWhenTheyReportForOthers() {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1));
        goods.done("returns", "reviewReturn", Map.of("decision", "APPROVE"));
        goods.done("returns", "arrangeReturn", Map.of("byCustomer", true));
        var path = "/api/cases/" + goods.number() + "/messages/return-parcel-arrived";

        var silent = kefu.as("admin").post(path, "{}");
        var told = reasoned().post(path, "{}");

        assertThat(silent.status()).as(silent.body()).isEqualTo(422);
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        assertThat(goods.timeline()).contains("INTERVENTION", "PARCEL_ARRIVED");
    }

    @Test
    void closesTheCaseOfADeletedProcessAndLetsGoWhatItHeld() {
        var order = kefu.sells(kefu.sale().line(2, "900.00"));
        var goods = kefu.opens("agent", order.returning(1, 2)).broughtBack().inspected("warehouse", found(1, 2, 0));
        assertThat(goods.tasks()).containsExactly("approveRefund");
        assertThat(order.text("refundable")).isEqualTo("10.00");

        var deleted = send(reasoned(), "DELETE /process-instance/I", goods);

        assertThat(deleted.status()).as(deleted.body()).isEqualTo(204);
        assertThat(goods.text("status")).isEqualTo("CLOSED");
        assertThat(goods.text("outcome")).isEqualTo("ABORTED");
        assertThat(goods.timeline()).contains("CLOSED", "REFUND_ABANDONED", "INTERVENTION");
        assertThat(order.text("refundable")).isEqualTo("1810.00");
        var again = kefu.opens("agent", order.returning(1, 2)).broughtBack().inspected("warehouse", found(1, 2, 0));
        again.approved("manager").paid();
        assertThat(order.text("refunded")).isEqualTo("1800.00");
    }

    @Test
    void deletesNothingWhileFinanceMayBePaying() {
        var order = kefu.sells(kefu.sale().line(1, "50.00"));
        var goods = kefu.opens("agent", order.returning(1, 1)).broughtBack().inspected("warehouse", found(1, 1, 0));
        assertThat(goods.tasks()).containsExactly("confirmPayout");

        for (var call : List.of("DELETE /process-instance/I", "DELETE /process-instance/I?skipSubprocesses=true",
                "POST /process-instance/I/modification {'instructions': [{'type': 'cancel', 'activityId': 'refundCustomer'}]}")) {
            var refused = send(reasoned(), call, goods);
            assertThat(refused.status()).as(call + refused.body()).isEqualTo(409);
        }
        assertThat(goods.tasks()).containsExactly("confirmPayout");
        goods.done("finance", "confirmPayout", Map.of("paid", false));
        var deleted = send(reasoned(), "DELETE /process-instance/I", goods);

        assertThat(deleted.status()).as(deleted.body()).isEqualTo(204);
        assertThat(goods.text("outcome")).isEqualTo("ABORTED");
        assertThat(order.text("refundable")).isEqualTo("60.00");
    }

    @Test
    void startsNoRefundByHandInAnyWay() {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1)).broughtBack()
                .inspected("warehouse", found(1, 1, 0)).paid();
        var refund = kefu.as("admin").get("/engine-rest/history/process-instance?processDefinitionKey=refund"
                + "&processInstanceBusinessKey=" + goods.number()).json().get(0);
        var id = refund.get("processDefinitionId").asText();
        var body = "{\"businessKey\": \"" + goods.number() + "\", \"variables\": {}";
        var middle = ", \"startInstructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"confirmPayout\"}]}";
        var restart = "{\"processInstanceIds\": [\"" + refund.get("id").asText() + "\"], \"instructions\":"
                + " [{\"type\": \"startBeforeActivity\", \"activityId\": \"confirmPayout\"}]}";

        for (var user : List.of("agent", "finance", "supervisor", "admin")) {
            var caller = kefu.as(user).with("Reason", "Because I say so");
            assertThat(List.of(
                    caller.post("/engine-rest/process-definition/key/refund/start", body + "}").status(),
                    caller.post("/engine-rest/process-definition/" + id + "/start", body + "}").status(),
                    caller.post("/engine-rest/process-definition/key/refund/submit-form", body + "}").status(),
                    caller.post("/engine-rest/process-definition/key/refund/start", body + middle).status(),
                    caller.post("/engine-rest/process-definition/" + id + "/start", body + middle).status(),
                    caller.post("/engine-rest/process-definition/" + id + "/restart", restart).status(),
                    caller.post("/engine-rest/process-definition/" + id + "/restart-async", restart).status(),
                    caller.post("/api/cases/refund", "{}").status())).as(user).isSubsetOf(403, 404);
        }
        assertThat(kefu.as("admin").get("/engine-rest/process-instance?processDefinitionKey=refund&businessKey="
                + goods.number()).json()).isEmpty();
    }

    @Test
    void refusesARefundThatNobodyDecidedOrThatRanBefore() {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1));

        var undecided = send(reasoned(), "POST /process-instance/I/modification {'instructions': [{'type':"
                + " 'startBeforeActivity', 'activityId': 'refundCustomer'}]}", goods);
        goods.broughtBack().inspected("warehouse", found(1, 1, 0));
        var second = send(reasoned(), "POST /process-instance/I/modification {'instructions': [{'type':"
                + " 'startBeforeActivity', 'activityId': 'refundCustomer'}]}", goods);

        assertThat(undecided.status()).as(undecided.body()).isEqualTo(404);
        assertThat(undecided.body()).contains("has decided no refund");
        assertThat(second.status()).as(second.body()).isEqualTo(409);
        assertThat(goods.tasks()).containsExactly("confirmPayout");
    }

    @Test
    void answersInWordsWhileAProcessIsSuspended() {
        var definition = kefu.as("admin").get("/engine-rest/process-definition/key/product-return").json().get("id").asText();
        var order = kefu.sells(kefu.sale().line(2, "50.00"));
        var goods = kefu.opens("agent", order.returning(1, 1));
        var path = "/engine-rest/process-definition/" + definition + "/suspended";
        try {
            reasoned().put(path, "{\"suspended\": true, \"includeProcessInstances\": false}");
            send(reasoned(), "PUT /process-instance/I/suspended {'suspended': true}", goods);

            var started = kefu.asks("agent", order.returning(1, 1));
            var completed = goods.complete("returns", "reviewReturn", Map.of("decision", "APPROVE"));

            assertThat(started.status()).as(started.body()).isEqualTo(409);
            assertThat(completed.status()).as(completed.body()).isEqualTo(409);
        } finally {
            reasoned().put(path, "{\"suspended\": false, \"includeProcessInstances\": false}");
        }
    }

    private Caller reasoned() {
        return kefu.as("admin").with("Reason", URLEncoder.encode(REASON, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    private Answer send(Caller caller, String call, Kefu.Case goods) {
        var parts = call.split(" ", 3);
        var admin = kefu.as("admin");
        var task = goods.json().at("/tasks/0/id").asText();
        var instance = instance(goods);
        var definition = admin.get("/engine-rest/process-definition/key/product-return").json();
        var execution = admin.get("/engine-rest/task/" + task).json().path("executionId").asText();
        var path = parts[1].replaceAll("/I(?=/|$|\\?)", "/" + instance).replaceAll("/T(?=/|$)", "/" + task)
                .replaceAll("/E(?=/|$)", "/" + execution).replaceAll("/D(?=/|$|\\?)", "/" + definition.get("id").asText())
                .replaceAll("/P(?=/|$|\\?)", "/" + definition.get("deploymentId").asText());
        var body = parts.length < 3 ? null : parts[2].replace("MIDDLE", MIDDLE).replace('\'', '"')
                .replace("\"I\"", "\"" + instance + "\"").replace("\"D\"", "\"" + definition.get("id").asText() + "\"");
        return body == null ? caller.send(parts[0], "/engine-rest" + path, null)
                : caller.with("Content-Type", "application/json").send(parts[0], "/engine-rest" + path, body);
    }

    private String instance(Kefu.Case goods) {
        return kefu.as("admin").get("/engine-rest/history/process-instance?processDefinitionKey=product-return"
                + "&processInstanceBusinessKey=" + goods.number()).json().at("/0/id").asText();
    }

    private static JsonNode entry(Kefu.Case goods, String what) {
        return StreamSupport.stream(goods.json().get("timeline").spliterator(), false)
                .filter(each -> each.get("what").asText().equals(what)).findFirst().orElseThrow();
    }
}
