package dev.kefu.stockouts;

import dev.kefu.shared.CaseNumber;
import org.springframework.lang.Nullable;

/**
 * A stock-out that another case opened has ended; published in the transaction in which it closes.
 *
 * @param parent  the case that opened it
 * @param outcome null if its process was stopped by hand
 */
public record StockOutClosed(CaseNumber caseNumber, CaseNumber parent, @Nullable StockOutOutcome outcome) {
}
