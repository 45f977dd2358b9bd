package dev.kefu.customers;

import dev.kefu.shared.Masked;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.util.stream.Stream;
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

    /** Of somebody who was erased. */
    public static final Contact ERASED = new Contact("", null, null, null);

    /** The address; {@link Address#UNKNOWN} rather than null. */
    @Override
    public Address address() {
        return address == null ? Address.UNKNOWN : address;
    }

    /** What people see who don't work on the customer's cases: enough to tell two customers apart, not who they are. */
    public Contact masked() {
        return new Contact(maskedName(), maskedPhone(), email == null ? null : Masked.HIDDEN,
                new Address(address().province(), address().city(), null, null, null));
    }

    /** The first letter of the name. */
    public String maskedName() {
        return Masked.name(name);
    }

    /** The phone number with its middle hidden, all of it hidden if it is short; null if there is none. */
    @Nullable
    public String maskedPhone() {
        return Masked.phone(phone);
    }

    /** What tells who somebody is, as it is spelt here; not the province and the city. */
    public Stream<String> words() {
        return Stream.of(name, phone, email, address().street(), address().postcode())
                .filter(word -> word != null && !word.isBlank());
    }
}
