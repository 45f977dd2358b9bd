package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.VERDICT;
import static dev.kefu.returns.process.ReturnProcess.caseOf;

import dev.kefu.returns.domain.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the policy and shows its verdict to the reviewer (RET-2). */
@Component
class AssessEligibility implements JavaDelegate {

    private final Returns returns;

    AssessEligibility(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        VERDICT.set(execution, returns.assess(caseOf(execution)));
    }
}
