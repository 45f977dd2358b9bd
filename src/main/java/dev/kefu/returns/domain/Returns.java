package dev.kefu.returns.domain;

import dev.kefu.cases.CaseAborted;
import dev.kefu.cases.CaseFiles;
import dev.kefu.orders.Orders;
import dev.kefu.refunds.RefundView;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Text;
import dev.kefu.shipping.ParcelView;
import dev.kefu.stock.Finding;
import dev.kefu.stockouts.StockOutClosed;
import dev.kefu.workflow.Accounts;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Groups;
import dev.kefu.workflow.ProcessVariable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to returns: each step of the process {@code product-return} makes one call here. A refusal is a
 * {@link RuleViolation} and leaves everything as it was. Being told the same twice changes nothing; being told what can't be
 * is a {@link Conflict}.
 */
@Service
@Transactional
public class Returns {

    /** The kind of these cases: the key of their process. */
    public static final String KIND = "product-return";
    /** The goods are in the warehouse; the message that tells it to their case. */
    public static final String PARCEL_ARRIVED = "return-parcel-arrived";

    private final ReturnCases returns;
    private final ReturnDesk desk;
    private final WayBackDesk wayBack;
    private final GoodsDesk goodsDesk;
    private final AwaitedGoods awaited;
    private final ReturnParcels parcels;
    private final CollectionDesk collections;
    private final ReturnExceptions exceptions;
    private final ReturnClosing closing;
    private final CaseFiles cases;
    private final Orders orders;
    private final Actors actors;
    private final Accounts accounts;

    Returns(ReturnCases returns, ReturnDesk desk, WayBackDesk wayBack, GoodsDesk goodsDesk, AwaitedGoods awaited,
            ReturnParcels parcels, CollectionDesk collections, ReturnExceptions exceptions, ReturnClosing closing,
            CaseFiles cases, Orders orders, Actors actors, Accounts accounts) {
        this.returns = returns;
        this.desk = desk;
        this.wayBack = wayBack;
        this.goodsDesk = goodsDesk;
        this.awaited = awaited;
        this.parcels = parcels;
        this.collections = collections;
        this.exceptions = exceptions;
        this.closing = closing;
        this.cases = cases;
        this.orders = orders;
        this.actors = actors;
        this.accounts = accounts;
    }

    /**
     * Opens the case and holds the units for it, so that no other return can ask for them (RET-6).
     *
     * @throws RuleViolation if there is no such order or line, it is not delivered yet, too few units are left, or what is
     *                       wanted in exchange costs something else (RET-5)
     */
    public CaseNumber register(ReturnRequest request) {
        return desk.register(request);
    }

    /**
     * The goods of an earlier return have come after it ended; whoever reviews the new case decides what becomes of them.
     *
     * @param earlier a return that expired or was withdrawn
     * @throws Conflict      if it ended otherwise, its goods were here before, or their parcel has a case already
     * @throws RuleViolation if another case holds the units meanwhile
     */
    public CaseNumber registerLate(CaseNumber earlier) {
        return desk.registerLate(held(earlier));
    }

    /** Whether {@link #registerLate} takes the goods of this case, if they come now. */
    @Transactional(readOnly = true)
    public boolean isLateParcelTaken(CaseNumber ended) {
        return returns.findById(ended.value()).filter(ReturnCase::isParcelOut).isPresent();
    }

    /** The request as it stands; its note is null, the case's timeline has it. */
    @Transactional(readOnly = true)
    public ReturnRequest requestOf(CaseNumber caseNumber) {
        return returns.get(caseNumber).asked().request().asTyped();
    }

    /** The group that reviews what the acting person opens: a junior agent's case is for a team leader (ORG-1). */
    public String reviewers() {
        return actors.isIn(Groups.JUNIOR_AGENTS) ? Groups.TEAM_LEADERS : Groups.RETURNS_SPECIALISTS;
    }

    /**
     * The same for a case that is open already, whatever its variables say meanwhile: who opened it counts or, of goods that
     * came late, who opened the case to which they belonged.
     */
    @Transactional(readOnly = true)
    public String reviewersOf(CaseNumber caseNumber) {
        return accounts.groupsOf(cases.openerOf(cases.beginningOf(caseNumber))).contains(Groups.JUNIOR_AGENTS) ? Groups.TEAM_LEADERS
                : Groups.RETURNS_SPECIALISTS;
    }

