package dev.kefu.returns.domain;

import java.time.LocalDate;
import org.springframework.lang.Nullable;

/**
 * What the policy says about one line (RET-2), kept with the version of the table that said it.
 *
 * @param why         a sentence for people
 * @param returnUntil the last whole day on which the goods may be asked back, null if never
 */
public record Verdict(boolean allowed, String why, FreightPayer freightPaidBy, @Nullable LocalDate returnUntil,
        int policyVersion) {
}
