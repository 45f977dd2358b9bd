package dev.kefu.parcels.process;

import static dev.kefu.parcels.process.ParcelProcess.FINDINGS;
import static dev.kefu.parcels.process.ParcelProcess.caseOf;

import dev.kefu.parcels.domain.UndeliverableParcels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Moves the findings into the case; what is damaged or missing is the courier's business (PAR-6). */
@Component
class RecordParcelInspection implements JavaDelegate {

    private final UndeliverableParcels parcels;

    RecordParcelInspection(UndeliverableParcels parcels) {
        this.parcels = parcels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        parcels.inspect(caseOf(execution), FINDINGS.take(execution).orElseThrow());
    }
}
