package dev.kefu.parcels.domain;

import dev.kefu.cases.CaseFiles;
import dev.kefu.cases.CaseStatus;
import dev.kefu.cases.NewCase;
import dev.kefu.cases.ReportReview;
import dev.kefu.couriers.Couriers;
import dev.kefu.orders.OrderView;
import dev.kefu.orders.Orders;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Listed;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.SearchKey;
import dev.kefu.shipping.Leg;
import dev.kefu.shipping.ParcelEventStatus;
import dev.kefu.shipping.ParcelState;
import dev.kefu.shipping.ParcelView;
import dev.kefu.shipping.Parcels;
import dev.kefu.workflow.Actors;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** How a case of a parcel begins: by people, by what a courier reports, or by a parcel that comes home late (PAR-1 to PAR-3). */
@Component
class ReportDesk {

    /** What may be the matter with a parcel that, as the courier says, was delivered. */
    private static final Set<ParcelCause> IN_SPITE_OF_DELIVERY = Set.of(ParcelCause.LOST, ParcelCause.COURIER_FAULT, ParcelCause.DAMAGED);
    /** What may be the matter with a parcel to the shop; the rest is the business of the return. */
    private static final Set<ParcelCause> ON_THE_WAY_BACK = Set.of(ParcelCause.LOST, ParcelCause.COURIER_FAULT, ParcelCause.DAMAGED);

    private final ParcelCases parcelCases;
    private final Parcels parcels;
    private final Couriers couriers;
    private final Orders orders;
    private final CaseFiles cases;
    private final ReportReview review;
    private final ParcelNews news;
    private final Actors actors;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportDesk(ParcelCases parcelCases, Parcels parcels, Couriers couriers, Orders orders, CaseFiles cases,
            ReportReview review, ParcelNews news, Actors actors, ApplicationEventPublisher events,
            Clock clock) {
        this.parcelCases = parcelCases;
        this.parcels = parcels;
        this.couriers = couriers;
        this.orders = orders;
        this.cases = cases;
        this.review = review;
        this.news = news;
        this.actors = actors;
        this.events = events;
        this.clock = clock;
    }

    CaseNumber register(ReportedParcel report) {
        return open(parcelOf(report), report.cause(), report.note());
    }

    CaseNumber registerReported(long parcelId, ParcelCause cause) {
        parcels.lock(parcelId);
        return open(parcels.get(parcelId), cause, null);
    }

    private CaseNumber open(ParcelView parcel, ParcelCause cause, @Nullable String note) {
        requireAlone(parcel);
        requireFitting(parcel, cause);
        var order = orders.find(parcel.orderNumber()).orElseThrow();
        var goods = goodsOf(parcel, order);
        var held = heldByOthers(parcel, goods, order);
        if (!held.isEmpty()) {
            throw new RuleViolation("trackingNumber", "PAR-1", "Another case is about goods of this parcel: "
                    + Listed.names(held) + ".");
        }
        var caseNumber = cases.open(new NewCase(UndeliverableParcels.KIND, order.orderNumber(), order.customerId(), actors.current(),
                null));
        if (parcel.leg() == Leg.TO_CUSTOMER && !goods.isEmpty()) {
            orders.claimUnits(order.orderNumber(), caseNumber, goods.stream().map(ParcelLine::units).toList());
        }
        parcelCases.save(ParcelCase.reported(caseNumber, new CheckedReport(parcel, order.customerId(), cause, goods), clock.instant()));
        cases.record(caseNumber, "PARCEL_REPORTED", note);
        if (parcel.leg() == Leg.TO_SHOP && parcel.caseNumber() != null) {
            cases.recordFact(parcel.caseNumber(), "PARCEL_FOLLOWED_UP",
                    "The parcel on its way to us is followed up in case " + caseNumber + ".");
        }
        return caseNumber;
    }

    /** @throws Conflict if the earlier case's parcel was here before */
    CaseNumber registerHome(ParcelCase earlier, long parcelId) {
        parcels.lock(parcelId);
        var caseNumber = cases.open(new NewCase(UndeliverableParcels.KIND, earlier.orderNumber(), earlier.customerId(), actors.current(),
                earlier.number()));
        parcelCases.save(earlier.followedBy(caseNumber, parcels.get(parcelId), clock.instant()));
        parcels.observed(parcelId, ParcelEventStatus.RETURNED_TO_SENDER);
        events.publishEvent(new GoodsTurnedUp(earlier.number()));
        cases.recordFact(earlier.number(), "PARCEL_CAME_HOME", "Looked at in case " + caseNumber + ".");
        cases.recordFact(caseNumber, "PARCEL_CAME_HOME", "The parcel of case " + earlier.number() + " came home after that had ended.");
        return caseNumber;
    }

    /** Whether a case can be opened by itself: nothing stands in its way that a person would be told. */
    boolean mayOpen(ParcelView parcel, ParcelCause cause) {
        var order = orders.find(parcel.orderNumber());
        if (order.isEmpty() || !isFitting(parcel, cause) || isDealtWith(parcel)) {
            return false;
        }
        var held = heldByOthers(parcel, goodsOf(parcel, order.get()), order.get());
        if (!held.isEmpty()) {
            noteWithHolders(parcel, held);
        }
        return held.isEmpty();
    }

    private static boolean isFitting(ParcelView parcel, ParcelCause cause) {
        return parcel.state() != ParcelState.DELIVERED && (parcel.leg() == Leg.TO_CUSTOMER || ON_THE_WAY_BACK.contains(cause));
    }

