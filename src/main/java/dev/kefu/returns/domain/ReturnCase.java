package dev.kefu.returns.domain;

import static dev.kefu.returns.domain.ReturnStatus.APPROVED;
import static dev.kefu.returns.domain.ReturnStatus.ARRIVED;
import static dev.kefu.returns.domain.ReturnStatus.EXPIRED;
import static dev.kefu.returns.domain.ReturnStatus.GOING_BACK;
import static dev.kefu.returns.domain.ReturnStatus.GOODS_STAY;
import static dev.kefu.returns.domain.ReturnStatus.INSPECTED;
import static dev.kefu.returns.domain.ReturnStatus.LOST_ON_THE_WAY;
import static dev.kefu.returns.domain.ReturnStatus.ON_THE_WAY;
import static dev.kefu.returns.domain.ReturnStatus.REJECTED;
import static dev.kefu.returns.domain.ReturnStatus.REQUESTED;
import static dev.kefu.returns.domain.ReturnStatus.WITHDRAWN;
import static dev.kefu.returns.domain.ReturnStatus.WITHDRAWN_ON_THE_WAY;

import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Erasure;
import dev.kefu.shared.KeyedByName;
import dev.kefu.shared.Money;
import dev.kefu.shared.RuleViolation;
import dev.kefu.stock.Finding;
import dev.kefu.stock.Findings;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;

/**
 * Goods that a customer sends back.
 *
 * <p>The case knows what has happened and what may happen next; the process knows who does it and when. What is asked
 * for are its {@link AskedGoods}; it is let in by its {@link Review}, its goods come back on their {@link Journey}, its units
 * go their ways in {@link Settling}. Being told the
 * same twice changes nothing; being told what can't be is a {@link Conflict}.
 */
@Entity
@Table(name = "return_case")
class ReturnCase extends KeyedByName {

    @Id
    private String caseNumber;
    @Enumerated(EnumType.STRING)
    private ReturnStatus status;
    private String rma;
    private Instant requestedAt;
    private boolean late;
    private String lateCase;
    private boolean withdrawn;
    @Embedded
    private AskedGoods asked = new AskedGoods();
    @Embedded
    private Review review = new Review();
    @Embedded
    private Journey journey = new Journey();
    @Embedded
    private Settling settling = new Settling();

    protected ReturnCase() {
    }

    static ReturnCase requested(CaseNumber caseNumber, CheckedRequest request, Instant at) {
        var goods = new ReturnCase();
        goods.caseNumber = caseNumber.value();
        goods.status = REQUESTED;
        goods.requestedAt = at;
        goods.asked.become(request);
        return goods;
    }

    /** Whether this ended without its goods, and their parcel has no case yet. */
    boolean isParcelOut() {
        return lateCase == null && (status == EXPIRED || status == WITHDRAWN) && !journey.isArrived();
    }

    /**
     * The parcel has come after all: the same request in a case of its own, whose goods are here.
     *
     * @throws Conflict unless {@link #isParcelOut}
     */
    ReturnCase followedBy(CaseNumber number) {
        require(status, EXPIRED, WITHDRAWN);
        if (!isParcelOut()) {
            throw new Conflict("The goods of case " + caseNumber + " have been here already"
                    + (lateCase == null ? "." : "; see case " + lateCase + "."));
        }
        lateCase = number.value();
        var followUp = requested(number, asked.request().again(), requestedAt);
        followUp.late = true;
        followUp.journey.arrive();
        return followUp;
    }

    /** The customer's answer replaces the request; the day they first asked counts on (RET-2). */
    void correct(CheckedRequest request) {
        require(status, REQUESTED);
        if (late && !asked.orderNumber().equals(request.orderNumber())) {
            throw new RuleViolation("orderNumber", "RET-1", "The goods that are here are of order " + asked.orderNumber() + ".");
        }
        asked.become(request);
    }

    void judge(Map<Integer, Verdict> verdicts) {
        require(status, REQUESTED);
        asked.judge(verdicts);
    }

