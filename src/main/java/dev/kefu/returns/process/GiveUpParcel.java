package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.caseOf;

import dev.kefu.returns.domain.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that nobody expects the parcel of a withdrawn return any more (RET-8). */
@Component
class GiveUpParcel implements JavaDelegate {

    private final Returns returns;

    GiveUpParcel(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        returns.parcelNeverCame(caseOf(execution));
    }
}
