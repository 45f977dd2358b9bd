package dev.kefu.attacks;

import dev.kefu.attacks.Target.Waiting;
import dev.kefu.whole.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;

/** Ways into a process, through it and out of it that its model does not draw. */
class ProcessAttackTests extends AttackTests {

    private static final String RETURN = "/engine-rest/process-definition/key/product-return";

    @Override
    Stream<Attack> attacks() {
        return Stream.of(
                middleStart("confirmPayout", "refund", "admin"),
                middleStart("inspectGoods", "product-return", "agent"),
                middleStart("shipBack", "product-return", "manager"),
                new Attack("an administrator starts a refund that no case asked for", target -> () -> {
                    var before = running(target, "refund");
                    target.as("admin").post("/engine-rest/process-definition/key/refund/start", Json.variables(
                            Map.of("orderNumber", "SO-1", "amount", "9999.00", "cause", "RETURN", "requestedBy", "admin")));
                    return running(target, "refund") > before;
                }),
                new Attack("an administrator submits the start form of a refund", target -> () -> {
                    var before = running(target, "refund");
                    target.as("admin").post("/engine-rest/process-definition/key/refund/submit-form", Json.variables(
                            Map.of("orderNumber", "SO-1", "amount", "9999.00", "cause", "RETURN", "requestedBy", "admin")));
                    return running(target, "refund") > before;
                }),
                starting("a start brings the variable verdict, which is not its own",
                        Map.of("value", "all is well"), "verdict"),
                starting("a start brings an object of a class of its author's choice",
                        Map.of("type", "Object", "value", "{}", "valueInfo", Map.of("objectTypeName", Trespass.class.getName(),
                                "serializationDataFormat", "application/json")), "trespass"),
                meddling("moves a return on past its inspection", (target, waiting) ->
                        target.as("supervisor").post(instance(waiting) + "/modification", Json.of(Map.of("instructions",
                                List.of(Map.of("type", "startBeforeActivity", "activityId", "shipBack")))))),
                meddling("moves returns on by a batch", (target, waiting) ->
                        target.as("supervisor").post("/engine-rest/modification/execute", Json.of(Map.of(
                                "processDefinitionId", definition(target), "processInstanceIds", List.of(waiting.process()),
                                "instructions", List.of(Map.of("type", "startBeforeActivity", "activityId", "shipBack")))))),
                meddling("writes a variable of a running return", (target, waiting) ->
                        target.as("supervisor").put(instance(waiting) + "/variables/reviewers",
                                Json.of(Map.of("value", "supervisors")))),
                meddling("writes a variable of an execution", (target, waiting) ->
                        target.as("supervisor").put("/engine-rest/execution/" + waiting.process()
                                + "/localVariables/reviewers", Json.of(Map.of("value", "supervisors")))),
                meddling("deletes a running return", (target, waiting) ->
                        target.as("supervisor").delete(instance(waiting))),
                meddling("suspends a running return", (target, waiting) ->
                        target.as("supervisor").put(instance(waiting) + "/suspended", "{\"suspended\": true}")),
                meddling("suspends all returns", (target, waiting) ->
                        target.as("supervisor").put("/engine-rest/process-instance/suspended",
                                Json.of(Map.of("suspended", true, "processInstanceIds", List.of(waiting.process()))))),
                restarting());
    }

    private static Attack middleStart(String activity, String process, String user) {
        return Attack.on(user + " starts " + process + " in the middle, at " + activity + ", and says not why", target -> {
            var before = running(target, process);
            target.as(user).post("/engine-rest/process-definition/key/" + process + "/start", Json.of(Map.of(
                    "businessKey", "KF-2026-999999",
                    "variables", Map.of("approverGroup", Map.of("value", "managers"), "caseNumber", Map.of("value", "x")),
                    "startInstructions", List.of(Map.of("type", "startBeforeActivity", "activityId", activity)))));
            return running(target, process) > before;
        });
    }

    private static Attack starting(String name, Map<String, ?> value, String variable) {
        return new Attack(name, target -> {
            var variables = StartVariables.typed(target.startVariables());
            variables.put(variable, value);
            return () -> {
                Trespass.forget();
                var started = target.as("agent").post(RETURN + "/start", Json.of(Map.of("variables", variables)));
                if (started.status() != 200) {
                    return Trespass.happened();
                }
                target.as("agent").get("/engine-rest/process-instance/" + started.json().get("id").asText() + "/variables");
                return Trespass.happened() || variable.equals("verdict");
            };
        });
    }

    private interface Meddling {

        void on(Target target, Waiting waiting);
    }

    /** By a supervisor who operates processes in Cockpit, with the rights that this needs. */
    private static Attack meddling(String name, Meddling meddling) {
        return new Attack("a supervisor " + name, target -> {
            if (target instanceof StockTarget stock) {
                stock.let("supervisors", Resources.PROCESS_DEFINITION);
                stock.let("supervisors", Resources.PROCESS_INSTANCE);
                stock.grant("supervisors", Resources.BATCH, Permissions.CREATE);
            }
            var waiting = target.returnAt("reviewReturn");
            return () -> {
                var before = state(target, waiting);
                meddling.on(target, waiting);
                return !state(target, waiting).equals(before);
            };
        });
    }

    private static Attack restarting() {
        return new Attack("a supervisor restarts a return that has ended", target -> {
            if (target instanceof StockTarget stock) {
                stock.let("supervisors", Resources.PROCESS_DEFINITION);
                stock.let("supervisors", Resources.PROCESS_INSTANCE);
            }
            var waiting = target.returnAt("reviewReturn");
            var definition = definition(target);
            target.engine().getRuntimeService().deleteProcessInstance(waiting.process(), "ended by a test");
            return () -> {
                var before = running(target, "product-return");
                target.as("supervisor").post("/engine-rest/process-definition/" + definition + "/restart", Json.of(Map.of(
                        "processInstanceIds", List.of(waiting.process()),
                        "instructions", List.of(Map.of("type", "startBeforeActivity", "activityId", "inspectGoods")))));
                return running(target, "product-return") > before;
            };
        });
    }

    private static String instance(Waiting waiting) {
        return "/engine-rest/process-instance/" + waiting.process();
    }

    private static String definition(Target target) {
        return target.engine().getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("product-return")
                .latestVersion().singleResult().getId();
    }

    private static long running(Target target, String process) {
        return target.engine().getRuntimeService().createProcessInstanceQuery().processDefinitionKey(process).count();
    }

    private static String state(Target target, Waiting waiting) {
        var instance = target.engine().getRuntimeService().createProcessInstanceQuery()
                .processInstanceId(waiting.process()).singleResult();
        if (instance == null) {
            return "gone";
        }
        var runtime = target.engine().getRuntimeService();
        return instance.isSuspended() + " " + runtime.getActiveActivityIds(waiting.process()) + " "
                + runtime.getVariable(waiting.process(), "reviewers")
                + target.engine().getManagementService().createBatchQuery().count();
    }
}