    /** @throws RuleViolation if the decision is against the policy, or lacks its note (RET-1, RET-2) */
    void review(ReviewDecision decision, @Nullable String note, String reviewer) {
        require(status, REQUESTED);
        review.decide(decision, note, reviewer, asked.lines());
    }

    /** A supervisor lets in what the policy does not, or doesn't (RET-2). */
    void decideException(boolean granted, Instant at) {
        require(status, REQUESTED);
        review.decideException(granted, at);
        if (granted) {
            asked.letIn();
        }
    }

    /** @return false if it was approved before */
    boolean approve(String approver, Instant at) {
        if (rma != null) {
            return false;
        }
        require(status, REQUESTED);
        review.approve(approver);
        rma = caseNumber.replaceFirst("KF", "RMA");
        if (late) {
            status = ARRIVED;
        } else if (needsNoReturn()) {
            status = GOODS_STAY;
            settling.begin(asked.asWanted());
            if (asked.resolution() == Resolution.REFUND) {
                review.countAsWithoutReturn(at);
            }
        } else {
            status = APPROVED;
        }
        return true;
    }

    boolean awaitsParcel() {
        return status == ON_THE_WAY || status == WITHDRAWN_ON_THE_WAY;
    }

    Whereabouts whereabouts() {
        return late ? Whereabouts.HERE : status == GOODS_STAY ? Whereabouts.STAY : Whereabouts.WITH_CUSTOMER;
    }

    /** Whether the policy gives the customer what they want without seeing the goods (RET-7). */
    boolean needsNoReturn() {
        return !late && asked.needsNoInspection();
    }

    /** Turned down; what is here already goes back. */
    void reject() {
        if (status == REJECTED || status == GOING_BACK) {
            return;
        }
        require(status, REQUESTED);
        if (late) {
            goBack();
        } else {
            status = REJECTED;
        }
    }

    /** @return false if it was arranged so before */
    boolean sendBy(WayBack wayBack, Instant since, Instant reminder) {
        if (status == ON_THE_WAY && wayBack.equals(journey.wayBack())) {
            return false;
        }
        require(status, APPROVED, ON_THE_WAY);
        status = ON_THE_WAY;
        journey.arrange(wayBack, since, reminder);
        return true;
    }

    /** @return false if it was booked before */
    boolean collectedBy(Parcel parcel, String bookingKey, Instant since, Instant reminder) {
        if (!sendBy(new WayBack(parcel.courier(), parcel.trackingNumber(), false), since, reminder)) {
            return false;
        }
        journey.bookedAs(bookingKey);
        return true;
    }

    /** @return false if this parcel was told before */
    boolean sentByCustomer(Parcel parcel, Instant at, Instant reminder) {
        require(status, ON_THE_WAY);
        return journey.send(parcel, at, reminder);
    }

    void remind(Instant expiry) {
        require(status, ON_THE_WAY);
        journey.remind(expiry);
    }

    /** @return false if it had expired before */
    boolean expire() {
        if (status == EXPIRED) {
            return false;
        }
        require(status, ON_THE_WAY);
        status = EXPIRED;
        return true;
    }

    /** @return false if it had arrived before */
    boolean arrive() {
        if (status == ARRIVED) {
            return false;
        }
        require(status, ON_THE_WAY);
        status = ARRIVED;
        journey.arrive();
        return true;
    }

    /**
     * A courier won't bring the goods, and it is agreed what the customer gets.
     *
     * @throws RuleViolation if that can't be done without them
     */
    void settleLoss(LossSettlement agreed, String settler) {
        require(status, ON_THE_WAY);
        settling.beginLost(agreed, asked.lost(agreed), settler);
        status = LOST_ON_THE_WAY;
        journey.giveUp();
    }

    /** They are waited for all the same, or the customer has them again: the days begin anew. */
    void waitInSpiteOf(@Nullable String news, Instant since, Instant reminder) {
        require(status, ON_THE_WAY);
        journey.waitInSpiteOf(news, since, reminder);
    }

