package dev.kefu.parcels.domain;

import dev.kefu.customers.Contact.Address;
import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Erasure;
import dev.kefu.shared.KeyedByName;
import dev.kefu.shared.Listed;
import dev.kefu.shared.RuleViolation;
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
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    /** The parcel that failed first; those that went out again say it of themselves. */
    private boolean cameHome;
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
            parcel.comesHome(parcel.parcelId);
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
     * @throws Conflict unless it {@link #isOut}
     */
    ParcelCase followedBy(CaseNumber number, ParcelView view, Instant at) {
        if (!isOut(view.id())) {
            throw notAwaited();
        }
        markHome(view.id());
        home.takenUpBy(number.value());
        claim.goodsTurnUp();
        var late = about(number, view, customerId, cause(), goods, at);
        late.whereabouts = Whereabouts.HERE;
        late.home.cameAfter(caseNumber, outcome);
        return late;
    }

    /** Whether the case has ended without the goods of one of its parcels, which may still come home. */
    boolean isParcelOut() {
        return outcome != null && allParcels().stream().anyMatch(this::isOut);
    }

    /**
     * Whether the goods of this parcel are out while other goods, or money, answer for them: they may still come home, or reach
     * the customer besides.
     */
    boolean isOut(long parcel) {
        var all = allParcels();
        var place = all.indexOf(parcel);
        if (place < 0 || stopped || isToShop() || outcome == ParcelOutcome.REJECTED || home.earlierCase() != null || hasComeHome(parcel)) {
            return false;
        }
        var isLatest = place == all.size() - 1;
        return isLatest ? outcome != null && !is(Whereabouts.DELIVERED) : sending.shipments().get(place).hasOtherGoods();
    }

    /** Whether this parcel may be told to lie before us: the one that is meant for the customer, and those in whose place it went. */
    boolean mayComeIn(long parcel) {
        return isOpen() && home.earlierCase() == null && parcel == currentParcel()
                && !is(isToShop() ? Whereabouts.DELIVERED : Whereabouts.HERE) || isOut(parcel);
    }

    boolean hasComeHome(long parcel) {
        return parcel == parcelId ? cameHome
                : sending.shipments().stream().anyMatch(each -> each.parcelId() == parcel && each.hasComeHome());
    }

    private void markHome(long parcel) {
        if (parcel == parcelId) {
            cameHome = true;
        }
        sending.shipments().stream().filter(each -> each.parcelId() == parcel).forEach(Reshipment::comesHome);
    }

    private void comesHome(long parcel) {
        markHome(parcel);
        home.come();
    }

    /** The one that failed first, and in their order those that went out in its place. */
    List<Long> allParcels() {
        return Stream.concat(Stream.of(parcelId), sending.shipments().stream().map(Reshipment::parcelId)).toList();
    }

    /** Which of its parcels couriers carry under this number; the key is in the form of {@link SearchKey#ofNumber}. */
    List<Long> called(String key) {
        return Stream.concat(key.equals(trackingKey) ? Stream.of(parcelId) : Stream.empty(),
                sending.shipments().stream().filter(each -> each.isCalled(key)).map(Reshipment::parcelId)).toList();
    }

    @Nullable
    String numberOf(long parcel) {
        return parcel == parcelId ? trackingNumber : sending.shipments().stream().filter(each -> each.parcelId() == parcel)
                .map(Reshipment::trackingNumber).findFirst().orElse(null);
    }

    /**
     * Which of its parcels lies before us.
     *
     * @param number as it was read from the parcel; null if nobody read one
     * @throws RuleViolation on {@code trackingNumber} if none of them is called so, or it could be several
     * @throws Conflict      if none of them may come in
     */
    long thatCameIn(@Nullable String number) {
        var key = SearchKey.ofNumber(number);
        var named = number == null ? allParcels() : key == null ? List.<Long>of() : called(key);
        if (named.isEmpty()) {
            throw new RuleViolation("trackingNumber", "PAR-3", "Case " + caseNumber + " has no parcel of this number.");
        }
        var may = named.stream().filter(this::mayComeIn).toList();
        if (may.isEmpty()) {
            throw notAwaited();
        }
        if (may.size() > 1) {
            throw new RuleViolation("trackingNumber", "PAR-3", "Several parcels of case " + caseNumber + " may come back; say which one"
                    + " is here: " + Listed.names(may.stream().map(this::numberOf).filter(Objects::nonNull).distinct().toList()) + ".");
        }
        return may.get(0);
    }

    private Conflict notAwaited() {
        if (home.homeCase() != null) {
            return new Conflict("The parcel of case " + caseNumber + " has been here already; see case " + home.homeCase() + ".");
        }
        return new Conflict(isOpen() || cameHome || sending.shipments().stream().anyMatch(Reshipment::hasComeHome)
                ? "The parcel of case " + caseNumber + " is here already."
                : "Case " + caseNumber + " is closed, and waits for no parcel.");
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
        return home.isAnythingWrong(atHome());
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
            comesHome(currentParcel());
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

    /**
     * What was thought lost is not; that it took so long is still the courier's fault. And what was called delivered is not: when
     * it is called so again, that is news.
     */
    private boolean turnsUp() {
        var isDenied = failing.isDeliveryDenied();
        failing.whereaboutsAreClear();
        if (!isDenied && !is(Whereabouts.LOST) || cause() != ParcelCause.LOST || !decided.is(Course.UNDECIDED)) {
            return isDenied;
        }
        whereabouts = Whereabouts.WITH_COURIER;
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

    /** A parcel in whose place other goods went out is at the customer's or at home after all. */
    void replacedTurnsUp(long parcel, Whereabouts place) {
        if (place == Whereabouts.HERE) {
            comesHome(parcel);
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

    /** How many units of each line an inspection expects: those of each parcel that is here. */
    Map<Integer, Integer> atHome() {
        return goods.stream().collect(Collectors.toMap(each -> each.units().line(), each -> each.units().quantity() * home.parcels()));
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
