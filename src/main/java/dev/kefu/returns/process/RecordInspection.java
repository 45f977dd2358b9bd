package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.FINDINGS;
import static dev.kefu.returns.process.ReturnProcess.NEXT_STEP;
import static dev.kefu.returns.process.ReturnProcess.caseOf;

import dev.kefu.returns.domain.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Moves the findings into the case (RET-4); where they lead is for the case to say, and no earlier answer counts. */
@Component
class RecordInspection implements JavaDelegate {

    private final Returns returns;

    RecordInspection(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        returns.inspect(caseOf(execution), FINDINGS.take(execution).orElseThrow());
        NEXT_STEP.set(execution, null);
    }
}
