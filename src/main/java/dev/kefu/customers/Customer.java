package dev.kefu.customers;

import dev.kefu.customers.CustomerLanguages.Spoken;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.KeyedByName;
import dev.kefu.shared.Language;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.springframework.lang.Nullable;

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
    private String language;
    private String languageAsked;

    protected Customer() {
    }

    static Customer firstSeen(Sighting sighting) {
        var customer = new Customer();
        customer.customerId = sighting.customerId();
        customer.contact = sighting.contact();
        customer.knownSince = sighting.orderPaidAt();
        customer.updatedAt = sighting.orderPaidAt();
        customer.hears(sighting.language());
        return customer;
    }

    /** An old order may come after a newer one; then it tells only how long the customer is known. */
    void seenAgain(Sighting sighting) {
        // Somebody who was erased and buys again is known again, by what they tell now
        // The newest order tells the language also when it is told again: a shop may learn to tell it
        if (erasedAt != null || !sighting.orderPaidAt().isBefore(updatedAt)) {
            hears(sighting.language());
        }
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
            language = null;
            languageAsked = null;
            erasedAt = at;
        }
    }

    /** @param wanted null takes it back */
    void asksFor(@Nullable Language wanted) {
        if (erasedAt != null) {
            throw new Conflict("The customer was erased.");
        }
        languageAsked = wanted == null ? null : wanted.code();
    }

    /** A shop that tells no language takes none away. */
    private void hears(@Nullable Language told) {
        language = told == null ? language : told.code();
    }

    @Nullable
    private Language language() {
        var code = languageAsked == null ? language : languageAsked;
        return code == null ? null : Language.of(code).orElse(null);
    }

    Spoken spoken() {
        return new Spoken(customerId, language(), languageAsked != null);
    }

    Contact contact() {
        return contact;
    }

    CustomerFile file() {
        return new CustomerFile(customerId, contact, language(), knownSince, updatedAt, erasedAt);
    }

    @Override
    public String getId() {
        return customerId;
    }
}