    /** What it is about, for people: {@code "2 × Thermos cup (line 1)"}. At most 1000 characters. */
    @Transactional(readOnly = true)
    public String goodsOf(CaseNumber caseNumber) {
        return GoodsInWords.withLines(returns.get(caseNumber));
    }

    /** The goods that a step is about, for the person who does it: what to repair, to send instead, to send back. */
    @Transactional(readOnly = true)
    public String unitsFor(CaseNumber caseNumber, NextStep step) {
        return GoodsInWords.of(returns.get(caseNumber), step);
    }

    /**
     * Asks the policy about every line and keeps what it says with the table's version (RET-2).
     *
     * @return the verdict for people, one sentence for each line, as far as a form can show them; of an exchange also what
     *         is known of the goods that would go out
     */
    public String assess(CaseNumber caseNumber) {
        return Text.shortened(desk.assess(held(caseNumber)), ProcessVariable.LONGEST_TEXT);
    }

    /**
     * @throws RuleViolation if it is approved against the policy, an exception is asked for that is none (RET-2), or it is not
     *                       approved without a note (RET-1)
     */
    public void review(CaseNumber caseNumber, ReviewDecision decision, @Nullable String note) {
        desk.review(held(caseNumber), decision, note);
    }

    /** The group that was asked whether the return is let in though the policy does not allow it; null if none was. */
    @Nullable
    @Transactional(readOnly = true)
    public String exceptionGroupOf(CaseNumber caseNumber) {
        return returns.get(caseNumber).review().exceptionGroup();
    }

    /** Who may not decide on the exception: who asked for it, and who opened the case (ORG-4). */
    @Transactional(readOnly = true)
    public Set<String> exceptionAskersOf(CaseNumber caseNumber) {
        return exceptions.askersOf(returns.get(caseNumber));
    }

    /**
     * A supervisor lets the return in, or does not (RET-2).
     *
     * @throws RuleViolation if it is not granted without a note, or the acting person asked for it or may not decide
     */
    public void decideException(CaseNumber caseNumber, boolean granted, @Nullable String note) {
        desk.decideException(held(caseNumber), granted, note);
    }

    /** The customer has answered; what they ask for now replaces the request. */
    public void correct(CaseNumber caseNumber, ReturnRequest request) {
        desk.correct(held(caseNumber), request);
    }

    /**
     * Promises the return: the customer gets an RMA number, and what they want instead is reserved as far as it is there.
     *
     * @return where the goods are
     */
    public Whereabouts approve(CaseNumber caseNumber) {
        return desk.approve(held(caseNumber));
    }

    /**
     * Turns the return down. It is closed with that, unless its goods are here already.
     *
     * @return {@code CLOSE}, or {@code SEND_BACK} for goods that came late
     */
    public NextStep reject(CaseNumber caseNumber) {
        var goods = held(caseNumber);
        goods.reject();
        if (goods.nextStep() == NextStep.CLOSE) {
            closing.close(goods);
        }
        return goods.nextStep();
    }

    /** Who arranges the way back of goods that are with the customer: a courier's service, if one is connected (RET-3). */
    @Transactional(readOnly = true)
    public CollectionStep collection() {
        return collections.isConnected() ? CollectionStep.TO_BOOK : CollectionStep.BY_HAND;
    }

    /**
     * Has the courier's service collect the goods, and notes it (RET-3). It leaves the house: call it where nothing is locked.
     * Again books nothing else.
     */
    public BookedCollection bookCollection(CaseNumber caseNumber) {
        return desk.bookCollection(returns.get(caseNumber));
    }

    /** Whether the goods came before the process waited for them, as far as couriers reported it. */
    public boolean isParcelHere(CaseNumber caseNumber) {
        return parcels.isHere(returns.get(caseNumber));
    }

    /** The cases whose goods are in this parcel, which has come to the shop; also those that have ended meanwhile. */
    @Transactional(readOnly = true)
    public List<CaseNumber> expectedIn(ParcelView parcel) {
        return parcels.returnsIn(parcel).stream()
                .filter(goods -> !goods.journey().isArrived()).map(ReturnCase::number).toList();
    }

