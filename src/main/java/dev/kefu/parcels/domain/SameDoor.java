package dev.kefu.parcels.domain;

import dev.kefu.couriers.Province;
import dev.kefu.customers.Contact.Address;
import dev.kefu.shared.SearchKey;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;

/**
 * Whether two addresses name the same door, however they are spelt: capitals, spaces, punctuation and the width of letters
 * don't matter, nor what kind of place a name stands for (西湖 and 西湖区), nor in which field it is written.
 */
final class SameDoor {

    private static final Pattern KIND_OF_PLACE = Pattern.compile("特别行政区|自治[区州县旗]|地区|[省市区县旗盟]");
    private static final Pattern KIND_IN_ENGLISH = Pattern.compile("(?i)\\b(?:province|city|district|county|prefecture)\\b");
    private static final Pattern FIRST_NUMBER = Pattern.compile("(?=[0-9])");
    private static final Pattern NUMBER_SIGN = Pattern.compile("(?<=[0-9])号$");

    private SameDoor() {
    }

    static boolean is(Address one, Address other) {
        return key(one).equals(key(other));
    }

    private static String key(Address address) {
        var province = written(Province.called(address.province()).map(Province::chinese).orElse(address.province()));
        var city = written(address.city());
        var district = written(address.district());
        var street = written(address.street());
        for (var named : List.of(province, city, district)) {
            // Whoever copies an address writes the whole of it into the street
            street = street.startsWith(named) ? street.substring(named.length()) : street;
        }
        // A city that is a province of its own is written once or twice
        return NUMBER_SIGN.matcher(province + (city.equals(province) ? "" : city) + district + street).replaceFirst("");
    }

    private static String written(@Nullable String part) {
        return part == null ? "" : bare(Objects.requireNonNullElse(SearchKey.ofName(KIND_IN_ENGLISH.matcher(part).replaceAll(" ")), ""));
    }

    /** Kinds of places count for nothing before the number of the house; behind it, they tell one building from another. */
    private static String bare(String part) {
        var halves = FIRST_NUMBER.split(part, 2);
        return Stream.concat(Stream.of(KIND_OF_PLACE.matcher(halves[0]).replaceAll("")), Stream.of(halves).skip(1))
                .collect(Collectors.joining());
    }
}
