package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.COURIER;
import static dev.kefu.returns.process.ReturnProcess.TRACKING_NUMBER;
import static dev.kefu.returns.process.ReturnProcess.caseOf;

import dev.kefu.returns.domain.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that the goods in exchange are on their way to the customer (RET-5). */
@Component
class RecordReplacement implements JavaDelegate {

    private final Returns returns;

    RecordReplacement(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        returns.shipReplacement(caseOf(execution), COURIER.take(execution).orElseThrow(),
                TRACKING_NUMBER.take(execution).orElseThrow());
    }
}
