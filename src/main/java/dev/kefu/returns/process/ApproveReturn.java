package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.COLLECTION;
import static dev.kefu.returns.process.ReturnProcess.NEXT_STEP;
import static dev.kefu.returns.process.ReturnProcess.WHEREABOUTS;
import static dev.kefu.returns.process.ReturnProcess.caseOf;

import dev.kefu.returns.domain.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Promises the return, assigns its RMA number and says where the goods are (RET-1); who arranges their way; it is open what comes then. */
@Component
class ApproveReturn implements JavaDelegate {

    private final Returns returns;

    ApproveReturn(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        WHEREABOUTS.set(execution, returns.approve(caseOf(execution)));
        COLLECTION.set(execution, returns.collection());
        NEXT_STEP.set(execution, null);
    }
}
