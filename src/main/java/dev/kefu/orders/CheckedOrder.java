package dev.kefu.orders;

import dev.kefu.customers.Contact;
import dev.kefu.shared.Language;
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

    /** The same order, told by somebody who does not know for whom it is. */
    CheckedOrder withoutConsignee() {
        var nameless = new OrderDraft(draft.orderNumber(), draft.customerId(), Contact.ERASED, draft.channel(),
                draft.currency(), draft.paidAt(), draft.deliveredAt(), draft.freight(), draft.discount(), draft.lines(),
                draft.shipments());
        return new CheckedOrder(nameless, Fingerprint.of(nameless));
    }

    Sighting customer() {
        return new Sighting(draft.customerId(), draft.consignee(),
                draft.language() == null ? null : Language.of(draft.language()).orElseThrow(), draft.paidAt());
    }
}
