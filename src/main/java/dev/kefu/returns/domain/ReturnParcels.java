package dev.kefu.returns.domain;

import dev.kefu.cases.CaseFiles;
import dev.kefu.couriers.Couriers;
import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.SearchKey;
import dev.kefu.shipping.Leg;
import dev.kefu.shipping.NewParcel;
import dev.kefu.shipping.ParcelEventStatus;
import dev.kefu.shipping.ParcelPurpose;
import dev.kefu.shipping.ParcelState;
import dev.kefu.shipping.ParcelView;
import dev.kefu.shipping.Parcels;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * The parcels of returns (RET-3, RET-5): what is sent is known to the couriers' reports from then on, and what they reported
 * before somebody waited for it is found again.
 */
@Component
class ReturnParcels {

    private final Parcels parcels;
    private final ReturnNumbers numbers;
    private final Couriers couriers;
    private final CaseFiles cases;

    ReturnParcels(Parcels parcels, ReturnNumbers numbers, Couriers couriers, CaseFiles cases) {
        this.parcels = parcels;
        this.numbers = numbers;
        this.couriers = couriers;
        this.cases = cases;
    }

    /**
     * The goods come back in this parcel. To be called before the return itself knows it: what is reported at this moment is
     * looked up by whoever goes on.
     *
     * @param sentAt null if it is only arranged
     */
    void comesBack(ReturnCase goods, Parcel parcel, @Nullable Instant sentAt) {
        register(goods, Leg.TO_SHOP, ParcelPurpose.RETURN, parcel, Parts.byLine(goods.asked().quantities()), sentAt);
    }

    /**
     * What the house sends itself goes by a courier that it knows.
     *
     * @throws dev.kefu.shared.RuleViolation on {@code courier} if it does not
     */
    Parcel ours(Parcel told) {
        return new Parcel(couriers.carrier(told.courier()), told.trackingNumber());
    }

    /** @param units in whose place it goes out */
    void replaces(ReturnCase goods, Parcel parcel, List<LineQuantity> units, Instant sentAt) {
        register(goods, Leg.TO_CUSTOMER, ParcelPurpose.REPLACEMENT, parcel, units, sentAt);
    }

    void goesBack(ReturnCase goods, Parcel parcel, List<LineQuantity> units, Instant sentAt) {
        register(goods, Leg.TO_CUSTOMER, ParcelPurpose.SENT_BACK, parcel, units, sentAt);
    }

    /** Whether a courier reported, since the customer asked for the return, that its goods are here. */
    boolean isHere(ReturnCase goods) {
        return onTheWayBack(goods).anyMatch(parcel -> parcel.state() == ParcelState.DELIVERED
                && isReportedSince(goods.requestedAt(), parcel));
    }

    /** Whether a courier has the goods, or had them, as far as it reported. */
    boolean isTaken(ReturnCase goods) {
        return onTheWayBack(goods).anyMatch(parcel -> parcel.state() != ParcelState.ANNOUNCED);
    }

    /** The parcel in which the goods are, as couriers reported it since the customer asked for the return. */
    Optional<ParcelView> onTheWay(ReturnCase goods) {
        return onTheWayBack(goods).filter(parcel -> isIn(parcel, goods)
                && parcel.events().stream().anyMatch(event -> !event.receivedAt().isBefore(goods.requestedAt()))).findFirst();
    }

    /** The units that went to the customer in another case. */
    List<LineQuantity> sentIn(CaseNumber caseNumber) {
        return Parts.sum(parcels.ofCase(caseNumber).stream().filter(parcel -> parcel.leg() == Leg.TO_CUSTOMER)
                .flatMap(parcel -> parcel.lines().stream()));
    }

    /**
     * Somebody has the goods in their hands, whatever the courier reported. Not of a number that several returns share: which
     * of them is in the parcel is known to those who look into it.
     */
    void broughtIn(ReturnCase goods) {
        var open = onTheWayBack(goods).filter(parcel -> parcel.state() != ParcelState.DELIVERED).toList();
        if (open.size() == 1 && numbers.ofWayBack(open.get(0).trackingNumber()).size() == 1) {
            parcels.observed(open.get(0).id(), ParcelEventStatus.DELIVERED);
        }
    }

    /** The returns whose goods came in the parcel, unless it came before they were asked for. */
    List<ReturnCase> returnsIn(ParcelView parcel) {
        return numbers.ofWayBack(parcel.trackingNumber()).stream()
                .filter(goods -> isOf(goods, parcel) && isReportedSince(goods.requestedAt(), parcel)).toList();
    }

    /** The returns whose goods are in the parcel, as far as they wait for it. */
    List<ReturnCase> returnsOf(ParcelView parcel) {
        return numbers.ofWayBack(parcel.trackingNumber()).stream()
                .filter(goods -> isOf(goods, parcel) && goods.awaitsParcel()).toList();
    }

    /** @return the parcels of the goods' way back, one for each number that was told */
    private Stream<ParcelView> onTheWayBack(ReturnCase goods) {
        return goods.journey().parcels().stream()
                .flatMap(sent -> parcels.called(sent.trackingNumber()).stream())
                .filter(parcel -> parcel.leg() == Leg.TO_SHOP && isOf(goods, parcel));
    }

    /** Whether the goods are in this parcel, by the number that was told last. */
    static boolean isIn(ParcelView parcel, ReturnCase goods) {
        var told = goods.journey().parcel();
        return told != null && Objects.equals(SearchKey.ofNumber(parcel.trackingNumber()), SearchKey.ofNumber(told.trackingNumber()));
    }

    /** Of several orders in one parcel each has its own; another customer's has the number by chance. */
    private static boolean isOf(ReturnCase goods, ParcelView parcel) {
        return parcel.orderNumber().equals(goods.asked().orderNumber());
    }

    /** Nobody is kept from telling a number that can't be right: it stays with the case, and the case says so. */
    private void register(ReturnCase goods, Leg leg, ParcelPurpose purpose, Parcel parcel, List<LineQuantity> units,
            @Nullable Instant sentAt) {
        var told = new NewParcel(goods.asked().orderNumber(), leg, purpose, goods.number(), parcel.courier(), parcel.trackingNumber(),
                units, sentAt);
        if (parcels.mayRegister(told)) {
            parcels.register(told);
        } else {
            cases.recordFact(goods.number(), "PARCEL_NOT_FOLLOWED", parcel + " is the number of another customer's parcel.");
        }
    }

    private static boolean isReportedSince(Instant begin, ParcelView parcel) {
        return parcel.events().stream().filter(event -> event.status() == ParcelEventStatus.DELIVERED)
                .anyMatch(event -> !event.receivedAt().isBefore(begin));
    }
}
