package dev.kefu.parcels.process;

import dev.kefu.cases.ReportReview;
import dev.kefu.parcels.domain.UndeliverableParcels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the case and gives the process its number (PAR-1); for a parcel that came home late, the case that follows. */
@Component
class RegisterParcelCase implements JavaDelegate {

    private final UndeliverableParcels parcels;
    private final ReportReview review;

    RegisterParcelCase(UndeliverableParcels parcels, ReportReview review) {
        this.parcels = parcels;
        this.review = review;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseNumber = ParcelProcess.register(execution, parcels, review.isNeeded());
        execution.setProcessBusinessKey(caseNumber.value());
        ParcelProcess.introduce(execution, caseNumber, parcels.shown(caseNumber));
    }
}
