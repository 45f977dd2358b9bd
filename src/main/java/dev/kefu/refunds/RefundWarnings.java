package dev.kefu.refunds;

import dev.kefu.shared.CaseNumber;
import dev.kefu.workflow.ProcessVariable;
import dev.kefu.workflow.Processes;
import org.springframework.stereotype.Component;

/** What happens to the goods while their refund is on its way is told to whoever approves or pays it, who then decides. */
@Component
public class RefundWarnings {

    /** Stands in the forms of the refund's tasks. */
    public static final ProcessVariable<String> WARNING = ProcessVariable.display("warning");

    private final Processes processes;

    RefundWarnings(Processes processes) {
        this.processes = processes;
    }

    /** @param warning a sentence of the house; it takes the place of an earlier one */
    public void warn(CaseNumber caseNumber, String warning) {
        processes.show(caseNumber, Refunds.PROCESS, WARNING, warning);
    }
}
