package dev.kefu.parcels.process;

import static dev.kefu.parcels.process.ParcelProcess.COURIER;
import static dev.kefu.parcels.process.ParcelProcess.TRACKING_NUMBER;
import static dev.kefu.parcels.process.ParcelProcess.caseOf;

import dev.kefu.parcels.domain.UndeliverableParcels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes in which parcel the goods are on their way once more (PAR-4). */
@Component
class RecordReshipment implements JavaDelegate {

    private final UndeliverableParcels parcels;

    RecordReshipment(UndeliverableParcels parcels) {
        this.parcels = parcels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        parcels.ship(caseOf(execution), COURIER.take(execution).orElseThrow(), TRACKING_NUMBER.take(execution).orElseThrow());
    }
}
