package dev.kefu.parcels.process;

import static dev.kefu.parcels.process.ParcelProcess.caseOf;

import dev.kefu.parcels.domain.UndeliverableParcels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the case; what was delivered, paid or given up decides how. */
@Component
class CloseParcelCase implements JavaDelegate {

    private final UndeliverableParcels parcels;

    CloseParcelCase(UndeliverableParcels parcels) {
        this.parcels = parcels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        parcels.close(caseOf(execution));
    }
}
