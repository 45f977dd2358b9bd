package dev.kefu.orders;

import dev.kefu.customers.Contact;
import dev.kefu.customers.Sighting;
import dev.kefu.shared.Language;
import dev.kefu.shared.RuleViolation;
import java.util.List;
import java.util.Set;

/** An order that passed {@link OrderCheck}, and by what it is recognised when it is told again. */
record CheckedOrder(OrderDraft draft, String fingerprint) {

    /**
     * @param knownParcels tracking numbers that the stored order has already
     * @throws RuleViolation if the order itself is wrong, with all that is wrong
     */
    static CheckedOrder of(OrderDraft told, Set<String> knownParcels) {
        var draft = OrderCheck.checked(told, knownParcels);
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

    /** These of its parcels, as they are known from now on. */
    List<KnownShipment> known(List<OrderDraft.Shipment> shipments) {
        return shipments.stream().map(each -> new KnownShipment(draft.orderNumber(), each.courier(), each.trackingNumber(),
                each.shippedAt(), each.deliveredAt(), each.lines(), false)).toList();
    }

    Sighting customer() {
        return new Sighting(draft.customerId(), draft.consignee(),
                draft.language() == null ? null : Language.of(draft.language()).orElseThrow(), draft.paidAt());
    }
}
