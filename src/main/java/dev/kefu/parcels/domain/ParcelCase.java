package dev.kefu.parcels.domain;

import static dev.kefu.parcels.domain.Course.ABANDON;
import static dev.kefu.parcels.domain.Course.REFUND;
import static dev.kefu.parcels.domain.Course.REJECT;
import static dev.kefu.parcels.domain.Course.RESHIP;
import static dev.kefu.parcels.domain.Course.UNDECIDED;

import dev.kefu.customers.Contact.Address;
import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Erasure;
import dev.kefu.shared.KeyedByName;
import dev.kefu.shared.SearchKey;
import dev.kefu.shipping.Leg;
import dev.kefu.shipping.ParcelState;
import dev.kefu.shipping.ParcelView;
import dev.kefu.stock.SkuQuantity;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.lang.Nullable;

/**
 * A parcel that can't be delivered (PAR).
 *
 * <p>The case knows what has happened to the goods and what may happen next ({@link #nextStep}); the process knows who does
 * it and when. It is about one parcel until that goes out again; from then on about the one that went out in its place.
 */
@Entity
@Table(name = "parcel_case")
class ParcelCase extends KeyedByName {

    @Id
    private String caseNumber;
    private long parcelId;
    /** While the case is open, nobody opens another one for the same parcel and leg. */
    private String openKey;
    private String orderNumber;
    private String customerId;
    @Enumerated(EnumType.STRING)
    private Leg leg;
    private String courier;
    private String trackingNumber;
    private String trackingKey;
    private Instant reportedAt;
    @Enumerated(EnumType.STRING)
    private ParcelCause cause;
    private int attempt;
    /** The last shipment of which it is known that it failed. */
    private int failedAttempt;
    private boolean toBeRuled;
    private boolean stopped;
    private boolean forSupervisor;
    private boolean backToAgent;
    @Enumerated(EnumType.STRING)
    private Whereabouts whereabouts;
    @Enumerated(EnumType.STRING)
    private Course course;
    private String courseSetBy;
    private boolean refundOrdered;
    private boolean refundOfSurcharge;
    private boolean refunded;
    private boolean paidElsewhere;
    @Enumerated(EnumType.STRING)
    private ParcelOutcome outcome;
    @Embedded
    @AttributeOverride(name = "province", column = @Column(name = "new_province"))
    @AttributeOverride(name = "city", column = @Column(name = "new_city"))
    @AttributeOverride(name = "district", column = @Column(name = "new_district"))
    @AttributeOverride(name = "street", column = @Column(name = "new_street"))
    @AttributeOverride(name = "postcode", column = @Column(name = "new_postcode"))
    private Address newAddress;
    /** Whether goods went there already. */
    private boolean newAddressTried;
    @Embedded
    private Ruling ruling = new Ruling();
    @Embedded
    private Chase chase = new Chase();
    @Embedded
    private Contacting contacting = new Contacting();
    @Embedded
    private SecondFreight freight = new SecondFreight();
    @Embedded
    private SendingAgain sending = new SendingAgain();
    @Embedded
    private HomeGoods home = new HomeGoods();
    @Embedded
    private Claim claim = new Claim();
    @ElementCollection
    @CollectionTable(name = "parcel_case_line", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "position")
    private List<ParcelLine> goods = new ArrayList<>();

    protected ParcelCase() {
    }

    static ParcelCase reported(CaseNumber caseNumber, CheckedReport report, Instant at) {
        var parcel = about(caseNumber, report.parcel(), report.customerId(), report.cause(), report.goods(), at);
        parcel.openKey = openKey(report.parcel().id());
        parcel.toBeRuled = true;
        parcel.whereabouts = switch (report.parcel().state()) {
            case RETURNED -> Whereabouts.HERE;
            case LOST -> Whereabouts.LOST;
            default -> report.cause().needsOtherGoods() ? Whereabouts.LOST : Whereabouts.WITH_COURIER;
        };
        if (parcel.whereabouts == Whereabouts.HERE) {
            parcel.home.come();
        }
        return parcel;
    }

    private static ParcelCase about(CaseNumber caseNumber, ParcelView view, String customerId, ParcelCause cause,
            List<ParcelLine> goods, Instant at) {
        var parcel = new ParcelCase();
        parcel.caseNumber = caseNumber.value();
        parcel.parcelId = view.id();
        parcel.orderNumber = view.orderNumber();
        parcel.customerId = customerId;
        parcel.leg = view.leg();
        parcel.courier = view.courier();
        parcel.trackingNumber = view.trackingNumber();
        parcel.trackingKey = SearchKey.ofNumber(view.trackingNumber());
        parcel.reportedAt = at;
        parcel.cause = cause;
        parcel.attempt = 1;
        parcel.failedAttempt = 1;
        parcel.course = UNDECIDED;
        parcel.goods.addAll(goods);
        return parcel;
    }

