package dev.kefu.parcels.process;

import static dev.kefu.parcels.process.ParcelProcess.NEXT_REMINDER;
import static dev.kefu.parcels.process.ParcelProcess.REMIND_AGAIN;
import static dev.kefu.parcels.process.ParcelProcess.caseOf;

import dev.kefu.parcels.domain.UndeliverableParcels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes each office day that the parcel is not back yet (PAR-5). */
@Component
class RemindOfChase implements JavaDelegate {

    private final UndeliverableParcels parcels;

    RemindOfChase(UndeliverableParcels parcels) {
        this.parcels = parcels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseNumber = caseOf(execution);
        var isNoted = parcels.remind(caseNumber);
        var shown = parcels.shown(caseNumber);
        if (isNoted) {
            NEXT_REMINDER.set(execution, shown.nextReminder());
        }
        // Each task has its own first reminder; one of several goes on
        REMIND_AGAIN.set(execution, isNoted && shown.isReminderLeft());
    }
}
