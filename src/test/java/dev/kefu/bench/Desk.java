package dev.kefu.bench;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;

/** The people of the department, who take one return from the request to the money back. */
class Desk {

    static final String PROCESS = "product-return";
    static final String ARRIVED = "return-parcel-arrived";

    /** The user tasks on the way, each of which is claimed and completed. */
    static final int TASKS = 5;

    private static final String GOODS = """
            [{"line": 1, "quantity": 1}]""";
    private static final String FINDING = """
            [{"line": 1, "accepted": 1, "refused": 0, "condition": "DAMAGED", "qualityProblem": true}]""";

    private final ProcessEngine engine;
    private final Function<Map<String, Object>, String> opening;
    private final Consumer<String> arrival;

    /**
     * @param opening starts the process with these variables and answers its business key
     * @param arrival says that the parcel of this case has come
     */
    Desk(ProcessEngine engine, Function<Map<String, Object>, String> opening, Consumer<String> arrival) {
        this.engine = engine;
        this.opening = opening;
        this.arrival = arrival;
    }

    void handleReturnOf(String orderNumber) {
        var caseNumber = as("agent", "agents", () -> opening.apply(Variables.createVariables()
                .putValue("orderNumber", orderNumber)
                .putValue("lines", json(GOODS))
                .putValue("reason", "DEFECTIVE")
                .putValue("resolution", "REFUND")));

        work("returns", "returnsSpecialists", caseNumber, "reviewReturn", Map.of("decision", "APPROVE"));
        work("returns", "returnsSpecialists", caseNumber, "arrangeReturn", Map.of("byCustomer", true));
        as("warehouse", "warehouse", () -> arrival.accept(caseNumber));
        work("warehouse", "warehouse", caseNumber, "inspectGoods", Map.of("findings", json(FINDING)));
        work("manager", "managers", caseNumber, "approveRefund", Map.of("approved", true));
        work("finance", "finance", caseNumber, "confirmPayout", Map.of("paid", true, "reference", "B-" + caseNumber));
    }

    private void work(String user, String group, String caseNumber, String task, Map<String, Object> outputs) {
        var tasks = engine.getTaskService();
        var id = as(user, group, () -> tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber).taskDefinitionKey(task).singleResult().getId());
        as(user, group, () -> tasks.claim(id, user));
        as(user, group, () -> tasks.complete(id, outputs));
    }

    /** Each call is a request of its own, as it is over HTTP. */
    private <T> T as(String user, String group, Supplier<T> work) {
        engine.getIdentityService().setAuthentication(user, List.of(group));
        try {
            return work.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private void as(String user, String group, Runnable work) {
        as(user, group, () -> {
            work.run();
            return null;
        });
    }

    private static JsonValue json(String rows) {
        return SpinValues.jsonValue(rows).create();
    }
}
