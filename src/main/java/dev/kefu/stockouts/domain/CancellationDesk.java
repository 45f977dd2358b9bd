package dev.kefu.stockouts.domain;

import dev.kefu.cases.CaseFiles;
import dev.kefu.orders.LineQuantity;
import dev.kefu.orders.Orders;
import dev.kefu.people.Deciders;
import dev.kefu.refunds.RefundCause;
import dev.kefu.refunds.RefundRequest;
import dev.kefu.refunds.RefundStatus;
import dev.kefu.refunds.RefundView;
import dev.kefu.refunds.Refunds;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Money;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shipping.ParcelPurpose;
import dev.kefu.stock.Stock;
import dev.kefu.workflow.Groups;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Money that goes back for what never leaves, or costs less (STK-5, AUT-3): a manager decides, nobody decides twice. */
@Component
class CancellationDesk {

    private final Orders orders;
    private final Stock stock;
    private final Refunds refunds;
    private final StockOutNews news;
    private final CaseFiles cases;
    private final Deciders deciders;

    CancellationDesk(Orders orders, Stock stock, Refunds refunds, StockOutNews news, CaseFiles cases,
            Deciders deciders) {
        this.orders = orders;
        this.stock = stock;
        this.refunds = refunds;
        this.news = news;
        this.cases = cases;
        this.deciders = deciders;
    }

    Set<String> askersOf(StockOutCase goods) {
        return Stream.of(goods.repayment().askedBy(), goods.substitution().askedBy(), cases.openerOf(goods.number()))
                .filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** Managers are asked or, if nobody but the askers is among them, the next higher group (ORG-4). */
    void askForApproval(StockOutCase goods) {
        goods.askGroup(deciders.groupFor(Groups.MANAGERS, askersOf(goods), "cancellationGroup"));
    }

    /**
     * With a yes the goods are free for others and the units are cancelled in the same step, so that nothing that comes now
     * leaves for them.
     *
     * @throws RuleViolation if it is refused without a note, or the acting person may not decide
     */
    void decide(StockOutCase goods, boolean approved, @Nullable String note) {
        if (!approved && (note == null || note.isBlank())) {
            throw new RuleViolation("note", "STK-5", "Say why, for the agent who tells the customer.");
        }
        deciders.requireDecider(goods.askedGroup(), askersOf(goods), "approved", "STK-5");
        cases.record(goods.number(), approved ? "CANCELLATION_APPROVED" : "CANCELLATION_REFUSED", note);
        goods.decideAnew();
        if (!approved) {
            goods.refused(note);
            return;
        }
        var cancels = goods.parts().hasOpen();
        goods.authorised();
        if (cancels) {
            stock.release(goods.number());
            if (!goods.origin().isLinked()) {
                orders.cancelUnits(goods.orderNumber(), goods.number(), neverSent(goods));
            }
            news.cancelled(goods);
        }
        if (!refunds.quote(request(goods)).isPositive()) {
            cases.recordFact(goods.number(), "NOTHING_TO_PAY_BACK", null);
            goods.repaid();
        }
    }

    /** What goes back is promised in the order. */
    RefundView decideRepayment(StockOutCase goods) {
        return refunds.decide(request(goods));
    }

    private RefundRequest request(StockOutCase goods) {
        var asker = Objects.requireNonNullElse(goods.repayment().askedBy(), cases.openerOf(goods.number()));
        var units = StockOutParts.units(goods.parts().which(PartFate.CANCELLED));
        return units.isEmpty()
                ? new RefundRequest(goods.number(), goods.orderNumber(), substituted(goods), false, false, null,
                        goods.substitution().due(), RefundCause.STOCK_OUT, asker)
                : new RefundRequest(goods.number(), goods.orderNumber(), units, isNothingSent(goods), RefundCause.STOCK_OUT, asker);
    }

    /** @throws Conflict if it has not ended */
    void repaymentEnded(StockOutCase goods) {
        if (!goods.repayment().isDue()) {
            return;
        }
        var refund = refunds.latestOf(goods.number()).filter(each -> each.status().isFinal())
                .orElseThrow(() -> new Conflict("The refund of case " + goods.number() + " has not ended."));
        if (refund.status() == RefundStatus.PAID) {
            var units = StockOutWords.of(Stream.concat(goods.parts().which(PartFate.CANCELLED), onlyDifference(goods)));
            goods.repaid();
            news.repaid(goods, refund.amount(), units);
        } else {
            goods.notRepaid(refund.note());
        }
    }

    /** What would go back now, for people. */
    Money worth(StockOutCase goods) {
        return goods.parts().hasOpen() ? orders.quote(goods.orderNumber(), goods.parts().openUnits(), false)
                : Objects.requireNonNull(goods.substitution().due());
    }

    private static Stream<StockOutPart> onlyDifference(StockOutCase goods) {
        return goods.substitution().isDifference(DifferenceState.ORDERED)
                ? goods.parts().which(PartFate.SHIPPED).filter(StockOutPart::isSubstituted) : Stream.empty();
    }

    private static List<LineQuantity> substituted(StockOutCase goods) {
        return StockOutParts.units(goods.parts().which(PartFate.SHIPPED).filter(StockOutPart::isSubstituted));
    }

    private static List<LineQuantity> neverSent(StockOutCase goods) {
        return StockOutParts.units(goods.parts().all().stream()
                .filter(part -> part.is(PartFate.CANCELLED) || part.is(PartFate.REFUNDED)));
    }

    /** The freight goes back where nothing of the order was sent, or ever will be; what is exchanged was. */
    private boolean isNothingSent(StockOutCase goods) {
        var never = neverSent(goods).stream().collect(Collectors.toMap(LineQuantity::line, LineQuantity::quantity));
        var isOwedAnew = goods.origin().purpose() == ParcelPurpose.RESHIPMENT;
        return orders.find(goods.orderNumber()).orElseThrow().lines().stream().allMatch(line -> line.quantity()
                <= line.cancelledQuantity() + (isOwedAnew ? never.getOrDefault(line.line(), 0) : 0));
    }
}
