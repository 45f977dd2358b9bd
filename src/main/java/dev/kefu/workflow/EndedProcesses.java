package dev.kefu.workflow;

import dev.kefu.shared.CaseNumber;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Hears what the engine writes into its history: tells the house of processes that end before their end, whichever of the
 * many ways that came about, and writes the reason of an intervention beside the engine's own log of it.
 */
class EndedProcesses implements HistoryEventHandler {

    private static final Set<String> ABORTED = Set.of(HistoricProcessInstance.STATE_EXTERNALLY_TERMINATED,
            HistoricProcessInstance.STATE_INTERNALLY_TERMINATED);

    private final ApplicationEventPublisher events;

    EndedProcesses(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof UserOperationLogEntryEventEntity entry) {
            Interventions.reasonOfRunning().ifPresent(entry::setAnnotation);
        } else if (event instanceof HistoricProcessInstanceEventEntity process && isAborted(process)
                && process.getBusinessKey() != null && CaseNumber.isValid(process.getBusinessKey())) {
            events.publishEvent(new ProcessAborted(CaseNumber.of(process.getBusinessKey()),
                    process.getProcessDefinitionKey()));
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> several) {
        several.forEach(this::handleEvent);
    }

    private static boolean isAborted(HistoricProcessInstanceEventEntity process) {
        return HistoryEventTypes.PROCESS_INSTANCE_END.getEventName().equals(process.getEventType())
                && ABORTED.contains(process.getState());
    }
}
