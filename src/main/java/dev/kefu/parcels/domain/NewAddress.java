package dev.kefu.parcels.domain;

import dev.kefu.couriers.Cities;
import dev.kefu.couriers.Province;
import dev.kefu.couriers.RateCheck;
import dev.kefu.customers.Contact.Address;
import dev.kefu.shared.Text;
import dev.kefu.shared.Violations;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;

/** Where the goods are to go instead, as it is typed: at least a province, a city and a street. */
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
            violations.add("address.province", "SHP-3", "This is no province that is known here, so nobody can say which"
                    + " courier goes there.");
        } else {
            RateCheck.requireWithin("address.city", Province.called(province).get(), city, violations);
        }
        if ((city == null || Text.isBlank(city)) && !isCityOfItsOwn()) {
            violations.add("address.city", "PAR-4", "Say in which city it is, so that a courier can be found.");
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

    /** A municipality is its own city. */
    private boolean isCityOfItsOwn() {
        return Province.called(province).filter(Cities::isOne).isPresent();
    }

    Address address() {
        return new Address(composed(province), composed(city), composed(district), composed(street), composed(postcode));
    }

    private Stream<String> parts() {
        return Stream.of(province, city, district, street, postcode);
    }

    @Nullable
    private static String composed(@Nullable String part) {
        return part == null || Text.isBlank(part) ? null : Text.composed(part);
    }
}
