package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.BY_CUSTOMER;
import static dev.kefu.returns.process.ReturnProcess.COURIER;
import static dev.kefu.returns.process.ReturnProcess.TRACKING_NUMBER;
import static dev.kefu.returns.process.ReturnProcess.awaitParcel;
import static dev.kefu.returns.process.ReturnProcess.caseOf;

import dev.kefu.returns.domain.Returns;
import dev.kefu.returns.domain.WayBack;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes how the goods come back, and until when the process waits for them (RET-3, RET-8). */
@Component
class RecordWayBack implements JavaDelegate {

    private final Returns returns;

    RecordWayBack(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var wayBack = new WayBack(COURIER.take(execution).orElse(null), TRACKING_NUMBER.take(execution).orElse(null),
                BY_CUSTOMER.take(execution).orElse(false));
        awaitParcel(execution, returns, returns.arrangeWayBack(caseOf(execution), wayBack));
    }
}
