package dev.kefu.stockouts.domain;

import dev.kefu.cases.CaseAborted;
import dev.kefu.cases.CaseFiles;
import dev.kefu.orders.Orders;
import dev.kefu.refunds.RefundView;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.RuleViolation;
import dev.kefu.stockouts.LinkedStockOuts.LinkedRequest;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to stock-outs: each step of the process {@code stock-out} makes one call here. A refusal is a
 * {@link RuleViolation} and leaves everything as it was; being told what can't be is a {@link Conflict}.
 *
 * <p>What changes a case holds its order's row first, then the number of its parcel, then the articles (ADR 0023); the stock
 * only wakes cases while it holds articles, and each goes on in a job of its own.
 */
@Service
@Transactional
public class StockOuts {

    /** The kind of these cases: the key of their process. */
    public static final String KIND = "stock-out";

    /** The variable with which the house starts the process of a case that it has opened. */
    public static final String OPENED_CASE = "openedCase";

    static final Set<StockOutStatus> OVER = Stream.of(StockOutStatus.values()).filter(StockOutStatus::isOver)
            .collect(Collectors.toUnmodifiableSet());

    private final StockOutCases stockOuts;
    private final StockOutDesk desk;
    private final DispatchDesk dispatch;
    private final ReplyDesk replies;
    private final SubstituteDesk substitutes;
    private final CancellationDesk cancellations;
    private final StockOutClosing closing;
    private final CaseFiles cases;
    private final Orders orders;
    private final Clock clock;

