package dev.kefu.parcels.domain;

import dev.kefu.cases.CaseFiles;
import dev.kefu.orders.OrderView;
import dev.kefu.orders.Orders;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.SearchKey;
import dev.kefu.shipping.Booking;
import dev.kefu.shipping.BookingResult;
import dev.kefu.shipping.Bookings;
import dev.kefu.shipping.Leg;
import dev.kefu.shipping.NewParcel;
import dev.kefu.shipping.ParcelPurpose;
import dev.kefu.shipping.ParcelView;
import dev.kefu.shipping.Parcels;
import dev.kefu.stock.Stock;
import dev.kefu.stockouts.LinkedStockOuts;
import dev.kefu.stockouts.LinkedStockOuts.LinkedRequest;
import dev.kefu.stockouts.LinkedStockOuts.Owed;
import dev.kefu.stockouts.StockOutOutcome;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** How goods go out once more: the ones that came home, or others from stock (PAR-4). */
@Component
class SendingDesk {

    private final Parcels parcels;
    private final Bookings bookings;
    private final Stock stock;
    private final LinkedStockOuts stockOuts;
    private final SecondFreights freights;
    private final Orders orders;
    private final ParcelSettings settings;
    private final ParcelNews news;
    private final CaseFiles cases;
    private final Clock clock;

    SendingDesk(Parcels parcels, Bookings bookings, Stock stock, LinkedStockOuts stockOuts, SecondFreights freights, Orders orders,
            ParcelSettings settings, ParcelNews news, CaseFiles cases, Clock clock) {
        this.parcels = parcels;
        this.bookings = bookings;
        this.stock = stock;
        this.stockOuts = stockOuts;
        this.freights = freights;
        this.orders = orders;
        this.settings = settings;
        this.news = news;
        this.cases = cases;
        this.clock = clock;
    }

    /** Goods that came home are at hand; others are promised from stock, or a stock-out of its own brings them. */
    void secureGoods(ParcelCase parcel) {
        if (parcel.sending().stockOut().isPresent()) {
            return;
        }
        if (stock.reserveOrWait(parcel.number(), parcel.articles()).isComplete()) {
            parcel.sending().goodsReserved();
            return;
        }
        var owed = parcel.units().stream().map(each -> new Owed(each, null)).toList();
        var stockOut = stockOuts.open(new LinkedRequest(parcel.number(), parcel.orderNumber(), owed,
                ParcelPurpose.RESHIPMENT, true));
        parcel.sending().goodsOwedBy(stockOut);
        cases.recordFact(parcel.number(), "GOODS_OUT_OF_STOCK", "Waited for in case " + stockOut + ".");
        news.outOfStock(parcel);
    }

    /**
     * What is no longer wanted is let go: goods that were promised, and the stock-out that was to bring them. What that has
     * sent or paid already goes on, and the case waits for its end.
     */
    void letGoOfNeedless(ParcelCase parcel) {
        if (parcel.wantsOtherGoods()) {
            return;
        }
        stoppable(parcel).ifPresent(stockOut -> stop(parcel, stockOut));
        if (parcel.sending().areGoodsReserved()) {
            parcel.sending().goodsReleased();
            stock.release(parcel.number());
        }
    }

    /** @throws Conflict if money or goods of the stock-out are on their way */
    void requireStoppable(ParcelCase parcel) {
        if (parcel.sending().stockOut().isPresent() && stoppable(parcel).isEmpty()) {
            throw new Conflict("Money or goods of case " + parcel.sending().stockOut().get() + " are on their way to the customer.");
        }
    }

    /** The stock-out that the case waits for, if nothing of it is on its way. */
    Optional<CaseNumber> stoppable(ParcelCase parcel) {
        return parcel.sending().stockOut().filter(number -> !stockOuts.isUnderWay(number));
    }

    void stop(ParcelCase parcel, CaseNumber stockOut) {
        parcel.sending().stockOutEnded();
        stockOuts.end(stockOut, "Case " + parcel.number() + " does not need it any more.");
        cases.recordFact(parcel.number(), "STOCK_OUT_ENDED", stockOut.value());
    }

    /** Goods that were promised, and are not there by a later count, are looked for anew. */
    void noticeLoss(ParcelCase parcel) {
        if (parcel.isOpen() && areGoodsMissing(parcel)) {
            parcel.sending().goodsReleased();
        }
    }

    private boolean areGoodsMissing(ParcelCase parcel) {
        return parcel.sending().areGoodsReserved() && !stock.standingOf(parcel.number()).isComplete();
    }

    void leaveToClerksWithoutService(ParcelCase parcel) {
        if (!bookings.isConnected()) {
            parcel.sending().byHand();
        }
    }

    /** Who is asked to take it, and how; empty if it is not to go out any more, or the goods are not there any more. */
    Optional<Booking> bookingOf(ParcelCase parcel) {
        if (parcel.nextStep() != ParcelStep.BOOK || areGoodsMissing(parcel)) {
            return Optional.empty();
        }
        var order = order(parcel);
        var courier = parcel.freight().courier() == null ? parcel.courier() : parcel.freight().courier();
        return Optional.of(new Booking(bookingKey(parcel), parcel.number(), order.orderNumber(), Leg.TO_CUSTOMER,
                ParcelPurpose.RESHIPMENT, courier, Consignees.of(parcel, order), parcel.units(), freights.weightOf(parcel, order)));
    }

