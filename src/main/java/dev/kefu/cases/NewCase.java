package dev.kefu.cases;

import dev.kefu.shared.CaseNumber;
import org.springframework.lang.Nullable;

/**
 * What a case starts with.
 *
 * @param kind        the key of the process that runs it
 * @param orderNumber the order it is about, null if none
 * @param customerId  the customer it is about, null if none
 * @param openedBy    user id; the first owner (ORG-4)
 * @param parent      the case that it follows from, null if it stands alone
 */
public record NewCase(String kind, @Nullable String orderNumber, @Nullable String customerId, String openedBy,
        @Nullable CaseNumber parent) {
}
