package dev.kefu.returns.process;

import dev.kefu.returns.domain.Returns;
import dev.kefu.shared.CaseNumber;
import dev.kefu.workflow.FourEyes;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Nobody grants an exception that they asked for (ORG-4), nor claims the task. */
@Component
class ReturnFourEyes implements FourEyes {

    private final Returns returns;

    ReturnFourEyes(Returns returns) {
        this.returns = returns;
    }

    @Override
    public String taskId() {
        return "grantException";
    }

    @Override
    public Set<String> askers(CaseNumber caseNumber) {
        return returns.exceptionAskersOf(caseNumber);
    }
}
