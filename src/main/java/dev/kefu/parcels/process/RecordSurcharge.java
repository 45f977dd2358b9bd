package dev.kefu.parcels.process;

import static dev.kefu.parcels.process.ParcelProcess.SURCHARGE_PAID;
import static dev.kefu.parcels.process.ParcelProcess.caseOf;

import dev.kefu.parcels.domain.UndeliverableParcels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what the customer paid as an income of the order (SHP-4). */
@Component
class RecordSurcharge implements JavaDelegate {

    private final UndeliverableParcels parcels;

    RecordSurcharge(UndeliverableParcels parcels) {
        this.parcels = parcels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        parcels.collected(caseOf(execution), SURCHARGE_PAID.in(execution));
    }
}
