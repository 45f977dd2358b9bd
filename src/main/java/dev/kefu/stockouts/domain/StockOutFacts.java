package dev.kefu.stockouts.domain;

import static dev.kefu.shared.ShopTime.local;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.kefu.cases.CaseAbout;
import dev.kefu.cases.CaseDeadline;
import dev.kefu.cases.CaseFacts;
import dev.kefu.orders.Orders;
import dev.kefu.refunds.RefundFacts;
import dev.kefu.refunds.Refunds;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Money;
import dev.kefu.shipping.ParcelState;
import dev.kefu.shipping.ParcelView;
import dev.kefu.shipping.Parcels;
import dev.kefu.stock.Stock;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a stock-out adds to its case file. */
@Component
@Transactional(readOnly = true)
class StockOutFacts implements CaseFacts {

    private final StockOutCases stockOuts;
    private final Orders orders;
    private final Stock stock;
    private final Parcels parcels;
    private final Refunds refunds;
    private final Clock clock;

    StockOutFacts(StockOutCases stockOuts, Orders orders, Stock stock, Parcels parcels, Refunds refunds, Clock clock) {
        this.stockOuts = stockOuts;
        this.orders = orders;
        this.stock = stock;
        this.parcels = parcels;
        this.refunds = refunds;
        this.clock = clock;
    }

    /**
     * @param promisedOn when the goods should leave, null if nobody knows
     * @param delayDays  calendar days after the day on which the order should have left, null without a promised day
     * @param silenceAt  when silence is decided, null while nothing is asked
     */
    @JsonInclude(Include.NON_NULL)
    record Facts(StockOutStatus state, StockOutCause cause, List<Line> lines, List<Article> articles,
            List<Counted> counted, @Nullable LocalDate promisedOn, @Nullable Delay delay, @Nullable Integer delayDays, List<Told> promises,
            @Nullable OffsetDateTime silenceAt, @Nullable Answer lastAnswer, List<Reply> replies,
            @Nullable String substituteSku, @Nullable Difference difference, List<Sent> parcels, @Nullable RefundFacts refund) {
    }

    /**
     * @param sku       what goes out for the units
     * @param name      what that is called; the sku if no order says
     * @param insteadOf what the customer ordered, null if that goes out
     */
    @JsonInclude(Include.NON_NULL)
    record Line(int line, int quantity, String name, String sku, boolean substituted, @Nullable String insteadOf, PartFate fate) {
    }

    /** How much of an article is promised to the case, and how much of it is short. */
    record Article(String sku, int reserved, int waiting) {
    }

    /**
     * What the warehouse found.
     *
     * @param booked what the books had said
     */
    record Counted(String sku, String name, int booked, int onHand, String countedBy, OffsetDateTime at) {
    }

    /** @param delayDays calendar days after the day on which the order should have left, null without a promised day */
    @JsonInclude(Include.NON_NULL)
    record Told(Delay delay, @Nullable LocalDate promisedOn, @Nullable Integer delayDays, OffsetDateTime toldAt) {
    }

    @JsonInclude(Include.NON_NULL)
    record Reply(Answer answer, @Nullable String substituteSku, String notedBy, OffsetDateTime at) {
    }

    /** @param amount a decimal: what the other article costs less */
    record Difference(String amount, String currency, DifferenceState state) {
    }

    @JsonInclude(Include.NON_NULL)
    record Sent(String courier, String trackingNumber, ParcelState state, @Nullable OffsetDateTime sentAt) {
    }

    @Override
    public String kind() {
        return StockOuts.KIND;
    }

    @Override
    public Object factsOf(CaseNumber caseNumber) {
        return facts(stockOuts.get(caseNumber));
    }

    @Override
    public Map<CaseNumber, CaseAbout> aboutOf(Collection<CaseNumber> caseNumbers) {
        var goods = stockOuts.findGoodsOf(caseNumbers.stream().map(CaseNumber::value).toList()).stream()
                .collect(Collectors.groupingBy(StockOutCases.Goods::getCaseNumber, LinkedHashMap::new, Collectors.toList()));
        return goods.entrySet().stream().collect(Collectors.toMap(each -> CaseNumber.of(each.getKey()), each ->
                new CaseAbout(StockOutWords.onCard(each.getValue()), List.of(each.getValue().get(0).getCause().name()))));
    }

    @Override
    public List<CaseDeadline> deadlinesOf(CaseNumber caseNumber) {
        return stockOuts.findById(caseNumber.value()).filter(goods -> !goods.status().isOver()).map(goods -> {
            var deadlines = new ArrayList<CaseDeadline>();
            if (goods.question().silenceAt() != null) {
                deadlines.add(new CaseDeadline("CUSTOMER_SILENCE", local(goods.question().silenceAt(), clock)));
            }
            if (goods.status() == StockOutStatus.WAITING || goods.status() == StockOutStatus.TO_SHIP) {
                deadlines.add(new CaseDeadline("PROMISE_END", local(goods.promised().ends(), clock)));
            }
            return List.copyOf(deadlines);
        }).orElse(List.of());
    }

    private Facts facts(StockOutCase goods) {
        var promised = goods.promised();
        var replies = goods.question().replies().stream().map(each -> new Reply(each.answer(), each.substituteSku(), each.notedBy(),
                local(each.repliedAt(), clock))).toList();
        return new Facts(goods.status(), goods.origin().cause(),
                goods.parts().all().stream().map(part -> new Line(part.line(), part.quantity(), nameOf(part), part.sku(),
                        part.isSubstituted(), part.isSubstituted() ? part.name() : null, part.fate())).toList(),
                articles(goods), counted(goods), promised.promisedOn(), promised.told().isEmpty() ? null : promised.delay(),
                promised.delayDays(),
                promised.told().stream().map(each -> new Told(each.delay(), each.promisedOn(),
                        each.delayDays(goods.origin().leftAt()), local(each.toldAt(), clock))).toList(),
                local(goods.question().silenceAt(), clock), goods.question().lastAnswer().orElse(null), replies,
                goods.substitution().sku(), difference(goods),
                parcels.ofCase(goods.number()).stream().map(this::sent).toList(),
                refunds.factsOf(goods.number()).orElse(null));
    }

    private String nameOf(StockOutPart part) {
        return part.isSubstituted() ? orders.latestNameOf(part.sku()).orElse(part.sku()) : part.name();
    }

    private List<Counted> counted(StockOutCase goods) {
        return goods.counting().found().stream().map(each -> new Counted(each.sku(), StockOutWords.nameOf(goods, each.sku()),
                each.booked(), each.onHand(), each.countedBy(), local(each.countedAt(), clock))).toList();
    }

    private List<Article> articles(StockOutCase goods) {
        var standing = stock.standingOf(goods.number());
        var skus = new TreeSet<>(standing.reserved().keySet());
        skus.addAll(standing.waiting().keySet());
        return skus.stream().map(sku -> new Article(sku, standing.reserved().getOrDefault(sku, 0),
                standing.waiting().getOrDefault(sku, 0))).toList();
    }

    @Nullable
    private static Difference difference(StockOutCase goods) {
        var less = Stream.of(goods.substitution().difference(), goods.substitution().due()).filter(Objects::nonNull)
                .reduce(Money::plus).orElse(null);
        return less == null ? null : new Difference(less.decimal(), less.currency().getCurrencyCode(),
                goods.substitution().differenceState());
    }

    private Sent sent(ParcelView parcel) {
        return new Sent(parcel.courier(), parcel.trackingNumber(), parcel.state(), local(parcel.sentAt(), clock));
    }
}
