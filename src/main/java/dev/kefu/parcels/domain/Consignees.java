package dev.kefu.parcels.domain;

import dev.kefu.couriers.Destination;
import dev.kefu.customers.Contact;
import dev.kefu.customers.Contact.Address;
import dev.kefu.orders.OrderView;

/** To whom and where the goods of a parcel go. */
final class Consignees {

    private Consignees() {
    }

    /** As the order spells them, at the address that was corrected since. */
    static Contact of(ParcelCase parcel, OrderView order) {
        var buyer = order.consignee();
        return new Contact(buyer.name(), buyer.phone(), buyer.email(), addressOf(parcel, order));
    }

    static Address addressOf(ParcelCase parcel, OrderView order) {
        return parcel.newAddress() == null ? order.consignee().address() : parcel.newAddress();
    }

    static Destination destinationOf(ParcelCase parcel, OrderView order) {
        return destination(addressOf(parcel, order));
    }

    static Destination destination(Address address) {
        return new Destination(address.province(), address.city());
    }
}
