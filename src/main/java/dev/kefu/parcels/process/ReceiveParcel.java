package dev.kefu.parcels.process;

import static dev.kefu.parcels.process.ParcelProcess.TRACKING_NUMBER;
import static dev.kefu.parcels.process.ParcelProcess.caseOf;

import dev.kefu.parcels.domain.UndeliverableParcels;
import dev.kefu.workflow.Processes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that the parcel lies before us, and lets what is being done about it be looked at again (PAR-3, PAR-4). */
@Component
class ReceiveParcel implements JavaDelegate {

    private final UndeliverableParcels parcels;
    private final Processes processes;

    ReceiveParcel(UndeliverableParcels parcels, Processes processes) {
        this.parcels = parcels;
        this.processes = processes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        parcels.received(caseOf(execution), TRACKING_NUMBER.take(execution).orElse(null));
        processes.tellIfAwaited(caseOf(execution), UndeliverableParcels.KIND, ParcelProcess.MOVED);
    }
}
