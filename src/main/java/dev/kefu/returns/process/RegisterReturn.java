package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.CASE_NUMBER;
import static dev.kefu.returns.process.ReturnProcess.EARLIER_CASE;
import static dev.kefu.returns.process.ReturnProcess.GOODS;
import static dev.kefu.returns.process.ReturnProcess.REQUEST;
import static dev.kefu.returns.process.ReturnProcess.REVIEWERS;
import static dev.kefu.returns.process.ReturnProcess.requestIn;

import dev.kefu.returns.domain.Returns;
import dev.kefu.shared.CaseNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the case and gives the process its number (RET-1, RET-6); for a parcel that came late, the case that follows. */
@Component
class RegisterReturn implements JavaDelegate {

    private final Returns returns;

    RegisterReturn(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var late = EARLIER_CASE.take(execution).map(CaseNumber::of).map(returns::registerLate);
        late.ifPresent(caseNumber -> ReturnProcess.ask(execution, returns.requestOf(caseNumber)));
        var request = requestIn(execution);
        var caseNumber = late.orElseGet(() -> returns.register(request));
        execution.setProcessBusinessKey(caseNumber.value());
        CASE_NUMBER.set(execution, caseNumber.value());
        REQUEST.set(execution, request.inWords());
        GOODS.set(execution, returns.goodsOf(caseNumber));
        REVIEWERS.set(execution, late.isPresent() ? returns.reviewersOf(caseNumber) : returns.reviewers());
        ReturnProcess.readByTheModel(execution);
    }
}
