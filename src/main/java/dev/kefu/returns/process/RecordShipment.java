package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.COURIER;
import static dev.kefu.returns.process.ReturnProcess.TRACKING_NUMBER;
import static dev.kefu.returns.process.ReturnProcess.awaitParcel;
import static dev.kefu.returns.process.ReturnProcess.caseOf;

import dev.kefu.returns.domain.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that the customer has sent the goods; the days begin anew (RET-8). */
@Component
class RecordShipment implements JavaDelegate {

    private final Returns returns;

    RecordShipment(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        awaitParcel(execution, returns, returns.ship(caseOf(execution), COURIER.take(execution).orElseThrow(),
                TRACKING_NUMBER.take(execution).orElseThrow()));
    }
}
