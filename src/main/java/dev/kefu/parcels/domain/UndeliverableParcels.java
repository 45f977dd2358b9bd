package dev.kefu.parcels.domain;

import dev.kefu.cases.CaseAborted;
import dev.kefu.cases.CaseFiles;
import dev.kefu.orders.Orders;
import dev.kefu.refunds.RefundView;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shipping.ParcelState;
import dev.kefu.shipping.ParcelView;
import dev.kefu.shipping.Parcels;
import dev.kefu.stock.Finding;
import dev.kefu.stockouts.StockOutClosed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door to parcels that can't be delivered: each step of the process {@code undeliverable-parcel} makes one call here. A
 * refusal is a {@link RuleViolation} and leaves everything as it was. Being told the same twice changes nothing.
 */
@Service
public class UndeliverableParcels {

    /** The kind of these cases: the key of their process. */
    public static final String KIND = "undeliverable-parcel";

    /** The message that the parcel lies before us; also to a case that has ended. */
    public static final String CAME_BACK = "parcel-came-back";

    private final ParcelCases parcelCases;
    private final ReportDesk reports;
    private final ChaseDesk chase;
    private final AgreementDesk agreements;
    private final SendingDesk sending;
    private final MoneyDesk money;
    private final EndDesk end;
    private final ParcelTables tables;
    private final ReadyDesk ready;
    private final Showing showing;
    private final CaseFiles cases;
    private final Orders orders;
    private final Parcels parcels;
    private final TransactionTemplate apart;

