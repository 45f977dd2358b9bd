package dev.kefu.returns.domain;

import dev.kefu.cases.CaseFiles;
import dev.kefu.orders.Orders;
import dev.kefu.refunds.RefundCause;
import dev.kefu.refunds.RefundRequest;
import dev.kefu.refunds.RefundStatus;
import dev.kefu.refunds.RefundView;
import dev.kefu.refunds.Refunds;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Listed;
import dev.kefu.shared.RuleViolation;
import dev.kefu.stock.Finding;
import dev.kefu.workflow.Actors;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** What is done about goods once they are here, or it is known that they stay away (RET-4, RET-5). */
@Component
class GoodsDesk {

    private final ReturnPolicy policy;
    private final Replacements replacements;
    private final AwaitedGoods awaited;
    private final ReturnParcels parcels;
    private final Orders orders;
    private final Refunds refunds;
    private final ReturnNews news;
    private final CaseFiles cases;
    private final Actors actors;
    private final Clock clock;

    GoodsDesk(ReturnPolicy policy, Replacements replacements, AwaitedGoods awaited, ReturnParcels parcels, Orders orders,
            Refunds refunds, ReturnNews news, CaseFiles cases, Actors actors, Clock clock) {
        this.policy = policy;
        this.replacements = replacements;
        this.awaited = awaited;
        this.parcels = parcels;
        this.orders = orders;
        this.refunds = refunds;
        this.news = news;
        this.cases = cases;
        this.actors = actors;
        this.clock = clock;
    }

    void inspect(ReturnCase goods, List<Finding> findings) {
        var order = SingletonSupplier.of(() -> orders.find(goods.asked().orderNumber()).orElseThrow());
        var again = new LinkedHashSet<String>();
        goods.inspect(findings, actors.current(), (line, established) -> {
            var ruling = policy.judgeAgain(goods, order.obtain(), line, established);
            again.add(GoodsInWords.judgedAgain(goods, line, established, ruling));
            return ruling;
        });
        orders.claimUnits(goods.asked().orderNumber(), goods.number(), Parts.units(goods.settling().parts().all()));
        cases.recordFact(goods.number(), "GOODS_INSPECTED", Stream.of(
                        findings.stream().map(Finding::inWords),
                        goods.missing().stream().map(each -> "Line " + each.line() + ": " + each.quantity() + " did not arrive"),
                        again.stream())
                .flatMap(each -> each).collect(Listed.parts()));
        askIfWorthless(goods);
    }

    /** Nobody pays out 0.00: units that were a gift have to be settled otherwise. */
    void askIfWorthless(ReturnCase goods) {
        if (goods.settling().parts().has(Fate.TO_REFUND) && !isMoneyOwed(goods)) {
            goods.settling().parts().ask(Fate.TO_REFUND, Question.WORTHLESS);
        }
    }

    NextStep nextStep(ReturnCase goods) {
        var parts = goods.settling().parts();
        if (parts.has(Fate.TO_REPLACE) && !goods.status().isOver()) {
            var lacking = replacements.reserve(goods);
            // One stock-out for all that is lacking: not before it is known what goes out at all
            if (!lacking.isEmpty() && !parts.has(Fate.TO_SETTLE) && !parts.has(Fate.TO_REPAIR)) {
                awaited.begin(goods, lacking);
            }
        } else if (goods.mayHoldStock()) {
            replacements.release(goods.number());
        }
        return goods.nextStep();
    }

    String difference(ReturnCase goods) {
        var asked = goods.settling().parts().which(Fate.TO_SETTLE).toList();
        if (asked.isEmpty()) {
            return "Nothing of the return arrived. As found: the case ends without a refund.";
        }
        var words = GoodsInWords.of(goods, asked);
        return asked.stream().anyMatch(part -> part.question() == Question.REFUND_NOT_PAID)
                ? words + refunds.latestOf(goods.number()).map(GoodsDesk::whyNotPaid).orElse("") : words;
    }

    void settle(ReturnCase goods, Settlement settlement, @Nullable String note) {
        if (isMissing(note)) {
            throw new RuleViolation("note", "RET-4", "Write down what was agreed with the customer.");
        }
        var before = goods.settling().settlement();
        var asked = goods.settling().parts().which(Fate.TO_SETTLE).toList();
        goods.settle(settlement, actors.current());
        if (settlement == Settlement.REFUND_ANYWAY && !isMoneyOwed(goods)) {
            throw new RuleViolation("settlement", "RET-6", "Nothing was paid for these goods, so nothing can be refunded.");
        }
        cases.record(goods.number(), "DIFFERENCE_SETTLED_" + settlement, note);
        // To wait on, or to ask for the money again, is nothing new to the customer
        if (settlement != before || asked.stream().anyMatch(part -> !part.is(Fate.TO_REPLACE) && !part.is(Fate.TO_REFUND))) {
            news.settled(goods, asked);
        }
    }

