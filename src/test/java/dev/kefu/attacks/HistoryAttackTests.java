package dev.kefu.attacks;

import dev.kefu.whole.Json;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Resources;

/** What the engine keeps by itself although nobody needs it. */
class HistoryAttackTests extends AttackTests {

    private static final String WORDS = "The customer says that her husband must not know.";

    @Override
    Stream<Attack> attacks() {
        return Stream.of(
                new Attack("whoever may see history reads what people wrote about a customer", target -> {
                    var waiting = target.returnAt("reviewReturn");
                    return () -> {
                        target.as("returns").post(waiting.taskPath() + "/claim", Json.of(Map.of("userId", "returns")));
                        target.as("returns").post(waiting.taskPath() + "/complete",
                                Json.variables(Map.of("decision", "ASK", "note", WORDS)));
                        var variables = target.as("auditor").get("/engine-rest/history/variable-instance?processInstanceId="
                                + waiting.process() + "&maxResults=100");
                        var details = target.as("auditor").get("/engine-rest/history/detail?processInstanceId="
                                + waiting.process() + "&maxResults=100");
                        return variables.body().contains(WORDS) || details.body().contains(WORDS);
                    };
                }).onTheWay(),
                new Attack("every task leaves rows of rights, which each list joins", target -> () -> {
                    var before = rightsOnTasks(target);
                    target.returnAt("inspectGoods");
                    return rightsOnTasks(target) > before;
                }).onTheWay(),
                new Attack("a variable with the name of a step stands in for it", target -> {
                    var waiting = target.returnAt("reviewReturn");
                    target.engine().getRuntimeService().setVariable(waiting.process(), "recordReview", "x");
                    return () -> {
                        target.as("returns").post(waiting.taskPath() + "/claim", Json.of(Map.of("userId", "returns")));
                        target.as("returns").post(waiting.taskPath() + "/complete", Json.variables(Map.of("decision", "APPROVE")));
                        return target.isOpen(waiting);
                    };
                }).onTheWay());
    }

    private static long rightsOnTasks(Target target) {
        return target.engine().getAuthorizationService().createAuthorizationQuery().resourceType(Resources.TASK).count();
    }
}
