package dev.kefu.parcels.domain;

import dev.kefu.couriers.Province;
import dev.kefu.couriers.RateCheck;
import dev.kefu.customers.Contact.Address;
import dev.kefu.shared.SearchKey;
import dev.kefu.shared.Text;
import dev.kefu.shared.Violations;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;

/** Where the goods are to go instead, as it is typed: at least a province and a street. */
public record NewAddress(@Nullable String province, @Nullable String city, @Nullable String district,
        @Nullable String street, @Nullable String postcode) {

    private static final int LONGEST = 300;
    private static final int LONGEST_POSTCODE = 20;

    /** Whether nothing of it was filled in. */
    public boolean nothingGiven() {
        return parts().allMatch(part -> part == null || Text.isBlank(part));
    }

    void requireUsable() {
        var violations = new Violations();
        if (province == null || Text.isBlank(province)) {
            violations.add("address.province", "PAR-4", "Say in which province it is, so that a courier can be found.");
        } else if (Province.called(province).isEmpty()) {
            violations.add("address.province", "SHP-3", "This is no province that is known here, so nobody can say which courier goes there.");
        } else {
            RateCheck.requireWithin("address.city", Province.called(province).get(), city, violations);
        }
        if (street == null || Text.isBlank(street)) {
            violations.add("address.street", "PAR-4", "Say the street and the number of the house.");
        }
        if (parts().anyMatch(part -> part != null && part.length() > LONGEST)) {
            violations.add("address", "input", "A part of the address has more than " + LONGEST + " characters.");
        }
        if (postcode != null && postcode.length() > LONGEST_POSTCODE) {
            violations.add("address.postcode", "input", "The postcode has more than " + LONGEST_POSTCODE + " characters.");
        }
        violations.refuseIfAny();
    }

    Address address() {
        return new Address(composed(province), composed(city), composed(district), composed(street), composed(postcode));
    }

    /** Whether two addresses name the same door, however they are spelt. */
    static boolean isSame(Address one, Address other) {
        return Objects.equals(key(one), key(other));
    }

    @Nullable
    private static String key(Address address) {
        var province = Province.called(address.province()).map(Province::name).orElse(address.province());
        return SearchKey.ofName(Stream.of(province, address.city(), address.district(), address.street())
                .filter(Objects::nonNull).collect(Collectors.joining()));
    }

    private Stream<String> parts() {
        return Stream.of(province, city, district, street, postcode);
    }

    @Nullable
    private static String composed(@Nullable String part) {
        return part == null || Text.isBlank(part) ? null : Text.composed(part);
    }
}
