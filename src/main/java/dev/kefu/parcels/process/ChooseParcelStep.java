package dev.kefu.parcels.process;

import static dev.kefu.parcels.process.ParcelProcess.caseOf;

import dev.kefu.parcels.domain.UndeliverableParcels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the case what comes next, and shows it to whoever does it (PAR-3 to PAR-7). */
@Component
class ChooseParcelStep implements JavaDelegate {

    private final UndeliverableParcels parcels;

    ChooseParcelStep(UndeliverableParcels parcels) {
        this.parcels = parcels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ParcelProcess.goOn(execution, parcels.next(caseOf(execution)));
    }
}
