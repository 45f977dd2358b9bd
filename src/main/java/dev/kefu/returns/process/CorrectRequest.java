package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.DECISION;
import static dev.kefu.returns.process.ReturnProcess.GOODS;
import static dev.kefu.returns.process.ReturnProcess.REQUEST;
import static dev.kefu.returns.process.ReturnProcess.REVIEWERS;
import static dev.kefu.returns.process.ReturnProcess.REVIEW_NOTE;
import static dev.kefu.returns.process.ReturnProcess.caseOf;
import static dev.kefu.returns.process.ReturnProcess.requestIn;

import dev.kefu.returns.domain.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Replaces the request by what the customer answered. */
@Component
class CorrectRequest implements JavaDelegate {

    private final Returns returns;

    CorrectRequest(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseNumber = caseOf(execution);
        var request = requestIn(execution);
        returns.correct(caseNumber, request);
        REVIEW_NOTE.clear(execution);
        DECISION.set(execution, null);
        REQUEST.set(execution, request.inWords());
        GOODS.set(execution, returns.goodsOf(caseNumber));
        REVIEWERS.set(execution, returns.reviewersOf(caseNumber));
    }
}
