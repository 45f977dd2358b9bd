package dev.kefu.parcels.process;

import static dev.kefu.parcels.process.ParcelProcess.ADDRESS;
import static dev.kefu.parcels.process.ParcelProcess.ANSWER;
import static dev.kefu.parcels.process.ParcelProcess.COURIER;
import static dev.kefu.parcels.process.ParcelProcess.NOTE;
import static dev.kefu.parcels.process.ParcelProcess.caseOf;

import dev.kefu.parcels.domain.UndeliverableParcels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes what the customer wants, and fixes who carries it and what it costs (PAR-4, SHP-4). */
@Component
class RecordAgreement implements JavaDelegate {

    private final UndeliverableParcels parcels;

    RecordAgreement(UndeliverableParcels parcels) {
        this.parcels = parcels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseNumber = caseOf(execution);
        var agreement = parcels.agree(caseNumber, ANSWER.take(execution).orElseThrow(), COURIER.take(execution).orElse(null),
                ADDRESS.take(execution).orElse(null), NOTE.take(execution).orElse(null));
        ParcelProcess.agreed(execution, agreement, parcels.shown(caseNumber));
    }
}
