package dev.kefu.refunds.process;

import dev.kefu.refunds.Refunds;
import dev.kefu.shared.CaseNumber;
import dev.kefu.workflow.FourEyes;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Nobody approves a refund that they asked for (ORG-4), nor claims the task. */
@Component
class RefundFourEyes implements FourEyes {

    private final Refunds refunds;

    RefundFourEyes(Refunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public String taskId() {
        return "approveRefund";
    }

    @Override
    public Set<String> askers(CaseNumber caseNumber) {
        return refunds.askersOf(caseNumber);
    }
}