    /** A courier has the goods: nobody is told to send them meanwhile, and nothing expires. */
    void waitForCourier(Instant until) {
        require(status, ON_THE_WAY);
        journey.waitUntil(until);
    }

    /**
     * The goods were looked at, line by line (RET-4). What is not among the findings did not arrive.
     *
     * @param policy what the policy says about a line that came back for another reason than claimed
     * @throws RuleViolation if a finding is about other goods, or more were found than approved (RET-6)
     */
    void inspect(List<Finding> found, String inspector, BiFunction<Integer, Reason, Verdict> policy) {
        require(status, ARRIVED);
        Findings.requireFit(found, asked.quantities(), new ApprovedGoods());
        status = INSPECTED;
        settling.beginInspected(found, asked.found(found, policy), inspector);
    }

    /** @throws RuleViolation if what was agreed can't be done */
    void settle(Settlement agreed, String settler) {
        require(status, INSPECTED, GOODS_STAY, LOST_ON_THE_WAY);
        settling.settle(agreed, settler, areHere(), areGone());
    }

    /** Whether the goods came and were looked at, so that the shop could keep them or send them back. */
    boolean areHere() {
        return status == INSPECTED;
    }

    /** Whether the customer has given them away: they are here, or were lost on the way to us. */
    boolean areGone() {
        return areHere() || status == LOST_ON_THE_WAY;
    }

    /**
     * The customer takes the request back (RET-8).
     *
     * @param until when nobody expects a parcel any more that is on its way
     * @return false if they had before
     * @throws Conflict once the refund is ordered, or if it is over
     */
    boolean withdraw(Instant until) {
        if (withdrawn) {
            return false;
        }
        settling.requireNoRefund(caseNumber);
        require(status, REQUESTED, APPROVED, ON_THE_WAY, ARRIVED, INSPECTED, GOODS_STAY, LOST_ON_THE_WAY);
        withdrawn = true;
        if (status == INSPECTED) {
            settling.parts().go(part -> part.fate().isOpen(), Fate.TO_SEND_BACK);
            status = GOING_BACK;
        } else if (journey.isArrived()) {
            goBack();
        } else if (status == ON_THE_WAY && journey.isSent()) {
            status = WITHDRAWN_ON_THE_WAY;
            journey.waitUntil(until);
        } else {
            settling.parts().leave();
            status = WITHDRAWN;
        }
        return true;
    }

    /** @return false if it had arrived before */
    boolean arriveWithdrawn() {
        if (withdrawn && status == GOING_BACK) {
            return false;
        }
        require(status, WITHDRAWN_ON_THE_WAY);
        journey.arrive();
        goBack();
        return true;
    }

    void neverCame() {
        if (status != WITHDRAWN) {
            require(status, WITHDRAWN_ON_THE_WAY);
            status = WITHDRAWN;
        }
    }

    /** @throws Conflict if that is not known yet */
    NextStep nextStep() {
        if (status == WITHDRAWN_ON_THE_WAY) {
            return NextStep.AWAIT_PARCEL;
        }
        if (status.isOver()) {
            return NextStep.CLOSE;
        }
        require(status, INSPECTED, GOODS_STAY, LOST_ON_THE_WAY, GOING_BACK);
        return status == INSPECTED && settling.isUnanswered() ? NextStep.SETTLE : settling.nextStep();
    }

    /**
     * Nothing is left to do.
     *
     * @param worth what the customer paid for units
     * @throws Conflict if something is left
     */
    Outcome close(Function<LineQuantity, Money> worth) {
        if (nextStep() != NextStep.CLOSE) {
            throw new Conflict("Case " + caseNumber + " can't be closed: there is something left to do (" + nextStep() + ").");
        }
        var outcome = withdrawn ? Outcome.WITHDRAWN : status.isOver() ? Outcome.valueOf(status.name())
                : Outcome.ofMost(asked.resolution(), settling.parts().all(), worth);
        status = outcome.status();
        countOnlyWhatCameOfIt();
        return outcome;
    }

