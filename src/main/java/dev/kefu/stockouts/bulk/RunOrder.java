package dev.kefu.stockouts.bulk;

import org.springframework.lang.Nullable;

/**
 * One order of a run.
 *
 * @param caseNumber the case that was opened, or that was open already
 * @param reason     why none was opened, in the house's words; null where one was, or it is not its turn yet
 */
public record RunOrder(String orderNumber, OpeningStatus status, @Nullable String caseNumber, @Nullable String reason) {
}
