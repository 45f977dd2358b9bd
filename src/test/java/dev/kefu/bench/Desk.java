package dev.kefu.bench;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;

/** The people of the department, who take one return from the request to its end. */
class Desk {

    static final String PROCESS = "product-return";
    private static final String ARRIVED = "return-parcel-arrived";
    private static final String WITHDRAWN = "return-withdrawn";

    private static final String GOODS = """
            [{"line": 1, "quantity": 1}]""";
    private static final String FINDING = """
            [{"line": 1, "accepted": 1, "refused": 0, "condition": "DAMAGED", "qualityProblem": true}]""";

    private final ProcessEngine engine;
    private final Function<Map<String, Object>, String> opening;
    private final BiConsumer<String, String> telling;

    /**
     * @param opening starts the process with these variables and answers its business key
     * @param telling tells the case of this number a message
     */
    Desk(ProcessEngine engine, Function<Map<String, Object>, String> opening, BiConsumer<String, String> telling) {
        this.engine = engine;
        this.opening = opening;
        this.telling = telling;
    }

    /** All that people do; what is left is the payment service's. */
    void handleReturnOf(String orderNumber, Way way) {
        var caseNumber = as("agent", "agents", () -> opening.apply(Variables.createVariables()
                .putValue("orderNumber", orderNumber)
                .putValue("lines", json(GOODS))
                .putValue("reason", "DEFECTIVE")
                .putValue("resolution", way.resolution)));

        work("returns", "returnsSpecialists", caseNumber, "reviewReturn", Map.of("decision", "APPROVE"));
        if (way == Way.WITHDRAWAL) {
            as("agent", "agents", () -> telling.accept(caseNumber, WITHDRAWN));
            return;
        }
        work("returns", "returnsSpecialists", caseNumber, "arrangeReturn", Map.of("byCustomer", true));
        as("warehouse", "warehouse", () -> telling.accept(caseNumber, ARRIVED));
        work("warehouse", "warehouse", caseNumber, "inspectGoods", Map.of("findings", json(FINDING)));
        switch (way) {
            case REFUND -> work("manager", "managers", caseNumber, "approveRefund", Map.of("approved", true));
            case EXCHANGE -> work("warehouse", "warehouse", caseNumber, "shipReplacement", parcel(caseNumber));
            case REPAIR -> {
                work("technician", "technicians", caseNumber, "repairGoods", 
                        Map.of("repair", "REPAIRED", "note", "New heating element"));
                work("warehouse", "warehouse", caseNumber, "shipBack", parcel(caseNumber));
            }
            default -> throw new IllegalStateException("Nobody handles a " + way);
        }
    }

    private static Map<String, Object> parcel(String caseNumber) {
        return Map.of("courier", "YTO", "trackingNumber", "YT-" + caseNumber);
    }

    /** Until the payment service has paid what was promised, and the processes have ended. */
    void waitForTheRest() throws InterruptedException {
        while (engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(PROCESS).count() > 0) {
            Thread.sleep(20);
        }
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
