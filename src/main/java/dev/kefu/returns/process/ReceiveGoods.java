package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.caseOf;

import dev.kefu.returns.domain.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that the parcel is in the warehouse. */
@Component
class ReceiveGoods implements JavaDelegate {

    private final Returns returns;

    ReceiveGoods(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        returns.receive(caseOf(execution));
    }
}
