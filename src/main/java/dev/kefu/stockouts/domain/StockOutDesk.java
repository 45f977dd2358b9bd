package dev.kefu.stockouts.domain;

import dev.kefu.calendar.WorkingCalendar;
import dev.kefu.cases.CaseFiles;
import dev.kefu.cases.NewCase;
import dev.kefu.couriers.Couriers;
import dev.kefu.orders.LineQuantity;
import dev.kefu.orders.OrderView;
import dev.kefu.orders.Orders;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.SearchKey;
import dev.kefu.shared.Text;
import dev.kefu.shipping.Leg;
import dev.kefu.shipping.NewParcel;
import dev.kefu.shipping.Parcels;
import dev.kefu.stock.SkuQuantity;
import dev.kefu.stock.Stock;
import dev.kefu.stock.StockLevel;
import dev.kefu.stockouts.LinkedStockOuts.LinkedRequest;
import dev.kefu.workflow.Actors;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** How a stock-out begins, what the warehouse counts, and how its goods leave (STK-2, STK-3). */
@Component
class StockOutDesk {

    private final StockOutCases stockOuts;
    private final StockOutCheck check;
    private final StockOutNews news;
    private final WorkingCalendar calendar;
    private final CaseFiles cases;
    private final Orders orders;
    private final Couriers couriers;
    private final Parcels parcels;
    private final Stock stock;
    private final Actors actors;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StockOutDesk(StockOutCases stockOuts, StockOutCheck check, StockOutNews news, WorkingCalendar calendar, CaseFiles cases,
            Orders orders, Couriers couriers, Parcels parcels, Stock stock, Actors actors,
            ApplicationEventPublisher events, Clock clock) {
        this.stockOuts = stockOuts;
        this.check = check;
        this.news = news;
        this.calendar = calendar;
        this.cases = cases;
        this.orders = orders;
        this.couriers = couriers;
        this.parcels = parcels;
        this.stock = stock;
        this.actors = actors;
        this.events = events;
        this.clock = clock;
    }

    CaseNumber register(StockOutRequest request) {
        var order = check.order(request.orderNumber());
        var units = check.units(request, order);
        var number = cases.open(new NewCase(StockOuts.KIND, order.orderNumber(), order.customerId(), actors.current(), null));
        orders.claimUnsent(order.orderNumber(), number, units);
        var byLine = new TreeMap<Integer, Integer>();
        units.forEach(each -> byLine.merge(each.line(), each.quantity(), Integer::sum));
        var owed = byLine.entrySet().stream().map(each -> owed(order, each.getKey(), each.getValue(), null)).toList();
        var goods = stockOuts.save(StockOutCase.reported(number, order.orderNumber(),
                Origin.ofOrder(request.cause(), calendar.dispatchOf(order.paidAt()).day(), clock.instant()), owed));
        cases.recordFact(number, "STOCK_OUT_REPORTED", inWords(goods));
        return number;
    }

    CaseNumber registerLinked(LinkedRequest request) {
        orders.lock(request.orderNumber());
        var open = stockOuts.findOpenLinkedTo(request.orderNumber(), request.parent().value(), StockOuts.OVER);
        if (!open.isEmpty()) {
            return open.get(0).number();
        }
        var order = check.order(request.orderNumber());
        var number = cases.open(new NewCase(StockOuts.KIND, order.orderNumber(), order.customerId(),
                actors.person().orElseGet(() -> cases.summaryOf(request.parent()).owner()), request.parent()));
        if (request.withItsGoods()) {
            stock.handOver(request.parent(), number);
        }
        var now = clock.instant();
        var goods = stockOuts.save(StockOutCase.reported(number, order.orderNumber(),
                Origin.ofCase(request.parent(), request.purpose(), calendar.dispatchOf(now).day(), now),
                request.owed().stream().map(each -> owed(order, each.units().line(), each.units().quantity(), each.sku())).toList()));
        cases.recordFact(number, "STOCK_OUT_REPORTED", inWords(goods));
        return number;
    }

    /** What was found corrects the books (STK-3); what was promised above it goes back into the queue. */
    void count(StockOutCase goods, List<CountedStock> counted) {
        CountCheck.requireFit(goods, counted);
        goods.decideAnew();
        goods.promised().becomesDue();
        var before = counted.stream().map(CountedStock::sku)
                .collect(Collectors.toMap(sku -> sku, sku -> stock.find(sku).map(StockLevel::onHand).orElse(0)));
        goods.counting().done(counted.stream().map(each -> FoundStock.counted(each.sku(), before.get(each.sku()), each.onHand(),
                actors.current(), clock.instant())).toList());
        counted.stream().sorted(Comparator.comparing(CountedStock::sku))
                .forEach(each -> stock.store(each.sku(), each.onHand(), null, null));
        cases.recordFact(goods.number(), "STOCK_COUNTED", counted.stream()
                .map(each -> each.onHand() + " × " + StockOutWords.nameOf(goods, each.sku())).collect(Collectors.joining("; ")));
        events.publishEvent(new StockCounted(before.keySet()));
    }

    /** The cases that were to count one of these articles, and of which all have been counted since they were opened. */
    List<CaseNumber> settledBy(Set<String> skus) {
        var latest = new HashMap<String, Instant>();
        return stockOuts.findToCount(skus, StockOutStatus.TO_COUNT).stream().filter(goods -> isCounted(goods, latest))
                .map(StockOutCase::number).toList();
    }

