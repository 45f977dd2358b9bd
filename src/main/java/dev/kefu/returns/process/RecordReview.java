package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.DECISION;
import static dev.kefu.returns.process.ReturnProcess.EXCEPTION_GROUP;
import static dev.kefu.returns.process.ReturnProcess.NOTE;
import static dev.kefu.returns.process.ReturnProcess.REVIEW_NOTE;
import static dev.kefu.returns.process.ReturnProcess.caseOf;

import dev.kefu.returns.domain.Returns;
import dev.kefu.returns.domain.ReviewDecision;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes what the returns specialist decided (RET-1); whoever goes on with it is shown why. */
@Component
class RecordReview implements JavaDelegate {

    private final Returns returns;

    RecordReview(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseNumber = caseOf(execution);
        var decision = DECISION.in(execution);
        var note = NOTE.take(execution).orElse(null);
        returns.review(caseNumber, decision, note);
        if (decision == ReviewDecision.ASK || decision == ReviewDecision.EXCEPTION) {
            REVIEW_NOTE.set(execution, note);
        }
        if (decision == ReviewDecision.EXCEPTION) {
            EXCEPTION_GROUP.set(execution, returns.exceptionGroupOf(caseNumber));
        }
    }
}
