package dev.kefu.attacks;

import dev.kefu.attacks.Target.Waiting;
import dev.kefu.whole.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;

/**
 * What people do to tasks that are not theirs, with rights on the process that any worker in it needs: the engine takes
 * these for rights on each of its tasks.
 */
class TaskAttackTests extends AttackTests {

    private static final Map<String, ?> APPROVED = Map.of("approved", true);
    private static final Map<String, ?> REVIEWED = Map.of("decision", "APPROVE");

    /** By each way that ends a task. */
    private static final Map<String, BiFunction<Waiting, Map<String, ?>, Request>> ENDINGS = endings();

    private record Request(String path, String body) {
    }

    @Override
    Stream<Attack> attacks() {
        return Stream.of(
                ENDINGS.keySet().stream().flatMap(way -> Stream.of(
                        ending("finance", "approveRefund", APPROVED, way),
                        ending("agent", "reviewReturn", REVIEWED, way),
                        ending("warehouse", "reviewReturn", REVIEWED, way))),
                Stream.of("agent", "warehouse").map(user -> taking(user, "reviewReturn")),
                Stream.of(taking("finance", "approveRefund"), takingForAnother(), takingOver(), handingOut(),
                        makingCandidates(), writing("manager", "approveRefund", "amount"),
                        writing("returns", "reviewReturn", "reviewers"), sending("approverGroup", "finance"),
                        sending("caseNumber", "KF-2026-000001"), sending("decideRefund", "x"), removing()))
                .flatMap(each -> each);
    }

    private static Attack ending(String user, String task, Map<String, ?> outputs, String way) {
        return new Attack(user + " ends somebody else's " + task + " by " + way, target -> {
            var waiting = target.returnAt(task);
            return () -> {
                var request = ENDINGS.get(way).apply(waiting, outputs);
                target.as(user).post(request.path(), request.body());
                return !target.isOpen(waiting);
            };
        });
    }

    private static Attack taking(String user, String task) {
        return new Attack(user + " takes somebody else's " + task, target -> {
            var waiting = target.returnAt(task);
            return () -> {
                target.as(user).post(waiting.taskPath() + "/claim", Json.of(Map.of("userId", user)));
                return user.equals(task(target, waiting).getAssignee());
            };
        });
    }

    private static Attack takingForAnother() {
        return new Attack("a candidate gives a task to whom it is not for", target -> {
            var waiting = target.returnAt("inspectGoods");
            return () -> {
                target.as("warehouse").post(waiting.taskPath() + "/claim", Json.of(Map.of("userId", "finance")));
                return "finance".equals(task(target, waiting).getAssignee());
            };
        });
    }

    private static Attack takingOver() {
        return new Attack("a candidate completes what a colleague has taken", target -> {
            var waiting = target.returnAt("completeRequest");
            target.engine().getTaskService().setAssignee(waiting.task(), "returns");
            return () -> {
                target.as("agent").post(waiting.taskPath() + "/complete", "{}");
                return !target.isOpen(waiting);
            };
        });
    }

    private static Attack handingOut() {
        return new Attack("a team leader gives an approval to a colleague who may not approve", target -> {
            var waiting = target.returnAt("reviewReturn");
            return () -> {
                target.as("teamlead").post(waiting.taskPath() + "/assignee", Json.of(Map.of("userId", "finance")));
                return "finance".equals(task(target, waiting).getAssignee());
            };
        });
    }

    private static Attack makingCandidates() {
        return new Attack("a team leader makes the own group approve", target -> {
            var waiting = target.returnAt("reviewReturn");
            return () -> {
                target.as("teamlead").post(waiting.taskPath() + "/identity-links",
                        Json.of(Map.of("groupId", "teamLeaders", "type", "candidate")));
                return target.engine().getTaskService().getIdentityLinksForTask(waiting.task()).stream()
                        .anyMatch(link -> "teamLeaders".equals(link.getGroupId()));
            };
        });
    }

    private static Attack writing(String user, String task, String variable) {
        return new Attack("the candidate " + user + " writes the variable " + variable + " by " + task, target -> {
            var waiting = target.returnAt(task);
            return () -> {
                target.as(user).put(waiting.taskPath() + "/variables/" + variable, Json.of(Map.of("value", "intruders")));
                return "intruders".equals(variable(target, waiting, variable));
            };
        });
    }

    private static Attack removing() {
        return new Attack("a candidate takes a variable away from under the process", target -> {
            var waiting = target.returnAt("reviewReturn");
            return () -> {
                target.as("returns").delete(waiting.taskPath() + "/variables/reviewers");
                return variable(target, waiting, "reviewers") == null;
            };
        });
    }

    /** With the right to the task and a variable more. */
    private static Attack sending(String variable, String value) {
        return new Attack("a completion brings the variable " + variable + ", which is not its own", target -> {
            var waiting = target.returnAt("reviewReturn");
            return () -> {
                target.as("returns").post(waiting.taskPath() + "/complete",
                        Json.variables(Map.of("decision", "ASK", "note", "Which one?", variable, value)));
                return value.equals(variable(target, waiting, variable));
            };
        });
    }

    private static Object variable(Target target, Waiting waiting, String name) {
        return target.engine().getRuntimeService().getVariable(waiting.process(), name);
    }

    private static Task task(Target target, Waiting waiting) {
        return target.engine().getTaskService().createTaskQuery().taskId(waiting.task()).singleResult();
    }

    private static Map<String, BiFunction<Waiting, Map<String, ?>, Request>> endings() {
        var ways = new LinkedHashMap<String, BiFunction<Waiting, Map<String, ?>, Request>>();
        ways.put("complete", (waiting, outputs) -> new Request(waiting.taskPath() + "/complete", Json.variables(outputs)));
        ways.put("submit-form", (waiting, outputs) ->
                new Request(waiting.taskPath() + "/submit-form", Json.variables(outputs)));
        ways.put("an error", (waiting, outputs) -> new Request(waiting.taskPath() + "/bpmnError",
                Json.of(Map.of("errorCode", "made-up", "errorMessage", "x"))));
        return ways;
    }
}
