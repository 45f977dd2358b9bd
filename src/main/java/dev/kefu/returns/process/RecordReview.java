package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.DECISION;
import static dev.kefu.returns.process.ReturnProcess.NOTE;
import static dev.kefu.returns.process.ReturnProcess.caseOf;

import dev.kefu.returns.domain.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes what the returns specialist decided (RET-1). */
@Component
class RecordReview implements JavaDelegate {

    private final Returns returns;

    RecordReview(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        returns.review(caseOf(execution), DECISION.in(execution), NOTE.take(execution).orElse(null));
    }
}
