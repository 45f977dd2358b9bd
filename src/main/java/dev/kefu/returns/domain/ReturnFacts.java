package dev.kefu.returns.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.kefu.cases.CaseFacts;
import dev.kefu.refunds.RefundFacts;
import dev.kefu.refunds.Refunds;
import dev.kefu.shared.CaseNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a return adds to its case file. */
@Component
@Transactional(readOnly = true)
class ReturnFacts implements CaseFacts {

    private final ReturnCases returns;
    private final Refunds refunds;

    ReturnFacts(ReturnCases returns, Refunds refunds) {
        this.returns = returns;
        this.refunds = refunds;
    }

    /** Parts that are not known yet are left out. */
    @JsonInclude(Include.NON_NULL)
    record Facts(ReturnStatus state, Reason reason, Resolution resolution, boolean withinPolicy, List<Line> lines,
            @Nullable WayBack wayBack, @Nullable Settlement settlement, @Nullable RefundFacts refund) {
    }

    @JsonInclude(Include.NON_NULL)
    record Line(int line, int quantity, @Nullable Policy policy, List<Found> findings) {
    }

    /** @param version of the table that said it */
    record Policy(boolean allowed, String why, FreightPayer freightPaidBy, @Nullable LocalDate returnUntil, String table,
            int version) {

        static Policy of(Verdict verdict) {
            return new Policy(verdict.allowed(), verdict.why(), verdict.freightPaidBy(), verdict.returnUntil(),
                    ReturnPolicy.TABLE, verdict.policyVersion());
        }
    }

    record Found(int accepted, int refused, GoodsCondition condition, boolean qualityProblem, @Nullable String note) {

        static Found of(Finding finding) {
            return new Found(finding.accepted(), finding.refused(), finding.condition(), finding.qualityProblem(),
                    finding.note());
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

    private Facts facts(ReturnCase goods) {
        return new Facts(goods.status(), goods.reason(), goods.resolution(), goods.isWithinPolicy(),
                goods.quantities().entrySet().stream().map(each -> line(goods, each.getKey(), each.getValue())).toList(),
                goods.wayBack(), goods.settlement(), refunds.latestOf(goods.number()).map(RefundFacts::of).orElse(null));
    }

    private static Line line(ReturnCase goods, int line, int quantity) {
        var verdict = Optional.ofNullable(goods.verdicts().get(line));
        return new Line(line, quantity, verdict.map(Policy::of).orElse(null),
                goods.findings().stream().filter(finding -> finding.line() == line).map(Found::of).toList());
    }
}
