package dev.kefu.workflow;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Masked;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What the engine remembers of a case beyond what happened. By design no variable with people's words is in its history;
 * a name typed where a tracking number belongs would be.
 */
@Component
public class EngineTraces {

    private final HistoryService history;
    private final HouseCommands house;

    EngineTraces(@Lazy HistoryService history, HouseCommands house) {
        this.history = history;
        this.house = house;
    }

    /** Removes every remembered variable of the case that says one of the words; the case is over. */
    public void forget(CaseNumber caseNumber, Collection<String> words) {
        house.run(() -> {
            instances(caseNumber).stream()
                    .flatMap(instance -> history.createHistoricVariableInstanceQuery()
                            .processInstanceId(instance.getId()).disableCustomObjectDeserialization().list().stream())
                    .filter(variable -> says(variable, words))
                    .forEach(variable -> history.deleteHistoricVariableInstance(variable.getId()));
            return null;
        });
    }

    private List<HistoricProcessInstance> instances(CaseNumber caseNumber) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseNumber.value()).list();
    }

    private static boolean says(HistoricVariableInstance variable, Collection<String> words) {
        var value = variable.getTypedValue().getValue();
        return value != null && Masked.says(String.valueOf(value), words);
    }
}
