package dev.kefu.parcels.domain;

import static dev.kefu.shared.ShopTime.local;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.kefu.cases.CaseAbout;
import dev.kefu.cases.CaseDeadline;
import dev.kefu.cases.CaseFacts;
import dev.kefu.orders.LineQuantity;
import dev.kefu.orders.Orders;
import dev.kefu.refunds.RefundFacts;
import dev.kefu.refunds.Refunds;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Money;
import dev.kefu.shipping.Leg;
import dev.kefu.shipping.ParcelView;
import dev.kefu.shipping.Parcels;
import dev.kefu.stock.Finding;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a parcel that can't be delivered adds to its case file. */
@Component
@Transactional(readOnly = true)
class ParcelFacts implements CaseFacts {

    private final ParcelCases parcelCases;
    private final Parcels parcels;
    private final Orders orders;
    private final Refunds refunds;
    private final Clock clock;

    ParcelFacts(ParcelCases parcelCases, Parcels parcels, Orders orders, Refunds refunds, Clock clock) {
        this.parcelCases = parcelCases;
        this.parcels = parcels;
        this.orders = orders;
        this.refunds = refunds;
        this.clock = clock;
    }

    /**
     * Parts that are not known yet are left out.
     *
     * @param whereabouts where the goods are that are meant for the customer
     * @param attempt     the number of the shipment, counting from 1
     * @param parcels     the one that failed, and those that went out in its place
     * @param claim       against the courier; left out if there is none
     */
    @JsonInclude(Include.NON_NULL)
    record Facts(ParcelCause cause, Leg leg, Whereabouts whereabouts, int attempt, Course course, @Nullable Fault fault,
            @Nullable FreightBearer freightPaidBy, @Nullable String table, @Nullable Integer tableVersion, List<LineQuantity> lines,
            List<Carried> parcels, @Nullable Followed followUp, List<Contact> contacts, @Nullable OffsetDateTime nextTryAt,
            @Nullable Hold hold, @Nullable NewAddress newAddress, @Nullable Quote quote, @Nullable Surcharge surcharge,
            @Nullable String stockOut, @Nullable OffsetDateTime deliveryDue, List<Finding> findings, @Nullable Claimed claim,
            @Nullable String earlierCase, @Nullable String cameHomeIn, @Nullable RefundFacts refund) {
    }

    /** @param role FAILED, or SENT_AGAIN */
    @JsonInclude(Include.NON_NULL)
    record Carried(String role, String courier, String trackingNumber, @Nullable String state, @Nullable OffsetDateTime since,
            @Nullable String place, @Nullable Integer failedAttempts, @Nullable OffsetDateTime sentAt) {
    }

    record Followed(int times, OffsetDateTime since, boolean byLeaders) {
    }

    record Contact(OffsetDateTime at, String by, CustomerAnswer answer) {
    }

    record Hold(OffsetDateTime until, HoldAction action) {
    }

    @JsonInclude(Include.NON_NULL)
    record Quote(String courier, String name, @Nullable String fee, @Nullable String currency, @Nullable Integer days, String explanation) {
    }

    record Surcharge(String amount, String currency, boolean paid, boolean returned) {
    }

    @JsonInclude(Include.NON_NULL)
    record Claimed(ClaimStatus status, @Nullable String amount, @Nullable String currency, @Nullable String settledBy) {
    }

    @Override
    public String kind() {
        return UndeliverableParcels.KIND;
    }

    @Override
    public Object factsOf(CaseNumber caseNumber) {
        return facts(parcelCases.get(caseNumber));
    }

    @Override
    public Map<CaseNumber, CaseAbout> aboutOf(Collection<CaseNumber> caseNumbers) {
        var lines = parcelCases.findGoodsOf(caseNumbers.stream().map(CaseNumber::value).toList()).stream()
                .collect(Collectors.groupingBy(ParcelCases.Goods::getCaseNumber, LinkedHashMap::new, Collectors.toList()));
        return lines.entrySet().stream().collect(Collectors.toMap(each -> CaseNumber.of(each.getKey()), each ->
                new CaseAbout(GoodsOfParcel.of(each.getValue()), List.of(each.getValue().get(0).getCause().name()))));
    }

