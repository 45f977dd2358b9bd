package dev.kefu.parcels.process;

import static dev.kefu.parcels.process.ParcelProcess.DECISION;
import static dev.kefu.parcels.process.ParcelProcess.caseOf;

import dev.kefu.parcels.domain.UndeliverableParcels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes what a supervisor decided on a parcel that failed too often. */
@Component
class RecordParcelDecision implements JavaDelegate {

    private final UndeliverableParcels parcels;

    RecordParcelDecision(UndeliverableParcels parcels) {
        this.parcels = parcels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        parcels.decide(caseOf(execution), DECISION.take(execution).orElseThrow());
    }
}
