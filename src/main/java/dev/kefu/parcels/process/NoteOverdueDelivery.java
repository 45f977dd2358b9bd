package dev.kefu.parcels.process;

import static dev.kefu.parcels.process.ParcelProcess.caseOf;

import dev.kefu.parcels.domain.UndeliverableParcels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that what went out again has not arrived in time. */
@Component
class NoteOverdueDelivery implements JavaDelegate {

    private final UndeliverableParcels parcels;

    NoteOverdueDelivery(UndeliverableParcels parcels) {
        this.parcels = parcels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseNumber = caseOf(execution);
        parcels.overdue(caseNumber);
        ParcelProcess.show(execution, parcels.shown(caseNumber));
    }
}