    @Override
    public List<CaseDeadline> deadlinesOf(CaseNumber caseNumber) {
        return parcelCases.findById(caseNumber.value()).map(parcel -> Stream.of(
                        deadline("PARCEL_HOLD", parcel.contacting().holdUntil()),
                        deadline("PARCEL_DELIVERY", parcel.sending().deliveryDue()),
                        parcel.chase().isRunning() ? deadline("PARCEL_CHASE", parcel.chase().escalatesAt()) : Stream.<CaseDeadline>empty())
                .flatMap(each -> each).toList()).orElse(List.of());
    }

    private Stream<CaseDeadline> deadline(String what, @Nullable Instant at) {
        return at == null ? Stream.empty() : Stream.of(new CaseDeadline(what, local(at, clock)));
    }

    private Facts facts(ParcelCase parcel) {
        var currency = orders.find(parcel.orderNumber()).orElseThrow().currency();
        var ruling = parcel.failing().ruling();
        var isRuled = ruling.fault() != null;
        return new Facts(parcel.cause(), parcel.leg(), parcel.whereabouts(), parcel.failing().attempt(), parcel.decided().course(),
                ruling.fault(),
                ruling.freightPaidBy(), isRuled ? ParcelTables.FAULT : null, isRuled ? ruling.version() : null, parcel.units(),
                carried(parcel), followed(parcel),
                parcel.contacting().attempts().stream()
                        .map(each -> new Contact(local(each.triedAt(), clock), each.triedBy(), each.answer())).toList(),
                local(parcel.contacting().nextTryAt(), clock), hold(parcel), address(parcel), quote(parcel, currency),
                surcharge(parcel, currency), parcel.sending().stockOut().map(CaseNumber::value).orElse(null),
                local(parcel.sending().deliveryDue(), clock), parcel.home().findings(), claim(parcel, currency),
                parcel.home().earlierCase(), parcel.home().homeCase(), refunds.factsOf(parcel.number()).orElse(null));
    }

    private List<Carried> carried(ParcelCase parcel) {
        return Stream.concat(Stream.of(carried("FAILED", parcels.get(parcel.parcelId()), null)),
                parcel.sending().shipments().stream()
                        .map(each -> carried("SENT_AGAIN", parcels.get(each.parcelId()), each.sentAt()))).toList();
    }

    private Carried carried(String role, ParcelView view, @Nullable Instant sentAt) {
        return new Carried(role, view.courier(), view.trackingNumber(), view.state().name(), local(view.since(), clock), view.place(),
                view.failedAttempts(), local(sentAt == null ? view.sentAt() : sentAt, clock));
    }

    @Nullable
    private Followed followed(ParcelCase parcel) {
        var chase = parcel.chase();
        return chase.isRunning() ? new Followed(chase.times(), local(chase.since(), clock), chase.isForLeaders()) : null;
    }

    @Nullable
    private Hold hold(ParcelCase parcel) {
        var contacting = parcel.contacting();
        return contacting.holdUntil() == null ? null : new Hold(local(contacting.holdUntil(), clock), contacting.holdAction());
    }

    @Nullable
    private static NewAddress address(ParcelCase parcel) {
        var address = parcel.newAddress();
        return address == null ? null : new NewAddress(address.province(), address.city(), address.district(), address.street(),
                address.postcode());
    }

    @Nullable
    private static Quote quote(ParcelCase parcel, Currency currency) {
        var freight = parcel.freight();
        return freight.courier() == null ? null : new Quote(freight.courier(), freight.courierName(), decimal(freight.fee(), currency),
                currency.getCurrencyCode(), freight.days(), freight.why());
    }

    @Nullable
    private static Surcharge surcharge(ParcelCase parcel, Currency currency) {
        var freight = parcel.freight();
        return freight.surcharge() == null ? null : new Surcharge(decimal(freight.surcharge(), currency), currency.getCurrencyCode(),
                freight.isSurchargePaid(), freight.isSurchargeReturned());
    }

    @Nullable
    private static Claimed claim(ParcelCase parcel, Currency currency) {
        var claim = parcel.claim();
        return claim.status() == ClaimStatus.NONE ? null : new Claimed(claim.status(), decimal(claim.amount(), currency),
                claim.amount() == null ? null : currency.getCurrencyCode(), claim.settledBy());
    }

    @Nullable
    private static String decimal(@Nullable BigDecimal amount, Currency currency) {
        return amount == null ? null : new Money(amount, currency).decimal();
    }
}