    /**
     * What a courier reports of the goods' way back, other than that they are here; the case tells it.
     *
     * @return the cases that have to look again: the goods won't come, or the customer has them again
     */
    public List<CaseNumber> wayBackMoved(ParcelView parcel) {
        return wayBack.moved(parcel, parcels.returnsOf(parcel));
    }

    /** Whether the courier reported that it won't bring the goods, or not whole, and it is to be settled what that means. */
    public boolean isWayBackFailed(CaseNumber caseNumber) {
        return wayBack.isFailed(returns.get(caseNumber));
    }

    /** What became of the goods, for the person who settles it with the customer. */
    @Transactional(readOnly = true)
    public String lossOf(CaseNumber caseNumber) {
        return wayBack.lossInWords(returns.get(caseNumber));
    }

    /**
     * It was agreed what the customer gets for goods that a courier has lost.
     *
     * @return until when they are waited for all the same, empty if they are given up
     * @throws RuleViolation without a note, or if that can't be done
     */
    public Optional<Instant> settleLoss(CaseNumber caseNumber, LossSettlement agreed, @Nullable String note) {
        return wayBack.settleLoss(held(caseNumber), agreed, note);
    }

    /** Goods came for which nobody waited: if they had been given up as lost, the case tells it. */
    public void cameUnexpectedly(CaseNumber caseNumber) {
        wayBack.cameAfterAll(returns.get(caseNumber));
    }

    /**
     * Notes how the goods come back (RET-3).
     *
     * @return when the customer is reminded, if nothing came by then (RET-8)
     */
    public Instant arrangeWayBack(CaseNumber caseNumber, WayBack wayBack) {
        return desk.arrangeWayBack(held(caseNumber), wayBack);
    }

    /**
     * The customer has sent the goods; the days begin anew (RET-8).
     *
     * @return when the customer is reminded, if nothing came by then
     */
    public Instant ship(CaseNumber caseNumber, String courier, String trackingNumber) {
        return desk.ship(held(caseNumber), new Parcel(courier, trackingNumber));
    }

    /**
     * Until when the process waits for the parcel: for the reminder, then for the expiry; after a withdrawal until nobody
     * expects it any more.
     *
     * @throws Conflict if it waits for no parcel
     */
    @Transactional(readOnly = true)
    public Instant deadlineOf(CaseNumber caseNumber) {
        var deadline = returns.get(caseNumber).journey().deadline();
        if (deadline == null) {
            throw new Conflict("Case " + caseNumber + " waits for no parcel.");
        }
        return deadline;
    }

    /**
     * The time that {@link #deadlineOf} named has come. The first time the customer is reminded.
     *
     * @return the next deadline, empty if the time is up; the same if its time has not come
     */
    public Optional<Instant> deadlineReached(CaseNumber caseNumber) {
        return wayBack.deadlineReached(held(caseNumber));
    }

    /** The parcel never came (RET-8): the case can be closed, and its units with it. */
    public void expire(CaseNumber caseNumber) {
        wayBack.expire(held(caseNumber));
    }

    /** The parcel is in the warehouse, unopened: arrival is not inspection (RET-4). */
    public void receive(CaseNumber caseNumber) {
        desk.receive(held(caseNumber));
    }

    /**
     * Keeps what was found, and asks the policy again about that (RET-2); what did not arrive is free for another return.
     * {@link #nextStep} says where that leads.
     *
     * @throws RuleViolation if a finding is about other goods, or more were found than approved (RET-6)
     */
    public void inspect(CaseNumber caseNumber, List<Finding> findings) {
        goodsDesk.inspect(held(caseNumber), findings);
    }

    /**
     * What comes next, whenever it is asked. Reserves what goes out in exchange (RET-5): what is not in stock has to be
     * settled with the customer.
     */
    public NextStep nextStep(CaseNumber caseNumber) {
        return goodsDesk.nextStep(held(caseNumber));
    }

    /** What has to be settled with the customer, and why, for the person who does it. */
    @Transactional(readOnly = true)
    public String differenceOf(CaseNumber caseNumber) {
        return Text.shortened(goodsDesk.difference(returns.get(caseNumber)), ProcessVariable.LONGEST_TEXT);
    }

    /** @throws RuleViolation without a note of what was agreed, or if that can't be done */
    public void settle(CaseNumber caseNumber, Settlement settlement, @Nullable String note) {
        goodsDesk.settle(held(caseNumber), settlement, note);
    }