    StockOuts(StockOutCases stockOuts, StockOutDesk desk, DispatchDesk dispatch, ReplyDesk replies, SubstituteDesk substitutes,
            CancellationDesk cancellations, StockOutClosing closing, CaseFiles cases, Orders orders, Clock clock) {
        this.stockOuts = stockOuts;
        this.desk = desk;
        this.dispatch = dispatch;
        this.replies = replies;
        this.substitutes = substitutes;
        this.cancellations = cancellations;
        this.closing = closing;
        this.cases = cases;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * Opens the case and holds its units (STK-2).
     *
     * @throws RuleViolation if there is no such order or line, or the units were sent or are held by another case
     */
    public CaseNumber register(StockOutRequest request) {
        return desk.register(request);
    }

    /** Opens the case of goods that another case owes, whose units that one holds; again, while it is open, gives the same. */
    public CaseNumber registerLinked(LinkedRequest request) {
        return desk.registerLinked(request);
    }

    /** Whether its process has begun. */
    @Transactional(readOnly = true)
    public boolean isBegun(CaseNumber caseNumber) {
        return stockOuts.get(caseNumber).status() != StockOutStatus.REPORTED;
    }

    @Transactional(readOnly = true)
    public String orderOf(CaseNumber caseNumber) {
        return stockOuts.get(caseNumber).orderNumber();
    }

    /** What is reported: {@code "Out of stock: 2 × Thermos cup (line 1)"}. */
    @Transactional(readOnly = true)
    public String reportOf(CaseNumber caseNumber) {
        return StockOutDesk.inWords(stockOuts.get(caseNumber));
    }

    /** The report is turned down: the units are free again, the customer hears nothing. */
    public void reject(CaseNumber caseNumber) {
        closing.reject(held(caseNumber));
    }

    /** The customer hears an apology and, where it is known, a day (STK-1, STK-2); the case stands in the queue for its goods. */
    public void apologise(CaseNumber caseNumber) {
        var goods = held(caseNumber);
        if (goods.accept()) {
            noticeTheShop(goods);
            if (goods.parts().hasOpen()) {
                dispatch.apologise(goods);
            }
        }
    }

    /** What comes next, whenever it is asked: reserves what there is and promises a day for the rest (STK-3, STK-4). */
    public NextMove next(CaseNumber caseNumber) {
        var goods = held(caseNumber);
        noticeTheShop(goods);
        var move = dispatch.next(goods);
        if (move == NextMove.AUTHORISE) {
            cancellations.askForApproval(goods);
        } else if (move == NextMove.APPROVE_SUBSTITUTE) {
            substitutes.askForApproval(goods);
        }
        return move;
    }

    /** What timers wait for and forms show. */
    @Transactional(readOnly = true)
    public Shown shown(CaseNumber caseNumber) {
        var goods = stockOuts.get(caseNumber);
        return Shown.of(goods, dispatch.standingOf(goods),
                goods.status() == StockOutStatus.TO_AUTHORISE ? cancellations.worth(goods) : null, clock);
    }

    /** @throws RuleViolation if an article is missing or is none of the case (STK-3) */
    public void count(CaseNumber caseNumber, List<CountedStock> counted) {
        desk.count(held(caseNumber), counted);
    }

    /** What lay ready has left the house (STK-3). */
    public void dispatch(CaseNumber caseNumber, String courier, String trackingNumber) {
        desk.dispatch(held(caseNumber), courier, trackingNumber);
    }

    /** The promised day is over and the goods have not left (STK-6); while the customer is asked already, nothing changes. */
    public void brokenPromise(CaseNumber caseNumber) {
        dispatch.brokenPromise(held(caseNumber));
    }

    /** @throws RuleViolation if the customer can't have what they want */
    public void answer(CaseNumber caseNumber, Answer answer, @Nullable String substituteSku) {
        replies.answer(held(caseNumber), answer, substituteSku);
    }

    /** The customer changed their mind, or answered by themselves; the last word counts (STK-6). */
    public void reply(CaseNumber caseNumber, Answer answer, @Nullable String substituteSku) {
        replies.told(held(caseNumber), answer, substituteSku);
    }

    /** The time for an answer is over; the table says what that means (STK-4). */
    public void silence(CaseNumber caseNumber) {
        replies.silence(held(caseNumber));
    }

    /** All that the case waits for is reserved for it (STK-6), or was counted for another case (STK-3). */
    public void goodsArrived(CaseNumber caseNumber) {
        desk.arrived(held(caseNumber));
    }

    /** The cases for which nobody has to count any more, once these articles were counted for another one (STK-3). */
    @Transactional(readOnly = true)
    public List<CaseNumber> settledBy(StockCounted counted) {
        return desk.settledBy(counted.skus());
    }

    /** What lay ready is not there, by a later count; the case waits again, at its old place. */
    public void goodsLost(CaseNumber caseNumber) {
        var goods = held(caseNumber);
        goods.decideAnew();
        goods.promised().becomesDue();
        cases.recordFact(caseNumber, "GOODS_LOST", null);
    }

    /** What the shop has sent itself is not owed any more. */
    public void orderChanged(CaseNumber caseNumber) {
        desk.orderChanged(held(caseNumber));
    }

    /** Whether goods that come now change what is done. */
    @Transactional(readOnly = true)
    public boolean awaitsGoods(CaseNumber caseNumber) {
        return stockOuts.findById(caseNumber.value()).filter(goods -> goods.status() == StockOutStatus.WAITING
                || goods.status() == StockOutStatus.TO_COUNT
                || goods.status() == StockOutStatus.ASKING && !goods.question().isNeeded()).isPresent();
    }

    /** Whether goods lie ready to be sent. */
    @Transactional(readOnly = true)
    public boolean isToShip(CaseNumber caseNumber) {
        return stockOuts.findById(caseNumber.value()).filter(goods -> goods.status() == StockOutStatus.TO_SHIP).isPresent();
    }

    /** The open cases that owe what the shop has sent itself. */
    @Transactional(readOnly = true)
    public List<CaseNumber> overtaken(Collection<String> orderNumbers) {
        return stockOuts.findOpenOf(orderNumbers, OVER).stream()
                .filter(goods -> goods.status() != StockOutStatus.OPEN && goods.status() != StockOutStatus.REPAYING)
                .filter(desk::isOvertaken).map(StockOutCase::number).toList();
    }

    /** Who may not decide about the dearer article (ORG-4). */
    @Transactional(readOnly = true)
    public Set<String> substituteAskersOf(CaseNumber caseNumber) {
        return substitutes.askersOf(stockOuts.get(caseNumber));
    }

    /** @throws RuleViolation if it is refused without a note, or the acting person may not decide (AUT-2) */
    public void decideSubstitute(CaseNumber caseNumber, boolean approved, @Nullable String note) {
        substitutes.decide(held(caseNumber), approved, note);
    }

    /** Who may not decide whether money goes back (ORG-4). */
    @Transactional(readOnly = true)
    public Set<String> cancellationAskersOf(CaseNumber caseNumber) {
        return cancellations.askersOf(stockOuts.get(caseNumber));
    }

    /** @throws RuleViolation if it is refused without a note, or the acting person may not decide (STK-5) */
    public void decideCancellation(CaseNumber caseNumber, boolean approved, @Nullable String note) {
        cancellations.decide(held(caseNumber), approved, note);
    }

    /** What goes back to the customer is promised in the order; its guard has the last word. */
    public RefundView decideRepayment(CaseNumber caseNumber) {
        return cancellations.decideRepayment(held(caseNumber));
    }

    /** @throws Conflict if the refund has not ended */
    public void repaymentEnded(CaseNumber caseNumber) {
        cancellations.repaymentEnded(held(caseNumber));
    }

    /** @throws Conflict if something is left to do: no stock-out ends as refunded without its money paid */
    public void close(CaseNumber caseNumber) {
        closing.close(held(caseNumber));
    }

    /** The process was stopped: nothing stays reserved, and the units are free for another case. */
    @EventListener
    public void abort(CaseAborted aborted) {
        if (aborted.kind().equals(KIND)) {
            closing.abort(held(aborted.caseNumber()));
        }
    }

    /** What the shop sent while nobody listened is not owed any more either, and not promised. */
    private void noticeTheShop(StockOutCase goods) {
        if (desk.isOvertaken(goods)) {
            desk.orderChanged(goods);
        }
    }

    private StockOutCase held(CaseNumber caseNumber) {
        var goods = stockOuts.get(caseNumber);
        orders.lock(goods.orderNumber());
        return goods;
    }
}
