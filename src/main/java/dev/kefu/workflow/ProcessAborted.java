package dev.kefu.workflow;

import dev.kefu.shared.CaseNumber;

/**
 * A process ended before any of its ends: it was deleted, alone or with its model, or everything in it was cancelled.
 * Told in the transaction in which it happens; whoever throws keeps it from happening.
 *
 * @param caseNumber of the process's business key; there need not be such a case
 * @param processKey the process id in the model
 */
public record ProcessAborted(CaseNumber caseNumber, String processKey) {
}