    /** What keeps the cases of one parcel apart; a number on its way back is another parcel. */
    static String openKey(long parcelId) {
        return "P" + parcelId;
    }

    /**
     * The parcel has come home after all: a case of its own that inspects it and puts it away, and nothing else.
     *
     * @throws Conflict unless {@link #isParcelOut}
     */
    ParcelCase followedBy(CaseNumber number, ParcelView view, Instant at) {
        if (!isParcelOut()) {
            throw new Conflict("The parcel of case " + caseNumber + " has been here already"
                    + (home.homeCase() == null ? "." : "; see case " + home.homeCase() + "."));
        }
        home.takenUpBy(number.value());
        var late = about(number, view, customerId, cause, goods, at);
        late.whereabouts = Whereabouts.HERE;
        late.home.cameAfter(caseNumber, outcome);
        return late;
    }

    /** Whether the case has ended without the goods of its parcel, which may still come home. */
    boolean isParcelOut() {
        return outcome != null && outcome != ParcelOutcome.REJECTED && leg == Leg.TO_CUSTOMER && home.homeCase() == null
                && home.earlierCase() == null && !home.areHere() && !home.areStored()
                && (whereabouts != Whereabouts.DELIVERED || sending.shipments().stream().anyMatch(Reshipment::hasOtherGoods));
    }

    /** What comes next, whenever it is asked. */
    ParcelStep nextStep() {
        if (outcome != null) {
            return home.areHere() ? ParcelStep.INSPECT : ParcelStep.DONE;
        }
        if (home.earlierCase() != null) {
            return home.areHere() ? ParcelStep.INSPECT : ParcelStep.CLOSE;
        }
        if (course == REJECT) {
            return ParcelStep.CLOSE;
        }
        if (sending.stockOut().isPresent()) {
            return ParcelStep.AWAIT_GOODS;
        }
        if (freight.isReturnRefused()) {
            return ParcelStep.DECIDE;
        }
        if (whereabouts == Whereabouts.DELIVERED || refunded || course == ABANDON) {
            return freight.isSurchargeOwed() ? ParcelStep.REFUND : ParcelStep.CLOSE;
        }
        if (leg == Leg.TO_SHOP) {
            return whereabouts == Whereabouts.WITH_COURIER ? ParcelStep.CHASE : ParcelStep.CLOSE;
        }
        if (sending.isAwaited()) {
            return ParcelStep.AWAIT_DELIVERY;
        }
        return switch (course) {
            case RESHIP -> nextOfReshipping();
            case REFUND -> nextOfRefunding();
            default -> nextOfUndecided();
        };
    }

    private ParcelStep nextOfUndecided() {
        if (forSupervisor) {
            return ParcelStep.DECIDE;
        }
        return backToAgent || whereabouts != Whereabouts.WITH_COURIER ? ParcelStep.AGREE : ParcelStep.CHASE;
    }

    /** Nothing goes out before its surcharge is paid (SHP-4). */
    private ParcelStep nextOfReshipping() {
        if (freight.isSurchargeDue()) {
            return ParcelStep.AGREE;
        }
        if (whereabouts == Whereabouts.WITH_COURIER) {
            return ParcelStep.CHASE;
        }
        if (needsOtherGoods() && !sending.areGoodsReserved()) {
            return ParcelStep.AWAIT_GOODS;
        }
        return sending.isByHand() ? ParcelStep.RESHIP : ParcelStep.BOOK;
    }

    /** A refused parcel is looked at before anything is paid back. */
    private ParcelStep nextOfRefunding() {
        if (cause == ParcelCause.REFUSED && !home.areInspected() && whereabouts != Whereabouts.LOST) {
            return whereabouts == Whereabouts.WITH_COURIER ? ParcelStep.CHASE : ParcelStep.INSPECT;
        }
        return ParcelStep.REFUND;
    }

    /** Whether other goods are still to go out for those that failed. */
    boolean wantsOtherGoods() {
        return isOpen() && course == RESHIP && whereabouts != Whereabouts.DELIVERED && needsOtherGoods();
    }

    /** Whether what would go out can't be what came home. */
    boolean needsOtherGoods() {
        return whereabouts == Whereabouts.LOST || cause.needsOtherGoods() || isAnythingWrong();
    }

