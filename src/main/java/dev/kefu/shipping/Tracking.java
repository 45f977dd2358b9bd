package dev.kefu.shipping;

import dev.kefu.couriers.Couriers;
import dev.kefu.shared.SearchKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which events count for which parcels. Numbers of two couriers may be the same; one parcel may hold goods of two orders; and
 * goods may go back under the number under which they came.
 */
@Component
class Tracking {

    private final Couriers couriers;

    Tracking(Couriers couriers) {
        this.couriers = couriers;
    }

    /**
     * By event, the parcels for which it counts.
     *
     * @param parcels all of the number
     */
    Map<ParcelEvent, List<Parcel>> match(Collection<ParcelEvent> events, Collection<Parcel> parcels) {
        var names = new HashMap<String, Optional<String>>();
        Map<ParcelEvent, List<Parcel>> matched = new LinkedHashMap<>();
        events.forEach(event -> matched.put(event, onTheirWay(event, carriedBy(event.courier(), parcels, names))));
        return matched;
    }

    /** The parcels of this courier or, if somebody's spelling of it is unknown, of the only one that it can be. */
    private List<Parcel> carriedBy(String courier, Collection<Parcel> parcels, Map<String, Optional<String>> names) {
        var certain = parcels.stream().filter(each -> areSame(courier, each.courier(), names)).toList();
        if (!certain.isEmpty()) {
            return certain;
        }
        var possible = parcels.stream().filter(each -> codeOf(courier, names).isEmpty()
                || codeOf(each.courier(), names).isEmpty()).toList();
        return possible.stream().allMatch(each -> areSame(possible.get(0).courier(), each.courier(), names)) ? possible : List.of();
    }

    private List<Parcel> onTheirWay(ParcelEvent event, List<Parcel> parcels) {
        return new ArrayList<>(parcels.stream().collect(Collectors.toMap(Parcel::orderNumber, each -> each,
                (one, other) -> laterBegun(event, one, other), LinkedHashMap::new)).values());
    }

    private static Parcel laterBegun(ParcelEvent event, Parcel one, Parcel other) {
        var inOrder = List.of(one, other).stream().sorted(Comparator.comparing(Parcel::begin).thenComparing(Parcel::id)).toList();
        return inOrder.get(1).begin().isAfter(event.occurredAt()) ? inOrder.get(0) : inOrder.get(1);
    }

    /** Whether both names may be of the same courier: they are, or nobody knows one of them. */
    boolean mayBeSame(String one, String other) {
        var names = new HashMap<String, Optional<String>>();
        return areSame(one, other, names) || codeOf(one, names).isEmpty() || codeOf(other, names).isEmpty();
    }

    private boolean areSame(String one, String other, Map<String, Optional<String>> names) {
        var code = codeOf(one, names);
        return code.isPresent() && code.equals(codeOf(other, names))
                || Objects.equals(SearchKey.ofName(one), SearchKey.ofName(other));
    }

    private Optional<String> codeOf(String courier, Map<String, Optional<String>> names) {
        return names.computeIfAbsent(courier, couriers::codeOf);
    }
}
