package dev.kefu.parcels.process;

import static dev.kefu.parcels.process.ParcelProcess.APPROVED;
import static dev.kefu.parcels.process.ParcelProcess.NOTE;
import static dev.kefu.parcels.process.ParcelProcess.caseOf;

import dev.kefu.parcels.domain.UndeliverableParcels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes whether a junior agent's report is let in (ORG-1). */
@Component
class RecordParcelReview implements JavaDelegate {

    private final UndeliverableParcels parcels;

    RecordParcelReview(UndeliverableParcels parcels) {
        this.parcels = parcels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        parcels.review(caseOf(execution), APPROVED.in(execution), NOTE.take(execution).orElse(null));
    }
}
