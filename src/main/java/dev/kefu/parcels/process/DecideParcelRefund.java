package dev.kefu.parcels.process;

import static dev.kefu.parcels.process.ParcelProcess.REFUND_CAUSE;
import static dev.kefu.parcels.process.ParcelProcess.caseOf;
import static dev.kefu.refunds.RefundCall.AMOUNT;
import static dev.kefu.refunds.RefundCall.REQUESTED_BY;

import dev.kefu.parcels.domain.UndeliverableParcels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Decides the amount; the variables only show it, the refund itself is on our books (PAR-7, AUT-3). */
@Component
class DecideParcelRefund implements JavaDelegate {

    private final UndeliverableParcels parcels;

    DecideParcelRefund(UndeliverableParcels parcels) {
        this.parcels = parcels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var refund = parcels.decideRefund(caseOf(execution));
        AMOUNT.set(execution, refund.amount().amount());
        REFUND_CAUSE.set(execution, refund.cause());
        REQUESTED_BY.set(execution, refund.requestedBy());
    }
}
