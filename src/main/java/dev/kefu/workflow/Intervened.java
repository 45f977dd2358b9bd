package dev.kefu.workflow;

import dev.kefu.shared.CaseNumber;

/**
 * An administrator did something to the process of a case that is nobody's daily work.
 *
 * @param caseNumber of the process's business key; there need not be such a case
 * @param action     in words, such as {@code Modify process instance}
 * @param reason     as the administrator gave it
 */
public record Intervened(CaseNumber caseNumber, String action, String reason) {
}
