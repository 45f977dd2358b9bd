package dev.kefu.parcels.domain;

import dev.kefu.calendar.WorkingCalendar;
import dev.kefu.cases.CaseFiles;
import dev.kefu.customers.Contact;
import dev.kefu.orders.Orders;
import dev.kefu.refunds.RefundWarnings;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shipping.Bookings;
import dev.kefu.shipping.ParcelEventStatus;
import dev.kefu.shipping.ParcelState;
import dev.kefu.shipping.ParcelView;
import dev.kefu.shipping.Parcels;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** What is done about a parcel that the courier still has (PAR-5). */
@Component
class ChaseDesk {

    private final Parcels parcels;
    private final Bookings bookings;
    private final Orders orders;
    private final WorkingCalendar calendar;
    private final ParcelSettings settings;
    private final ParcelNews news;
    private final RefundWarnings warnings;
    private final CaseFiles cases;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChaseDesk(Parcels parcels, Bookings bookings, Orders orders, WorkingCalendar calendar, ParcelSettings settings,
            ParcelNews news, RefundWarnings warnings, CaseFiles cases, ApplicationEventPublisher events, Clock clock) {
        this.parcels = parcels;
        this.bookings = bookings;
        this.orders = orders;
        this.calendar = calendar;
        this.settings = settings;
        this.news = news;
        this.warnings = warnings;
        this.cases = cases;
        this.events = events;
        this.clock = clock;
    }

    void begin(ParcelCase parcel) {
        var now = clock.instant();
        parcel.chase().begin(now, escalationAfter(now));
    }

    /** Our own word is noted first, so that what it makes of the parcel's events is no news to the case. */
    void asked(ParcelCase parcel, ChaseAnswer found, @Nullable String note) {
        if (note == null || note.isBlank()) {
            throw new RuleViolation("note", "PAR-5", "Write down what the courier said.");
        }
        cases.record(parcel.number(), "COURIER_ASKED_" + found, note);
        switch (found) {
            case RETURNING -> {
                parcel.chase().asked(nextOfficeDay());
                parcel.isOnItsWayBack();
                observe(parcel, ParcelEventStatus.RETURNING);
            }
            case BACK -> here(parcel);
            case LOST -> {
                parcel.lost();
                observe(parcel, ParcelEventStatus.LOST);
            }
            case DELIVERED -> {
                if (parcel.failing().isDeliveryDenied() && !parcel.isToShop()) {
                    news.handedOver(parcel);
                }
                parcel.delivered();
                observe(parcel, ParcelEventStatus.DELIVERED);
            }
        }
    }

    /** A reminder of each office day: the courier is to be asked again. */
    boolean remind(ParcelCase parcel) {
        var isDue = parcel.chase().isRunning() && parcel.chase().remind(clock.instant(), nextOfficeDay());
        if (isDue) {
            cases.recordFact(parcel.number(), "CHASE_REMINDED", null);
        }
        return isDue;
    }

    Instant nextOfficeDay() {
        return calendar.plusOfficeDays(clock.instant(), 1);
    }

    Instant escalationAfter(Instant moment) {
        return calendar.plusOfficeDays(moment, settings.escalateAfterDays());
    }

    void escalate(ParcelCase parcel) {
        parcel.chase().escalate(escalationAfter(clock.instant()));
        cases.recordFact(parcel.number(), "CHASE_ESCALATED", null);
    }

    /**
     * @param number which of its parcels it is; null if only one may come
     * @throws Conflict      if it is here already
     * @throws RuleViolation on {@code trackingNumber} if it is none of the case's, or nobody says which
     */
    void received(ParcelCase parcel, @Nullable String number) {
        var came = parcel.thatCameIn(number);
        if (came == parcel.currentParcel()) {
            here(parcel);
        } else {
            turnsUp(parcel, came, Whereabouts.HERE);
            parcels.observed(came, ParcelEventStatus.RETURNED_TO_SENDER);
        }
        cases.recordFact(parcel.number(), "PARCEL_CAME_BACK", null);
    }

    /** What customers send to the shop has arrived with that; what was sent to them has come home. */
    private void here(ParcelCase parcel) {
        if (parcel.isToShop()) {
            parcel.delivered();
            observe(parcel, ParcelEventStatus.DELIVERED);
        } else {
            parcel.comeHome();
            observe(parcel, ParcelEventStatus.RETURNED_TO_SENDER);
        }
    }

    /** Where a parcel goes to instead. */
    record Redirection(long parcelId, Contact consignee) {
    }

    Redirection redirectionOf(ParcelCase parcel) {
        return new Redirection(parcel.currentParcel(), Consignees.of(parcel, orders.find(parcel.orderNumber()).orElseThrow()));
    }

    /** No row is held while the courier is asked. */
    boolean ask(Redirection redirection) {
        return bookings.redirect(redirection.parcelId(), redirection.consignee());
    }

    void redirected(ParcelCase parcel, boolean isTold) {
        cases.recordFact(parcel.number(), "ADDRESS_CORRECTED", isTold ? "The courier was told."
                : "Nobody could be told by the courier's service: order clerks, please tell the courier.");
    }

    void overdue(ParcelCase parcel) {
        if (parcel.sending().isAwaited()) {
            parcel.sending().noLongerAwaited();
            begin(parcel);
            cases.recordFact(parcel.number(), "DELIVERY_OVERDUE", null);
        }
    }

    /** @return whether the case has to be looked at again */
    boolean heard(ParcelCase parcel, ParcelView view) {
        if (view.id() != parcel.currentParcel()) {
            return heardOfReplaced(parcel, view);
        }
        cases.recordFact(parcel.number(), "COURIER_REPORTED", WhereaboutsInWords.of(view));
        if (parcel.refunding().isOrdered() && view.state() == ParcelState.DELIVERED) {
            deliveredToo(parcel, view);
        }
        return parcel.moved(view.state());
    }

    /** The customer has the goods besides their money, or twice: whoever owns the case sees it. */
    void deliveredToo(ParcelCase parcel, ParcelView view) {
        turnsUp(parcel, view.id(), Whereabouts.DELIVERED);
        cases.recordFact(parcel.number(), "DELIVERED_TWICE", WhereaboutsInWords.of(view));
        if (parcel.refunding().isOrdered()) {
            warnings.warn(parcel.number(), "The parcel was delivered after this refund was decided.");
        }
    }

    private void turnsUp(ParcelCase parcel, long which, Whereabouts place) {
        parcel.replacedTurnsUp(which, place);
        events.publishEvent(new GoodsTurnedUp(parcel.number()));
    }

    private boolean heardOfReplaced(ParcelCase parcel, ParcelView view) {
        var isOut = parcel.isOut(view.id());
        if (isOut && view.state() == ParcelState.RETURNED) {
            turnsUp(parcel, view.id(), Whereabouts.HERE);
            cases.recordFact(parcel.number(), "PARCEL_CAME_BACK", null);
        } else if (isOut && view.state() == ParcelState.DELIVERED) {
            deliveredToo(parcel, view);
        }
        return false;
    }

    private void observe(ParcelCase parcel, ParcelEventStatus status) {
        parcels.observed(parcel.currentParcel(), status);
    }
}