    /** Whether an open case hears of the parcel and goes on by itself: the one about it, or one that sent it in its place. */
    private boolean isDealtWith(ParcelView parcel) {
        return parcelCases.findByOpenKey(ParcelCase.openKey(parcel.id())).isPresent()
                || parcelCases.about(parcel.id()).stream().anyMatch(ParcelCase::isOpen)
                || parcel.caseNumber() != null && isOfOpenParcel(parcel.caseNumber());
    }

    /** Whether it is such a case, or the open stock-out to which such a case has left the goods. */
    private boolean isOfOpenParcel(CaseNumber sender) {
        var sending = cases.summaryOf(sender);
        return sending.status() == CaseStatus.OPEN && (sending.kind().equals(UndeliverableParcels.KIND)
                || cases.parentOf(sender).map(cases::summaryOf).filter(each -> each.kind().equals(UndeliverableParcels.KIND)
                        && each.status() == CaseStatus.OPEN).isPresent());
    }

    /** No case is opened beside those that are about the same units; whoever works on them has to look after the parcel. */
    private void noteWithHolders(ParcelView parcel, List<String> held) {
        cases.ofOrder(parcel.orderNumber()).stream().filter(each -> each.status() == CaseStatus.OPEN)
                .forEach(each -> cases.recordFact(CaseNumber.of(each.caseNumber()), "PARCEL_NOT_REPORTED",
                        Listed.names(held) + ". " + WhereaboutsInWords.of(parcel)));
    }

    void review(ParcelCase parcel, boolean accepted, @Nullable String note) {
        review.record(parcel.number(), accepted, note);
        if (!accepted) {
            parcel.decide(Course.REJECT, actors.current());
        }
    }

    /** First of all (PAR-2); then it is looked where the parcel is, from what is known (PAR-3). */
    void apologise(ParcelCase parcel) {
        if (parcel.leg() == Leg.TO_CUSTOMER) {
            news.apology(parcel);
        }
        cases.recordFact(parcel.number(), "PARCEL_LOCATED", WhereaboutsInWords.of(parcels.get(parcel.currentParcel())));
    }

    private ParcelView parcelOf(ReportedParcel report) {
        if (SearchKey.ofNumber(report.trackingNumber()) == null) {
            throw new RuleViolation("trackingNumber", "input", "There is no letter or digit in the tracking number.");
        }
        var called = parcels.called(report.trackingNumber());
        if (called.isEmpty()) {
            throw new RuleViolation("trackingNumber", "PAR-1", "No parcel of this number is known. Look it up in the order, or have"
                    + " the shipment told first.");
        }
        var wanted = report.courier() == null ? null : code(report.courier());
        var carried = called.stream().filter(each -> wanted == null || code(each.courier()).equals(wanted)).toList();
        if (carried.isEmpty()) {
            throw new RuleViolation("courier", "PAR-1", "This courier has no parcel of that number; it is known of "
                    + Listed.names(called.stream().map(ParcelView::courier).distinct().toList()) + ".");
        }
        if (carried.stream().map(each -> code(each.courier())).distinct().count() > 1) {
            throw new RuleViolation("courier", "PAR-1", "Several couriers have a parcel of that number; say which: "
                    + Listed.names(carried.stream().map(ParcelView::courier).distinct().toList()) + ".");
        }
        parcels.lock(carried.get(0).id());
        return parcels.get(carried.get(0).id());
    }

    private String code(String courier) {
        return couriers.codeOf(courier).orElseGet(() -> String.valueOf(SearchKey.ofName(courier)));
    }

    private void requireAlone(ParcelView parcel) {
        parcelCases.findByOpenKey(ParcelCase.openKey(parcel.id())).ifPresent(other -> {
            throw new Conflict("Case " + other.number() + " is about this parcel already.");
        });
        parcelCases.about(parcel.id()).stream().filter(ParcelCase::isOpen).findFirst().ifPresent(other -> {
            throw new Conflict("Case " + other.number() + " is about this parcel already.");
        });
    }

    private static void requireFitting(ParcelView parcel, ParcelCause cause) {
        if (parcel.leg() == Leg.TO_SHOP && !ON_THE_WAY_BACK.contains(cause)) {
            throw new RuleViolation("cause", "PAR-1", "This parcel is on its way to us: only a loss, damage or a fault of the courier"
                    + " is a case of its own.");
        }
        if (parcel.state() == ParcelState.DELIVERED && !IN_SPITE_OF_DELIVERY.contains(cause)) {
            throw new RuleViolation("cause", "PAR-1", "The courier delivered this parcel. If the customer does not have it, report it as"
                    + " lost; goods that are not wanted go back as a return.");
        }
    }

    /** The goods in the parcel or, if nobody told which, what of the order no other case is about. */
    private static List<ParcelLine> goodsOf(ParcelView parcel, OrderView order) {
        if (parcel.lines().isEmpty()) {
            return order.lines().stream().filter(line -> line.leftQuantity() > 0)
                    .map(line -> ParcelLine.of(line, line.leftQuantity())).toList();
        }
        return parcel.lines().stream().filter(each -> order.line(each.line()).isPresent())
                .map(each -> ParcelLine.of(order.line(each.line()).orElseThrow(), each.quantity())).toList();
    }

    /** What the goods are called of which too few are left; units of a parcel to the shop belong to its return. */
    private static List<String> heldByOthers(ParcelView parcel, List<ParcelLine> goods, OrderView order) {
        return parcel.leg() == Leg.TO_SHOP ? List.of() : goods.stream()
                .filter(each -> order.line(each.units().line()).filter(line -> line.leftQuantity() >= each.units().quantity()).isEmpty())
                .map(ParcelLine::inWords).toList();
    }
}