    /**
     * A technician is done with the goods (RET-5): they go back repaired, or are replaced or, without one in stock, refunded.
     *
     * @throws RuleViolation without a note
     */
    public void repair(CaseNumber caseNumber, RepairResult result, @Nullable String note) {
        goodsDesk.repair(held(caseNumber), result, note);
    }

    /** The goods that the customer gets in exchange have left the house. */
    public void shipReplacement(CaseNumber caseNumber, String courier, String trackingNumber) {
        goodsDesk.shipReplacement(held(caseNumber), new Parcel(courier, trackingNumber));
    }

    /**
     * The stock-out case of goods that were to go out in exchange has ended (RET-5): they were sent, or their money was paid
     * back there, or it has to be settled anew with the customer.
     *
     * @return whether the return goes on with it
     */
    public boolean replacementSettled(StockOutClosed closed) {
        return returns.findById(closed.parent().value())
                .filter(goods -> closed.caseNumber().equals(goods.settling().awaitedCase()))
                .map(goods -> {
                    awaited.settle(held(goods.number()), closed);
                    closing.stockOutEnded(goods);
                    return !goods.status().isOver();
                })
                .orElse(false);
    }

    /** Whether goods are promised to the customer in exchange, and have not left. */
    @Transactional(readOnly = true)
    public boolean isToReplace(CaseNumber caseNumber) {
        return returns.findById(caseNumber.value()).filter(goods -> goods.settling().parts().has(Fate.TO_REPLACE)).isPresent();
    }

    /** Decides the refund of what is owed; the order's guard checks the money. From here on nobody withdraws (RET-8). */
    public RefundView decideRefund(CaseNumber caseNumber) {
        return goodsDesk.decideRefund(held(caseNumber));
    }

    /**
     * The process {@code refund} has ended; our books say how. What was not paid has to be settled with the customer.
     *
     * @throws Conflict if it has not ended
     */
    public void refundEnded(CaseNumber caseNumber) {
        goodsDesk.refundEnded(held(caseNumber));
    }

    /** The goods are on their way to the customer again, who may ask another time. */
    public void sendBack(CaseNumber caseNumber, String courier, String trackingNumber) {
        goodsDesk.sendBack(held(caseNumber), new Parcel(courier, trackingNumber));
    }

    /**
     * The customer takes the request back (RET-8).
     *
     * @return {@code CLOSE}, {@code AWAIT_PARCEL} (until {@link #deadlineOf}) or {@code SEND_BACK}
     * @throws Conflict once the refund is ordered
     */
    public NextStep withdraw(CaseNumber caseNumber) {
        return desk.withdraw(held(caseNumber));
    }

    /** The parcel of a withdrawn return is here; it goes back. */
    public void withdrawnParcelArrived(CaseNumber caseNumber) {
        if (held(caseNumber).arriveWithdrawn()) {
            cases.recordFact(caseNumber, "PARCEL_ARRIVED", null);
        }
    }

    /** Nobody expects the parcel of a withdrawn return any more. */
    public void parcelNeverCame(CaseNumber caseNumber) {
        held(caseNumber).neverCame();
    }

    /**
     * Nothing is left to do: units whose money went back count for good, the others are free; what the shop keeps goes into
     * stock or is written off; the outcome is that of most of the money.
     *
     * @throws Conflict if something is left to do: no return ends as refunded without its money paid
     */
    public void close(CaseNumber caseNumber) {
        closing.close(held(caseNumber));
    }

    /**
     * The process was stopped: the units are free for another return, but for those whose money went back already, and
     * nothing stays reserved; what the shop keeps goes into stock or is written off. What is promised and not paid is let go
     * by {@link dev.kefu.refunds.Refunds}.
     */
    @EventListener
    public void abort(CaseAborted aborted) {
        if (aborted.kind().equals(KIND)) {
            var goods = held(aborted.caseNumber());
            goodsDesk.noteIfPaid(goods);
            closing.abort(goods);
        }
    }

    /**
     * For what may go on, in the same transaction, to units, money or other cases of the customer: the order's row is locked
     * before any return is written, by all of them (ADR 0023).
     */
    private ReturnCase held(CaseNumber caseNumber) {
        var goods = returns.get(caseNumber);
        orders.lock(goods.asked().orderNumber());
        return goods;
    }
}