    boolean isAnythingWrong() {
        return home.isAnythingWrong(sent());
    }

    void ruled(Ruling said) {
        ruling = said;
        toBeRuled = false;
        if (said.next() == FaultStep.DECIDE) {
            forSupervisor = true;
        } else if (said.next() == FaultStep.REFUND && course == UNDECIDED) {
            course = REFUND;
        }
    }

    /** Whether the courier has to answer for it from now on; told once. */
    boolean becomesCouriersBusiness() {
        return course != REJECT && home.earlierCase() == null
                && (ruling.fault() == Fault.COURIER || ruling.next() == FaultStep.CLAIM || isAnythingWrong()) && claim.open();
    }

    /** Somebody decided how it goes on. */
    void decide(Course decided, String by) {
        course = decided;
        courseSetBy = by;
        forSupervisor = false;
        backToAgent = false;
        contacting.beginAnew();
    }

    void askSupervisor() {
        course = UNDECIDED;
        forSupervisor = true;
    }

    /** What was decided could not be done. */
    void askAgentAgain() {
        course = UNDECIDED;
        backToAgent = true;
    }

    /** The parcel is here, and not with the customer. */
    boolean comeHome() {
        if (whereabouts == Whereabouts.HERE) {
            return false;
        }
        if (leg == Leg.TO_CUSTOMER) {
            home.come();
        }
        whereabouts = Whereabouts.HERE;
        stopLooking();
        failAgain(null);
        if (cause == ParcelCause.LOST) {
            foundAgain();
        }
        return true;
    }

    /** What was thought lost is not; that it took so long is still the courier's fault. */
    private void foundAgain() {
        cause = ParcelCause.COURIER_FAULT;
        toBeRuled = true;
    }

    boolean delivered() {
        var isNew = whereabouts != Whereabouts.DELIVERED;
        whereabouts = Whereabouts.DELIVERED;
        stopLooking();
        return isNew;
    }

    boolean lost() {
        if (whereabouts == Whereabouts.LOST) {
            return false;
        }
        whereabouts = Whereabouts.LOST;
        stopLooking();
        cause = ParcelCause.LOST;
        toBeRuled = true;
        failAgain(ParcelCause.LOST);
        return true;
    }

    boolean damaged() {
        if (cause == ParcelCause.DAMAGED) {
            return false;
        }
        cause = ParcelCause.DAMAGED;
        whereabouts = Whereabouts.LOST;
        toBeRuled = true;
        failAgain(ParcelCause.DAMAGED);
        return true;
    }

    /** @return whether a parcel that went out again has failed like the one before */
    boolean failAgain(@Nullable ParcelCause why) {
        if (failedAttempt == attempt) {
            return false;
        }
        stopLooking();
        failedAttempt = attempt;
        if (why != null) {
            cause = why;
        } else if (cause.needsOtherGoods()) {
            cause = ParcelCause.UNREACHABLE;
        }
        sending.noLongerAwaited();
        if (course == RESHIP) {
            course = UNDECIDED;
        }
        toBeRuled = true;
        return true;
    }

    private void stopLooking() {
        chase.end();
    }

    /**
     * What couriers report of the parcel that is meant for the customer now.
     *
     * @return whether that changes what comes next
     */
    boolean moved(ParcelState state) {
        if (outcome != null) {
            return false;
        }
        return switch (state) {
            case DELIVERED -> delivered();
            case RETURNED -> comeHome();
            case LOST -> lost();
            case DAMAGED -> damaged();
            case FAILED_ATTEMPT, RETURNING -> sending.isAwaited() && failAgain(null);
            case UNDER_WAY -> turnsUp();
            case ANNOUNCED -> false;
        };
    }

    private boolean turnsUp() {
        if (whereabouts != Whereabouts.LOST || cause != ParcelCause.LOST || course != UNDECIDED) {
            return false;
        }
        whereabouts = Whereabouts.WITH_COURIER;
        foundAgain();
        return true;
    }

    /** The parcel that could not be delivered comes home while another one is out in its place. */
    void originalCameHome() {
        home.come();
    }

    /** @param others whether goods from stock left, and not those that came home */
    void sentAgain(ParcelView parcel, boolean others, Instant at, @Nullable Instant due) {
        if (!others) {
            home.goOutAgain();
        }
        sending.sent(parcel, others, at, due);
        freight.spent();
        newAddressTried = newAddress != null;
        whereabouts = Whereabouts.WITH_COURIER;
        attempt++;
        moved(parcel.state());
    }

    void overdue() {
        sending.noLongerAwaited();
    }