    /** Nobody works on it any more. What is over stays as it ended. */
    void abort() {
        if (!status.isOver()) {
            status = ReturnStatus.ABORTED;
            if (settling.awaitedCase() == null) {
                countOnlyWhatCameOfIt();
            }
        }
    }

    /** Nobody works on it any more, and what it waited for is settled as well. */
    void settledAfterAbort() {
        require(status, ReturnStatus.ABORTED);
        countOnlyWhatCameOfIt();
    }

    /** What came back stays, and what it was worth; what people wrote about it goes (CUS-4). */
    void erase(Erasure erasure) {
        journey.erase(erasure);
        settling.erase(erasure);
    }

    /** Whether it is about goods that came after an earlier return had ended. */
    boolean isLate() {
        return late;
    }

    /** Whose figure the refund is; of goods that nobody looked at, who approved the return. */
    @Nullable
    String amountDecidedBy() {
        var decider = settling.amountDecidedBy();
        return decider == null ? review.approvedBy() : decider;
    }

    /**
     * Units that count as returned for good: their money is paid back, or they came, were accepted and were given up. What
     * was refused was never taken back, and may be asked for anew.
     */
    List<LineQuantity> goneForGood() {
        return Parts.units(settling.parts().all().filter(part -> part.is(Fate.REFUNDED) || isGivenUp(part)));
    }

    /** What stays with the shop, on the shelf or written off. */
    Stream<ReturnPart> stored() {
        return journey.isArrived() ? settling.parts().all().filter(part ->
                part.is(Fate.REFUNDED) || part.is(Fate.REPLACED) || isGivenUp(part)) : Stream.empty();
    }

    private boolean isGivenUp(ReturnPart part) {
        return part.is(Fate.KEPT) && part.isAccepted() && journey.isArrived();
    }

    /** Units that were expected and are not among what came back or stayed. */
    List<LineQuantity> missing() {
        var here = Parts.units(settling.parts().all()).stream().collect(Collectors.toMap(LineQuantity::line, LineQuantity::quantity));
        return asked.quantities().entrySet().stream()
                .map(each -> new LineQuantity(each.getKey(), each.getValue() - here.getOrDefault(each.getKey(), 0)))
                .filter(each -> each.quantity() > 0).toList();
    }

    /**
     * Whether somebody else can buy the units as the article that they were bought as: not what is another article or
     * incomplete by the customer's word, nor what a technician gave up, however new it looks.
     */
    boolean isSellable(ReturnPart part) {
        return part.looksNew() && asked.reason() != Reason.WRONG_ITEM && asked.reason() != Reason.MISSING_PARTS
                && !settling.isBroken(part, asked.resolution());
    }

    boolean mayHoldStock() {
        return settling.mayHoldStock(asked.resolution());
    }

    CaseNumber number() {
        return CaseNumber.of(caseNumber);
    }

    ReturnStatus status() {
        return status;
    }

    @Nullable
    String rma() {
        return rma;
    }

    /** The case of a parcel that came after this one had ended, null if none did. */
    @Nullable
    String lateCase() {
        return lateCase;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    AskedGoods asked() {
        return asked;
    }

    Review review() {
        return review;
    }

    Journey journey() {
        return journey;
    }

    Settling settling() {
        return settling;
    }

    @Override
    public String getId() {
        return caseNumber;
    }

    /** An exception from which the customer had nothing is none (RET-7). */
    private void countOnlyWhatCameOfIt() {
        if (!settling.parts().has(Fate.REFUNDED) && !settling.parts().has(Fate.REPLACED) && !settling.parts().has(Fate.REPAIRED)) {
            review.countNoMore();
        }
    }

    private void goBack() {
        status = GOING_BACK;
        settling.begin(asked.asTheyCame());
    }
}
