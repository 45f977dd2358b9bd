package dev.kefu.workflow;

import dev.kefu.shared.CaseNumber;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What can still be told to cases whose process has ended ({@link FollowUp}). For callers who have checked rights. */
@Component
class FollowUps {

    private final RuntimeService runtime;
    private final ObjectProvider<FollowUp> declared;

    FollowUps(@Lazy RuntimeService runtime, ObjectProvider<FollowUp> declared) {
        this.runtime = runtime;
        this.declared = declared;
    }

    /**
     * What the message opens; empty while the case's process runs and the case itself does not take it as an ended one, though
     * something of it still goes on beside, and where no module declares any.
     */
    Optional<FollowUp> of(CaseNumber caseNumber, String kind, String message) {
        return declared.stream()
                .filter(each -> each.process().equals(kind) && each.message().equals(message))
                .findFirst()
                .filter(each -> !isRunning(caseNumber, kind) || each.isAwaited(caseNumber));
    }

    /** The same, if the ended case takes it now. */
    Optional<FollowUp> awaitedOf(CaseNumber ended, String kind, String message) {
        return of(ended, kind, message).filter(each -> each.isAwaited(ended));
    }

    /** The messages that this case takes now, after its process has ended. */
    List<String> awaited(CaseNumber ended, String kind) {
        return declared.stream()
                .filter(each -> each.process().equals(kind) && each.isAwaited(ended))
                .map(FollowUp::message)
                .toList();
    }

    /**
     * Starts the process of the case that follows, in the name of whoever told it.
     *
     * @param said with the message, as the engine stores it
     */
    ProcessInstance open(FollowUp followUp, CaseNumber ended, Map<String, Object> said) {
        var variables = new HashMap<>(said);
        variables.values().removeIf(Objects::isNull);
        variables.put(CaseProcess.EARLIER_CASE.name(), ended.value());
        return runtime.startProcessInstanceByKey(followUp.process(), variables);
    }

    private boolean isRunning(CaseNumber caseNumber, String kind) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber.value())
                .processDefinitionKey(kind).count() > 0;
    }
}
