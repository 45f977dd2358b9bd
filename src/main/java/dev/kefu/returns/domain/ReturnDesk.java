package dev.kefu.returns.domain;

import dev.kefu.cases.CaseFiles;
import dev.kefu.cases.NewCase;
import dev.kefu.orders.Orders;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shipping.BookingResult;
import dev.kefu.workflow.Actors;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Collectors;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** What is done about a return until its goods are here: request, review, approval and the way back (RET-1 to RET-3, RET-8). */
@Component
class ReturnDesk {

    private final ReturnCases returns;
    private final RequestCheck requests;
    private final ReturnPolicy policy;
    private final ReturnExceptions exceptions;
    private final Replacements replacements;
    private final GoodsDesk goodsDesk;
    private final AwaitedGoods awaited;
    private final ReturnParcels parcels;
    private final CollectionDesk collections;
    private final ReturnNews news;
    private final ReturnSettings settings;
    private final CaseFiles cases;
    private final Orders orders;
    private final Actors actors;
    private final Clock clock;

    ReturnDesk(ReturnCases returns, RequestCheck requests, ReturnPolicy policy, ReturnExceptions exceptions,
            Replacements replacements, GoodsDesk goodsDesk, AwaitedGoods awaited, ReturnParcels parcels,
            CollectionDesk collections, ReturnNews news, ReturnSettings settings, CaseFiles cases, Orders orders, Actors actors, Clock clock) {
        this.returns = returns;
        this.requests = requests;
        this.policy = policy;
        this.exceptions = exceptions;
        this.replacements = replacements;
        this.goodsDesk = goodsDesk;
        this.awaited = awaited;
        this.parcels = parcels;
        this.collections = collections;
        this.news = news;
        this.settings = settings;
        this.cases = cases;
        this.orders = orders;
        this.actors = actors;
        this.clock = clock;
    }

    CaseNumber register(ReturnRequest request) {
        var order = requests.order(request.orderNumber());
        var checked = requests.check(request, order);
        var caseNumber = open(checked, null);
        requests.claim(order, caseNumber, request);
        var goods = returns.save(ReturnCase.requested(caseNumber, checked, clock.instant()));
        cases.record(caseNumber, "RETURN_REQUESTED", request.note());
        news.received(goods);
        return caseNumber;
    }

    CaseNumber registerLate(ReturnCase earlier) {
        // Of several who tell of the parcel at once, the others see here that it has its case
        returns.hold(earlier.number().value());
        var caseNumber = open(earlier.asked().request(), earlier.number());
        var goods = returns.save(earlier.followedBy(caseNumber));
        orders.claimUnits(earlier.asked().orderNumber(), caseNumber, earlier.asked().request().units());
        cases.recordFact(earlier.number(), "LATE_PARCEL_ARRIVED", "Looked at in case " + caseNumber + ".");
        cases.recordFact(caseNumber, "RETURN_REQUESTED", "The parcel of case " + earlier.number() + " came after that had ended.");
        news.arrived(goods);
        return caseNumber;
    }

    void correct(ReturnCase goods, ReturnRequest request) {
        var order = requests.order(request.orderNumber());
        var checked = requests.check(request, order);
        if (!goods.asked().orderNumber().equals(order.orderNumber())) {
            orders.releaseUnits(goods.asked().orderNumber(), goods.number());
            cases.concern(goods.number(), order.orderNumber(), order.customerId());
        }
        requests.claim(order, goods.number(), request);
        var before = goods.asked().request();
        goods.correct(checked);
        var changes = GoodsInWords.changes(before, checked);
        cases.record(goods.number(), "REQUEST_CORRECTED", request.note() == null ? changes : changes + "\n" + request.note());
    }

    String assess(ReturnCase goods) {
        var order = requests.order(goods.asked().orderNumber());
        goods.judge(policy.judge(goods, order));
        return goods.asked().lines().entrySet().stream().map(each -> {
            var asked = each.getValue();
            var words = "Line " + each.getKey() + ": " + (asked.isWithinPolicy() ? "within" : "outside") + " the policy. "
                    + asked.verdict().why();
            return goods.mayHoldStock()
                    ? words + " " + replacements.inWords(asked, order.line(each.getKey()).orElseThrow().unitPrice()) : words;
        }).collect(Collectors.joining("\n\n"));
    }

    void review(ReturnCase goods, ReviewDecision decision, @Nullable String note) {
        goods.review(decision, note, actors.current());
        if (decision == ReviewDecision.EXCEPTION) {
            exceptions.ask(goods);
        }
        cases.record(goods.number(), "RETURN_REVIEWED_" + decision, note);
        if (decision == ReviewDecision.REJECT) {
            news.turnedDown(goods, note);
        } else if (decision == ReviewDecision.ASK) {
            news.asked(goods, note);
        }
    }