    /** All is there, or was counted for another case. */
    void arrived(StockOutCase goods) {
        if (stock.standingOf(goods.number()).isComplete()) {
            goods.arrived();
            cases.recordFact(goods.number(), "GOODS_ARRIVED", null);
        } else if (goods.counting().isDue() && isCounted(goods, new HashMap<>())) {
            goods.decideAnew();
            goods.counting().done(List.of());
            goods.promised().becomesDue();
            cases.recordFact(goods.number(), "STOCK_COUNTED", "Counted for another case.");
        } else {
            goods.decideAnew();
        }
    }

    private boolean isCounted(StockOutCase goods, Map<String, Instant> latest) {
        return goods.parts().owed().stream().map(SkuQuantity::sku).distinct().allMatch(sku -> !latest.computeIfAbsent(sku,
                each -> stockOuts.findLastCount(each).orElse(Instant.MIN)).isBefore(goods.origin().reportedAt()));
    }

    /**
     * @throws RuleViolation on {@code courier} if the house does not know it, on {@code trackingNumber} if it is that of an
     *                       earlier part
     */
    void dispatch(StockOutCase goods, String named, String trackingNumber) {
        var courier = couriers.carrier(named);
        requireNew(goods, trackingNumber);
        if (isOvertaken(goods)) {
            throw new Conflict("The shop has sent something of case %s itself; nothing more leaves before that is looked into."
                    .formatted(goods.number()));
        }
        var leaving = goods.parts().which(PartFate.TO_SHIP).toList();
        var lines = StockOutParts.units(leaving.stream());
        var words = StockOutWords.of(leaving.stream());
        var units = leaving.stream().map(StockOutPart::goods).toList();
        goods.dispatched();
        if (!goods.origin().isLinked()) {
            orders.claimUnsent(goods.orderNumber(), goods.number(), goods.parts().openUnits());
        }
        parcels.register(new NewParcel(goods.orderNumber(), Leg.TO_CUSTOMER, goods.origin().purpose(), goods.number(), courier,
                trackingNumber, lines, clock.instant()));
        // After the parcel: its number is locked before articles, by all who lock both (ADR 0023)
        stock.take(goods.number(), "DISPATCH" + goods.parts().dispatches(), summed(units));
        cases.recordFact(goods.number(), "GOODS_DISPATCHED", courier + " " + trackingNumber);
        news.dispatched(goods, words, courier, trackingNumber, goods.parts().hasOpen()
                ? StockOutWords.of(goods.parts().open()) : null);
        goods.decideAnew();
    }

    /** What left before under the same number would count for both. */
    private void requireNew(StockOutCase goods, String trackingNumber) {
        var key = SearchKey.ofNumber(trackingNumber);
        if (key != null && parcels.ofCase(goods.number()).stream()
                .anyMatch(each -> key.equals(SearchKey.ofNumber(each.trackingNumber())))) {
            throw new RuleViolation("trackingNumber", "STK-6", "Another part of this case has left under this number already.");
        }
    }

    /** What the shop has sent itself is not owed any more. */
    void orderChanged(StockOutCase goods) {
        goods.decideAnew();
        var unsent = orders.unsent(goods.orderNumber()).stream()
                .collect(Collectors.toMap(LineQuantity::line, LineQuantity::quantity));
        var gone = goods.parts().openUnits().stream()
                .map(each -> new LineQuantity(each.line(), each.quantity() - unsent.getOrDefault(each.line(), 0)))
                .filter(each -> each.quantity() > 0).toList();
        if (!gone.isEmpty()) {
            gone.forEach(each -> goods.sentByShop(each.line(), each.quantity()));
            orders.claimUnsent(goods.orderNumber(), goods.number(), goods.parts().openUnits());
            cases.recordFact(goods.number(), "SHIPPED_BY_SHOP", null);
        }
        if (!goods.parts().hasOpen()) {
            stock.release(goods.number());
        }
    }

    /** Whether the shop has sent something that the case still owes. */
    boolean isOvertaken(StockOutCase goods) {
        var unsent = orders.unsent(goods.orderNumber()).stream()
                .collect(Collectors.toMap(LineQuantity::line, LineQuantity::quantity));
        return !goods.origin().isLinked() && goods.parts().openUnits().stream()
                .anyMatch(each -> each.quantity() > unsent.getOrDefault(each.line(), 0));
    }

    static String inWords(StockOutCase goods) {
        return "Cause: " + goods.origin().cause().inWords() + ". " + StockOutWords.withLines(goods.parts().all().stream());
    }

    private static StockOutPart owed(OrderView order, int line, int quantity, @Nullable String sku) {
        var sold = order.line(line).orElseThrow(() -> new RuleViolation("lines[0].line", "STK-2",
                "Order " + order.orderNumber() + " has no line " + line + "."));
        return StockOutPart.owed(line, sku == null ? Text.composed(sold.sku()) : Text.composed(sku),
                sku == null || sku.equals(sold.sku()) ? sold.name() : sku, quantity);
    }

    private static List<SkuQuantity> summed(List<SkuQuantity> units) {
        var bySku = new HashMap<String, Integer>();
        units.forEach(each -> bySku.merge(each.sku(), each.quantity(), Integer::sum));
        return bySku.entrySet().stream().map(each -> new SkuQuantity(each.getKey(), each.getValue())).toList();
    }
}
