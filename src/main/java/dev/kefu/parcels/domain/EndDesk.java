package dev.kefu.parcels.domain;

import dev.kefu.cases.CaseFiles;
import dev.kefu.orders.LineQuantity;
import dev.kefu.orders.Orders;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Listed;
import dev.kefu.shared.Money;
import dev.kefu.shared.RuleViolation;
import dev.kefu.stock.Finding;
import dev.kefu.stock.Findings;
import dev.kefu.stock.SkuQuantity;
import dev.kefu.stock.Stock;
import dev.kefu.workflow.Actors;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** What came home is looked at and put away, the claim is settled, and the file is closed. */
@Component
class EndDesk {

    private final Orders orders;
    private final Stock stock;
    private final SendingDesk sending;
    private final MoneyDesk money;
    private final ParcelNews news;
    private final CaseFiles cases;
    private final Actors actors;

    EndDesk(Orders orders, Stock stock, SendingDesk sending, MoneyDesk money, ParcelNews news, CaseFiles cases, Actors actors) {
        this.orders = orders;
        this.stock = stock;
        this.sending = sending;
        this.money = money;
        this.news = news;
        this.cases = cases;
        this.actors = actors;
    }

    /** Arrival is no inspection; what is found is kept, and put away as soon as nobody else is to get it. */
    void inspect(ParcelCase parcel, List<Finding> findings) {
        Findings.requireFit(findings, parcel.atHome(), new SentGoods());
        parcel.home().inspected(findings, actors.current());
        cases.recordFact(parcel.number(), "GOODS_INSPECTED",
                findings.stream().map(Finding::inWords).collect(Listed.parts()));
        if (parcel.outcome() != null || parcel.home().earlierCase() != null) {
            store(parcel);
        }
    }

    private void store(ParcelCase parcel) {
        var key = "home";
        var sellable = articles(parcel, finding -> finding.looksNew() ? finding.accepted() : 0);
        var others = articles(parcel, finding -> finding.looksNew() ? finding.refused() : finding.accepted() + finding.refused());
        if (!sellable.isEmpty()) {
            stock.restock(parcel.number(), key, sellable);
        }
        if (!others.isEmpty()) {
            stock.writeOff(parcel.number(), key, others);
        }
        parcel.home().stored();
    }

    private static List<SkuQuantity> articles(ParcelCase parcel, ToIntFunction<Finding> units) {
        var skus = parcel.goods().stream().collect(Collectors.toMap(each -> each.units().line(), ParcelLine::sku));
        return parcel.home().findings().stream().filter(each -> units.applyAsInt(each) > 0)
                .map(each -> new SkuQuantity(skus.get(each.line()), units.applyAsInt(each))).toList();
    }

    /** Again changes nothing. */
    void close(ParcelCase parcel) {
        if (parcel.outcome() != null) {
            return;
        }
        var outcome = parcel.close();
        letGo(parcel);
        if (parcel.home().areHere() && parcel.home().areInspected()) {
            store(parcel);
        }
        if (outcome == ParcelOutcome.ABANDONED && !parcel.isToShop() && parcel.home().earlierCase() == null) {
            news.abandoned(parcel);
        }
        cases.close(parcel.number(), outcome.name());
    }

    /** Nobody goes on with it: what is free is let go. */
    void abort(ParcelCase parcel) {
        money.noteIfPaid(parcel);
        var stockOut = parcel.sending().stockOut();
        var stoppable = sending.stoppable(parcel);
        parcel.abort();
        if (stockOut.isPresent() && stoppable.isEmpty()) {
            // Its goods or its money are on their way: until they are there, the units stay this case's, or they would be sent or
            // paid for twice
            return;
        }
        stoppable.ifPresent(number -> sending.stop(parcel, number));
        letGo(parcel);
    }

    /** What was left to the stock-out of a case that was stopped is sent or paid for by now: nobody goes on with it. */
    void stockOutOfStoppedEnded(ParcelCase parcel, CaseNumber stockOut) {
        parcel.sending().stockOutEnded();
        cases.recordFact(parcel.number(), "STOCK_OUT_ENDED", stockOut.value());
        letGo(parcel);
    }

    private void letGo(ParcelCase parcel) {
        if (parcel.isToShop() || parcel.home().earlierCase() != null) {
            return;
        }
        if (parcel.refunding().areGoodsPaidHere()) {
            payForGood(parcel);
        } else {
            orders.releaseUnits(parcel.orderNumber(), parcel.number());
        }
        stock.release(parcel.number());
    }

    /** Units whose money went back count as never sold; those that the courier still has, as come back. */
    private void payForGood(ParcelCase parcel) {
        var unsent = orders.unsent(parcel.orderNumber()).stream()
                .collect(Collectors.toMap(LineQuantity::line, LineQuantity::quantity));
        if (parcel.units().stream().allMatch(each -> unsent.getOrDefault(each.line(), 0) >= each.quantity())) {
            orders.cancelUnits(parcel.orderNumber(), parcel.number(), parcel.units());
            orders.releaseUnits(parcel.orderNumber(), parcel.number());
        } else {
            orders.settleUnits(parcel.orderNumber(), parcel.number(), parcel.units());
        }
    }

    /** @throws RuleViolation on {@code claimAmount} if it doesn't go with the result, on {@code claim} if goods are still missing */
    void settleClaim(ParcelCase parcel, ClaimResult result, @Nullable BigDecimal amount) {
        if (result == ClaimResult.WITHDRAWN && !parcel.isClaimNeedless()) {
            throw new RuleViolation("claim", "PAR-6", "The goods are still missing or damaged; note what the courier"
                    + " answers to the claim.");
        }
        var order = orders.find(parcel.orderNumber()).orElseThrow();
        var currency = order.currency();
        var worth = parcel.units().stream().map(order::worthOf).reduce(Money.zero(currency), Money::plus);
        if (amount != null && worth.isPositive() && amount.compareTo(worth.amount()) > 0) {
            throw new RuleViolation("claimAmount", "PAR-6", "The goods in the parcel were worth " + worth + "; a courier pays no more.");
        }
        parcel.claim().settle(result, amount, Money.zero(currency), actors.current());
        cases.recordFact(parcel.number(), "CLAIM_" + result, parcel.claim().amount() == null ? null
                : new Money(parcel.claim().amount(), currency).toString());
    }
}
