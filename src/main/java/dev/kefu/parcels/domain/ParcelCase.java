package dev.kefu.parcels.domain;

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
import jakarta.persistence.CollectionTable;
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
 * <p>The case knows what has happened to the goods, and from that what comes next ({@link NextStep}); the process knows who
 * does it and when. It is about one parcel until that goes out again; from then on about the one that went out in its place.
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
    private boolean stopped;
    @Enumerated(EnumType.STRING)
    private Whereabouts whereabouts;
    @Enumerated(EnumType.STRING)
    private ParcelOutcome outcome;
    @Embedded
    private Failing failing;
    @Embedded
    private Decided decided = new Decided();
    @Embedded
    private OtherDoor otherDoor = new OtherDoor();
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
    private Refunding refunding = new Refunding();
    @Embedded
    private CourierClaim claim = new CourierClaim();
    @ElementCollection
    @CollectionTable(name = "parcel_case_line", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "position")
    private List<ParcelLine> goods = new ArrayList<>();

    protected ParcelCase() {
    }

    static ParcelCase reported(CaseNumber caseNumber, CheckedReport report, Instant at) {
        var parcel = about(caseNumber, report.parcel(), report.customerId(), report.cause(), report.goods(), at);
        parcel.openKey = openKey(report.parcel().id());
        parcel.failing.turnsOut(report.cause());
        parcel.whereabouts = switch (report.parcel().state()) {
            case RETURNED -> Whereabouts.HERE;
            case LOST -> Whereabouts.LOST;
            case DELIVERED -> report.cause() == ParcelCause.DAMAGED ? Whereabouts.LOST : Whereabouts.WITH_COURIER;
            default -> report.cause().needsOtherGoods() ? Whereabouts.LOST : Whereabouts.WITH_COURIER;
        };
        if (report.parcel().state() == ParcelState.DELIVERED && parcel.is(Whereabouts.WITH_COURIER)) {
            parcel.failing.denyDelivery();
        }
        if (parcel.is(Whereabouts.HERE)) {
            parcel.home.come();
            parcel.claim.goodsTurnUp();
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
        parcel.failing = Failing.because(cause);
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
        claim.goodsTurnUp();
        var late = about(number, view, customerId, cause(), goods, at);
        late.whereabouts = Whereabouts.HERE;
        late.home.cameAfter(caseNumber, outcome);
        return late;
    }

    /** Whether the case has ended without the goods of its parcel, which may still come home. */
    boolean isParcelOut() {
        return outcome != null && outcome != ParcelOutcome.REJECTED && !isToShop() && home.homeCase() == null
                && home.earlierCase() == null && !home.areHere() && !home.areStored()
                && (!is(Whereabouts.DELIVERED) || sending.hasOtherGoods());
    }

    ParcelStep nextStep() {
        return NextStep.of(this);
    }

    /** Whether other goods are still to go out for those that failed. */
    boolean wantsOtherGoods() {
        return isOpen() && decided.is(Course.RESHIP) && !is(Whereabouts.DELIVERED) && needsOtherGoods();
    }

    /** Whether what would go out can't be what came home. */
    boolean needsOtherGoods() {
        return is(Whereabouts.LOST) || cause().needsOtherGoods() || isAnythingWrong();
    }

    boolean isAnythingWrong() {
        return home.isAnythingWrong(sent());
    }

    void ruled(Ruling said) {
        failing.ruled(said);
        decided.follow(said.next());
    }

    /** Whether the courier has to answer for it from now on; told once. */
    boolean becomesCouriersBusiness() {
        return !decided.is(Course.REJECT) && home.earlierCase() == null
                && (failing.ruling().isForCourier() || isAnythingWrong()) && claim.open();
    }

    /** Somebody decided how it goes on. */
    void decide(Course course, String by) {
        decided.take(course, by);
        contacting.beginAnew();
    }

    /** The parcel is here, and not with the customer. */
    boolean comeHome() {
        if (is(Whereabouts.HERE)) {
            return false;
        }
        if (!isToShop()) {
            home.come();
        }
        isAt(Whereabouts.HERE);
        failAgain(null);
        if (cause() == ParcelCause.LOST) {
            failing.turnsOut(ParcelCause.COURIER_FAULT);
        }
        return true;
    }

    boolean delivered() {
        var isNew = !is(Whereabouts.DELIVERED);
        isAt(Whereabouts.DELIVERED);
        return isNew;
    }

    boolean lost() {
        if (is(Whereabouts.LOST)) {
            return false;
        }
        isAt(Whereabouts.LOST);
        failing.turnsOut(ParcelCause.LOST);
        failAgain(ParcelCause.LOST);
        return true;
    }

    boolean damaged() {
        if (cause() == ParcelCause.DAMAGED) {
            return false;
        }
        isAt(Whereabouts.LOST);
        failing.turnsOut(ParcelCause.DAMAGED);
        failAgain(ParcelCause.DAMAGED);
        return true;
    }

    /** @return whether a parcel that went out again has failed like the one before */
    boolean failAgain(@Nullable ParcelCause why) {
        if (!failing.again(why)) {
            return false;
        }
        chase.end();
        sending.noLongerAwaited();
        decided.reshippingFailed();
        return true;
    }

    /** As the courier says when it is asked: so it is not lost either. */
    void isOnItsWayBack() {
        failAgain(null);
        turnsUp();
    }

    /** What was thought lost is not; that it took so long is still the courier's fault. */
    private boolean turnsUp() {
        var isMissing = is(Whereabouts.LOST) || failing.isDeliveryDenied();
        if (!isMissing || cause() != ParcelCause.LOST || !decided.is(Course.UNDECIDED)) {
            return false;
        }
        whereabouts = Whereabouts.WITH_COURIER;
        failing.whereaboutsAreClear();
        failing.turnsOut(ParcelCause.COURIER_FAULT);
        claim.goodsTurnUp();
        return true;
    }

    /** Nobody has to look for it any more. */
    private void isAt(Whereabouts place) {
        whereabouts = place;
        failing.whereaboutsAreClear();
        chase.end();
        if (place == Whereabouts.LOST) {
            claim.goodsAreMissing();
        } else if (!sending.hasOtherGoods()) {
            claim.goodsTurnUp();
        }
    }

    /** The parcel that failed first is at the customer's or at home after all, while other goods went out for it. */
    void originalTurnsUp(Whereabouts place) {
        if (place == Whereabouts.HERE) {
            home.come();
        }
        claim.goodsTurnUp();
    }

    /** Nothing of what is claimed for is missing or damaged any more. */
    boolean isClaimNeedless() {
        return claim.haveGoodsTurnedUp() && cause() != ParcelCause.DAMAGED && !isAnythingWrong();
    }

    /**
     * What couriers report of the parcel that is meant for the customer now. That one which they call delivered, and which is
     * not there, was delivered, is no news.
     *
     * @return whether that changes what comes next
     */
    boolean moved(ParcelState state) {
        if (outcome != null) {
            return false;
        }
        return switch (state) {
            case DELIVERED -> !failing.isDeliveryDenied() && delivered();
            case RETURNED -> comeHome();
            case LOST -> lost();
            case DAMAGED -> damaged();
            case FAILED_ATTEMPT, RETURNING -> sending.isAwaited() ? failAgain(null) : turnsUp();
            case UNDER_WAY -> turnsUp();
            case ANNOUNCED -> false;
        };
    }

    /** @param others whether goods from stock left, and not those that came home */
    void sentAgain(ParcelView parcel, boolean others, Instant at, @Nullable Instant due) {
        if (!others) {
            home.goOutAgain();
        }
        sending.sent(parcel, others, at, due);
        freight.spent();
        otherDoor.goodsWentThere();
        whereabouts = Whereabouts.WITH_COURIER;
        failing.sentAgain();
        moved(parcel.state());
    }

    /** Only these goods are still to reach the customer; somebody else answered for the others. */
    void becomesAbout(List<LineQuantity> rest) {
        var left = rest.stream().collect(Collectors.toMap(LineQuantity::line, LineQuantity::quantity, Integer::sum));
        goods.removeIf(each -> !left.containsKey(each.units().line()));
        goods.replaceAll(each -> each.atMost(left.get(each.units().line())));
    }

    void refundEnded(boolean paid) {
        refunding.ended();
        if (refunding.isOfSurcharge() && paid) {
            freight.returned();
        } else if (refunding.isOfSurcharge()) {
            freight.returnRefused();
        } else if (paid) {
            refunding.goodsArePaid();
            if (freight.isSurchargeOwed()) {
                freight.returned();
            }
        } else {
            decided.askAgent();
        }
    }

    ParcelOutcome close() {
        if (outcome == null) {
            outcome = home.earlierCase() != null ? home.earlierOutcome()
                    : decided.is(Course.REJECT) ? ParcelOutcome.REJECTED
                    : refunding.areGoodsPaid() ? ParcelOutcome.REFUNDED
                    : is(Whereabouts.DELIVERED) ? ParcelOutcome.DELIVERED : ParcelOutcome.ABANDONED;
            letGo();
        }
        return outcome;
    }

    /** Its process was stopped: nobody goes on with it. */
    void abort() {
        stopped = true;
        letGo();
    }

    private void letGo() {
        openKey = null;
        contacting.noLongerHeld();
        sending.noLongerAwaited();
        chase.end();
    }

    void erase(Erasure erasure) {
        trackingNumber = erasure.cleared(trackingNumber);
        trackingKey = SearchKey.ofNumber(trackingNumber);
        otherDoor.erase();
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

    boolean isOpen() {
        return outcome == null && !stopped;
    }

    boolean isToShop() {
        return leg == Leg.TO_SHOP;
    }

    boolean is(Whereabouts place) {
        return whereabouts == place;
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
        return failing.cause();
    }

    Whereabouts whereabouts() {
        return whereabouts;
    }

    @Nullable
    ParcelOutcome outcome() {
        return outcome;
    }

    @Nullable
    Address newAddress() {
        return otherDoor.address();
    }

    Failing failing() {
        return failing;
    }

    Decided decided() {
        return decided;
    }

    OtherDoor otherDoor() {
        return otherDoor;
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

    Refunding refunding() {
        return refunding;
    }

    CourierClaim claim() {
        return claim;
    }
}
