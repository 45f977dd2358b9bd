package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.NEXT_STEP;
import static dev.kefu.returns.process.ReturnProcess.caseOf;

import dev.kefu.returns.domain.NextStep;
import dev.kefu.returns.domain.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives up a return whose parcel never came (RET-8). */
@Component
class ExpireReturn implements JavaDelegate {

    private final Returns returns;

    ExpireReturn(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        returns.expire(caseOf(execution));
        NEXT_STEP.set(execution, NextStep.CLOSE);
    }
}
