package dev.kefu.cases;

import dev.kefu.shared.CaseNumber;

/**
 * The process of an open case was stopped before its end, so nobody works on it any more. Told in the transaction that
 * stops it: what the case holds is let go with it, and whoever throws keeps it from being stopped.
 *
 * @param kind the key of its process
 */
public record CaseAborted(CaseNumber caseNumber, String kind) {
}
