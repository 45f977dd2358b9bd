package dev.kefu.customers;

import dev.kefu.shared.KeyedByName;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The row behind a customer file. */
@Entity
@Table(name = "customer")
class Customer extends KeyedByName {

    @Id
    private String customerId;
    @Embedded
    private Contact contact;
    private Instant knownSince;
    private Instant updatedAt;
    private Instant erasedAt;

    protected Customer() {
    }

    static Customer firstSeen(Sighting sighting) {
        var customer = new Customer();
        customer.customerId = sighting.customerId();
        customer.contact = sighting.contact();
        customer.knownSince = sighting.orderPaidAt();
        customer.updatedAt = sighting.orderPaidAt();
        return customer;
    }

    /** An old order may come after a newer one; then it tells only how long the customer is known. */
    void seenAgain(Sighting sighting) {
        // Somebody who was erased and buys again is known again, by what they tell now
        if (erasedAt != null || sighting.orderPaidAt().isAfter(updatedAt)) {
            contact = sighting.contact();
            updatedAt = sighting.orderPaidAt();
            erasedAt = null;
        }
        if (sighting.orderPaidAt().isBefore(knownSince)) {
            knownSince = sighting.orderPaidAt();
        }
    }

    /** Who they are is not known any more; again changes nothing. */
    void erase(Instant at) {
        if (erasedAt == null) {
            contact = Contact.ERASED;
            erasedAt = at;
        }
    }

    Contact contact() {
        return contact;
    }

    CustomerFile file() {
        return new CustomerFile(customerId, contact, knownSince, updatedAt, erasedAt);
    }

    @Override
    public String getId() {
        return customerId;
    }
}