    void decideException(ReturnCase goods, boolean granted, @Nullable String note) {
        if (!granted && (note == null || note.isBlank())) {
            throw new RuleViolation("note", "RET-2", "Give the reason that the customer is told.");
        }
        exceptions.requireDecider(goods);
        goods.decideException(granted, clock.instant());
        cases.record(goods.number(), granted ? "EXCEPTION_GRANTED" : "EXCEPTION_REFUSED", note);
        if (!granted) {
            news.turnedDown(goods, note);
        }
    }

    Whereabouts approve(ReturnCase goods) {
        if (goods.rma() == null && goods.needsNoReturn() && goods.asked().resolution() == Resolution.REFUND) {
            // Between the review and now others may have used up what the customer may have without return (RET-7)
            exceptions.holdCountOf(goods.asked().customerId());
            goods.judge(policy.judge(goods, requests.order(goods.asked().orderNumber())));
        }
        if (goods.approve(actors.current(), clock.instant())) {
            if (goods.mayHoldStock()) {
                replacements.reserveAsAsked(goods);
            }
            goodsDesk.askIfWorthless(goods);
            cases.recordFact(goods.number(), "RETURN_APPROVED", goods.rma());
            news.approved(goods);
        }
        return goods.whereabouts();
    }

    Instant arrangeWayBack(ReturnCase goods, WayBack wayBack) {
        var now = clock.instant();
        if (!wayBack.byCustomer() && !wayBack.equals(goods.journey().wayBack())) {
            parcels.comesBack(goods, new Parcel(wayBack.courier(), wayBack.trackingNumber()), null);
        }
        if (goods.sendBy(wayBack, now, settings.reminder(now, clock.getZone()))) {
            cases.recordFact(goods.number(), "WAY_BACK_ARRANGED", wayBack.byCustomer() ? "The customer sends the goods."
                    : wayBack.courier() + " " + wayBack.trackingNumber());
            news.wayBackArranged(goods);
        }
        return goods.journey().deadline();
    }

    /** Outside of our books: nothing of this case may be locked meanwhile. */
    BookedCollection bookCollection(ReturnCase goods) {
        var result = collections.book(goods);
        if (result.status() == BookingResult.Status.BY_HAND) {
            cases.recordFact(goods.number(), "COLLECTION_NOT_BOOKED", result.note());
            return new BookedCollection(CollectionStep.BY_HAND, null, result.note());
        }
        var now = clock.instant();
        var parcel = new Parcel(result.courier(), result.trackingNumber());
        if (goods.collectedBy(parcel, CollectionDesk.keyOf(goods), now, settings.reminder(now, clock.getZone()))) {
            cases.recordFact(goods.number(), "COLLECTION_BOOKED", parcel.toString());
            news.wayBackArranged(goods);
        }
        return new BookedCollection(CollectionStep.BOOKED, goods.journey().deadline(), null);
    }

    Instant ship(ReturnCase goods, Parcel parcel) {
        var now = clock.instant();
        if (!goods.journey().parcels().contains(parcel)) {
            collections.callOff(goods);
        }
        if (!parcel.equals(goods.journey().sent())) {
            parcels.comesBack(goods, parcel, now);
        }
        if (goods.sentByCustomer(parcel, now, settings.reminder(now, clock.getZone()))) {
            cases.recordFact(goods.number(), "GOODS_SHIPPED", parcel.toString());
        }
        return goods.journey().deadline();
    }

    void receive(ReturnCase goods) {
        if (goods.arrive()) {
            parcels.broughtIn(goods);
            cases.recordFact(goods.number(), "PARCEL_ARRIVED", null);
            news.arrived(goods);
        }
    }

    NextStep withdraw(ReturnCase goods) {
        var stockOut = awaited.mayStop(goods);
        collections.callOff(goods);
        if (goods.withdraw(settings.expiry(clock.instant(), clock.getZone()))) {
            stockOut.ifPresent(number -> awaited.stop(goods, number));
            if (goods.mayHoldStock()) {
                replacements.release(goods.number());
            }
            cases.recordFact(goods.number(), "RETURN_WITHDRAWN", null);
            news.withdrawn(goods);
        }
        return goods.nextStep();
    }

    private CaseNumber open(CheckedRequest request, @Nullable CaseNumber parent) {
        return cases.open(new NewCase(Returns.KIND, request.orderNumber(), request.customerId(), actors.current(), parent));
    }
}
