package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.caseOf;

import dev.kefu.returns.domain.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Promises the return and assigns its RMA number. */
@Component
class ApproveReturn implements JavaDelegate {

    private final Returns returns;

    ApproveReturn(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        returns.approve(caseOf(execution));
    }
}
