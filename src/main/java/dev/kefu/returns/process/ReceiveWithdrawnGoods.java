package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.caseOf;
import static dev.kefu.returns.process.ReturnProcess.goOn;

import dev.kefu.returns.domain.NextStep;
import dev.kefu.returns.domain.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that the parcel of a withdrawn return is here; it goes back (RET-8). */
@Component
class ReceiveWithdrawnGoods implements JavaDelegate {

    private final Returns returns;

    ReceiveWithdrawnGoods(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        returns.withdrawnParcelArrived(caseOf(execution));
        goOn(execution, returns, NextStep.SEND_BACK);
    }
}
