package dev.kefu.parcels.domain;

import dev.kefu.customers.Contact.Address;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.springframework.lang.Nullable;

/** Where the goods go instead of the order's address (PAR-4). */
@Embeddable
class OtherDoor {

    @Embedded
    @AttributeOverride(name = "province", column = @Column(name = "new_province"))
    @AttributeOverride(name = "city", column = @Column(name = "new_city"))
    @AttributeOverride(name = "district", column = @Column(name = "new_district"))
    @AttributeOverride(name = "street", column = @Column(name = "new_street"))
    @AttributeOverride(name = "postcode", column = @Column(name = "new_postcode"))
    private Address address;
    /** Whether goods went there already. */
    private boolean newAddressTried;

    protected OtherDoor() {
    }

    void become(Address other) {
        newAddressTried = newAddressTried && address != null && SameDoor.is(address, other);
        address = other;
    }

    void goodsWentThere() {
        newAddressTried = address != null;
    }

    /** Whether goods went to this address before, and failed. */
    boolean hasFailedAt(Address to, Address ofOrder) {
        return SameDoor.is(to, ofOrder) || newAddressTried && SameDoor.is(to, address);
    }

    void erase() {
        address = address == null ? null : new Address(address.province(), address.city(), null, null, null);
    }

    @Nullable
    Address address() {
        return address;
    }
}
