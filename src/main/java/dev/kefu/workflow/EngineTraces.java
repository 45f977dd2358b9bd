package dev.kefu.workflow;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Masked;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What the engine, and the book of interventions, remember of a case beyond what happened. By design no variable with
 * people's words is in the engine's history; a name typed where a tracking number belongs would be, and one that an
 * administrator gave as a reason.
 */
@Component
public class EngineTraces {

    private final HistoryService history;
    private final HouseCommands house;
    private final InterventionRecords interventions;
    private final ObjectProvider<CaseProcess> declared;

    EngineTraces(@Lazy HistoryService history, HouseCommands house, InterventionRecords interventions,
            ObjectProvider<CaseProcess> declared) {
        this.history = history;
        this.house = house;
        this.interventions = interventions;
        this.declared = declared;
    }

    /**
     * Removes every remembered variable of the case that says one of the words, also those that a step took away, and takes
     * the words out of the reasons of interventions; the case is over. Decisions stay: choices, flags, numbers.
     */
    public void forget(CaseNumber caseNumber, Collection<String> words) {
        house.run(() -> {
            instances(caseNumber).stream()
                    .flatMap(instance -> history.createHistoricVariableInstanceQuery()
                            .processInstanceId(instance.getId()).includeDeleted().disableCustomObjectDeserialization().list().stream())
                    .filter(variable -> mayHoldWords(variable) && says(variable, words))
                    .forEach(variable -> history.deleteHistoricVariableInstance(variable.getId()));
            return null;
        });
        interventions.forget(caseNumber.value(), words);
    }

    /** Takes the words out of what administrators gave as a reason beforehand, or for what was about no case. */
    public void forgetBesideCases(Collection<String> words) {
        interventions.forgetBesideCases(words);
    }

    private List<HistoricProcessInstance> instances(CaseNumber caseNumber) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseNumber.value()).list();
    }

    private boolean mayHoldWords(HistoricVariableInstance variable) {
        return declared.stream().filter(process -> process.key().equals(variable.getProcessDefinitionKey()))
                .allMatch(process -> process.mayHoldWords(variable.getName()));
    }

    private static boolean says(HistoricVariableInstance variable, Collection<String> words) {
        var value = variable.getTypedValue().getValue();
        return value != null && !(value instanceof Boolean) && Masked.says(String.valueOf(value), words);
    }
}
