package dev.kefu.returns.domain;

import static dev.kefu.shared.ShopTime.local;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.kefu.cases.CaseAbout;
import dev.kefu.cases.CaseDeadline;
import dev.kefu.cases.CaseFacts;
import dev.kefu.refunds.RefundFacts;
import dev.kefu.refunds.Refunds;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Money;
import dev.kefu.stock.Finding;
import dev.kefu.stock.GoodsCondition;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a return adds to its case file. */
@Component
@Transactional(readOnly = true)
class ReturnFacts implements CaseFacts {

    private final ReturnCases returns;
    private final Refunds refunds;
    private final GoodsDesk desk;
    private final Clock clock;

    ReturnFacts(ReturnCases returns, Refunds refunds, GoodsDesk desk, Clock clock) {
        this.returns = returns;
        this.refunds = refunds;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Parts that are not known yet are left out.
     *
     * @param stockOut the case of goods in exchange for which this one waits
     */
    @JsonInclude(Include.NON_NULL)
    record Facts(ReturnStatus state, Reason reason, Resolution resolution, boolean withinPolicy,
            @Nullable ExceptionRequest exception, boolean lateParcel, List<Line> lines, @Nullable WayBack wayBack,
            @Nullable Parcel customersParcel, @Nullable OffsetDateTime deadline, @Nullable String difference,
            @Nullable Settlement settlement, @Nullable RepairResult repair, List<Shipped> shipped,
            @Nullable String stockOut, @Nullable RefundFacts refund) {
    }

    /** @param outcome what became of most of its units, as soon as nothing is left to do for any */
    @JsonInclude(Include.NON_NULL)
    record Line(int line, int quantity, String sku, @Nullable String wantedSku, @Nullable Policy policy,
            @Nullable Boolean byException, List<Found> findings, List<Units> units, @Nullable Outcome outcome) {
    }

    /** @param version of the table that said it */
    @JsonInclude(Include.NON_NULL)
    record Policy(boolean allowed, String why, FreightPayer freightPaidBy, Inspection inspection,
            @Nullable LocalDate returnUntil, String table, int version) {

        @Nullable
        static Policy of(@Nullable Verdict verdict) {
            return verdict == null ? null : new Policy(verdict.allowed(), verdict.why(), verdict.freightPaidBy(),
                    verdict.inspection(), verdict.returnUntil(), ReturnPolicy.TABLE, verdict.policyVersion());
        }
    }

    record Found(int accepted, int refused, GoodsCondition condition, boolean qualityProblem, @Nullable String note) {

        static Found of(Finding finding) {
            return new Found(finding.accepted(), finding.refused(), finding.condition(), finding.hasQualityProblem(),
                    finding.note());
        }
    }

    /**
     * Units that go the same way.
     *
     * @param policy what it says about them as they were found
     */
    @JsonInclude(Include.NON_NULL)
    record Units(int quantity, Fate fate, boolean accepted, @Nullable GoodsCondition condition, boolean qualityProblem,
            @Nullable Policy policy) {

        static Units of(ReturnPart part) {
            return new Units(part.quantity(), part.fate(), part.isAccepted(), part.condition(), part.hasQualityProblem(),
                    Policy.of(part.verdict()));
        }
    }

    /** @param goods what went to the customer */
    record Shipped(Goods goods, String courier, String trackingNumber, OffsetDateTime sentAt) {

        enum Goods {
            REPLACEMENT, THEIR_OWN
        }
    }

    @Override
    public String kind() {
        return Returns.KIND;
    }

    @Override
    @Nullable
    public String rmaOf(CaseNumber caseNumber) {
        return returns.findById(caseNumber.value()).map(ReturnCase::rma).orElse(null);
    }

    @Override
    public Object factsOf(CaseNumber caseNumber) {
        return returns.findById(caseNumber.value()).map(this::facts).orElseThrow();
    }

    @Override
    public Map<CaseNumber, CaseAbout> aboutOf(Collection<CaseNumber> caseNumbers) {
        var lines = returns.findGoodsOf(caseNumbers.stream().map(CaseNumber::value).toList()).stream()
                .collect(Collectors.groupingBy(ReturnCases.Goods::getCaseNumber, LinkedHashMap::new, Collectors.toList()));
        return lines.entrySet().stream().collect(Collectors.toMap(each -> CaseNumber.of(each.getKey()), each ->
                new CaseAbout(GoodsInWords.of(each.getValue()), List.of(each.getValue().get(0).getReason().name(),
                        each.getValue().get(0).getResolution().name()))));
    }

    @Override
    public List<CaseDeadline> deadlinesOf(CaseNumber caseNumber) {
        return returns.findById(caseNumber.value()).map(ReturnCase::journey).filter(journey -> journey.deadline() != null)
                .map(journey -> List.of(new CaseDeadline(journey.isReminded() ? "RETURN_EXPIRY" : "RETURN_REMINDER",
                        local(journey.deadline(), clock))))
                .orElse(List.of());
    }

    private Facts facts(ReturnCase goods) {
        var settling = goods.settling();
        var journey = goods.journey();
        return new Facts(goods.status(), goods.asked().reason(), goods.asked().resolution(), goods.asked().isWithinPolicy(),
                goods.review().exception(), goods.isLate(),
                goods.asked().lines().entrySet().stream().map(each -> line(goods, each.getKey(), each.getValue())).toList(),
                journey.wayBack(), journey.sent(), local(journey.deadline(), clock),
                settling.parts().has(Fate.TO_SETTLE) ? desk.difference(goods) : null,
                settling.settlement(), settling.repairResult(),
                settling.shipments().stream().map(this::shipped).toList(),
                settling.awaitedCase() == null ? null : settling.awaitedCase().value(),
                refunds.factsOf(goods.number()).orElse(null));
    }

    private static Line line(ReturnCase goods, int line, ReturnLine asked) {
        var parts = goods.settling().parts().all().filter(part -> part.line() == line).toList();
        var done = !parts.isEmpty() && parts.stream().noneMatch(part -> part.fate().isOpen());
        return new Line(line, asked.quantity(), asked.sku(), asked.wantedSku(), Policy.of(asked.verdict()),
                asked.isByException() ? true : null,
                goods.settling().findings().stream().filter(finding -> finding.line() == line).map(Found::of).toList(),
                parts.stream().map(Units::of).toList(),
                done ? Outcome.ofMost(goods.asked().resolution(), parts.stream(), units -> Money.cny("1").times(units.quantity())) : null);
    }

    private Shipped shipped(ReturnShipment shipment) {
        return new Shipped(shipment.isReplacement() ? Shipped.Goods.REPLACEMENT : Shipped.Goods.THEIR_OWN,
                shipment.parcel().courier(), shipment.parcel().trackingNumber(), local(shipment.sentAt(), clock));
    }
}