    /** It goes to another door from now on. */
    void goesTo(Address address) {
        newAddressTried = newAddressTried && newAddress != null && NewAddress.isSame(newAddress, address);
        newAddress = address;
    }

    /** Whether goods went to this address before, and failed. */
    boolean hasFailedAt(Address address, Address ofOrder) {
        return NewAddress.isSame(address, ofOrder) || newAddressTried && NewAddress.isSame(address, newAddress);
    }

    void orderRefund(boolean ofSurchargeOnly) {
        refundOrdered = true;
        refundOfSurcharge = ofSurchargeOnly;
    }

    void refundEnded(boolean paid) {
        refundOrdered = false;
        if (refundOfSurcharge && paid) {
            freight.returned();
        } else if (refundOfSurcharge) {
            freight.returnRefused();
        } else if (paid) {
            refunded = true;
            if (freight.isSurchargeOwed()) {
                freight.returned();
            }
        } else {
            askAgentAgain();
        }
    }

    /** The stock-out paid the goods back, and let go of the units. */
    void paidBackElsewhere() {
        refunded = true;
        paidElsewhere = true;
    }

    boolean isPaidBackHere() {
        return refunded && !paidElsewhere;
    }

    ParcelOutcome close() {
        if (outcome == null) {
            outcome = home.earlierCase() != null ? home.earlierOutcome()
                    : course == REJECT ? ParcelOutcome.REJECTED
                    : refunded ? ParcelOutcome.REFUNDED
                    : whereabouts == Whereabouts.DELIVERED ? ParcelOutcome.DELIVERED : ParcelOutcome.ABANDONED;
            openKey = null;
            contacting.noLongerHeld();
            sending.noLongerAwaited();
            stopLooking();
        }
        return outcome;
    }

    /** Its process was stopped: nobody goes on with it. */
    void abort() {
        stopped = true;
        openKey = null;
        contacting.noLongerHeld();
        sending.noLongerAwaited();
        stopLooking();
    }

    void erase(Erasure erasure) {
        trackingNumber = erasure.cleared(trackingNumber);
        trackingKey = SearchKey.ofNumber(trackingNumber);
        newAddress = newAddress == null ? null : new Address(newAddress.province(), newAddress.city(), null, null, null);
        sending.erase(erasure);
        home.erase();
    }

    /** How many units of each line were in the parcel. */
    Map<Integer, Integer> sent() {
        return goods.stream().collect(Collectors.toMap(each -> each.units().line(), each -> each.units().quantity()));
    }

    List<LineQuantity> units() {
        return goods.stream().map(ParcelLine::units).toList();
    }

    List<SkuQuantity> articles() {
        return goods.stream().map(ParcelLine::article).toList();
    }

    List<ParcelLine> goods() {
        return goods;
    }

    /** The parcel that is meant for the customer now. */
    long currentParcel() {
        return sending.latest().map(Reshipment::parcelId).orElse(parcelId);
    }

    boolean isToBeRuled() {
        return toBeRuled;
    }

    boolean isOpen() {
        return outcome == null && !stopped;
    }

    boolean isRefundOrdered() {
        return refundOrdered;
    }

    boolean isRefundOfSurcharge() {
        return refundOfSurcharge;
    }

    boolean isRefunded() {
        return refunded;
    }

    CaseNumber number() {
        return CaseNumber.of(caseNumber);
    }

    @Override
    public String getId() {
        return caseNumber;
    }

    long parcelId() {
        return parcelId;
    }

    String orderNumber() {
        return orderNumber;
    }

    String customerId() {
        return customerId;
    }

    Leg leg() {
        return leg;
    }

    String courier() {
        return courier;
    }

    String trackingNumber() {
        return trackingNumber;
    }

    Instant reportedAt() {
        return reportedAt;
    }

    ParcelCause cause() {
        return cause;
    }

    int attempt() {
        return attempt;
    }

    Whereabouts whereabouts() {
        return whereabouts;
    }

    Course course() {
        return course;
    }

    @Nullable
    String courseSetBy() {
        return courseSetBy;
    }

    @Nullable
    ParcelOutcome outcome() {
        return outcome;
    }

    @Nullable
    Address newAddress() {
        return newAddress;
    }

    /** Nothing is known of it before the table was asked. */
    Ruling ruling() {
        return ruling;
    }

    Chase chase() {
        return chase;
    }

    Contacting contacting() {
        return contacting;
    }

    SecondFreight freight() {
        return freight;
    }

    SendingAgain sending() {
        return sending;
    }

    HomeGoods home() {
        return home;
    }

    Claim claim() {
        return claim;
    }
}
