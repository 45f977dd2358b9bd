package dev.kefu.orders;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.springframework.lang.Nullable;

/**
 * How far so many units of the same goods are.
 *
 * <p>Each parcel speaks for what it carries. The order's own time of delivery speaks for what no parcel speaks for, and for
 * a parcel of which nobody says more. Units of a parcel that came back or was lost are where they were before it: not sent.
 *
 * <p>More may lie in parcels than was wanted, as where goods that came back are replaced; that counts for nothing.
 *
 * @param sent      units that left the house and did not come back as undeliverable
 * @param delivered those that reached the customer
 * @param latest    when the latest of them did; null if none has
 */
record UnitWay(int sent, int delivered, @Nullable Instant latest) {

    /**
     * The units in one parcel.
     *
     * @param deliveredAt null while it is under way, as far as this parcel is known
     * @param cameBackAt  when it came back undelivered or was lost; null if it wasn't
     * @param byHouse     whether the house sent it, and the shop says nothing of it
     */
    record Part(int units, Instant shippedAt, @Nullable Instant deliveredAt, @Nullable Instant cameBackAt, boolean byHouse) {

        private boolean counts() {
            return cameBackAt == null;
        }
    }

    /**
     * @param wanted      units that were bought and not cancelled
     * @param parts       the parcels that carry some of them
     * @param deliveredAt the order's own time, null if it has none
     * @param houseFirst  whether the house itself sent goods for the first time before that time: then it speaks of parcels only
     * @param now         what is said to be delivered later is still on its way
     */
    static UnitWay of(int wanted, List<Part> parts, @Nullable Instant deliveredAt, boolean houseFirst, Instant now) {
        var counted = parts.stream().filter(Part::counts).toList();
        var inParcels = counted.stream().mapToInt(Part::units).sum();
        var rest = deliveredAt == null || houseFirst ? 0 : Math.max(wanted - inParcels - notSentAgain(parts), 0);
        var arrived = new TreeMap<Instant, Integer>();
        counted.forEach(part -> {
            var at = part.deliveredAt() != null ? part.deliveredAt() : speaksFor(deliveredAt, part) ? deliveredAt : null;
            if (at != null) {
                arrived.merge(at, part.units(), Integer::sum);
            }
        });
        if (rest > 0) {
            arrived.merge(deliveredAt, rest, Integer::sum);
        }
        var delivered = 0;
        Instant latest = null;
        for (var each : arrived.headMap(now, true).entrySet()) {
            // What arrives beyond what is wanted replaces what came back, and begins nothing anew
            if (each.getValue() > 0 && delivered < wanted) {
                delivered = Math.min(delivered + each.getValue(), wanted);
                latest = each.getKey();
            }
        }
        return new UnitWay(Math.min(inParcels + rest, wanted), delivered, latest);
    }

    /**
     * Whether the house sent goods of the order, not for such as came back, before the shop's time of delivery. Whoever counts
     * parcels of its own can't mean by that time what lies in none.
     */
    static boolean isHouseFirst(List<Part> parcels, @Nullable Instant deliveredAt) {
        var firstBack = firstBack(parcels);
        return deliveredAt != null && parcels.stream().anyMatch(each -> each.byHouse() && !each.shippedAt().isAfter(deliveredAt)
                && (firstBack == null || each.shippedAt().isBefore(firstBack)));
    }

    /** The shop's word about the whole order can't be about a parcel that the house sent after it. */
    private static boolean speaksFor(@Nullable Instant deliveredAt, Part part) {
        return deliveredAt != null && !(part.byHouse() && part.shippedAt().isAfter(deliveredAt));
    }

    /** Units that came back, less those that went out after that. */
    private static int notSentAgain(List<Part> parts) {
        var firstBack = firstBack(parts);
        if (firstBack == null) {
            return 0;
        }
        var back = parts.stream().filter(each -> !each.counts()).mapToInt(Part::units).sum();
        var again = parts.stream().filter(each -> each.counts() && !each.shippedAt().isBefore(firstBack))
                .mapToInt(Part::units).sum();
        return Math.max(back - again, 0);
    }

    @Nullable
    private static Instant firstBack(List<Part> parts) {
        return parts.stream().filter(each -> !each.counts()).map(Part::cameBackAt).min(Instant::compareTo).orElse(null);
    }
}