    UndeliverableParcels(ParcelCases parcelCases, ReportDesk reports, ChaseDesk chase, AgreementDesk agreements, SendingDesk sending,
            MoneyDesk money, EndDesk end, ParcelTables tables, ReadyDesk ready, Showing showing, CaseFiles cases, Orders orders,
            Parcels parcels, PlatformTransactionManager transactions) {
        this.parcelCases = parcelCases;
        this.reports = reports;
        this.chase = chase;
        this.agreements = agreements;
        this.sending = sending;
        this.money = money;
        this.end = end;
        this.tables = tables;
        this.ready = ready;
        this.showing = showing;
        this.cases = cases;
        this.orders = orders;
        this.parcels = parcels;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * What a courier's news means for the cases.
     *
     * @param told   the open case that goes on because of it
     * @param home   the ended case whose parcel came home with it
     * @param opened why a case is to be opened for it
     */
    public record Heard(@Nullable CaseNumber told, @Nullable CaseNumber home, @Nullable ParcelCause opened) {

        static final Heard NOTHING = new Heard(null, null, null);
    }

    /** What comes next, whether the courier has to answer for the parcel from now on, and what people see of it. */
    public record Next(ParcelStep step, boolean claimDue, Shown shown) {
    }

    /**
     * Opens the case, and holds the units for it.
     *
     * @throws RuleViolation if no parcel, or more than one, is called so, the cause does not fit, or another case is about it
     * @throws Conflict      if there is a case of this parcel already; it names it
     */
    @Transactional
    public CaseNumber register(ReportedParcel report) {
        return reports.register(report);
    }

    /** The same by itself, from what a courier reports. */
    @Transactional
    public CaseNumber registerReported(long parcelId, ParcelCause cause) {
        return reports.registerReported(parcelId, cause);
    }

    /**
     * A parcel of an earlier case came home after that had ended: it is inspected and put away, and nothing else.
     *
     * @param trackingNumber which of its parcels it is; null if only one may come
     * @throws Conflict      if it was here before
     * @throws RuleViolation on {@code trackingNumber} if it is none of the case's, or nobody says which
     */
    @Transactional
    public CaseNumber registerHome(CaseNumber earlier, @Nullable String trackingNumber) {
        var parcel = held(earlier);
        return reports.registerHome(parcel, parcel.thatCameIn(trackingNumber));
    }

    /** The same of the parcel of which a courier reports that it came home. */
    @Transactional
    public CaseNumber registerHome(CaseNumber earlier, long parcelId) {
        return reports.registerHome(held(earlier), parcelId);
    }

    /** Whether {@link #registerHome} takes the parcel of this case, if it comes now. */
    @Transactional(readOnly = true)
    public boolean isParcelOut(CaseNumber ended) {
        return parcelCases.findById(ended.value()).filter(ParcelCase::isParcelOut).isPresent();
    }

    /** @throws RuleViolation if it is turned down without a note, or by who reported it (ORG-4) */
    @Transactional
    public void review(CaseNumber caseNumber, boolean accepted, @Nullable String note) {
        reports.review(held(caseNumber), accepted, note);
    }

    /** First, a sincere apology (PAR-2); then it is found out where the parcel is (PAR-3). */
    @Transactional
    public void apologise(CaseNumber caseNumber) {
        reports.apologise(parcelCases.get(caseNumber));
    }

    /** What forms show and timers wait for, as it stands. */
    @Transactional(readOnly = true)
    public Shown shown(CaseNumber caseNumber) {
        return showing.of(parcelCases.get(caseNumber));
    }

    /**
     * What comes next, whenever it is asked. The table {@code parcel-fault} is asked if cause or attempt have changed; goods
     * are promised, the customer is told, and days begin to run as the step needs it.
     */
    @Transactional
    public Next next(CaseNumber caseNumber) {
        var parcel = held(caseNumber);
        var step = ready.next(parcel);
        return new Next(step, ready.isClaimDue(parcel), showing.of(parcel));
    }

    /** @throws RuleViolation without a note of what the courier said */
    @Transactional
    public void asked(CaseNumber caseNumber, ChaseAnswer found, @Nullable String note) {
        chase.asked(held(caseNumber), found, note);
    }

    /** The parcel is not back yet; noted on office days only, and once on each (PAR-5). @return whether that was noted now */
    @Transactional
    public boolean remind(CaseNumber caseNumber) {
        return chase.remind(held(caseNumber));
    }

    /** It is not back in the time that agents have; team leaders go on. */
    @Transactional
    public void escalate(CaseNumber caseNumber) {
        chase.escalate(held(caseNumber));
    }

    /**
     * A parcel of the case lies before us, unopened.
     *
     * @param trackingNumber which it is; null if only one may come
     * @throws RuleViolation on {@code trackingNumber} if it is none of the case's, or nobody says which (PAR-3)
     */
    @Transactional
    public void received(CaseNumber caseNumber, @Nullable String trackingNumber) {
        chase.received(held(caseNumber), trackingNumber);
    }

    /** @throws RuleViolation on a part of {@code address} without which nothing can be sent, or if it is the one that was unclear */
    @Transactional
    public void correctAddress(CaseNumber caseNumber, NewAddress address) {
        agreements.correctAddress(held(caseNumber), address);
    }

    /** Asks the couriers' service to take it there. No row is held while it is asked. */
    public void redirect(CaseNumber caseNumber) {
        var redirection = before(() -> chase.redirectionOf(parcelCases.get(caseNumber)));
        var isTold = chase.ask(redirection);
        chase.redirected(held(caseNumber), isTold);
    }

    /**
     * What the customer wants, if they were reached.
     *
     * @throws RuleViolation without a note, on {@code address} if it is the one that was unclear (PAR-4), on {@code courier} if
     *                       it does not go there (SHP-2)
     */
    @Transactional
    public Agreement agree(CaseNumber caseNumber, CustomerAnswer answer, @Nullable String courier, @Nullable NewAddress address,
            @Nullable String note) {
        return agreements.agree(held(caseNumber), answer, courier, address, note);
    }

    /** Before it is shipped (SHP-4); what was not paid is talked about again. */
    @Transactional
    public void collected(CaseNumber caseNumber, boolean paid) {
        agreements.collected(held(caseNumber), paid);
    }

    /** The customer's time is up; what the table {@code parcel-hold} says is done, once. */
    @Transactional
    public void holdIsOver(CaseNumber caseNumber) {
        agreements.timeIsUp(held(caseNumber));
    }

    /**
     * What the customer says by themselves before the goods have left.
     *
     * @throws RuleViolation on {@code answer} if it says nothing
     * @throws Conflict      if money or goods of a stock-out are on their way already
     */
    @Transactional
    public void replied(CaseNumber caseNumber, CustomerAnswer answer, @Nullable String note) {
        var parcel = held(caseNumber);
        if (answer == CustomerAnswer.REFUND) {
            sending.requireStoppable(parcel);
        }
        agreements.replied(parcel, answer, note);
    }

    /** @throws RuleViolation on {@code decision} if the parcel can't go out again (PAR-4) */
    @Transactional
    public void decide(CaseNumber caseNumber, ParcelDecision decision) {
        agreements.decide(held(caseNumber), decision);
    }

    /** @throws RuleViolation if a finding is about other goods, or more were found than sent */
    @Transactional
    public void inspect(CaseNumber caseNumber, List<Finding> findings) {
        end.inspect(held(caseNumber), findings);
    }

    /** Decides what goes back (PAR-7); the order's guard checks the money. */
    @Transactional
    public RefundView decideRefund(CaseNumber caseNumber) {
        return money.decide(held(caseNumber));
    }

    /** The process {@code refund} has ended; our books say how. What was not paid goes back to the agent. */
    @Transactional
    public void refundEnded(CaseNumber caseNumber) {
        money.ended(held(caseNumber));
    }

    /**
     * Asks the couriers' service to take it. No row is held while it is asked; what it says is kept afterwards, once.
     */
    public void book(CaseNumber caseNumber) {
        var booking = before(() -> sending.bookingOf(parcelCases.get(caseNumber)));
        if (booking.isEmpty()) {
            sending.callOff(held(caseNumber));
            return;
        }
        var result = sending.ask(booking.get());
        sending.booked(held(caseNumber), result);
    }

    /** @throws RuleViolation on {@code courier} if it does not go there, on {@code trackingNumber} if it is the old one */
    @Transactional
    public void ship(CaseNumber caseNumber, String courier, String trackingNumber) {
        sending.ship(held(caseNumber), courier, trackingNumber);
    }

    /** What went out again has not arrived in time. */
    @Transactional
    public void overdue(CaseNumber caseNumber) {
        chase.overdue(held(caseNumber));
    }

    /** The courier answered; that is no money of the order (PAR-6). */
    @Transactional
    public void settleClaim(CaseNumber caseNumber, ClaimResult result, @Nullable BigDecimal amount) {
        end.settleClaim(held(caseNumber), result, amount);
    }

    /** The customer has the goods or the money, or gets neither: units are free, the file is closed. */
    @Transactional
    public void close(CaseNumber caseNumber) {
        end.close(held(caseNumber));
    }

    /** A courier's events led to another state; the parcel's row is held. */
    @Transactional
    public Heard heard(ParcelView view) {
        var about = parcelCases.about(view.id());
        var open = about.stream().filter(ParcelCase::isOpen).findFirst();
        if (open.isPresent()) {
            var parcel = held(open.get().number());
            return chase.heard(parcel, view) ? new Heard(parcel.number(), null, null) : Heard.NOTHING;
        }
        var ended = about.stream().filter(each -> !each.isOpen() && each.isOut(view.id())).findFirst();
        if (ended.isPresent() && view.state() == ParcelState.RETURNED) {
            return new Heard(null, ended.get().number(), null);
        }
        if (ended.isPresent() && view.state() == ParcelState.DELIVERED) {
            chase.deliveredToo(ended.get(), view);
        }
        return about.isEmpty() || ended.isEmpty()
                ? tables.causeToOpen(view).filter(cause -> reports.mayOpen(view, cause))
                        .map(cause -> new Heard(null, null, cause)).orElse(Heard.NOTHING)
                : Heard.NOTHING;
    }

    /** Whether somebody has to ask after a parcel of which the courier reports nothing more; nobody does yet. */
    @Transactional
    public boolean isToBeChased(ParcelView parcel) {
        return reports.mayOpen(parcel, ParcelCause.COURIER_FAULT);
    }

    /** Whether goods are promised to an open case of a parcel, which has to look again where a count took some back. */
    @Transactional(readOnly = true)
    public boolean isPromisedGoods(CaseNumber caseNumber) {
        return parcelCases.findById(caseNumber.value())
                .filter(parcel -> parcel.isOpen() && parcel.sending().areGoodsReserved()).isPresent();
    }

    /** A stock-out that a parcel waited for has ended; the case that goes on with it. */
    @Transactional
    public Optional<CaseNumber> stockOutEnded(StockOutClosed closed) {
        return parcelCases.findWaitingFor(closed.caseNumber().value()).map(found -> {
            var parcel = held(found.number());
            if (parcel.isOpen()) {
                sending.stockOutEnded(parcel, closed.caseNumber(), closed.outcome());
            } else {
                end.stockOutOfStoppedEnded(parcel, closed.caseNumber());
            }
            return parcel.number();
        });
    }

    /**
     * What a stock-out sent, but for its last parcel, with which the case goes on; that one too if the case was stopped meanwhile.
     * Whatever befell them is told now.
     */
    @Transactional(readOnly = true)
    public List<ParcelView> sentBesides(CaseNumber stockOut, CaseNumber caseNumber) {
        var sent = parcels.ofCase(stockOut);
        return sent.isEmpty() || !parcelCases.get(caseNumber).isOpen() ? sent : sent.subList(0, sent.size() - 1);
    }

    /** The process was stopped: units and goods are free. */
    @EventListener
    @Transactional
    public void abort(CaseAborted aborted) {
        if (aborted.kind().equals(KIND)) {
            end.abort(held(aborted.caseNumber()));
        }
    }

    /** What is read before somebody outside is asked may be another when they have answered, and is read anew then. */
    private <T> T before(Supplier<T> question) {
        return Objects.requireNonNull(apart.execute(status -> question.get()));
    }

    /** What is done may go on to units and money: the order's row is locked before any case is written (ADR 0023). */
    private ParcelCase held(CaseNumber caseNumber) {
        var parcel = parcelCases.get(caseNumber);
        orders.lock(parcel.orderNumber());
        return parcel;
    }
}
