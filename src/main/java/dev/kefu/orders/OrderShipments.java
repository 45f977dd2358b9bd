package dev.kefu.orders;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.lang.Nullable;

/** The parcels of one order to its customer. Works on the order's own list, under the lock of its row when it changes it. */
class OrderShipments {

    private final String orderNumber;
    private final List<Shipment> shipments;
    @Nullable
    private final Instant deliveredAt;

    /** @param deliveredAt the order's own time of delivery */
    OrderShipments(String orderNumber, List<Shipment> shipments, @Nullable Instant deliveredAt) {
        this.orderNumber = orderNumber;
        this.shipments = shipments;
        this.deliveredAt = deliveredAt;
    }

    /** The shop tells these, and no others. What the house sent stays. */
    void told(List<OrderDraft.Shipment> drafts) {
        var told = new HashSet<Shipment>();
        for (var draft : drafts) {
            var shipment = known(draft, drafts).orElseGet(() -> added(draft.trackingNumber()));
            shipment.told(draft);
            told.add(shipment);
        }
        shipments.removeIf(each -> !told.contains(each) && !each.isByHouse());
        shipments.stream().filter(each -> !told.contains(each)).forEach(Shipment::untold);
    }

    /** The house sent one. */
    void sent(KnownShipment parcel) {
        called(parcel.trackingNumber()).orElseGet(() -> added(parcel.trackingNumber())).sent(parcel);
    }

    /** The parcel of this number, in whichever way it is typed. */
    Optional<Shipment> called(String trackingNumber) {
        return shipments.stream().filter(each -> each.isCalled(trackingNumber)).findFirst()
                .or(() -> shipments.stream().filter(each -> each.isCalledLike(trackingNumber)).findFirst());
    }

    /** How far the units of a line are of which so many are wanted. */
    UnitWay way(int line, int wanted, Instant now) {
        return UnitWay.of(wanted, shipments.stream().map(each -> each.part(each.unitsOf(line))).toList(), deliveredAt,
                UnitWay.isHouseFirst(shipments.stream().map(each -> each.part(0)).toList(), deliveredAt), now);
    }

    /** Units of a line in parcels that did not come back. */
    int carried(int line) {
        return shipments.stream().filter(Shipment::counts).mapToInt(each -> each.unitsOf(line)).sum();
    }

    /** The same if the shop told these. */
    int carriedIf(List<OrderDraft.Shipment> drafts, int line) {
        var told = new HashSet<Shipment>();
        var units = 0;
        for (var draft : drafts) {
            var shipment = known(draft, drafts);
            shipment.ifPresent(told::add);
            if (shipment.isEmpty() || shipment.get().counts() && !shipment.get().isByHouse()) {
                units += draft.lines().stream().filter(each -> each.line() == line).mapToInt(LineQuantity::quantity).sum();
            } else if (shipment.get().counts()) {
                units += shipment.get().unitsOf(line);
            }
        }
        return units + shipments.stream().filter(each -> each.isByHouse() && each.counts() && !told.contains(each))
                .mapToInt(each -> each.unitsOf(line)).sum();
    }

    /** Those of the drafts that are not known yet. */
    List<OrderDraft.Shipment> unknownOf(List<OrderDraft.Shipment> drafts) {
        return drafts.stream().filter(draft -> known(draft, drafts).isEmpty()).toList();
    }

    /** The one that the shop means: of the same number, or one of the house's whose number it spells otherwise. */
    private Optional<Shipment> known(OrderDraft.Shipment draft, List<OrderDraft.Shipment> drafts) {
        return shipments.stream().filter(each -> each.isCalled(draft.trackingNumber())).findFirst()
                .or(() -> shipments.stream().filter(each -> each.isByHouse() && each.isCalledLike(draft.trackingNumber())
                        && drafts.stream().noneMatch(other -> each.isCalled(other.trackingNumber()))).findFirst());
    }

    private Shipment added(String trackingNumber) {
        var shipment = Shipment.called(orderNumber, trackingNumber);
        shipments.add(shipment);
        return shipment;
    }
}
