package dev.kefu.customers;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.springframework.lang.Nullable;

/** Who somebody is and how they are reached: personal data (CUS-4). */
@Embeddable
public record Contact(@Column(name = "customer_name") String name, @Nullable String phone, @Nullable String email,
        @Nullable @Embedded Address address) {

    /** Where goods go to. Every part may be unknown. */
    @Embeddable
    public record Address(@Nullable String province, @Nullable String city, @Nullable String district,
            @Nullable String street, @Nullable String postcode) {

        /** An address of which nothing is known. */
        public static final Address UNKNOWN = new Address(null, null, null, null, null);
    }

    private static final int PHONE_HEAD = 3;
    private static final int PHONE_TAIL = 4;

    /** The address; {@link Address#UNKNOWN} rather than null. */
    @Override
    public Address address() {
        return address == null ? Address.UNKNOWN : address;
    }

    /** What people see who don't work on the customer's cases: enough to tell two customers apart, not who they are. */
    public Contact masked() {
        return new Contact(maskedName(), maskedPhone(), email == null ? null : "***",
                new Address(address().province(), address().city(), null, null, null));
    }

    /** The first letter of the name. */
    public String maskedName() {
        if (name.isEmpty()) {
            return name;
        }
        var first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
    }

    /** The phone number with its middle hidden, all of it hidden if it is short; null if there is none. */
    @Nullable
    public String maskedPhone() {
        if (phone == null) {
            return null;
        }
        var hidden = phone.length() - PHONE_HEAD - PHONE_TAIL;
        return hidden <= 0 ? "*".repeat(phone.length())
                : phone.substring(0, PHONE_HEAD) + "*".repeat(hidden) + phone.substring(phone.length() - PHONE_TAIL);
    }
}
