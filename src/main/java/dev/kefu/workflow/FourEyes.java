package dev.kefu.workflow;

import dev.kefu.shared.CaseNumber;
import java.util.Set;

/** Says who may not work on a task because they asked for what it decides (ORG-4). */
public interface FourEyes {

    /** The id of the user task in the model, such as {@code approveRefund}. */
    String taskId();

    /** The user ids that are barred from the task of this case; never null. */
    Set<String> askers(CaseNumber caseNumber);
}
