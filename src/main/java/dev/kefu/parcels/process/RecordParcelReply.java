package dev.kefu.parcels.process;

import static dev.kefu.parcels.process.ParcelProcess.ANSWER;
import static dev.kefu.parcels.process.ParcelProcess.NOTE;
import static dev.kefu.parcels.process.ParcelProcess.caseOf;

import dev.kefu.parcels.domain.UndeliverableParcels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes what the customer said by themselves before the goods went out again (PAR-7). */
@Component
class RecordParcelReply implements JavaDelegate {

    private final UndeliverableParcels parcels;

    RecordParcelReply(UndeliverableParcels parcels) {
        this.parcels = parcels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        parcels.replied(caseOf(execution), ANSWER.in(execution), NOTE.take(execution).orElse(null));
    }
}
