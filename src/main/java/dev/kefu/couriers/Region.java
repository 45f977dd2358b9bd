package dev.kefu.couriers;

import dev.kefu.couriers.RateDraft.Tariff;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;

/**
 * What couriers' tables say of one place. What the row of its city leaves open, such as the fee where only coverage was asked
 * for, the row of its province says.
 */
final class Region {

    private final String name;
    private final String province;
    private final boolean isKnown;
    private final boolean isCityKnown;
    private final Map<String, CourierRate> ofCity = new HashMap<>();
    private final Map<String, CourierRate> ofProvince = new HashMap<>();

    /**
     * @param to    as people write it
     * @param rates of its province, all couriers'
     */
    Region(Destination to, @Nullable Province province, List<CourierRate> rates) {
        var city = to.city() == null ? "" : to.city().strip();
        this.isKnown = province != null;
        this.province = isKnown ? province.chinese() : "";
        this.name = (this.province + " " + (isKnown ? city : "")).strip();
        var key = Names.ofCity(to.city());
        this.isCityKnown = province == null || key.isEmpty() || Cities.isOne(province) || Cities.isOf(province, key)
                || rates.stream().anyMatch(rate -> rate.cityKey().equals(key));
        for (var rate : rates) {
            if (rate.cityKey().isEmpty()) {
                ofProvince.put(rate.courier(), rate);
            } else if (rate.cityKey().equals(key)) {
                ofCity.put(rate.courier(), rate);
            }
        }
    }

    /** Whether its province is one. */
    boolean isKnown() {
        return isKnown;
    }

    /** Whether the list of cities or a table has its city; no other can be told from one that is misspelt. */
    boolean isCityKnown() {
        return isCityKnown;
    }

    String name() {
        return name;
    }

    /** The row that says whether the courier goes there. */
    Optional<CourierRate> coverage(String courier) {
        return rows(courier).findFirst();
    }

    /** Its province; empty if that is unknown. */
    String province() {
        return province;
    }

    boolean isReachedBy(Courier courier) {
        return courier.isActive() && coverage(courier.code()).filter(CourierRate::isReached).isPresent();
    }

    /** The row that says what the courier takes. */
    Optional<CourierRate> priced(String courier) {
        return rows(courier).filter(rate -> rate.tariff() != null).findFirst();
    }

    Optional<Tariff> tariff(String courier) {
        return priced(courier).map(CourierRate::tariff);
    }

    Optional<Integer> days(String courier) {
        return rows(courier).map(CourierRate::days).flatMap(Stream::ofNullable).findFirst();
    }

    private Stream<CourierRate> rows(String courier) {
        return Stream.of(ofCity, ofProvince).map(each -> each.get(courier)).flatMap(Stream::ofNullable);
    }

    /** A region about which nothing is known, because there is no such province. */
    static Region unknown(Destination to) {
        return new Region(to, null, List.of());
    }
}
