package dev.kefu.returns.domain;

import dev.kefu.shared.Violations;
import org.springframework.lang.Nullable;

/**
 * How the goods come back (RET-3): collected by a courier, or sent by the customer, who tells the number later.
 *
 * @param courier        null if the customer sends them
 * @param trackingNumber null if the customer sends them
 */
public record WayBack(@Nullable String courier, @Nullable String trackingNumber, boolean byCustomer) {

    /** @throws dev.kefu.shared.RuleViolation if it is neither, or both */
    public WayBack {
        var violations = new Violations();
        if (byCustomer) {
            if (courier != null || trackingNumber != null) {
                violations.add("byCustomer", "RET-3", "Either the customer sends the goods or a courier collects them.");
            }
        } else {
            if (courier == null) {
                violations.add("courier", "RET-3", "Name the courier, or tick that the customer sends the goods.");
            }
            if (trackingNumber == null) {
                violations.add("trackingNumber", "RET-3", "Give the tracking number of the collection.");
            }
        }
        violations.refuseIfAny();
    }
}
