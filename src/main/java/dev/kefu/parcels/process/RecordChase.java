package dev.kefu.parcels.process;

import static dev.kefu.parcels.process.ParcelProcess.FOUND;
import static dev.kefu.parcels.process.ParcelProcess.NOTE;
import static dev.kefu.parcels.process.ParcelProcess.caseOf;

import dev.kefu.parcels.domain.UndeliverableParcels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes what the courier said of a parcel that is not back (PAR-5). */
@Component
class RecordChase implements JavaDelegate {

    private final UndeliverableParcels parcels;

    RecordChase(UndeliverableParcels parcels) {
        this.parcels = parcels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseNumber = caseOf(execution);
        parcels.asked(caseNumber, FOUND.in(execution), NOTE.take(execution).orElse(null));
        ParcelProcess.show(execution, parcels.shown(caseNumber));
    }
}