    void repair(ReturnCase goods, RepairResult result, @Nullable String note) {
        if (isMissing(note)) {
            throw new RuleViolation("note", "RET-5", "Write down what was done, or why a repair is not possible.");
        }
        var parts = goods.settling().parts().which(Fate.TO_REPAIR).toList();
        goods.settling().repair(result, actors.current());
        cases.record(goods.number(), "GOODS_" + result, note);
        if (result == RepairResult.REPAIRED) {
            news.repaired(goods, Parts.units(parts.stream()));
        } else {
            replacements.reserve(goods).forEach(part -> part.go(Fate.TO_REFUND));
            askIfWorthless(goods);
            news.notRepaired(goods, parts);
        }
    }

    void shipReplacement(ReturnCase goods, Parcel told) {
        var parcel = parcels.ours(told);
        var units = Parts.units(goods.settling().parts().which(Fate.TO_REPLACE));
        if (goods.settling().replaced(parcel, clock.instant())) {
            parcels.replaces(goods, parcel, units, clock.instant());
            replacements.take(goods.number());
            cases.recordFact(goods.number(), "REPLACEMENT_SHIPPED", parcel.toString());
            news.replaced(goods, parcel, units);
        }
    }

    void sendBack(ReturnCase goods, Parcel told) {
        var parcel = parcels.ours(told);
        var units = Parts.units(goods.settling().parts().which(Fate.TO_SEND_BACK));
        if (goods.settling().sentBack(parcel, clock.instant())) {
            parcels.goesBack(goods, parcel, units, clock.instant());
            cases.recordFact(goods.number(), "GOODS_SENT_BACK", parcel.toString());
            news.sentBack(goods, parcel, units);
        }
    }

    RefundView decideRefund(ReturnCase goods) {
        goods.settling().orderRefund();
        var parts = goods.settling().parts();
        return refunds.decide(new RefundRequest(goods.number(), goods.asked().orderNumber(), Parts.units(parts.which(Fate.TO_REFUND)),
                isFreightRefunded(parts), RefundCause.RETURN, goods.amountDecidedBy()));
    }

    /** @throws Conflict if it has not ended */
    void refundEnded(ReturnCase goods) {
        if (!goods.settling().isRefundOrdered()) {
            return;
        }
        var refund = refunds.latestOf(goods.number()).orElseThrow();
        if (!refund.status().isFinal()) {
            throw new Conflict("The refund of case " + goods.number() + " is not settled yet: " + refund.status() + ".");
        }
        if (refund.status() == RefundStatus.PAID) {
            var units = Parts.units(goods.settling().parts().which(Fate.TO_REFUND));
            goods.settling().refunded();
            news.refunded(goods, refund.amount(), units);
        } else {
            goods.settling().refundNotPaid();
        }
    }

    /** The process may be stopped between the payment and the step that notes it. */
    void noteIfPaid(ReturnCase goods) {
        if (goods.settling().isRefundOrdered() && refunds.latestOf(goods.number())
                .filter(refund -> refund.status() == RefundStatus.PAID).isPresent()) {
            goods.settling().refunded();
        }
    }

    private boolean isMoneyOwed(ReturnCase goods) {
        var parts = goods.settling().parts();
        return orders.quote(goods.asked().orderNumber(), Parts.units(parts.which(Fate.TO_REFUND)), isFreightRefunded(parts)).isPositive();
    }

    /** The freight of the order goes back where the shop is at fault for a refunded line (RET-2). */
    private static boolean isFreightRefunded(Parts parts) {
        return parts.which(Fate.TO_REFUND).anyMatch(ReturnPart::isFreightOnShop);
    }

    private static String whyNotPaid(RefundView refund) {
        return "\nThe refund of " + refund.amount() + " was "
                + (refund.status() == RefundStatus.REFUSED ? "refused" : "not paid")
                + (refund.note() == null ? "." : ": " + refund.note());
    }

    private static boolean isMissing(@Nullable String note) {
        return note == null || note.isBlank();
    }
}
