package dev.kefu.parcels.process;

import dev.kefu.parcels.domain.UndeliverableParcels;
import dev.kefu.shared.CaseNumber;
import dev.kefu.workflow.FollowUp;
import org.springframework.stereotype.Component;

/** A parcel that comes home after its case ended, refunded or replaced: a case of its own that puts it away. */
@Component
class LateHomecoming implements FollowUp {

    private final UndeliverableParcels parcels;

    LateHomecoming(UndeliverableParcels parcels) {
        this.parcels = parcels;
    }

    @Override
    public String process() {
        return UndeliverableParcels.KIND;
    }

    @Override
    public String message() {
        return ParcelProcess.CAME_BACK;
    }

    @Override
    public boolean isAwaited(CaseNumber ended) {
        return parcels.isParcelOut(ended);
    }
}
