package dev.kefu.workflow;

import dev.kefu.shared.CaseNumber;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Ends processes that came from another case which does not need them any more. */
@Component
public class NeedlessProcesses {

    private final RuntimeService runtime;
    private final HouseCommands house;

    NeedlessProcesses(@Lazy RuntimeService runtime, HouseCommands house) {
        this.runtime = runtime;
        this.house = house;
    }

    /**
     * Stops the process of the case, and those that it called, in the transaction of whoever acts and in their name; its case
     * ends as stopped, and everybody who cares hears of it ({@link ProcessAborted}). Nothing happens if none runs.
     */
    public void end(CaseNumber caseNumber, String processKey, String why) {
        house.run(() -> {
            runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber.value()).processDefinitionKey(processKey)
                    .list().forEach(process -> runtime.deleteProcessInstance(process.getProcessInstanceId(), why));
            return null;
        });
    }
}
