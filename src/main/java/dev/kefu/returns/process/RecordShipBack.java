package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.COURIER;
import static dev.kefu.returns.process.ReturnProcess.TRACKING_NUMBER;
import static dev.kefu.returns.process.ReturnProcess.caseOf;

import dev.kefu.returns.domain.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that the goods are on their way to the customer again. */
@Component
class RecordShipBack implements JavaDelegate {

    private final Returns returns;

    RecordShipBack(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        returns.sendBack(caseOf(execution), COURIER.take(execution).orElseThrow(), TRACKING_NUMBER.take(execution).orElseThrow());
    }
}
