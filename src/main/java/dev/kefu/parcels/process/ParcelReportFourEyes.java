package dev.kefu.parcels.process;

import dev.kefu.parcels.domain.UndeliverableParcels;
import dev.kefu.shared.CaseNumber;
import dev.kefu.workflow.FourEyes;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Nobody reviews what they reported themselves (ORG-1, ORG-4). */
@Component
class ParcelReportFourEyes implements FourEyes {

    private final UndeliverableParcels parcels;

    ParcelReportFourEyes(UndeliverableParcels parcels) {
        this.parcels = parcels;
    }

    @Override
    public String taskId() {
        return "reviewReport";
    }

    @Override
    public Set<String> askers(CaseNumber caseNumber) {
        return parcels.reportersOf(caseNumber);
    }
}
