package dev.kefu.orders;

import dev.kefu.customers.Sighting;
import dev.kefu.shared.RuleViolation;

/** An order that passed {@link OrderCheck}, and by what it is recognised when it is told again. */
record CheckedOrder(OrderDraft draft, String fingerprint) {

    /** @throws RuleViolation if the order itself is wrong, with all that is wrong */
    static CheckedOrder of(OrderDraft told) {
        var draft = OrderCheck.checked(told);
        return new CheckedOrder(draft, Fingerprint.of(draft));
    }

    String orderNumber() {
        return draft.orderNumber();
    }

    Sighting customer() {
        return new Sighting(draft.customerId(), draft.consignee(), draft.paidAt());
    }
}
