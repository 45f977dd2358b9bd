package dev.kefu.orders;

import org.springframework.lang.Nullable;

/**
 * What became of one order among many.
 *
 * @param result  null if it was refused
 * @param refusal a {@link dev.kefu.shared.RuleViolation}, a {@link dev.kefu.shared.Conflict} or what the database had
 *                against it; null if it was not refused
 */
public record StoreOutcome(OrderDraft draft, @Nullable StoreResult result, @Nullable RuntimeException refusal) {

    static StoreOutcome of(OrderDraft draft, StoreResult result) {
        return new StoreOutcome(draft, result, null);
    }

    static StoreOutcome refused(OrderDraft draft, RuntimeException refusal) {
        return new StoreOutcome(draft, null, refusal);
    }
}
