package dev.kefu.returns.process;

import dev.kefu.returns.domain.Returns;
import dev.kefu.shared.CaseNumber;
import dev.kefu.workflow.FollowUp;
import org.springframework.stereotype.Component;

/** Goods that come after their return has expired or was withdrawn: a case of their own, reviewed anew (RET-8). */
@Component
class LateParcel implements FollowUp {

    private final Returns returns;

    LateParcel(Returns returns) {
        this.returns = returns;
    }

    @Override
    public String process() {
        return Returns.KIND;
    }

    @Override
    public String message() {
        return ReturnProcess.PARCEL_ARRIVED;
    }

    @Override
    public boolean isAwaited(CaseNumber ended) {
        return returns.isLateParcelTaken(ended);
    }
}