    private static String bookingKey(ParcelCase parcel) {
        return parcel.number() + "-" + (parcel.failing().attempt() + 1);
    }

    /** What is not to go out any more is called off, also where nobody knows whether the service has heard of it. */
    void callOff(ParcelCase parcel) {
        bookings.cancel(bookingKey(parcel));
    }

    BookingResult ask(Booking booking) {
        return bookings.book(booking);
    }

    void booked(ParcelCase parcel, BookingResult result) {
        noticeLoss(parcel);
        if (parcel.nextStep() != ParcelStep.BOOK) {
            // Something happened while the service was asked, such as that the parcel turned up
            callOff(parcel);
            return;
        }
        if (result.status() == BookingResult.Status.BY_HAND || result.trackingNumber() == null) {
            parcel.sending().byHand();
            cases.recordFact(parcel.number(), "BOOKED_BY_HAND", result.note());
            return;
        }
        var order = parcel.orderNumber();
        sent(parcel, parcels.called(result.trackingNumber()).stream().filter(each -> each.orderNumber().equals(order)).findFirst()
                .orElseThrow(() -> new IllegalStateException("The booking of " + parcel.number() + " registered no parcel")));
    }

    /**
     * @throws Conflict      if nothing is to be sent now
     * @throws RuleViolation on {@code courier} if the house does not know it or it does not go there, on
     *                       {@code trackingNumber} if that is the number of the parcel that failed
     */
    void ship(ParcelCase parcel, String named, String trackingNumber) {
        if (parcel.nextStep() != ParcelStep.RESHIP) {
            throw new Conflict("Case " + parcel.number() + " has nothing to send now; look where the parcel is.");
        }
        var courier = freights.carrier(named);
        freights.requireReached(parcel, order(parcel), courier);
        var before = Stream.concat(Stream.of(parcel.trackingNumber()),
                parcel.sending().shipments().stream().map(Reshipment::trackingNumber));
        if (before.anyMatch(each -> Objects.equals(SearchKey.ofNumber(each), SearchKey.ofNumber(trackingNumber)))) {
            throw new RuleViolation("trackingNumber", "PAR-4", "This is the number of the parcel that could not be delivered; type that"
                    + " of the new one.");
        }
        requireNew(parcel, trackingNumber);
        sent(parcel, parcels.register(new NewParcel(parcel.orderNumber(), Leg.TO_CUSTOMER, ParcelPurpose.RESHIPMENT, parcel.number(),
                courier, trackingNumber, parcel.units(), clock.instant())));
    }

    /** The shop may have told of the new parcel already, but not before the old one had failed. */
    private void requireNew(ParcelCase parcel, String trackingNumber) {
        if (parcels.called(trackingNumber).stream().anyMatch(each -> each.orderNumber().equals(parcel.orderNumber())
                && each.sentAt() != null && each.sentAt().isBefore(parcel.reportedAt()))) {
            throw new RuleViolation("trackingNumber", "PAR-4", "Another parcel of this order has this number; type that of the new one.");
        }
    }

    private void sent(ParcelCase parcel, ParcelView view) {
        var others = parcel.sending().areGoodsReserved();
        if (others) {
            stock.take(parcel.number(), "parcel-" + (parcel.failing().attempt() + 1), parcel.articles());
        }
        parcel.sentAgain(view, others, clock.instant(), due(parcel));
        cases.recordFact(parcel.number(), "PARCEL_SENT_AGAIN", view.courier() + " " + view.trackingNumber());
        news.sentAgain(parcel);
    }

    private Instant due(ParcelCase parcel) {
        var days = parcel.freight().days() == null ? settings.usualDays() : parcel.freight().days();
        return clock.instant().atZone(clock.getZone()).plusDays(days + settings.overdueAfterDays()).toInstant();
    }

    /** What the stock-out brought: a parcel on its way, the money, or nothing. */
    void stockOutEnded(ParcelCase parcel, CaseNumber stockOut, @Nullable StockOutOutcome outcome) {
        parcel.sending().stockOutEnded();
        cases.recordFact(parcel.number(), "STOCK_OUT_ENDED", stockOut.value());
        if (outcome == StockOutOutcome.REFUNDED) {
            parcel.refunding().goodsArePaidElsewhere();
            return;
        }
        // Also of one that was stopped when a part had left
        var sent = parcels.ofCase(stockOut).stream().reduce((first, last) -> last);
        if (sent.isPresent()) {
            keepOnly(parcel, sent.get());
            parcel.sentAgain(sent.get(), true, clock.instant(), due(parcel));
        } else {
            parcel.decided().askAgent();
        }
    }

    /** What it paid back, or sent in a parcel before, is no business of this case any more. */
    private void keepOnly(ParcelCase parcel, ParcelView sent) {
        if (!sent.lines().isEmpty()) {
            parcel.becomesAbout(sent.lines());
            orders.claimUnits(parcel.orderNumber(), parcel.number(), parcel.units());
        }
    }

    private OrderView order(ParcelCase parcel) {
        return orders.find(parcel.orderNumber()).orElseThrow();
    }
}
