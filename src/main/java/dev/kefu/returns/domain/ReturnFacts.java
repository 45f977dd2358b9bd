package dev.kefu.returns.domain;

import dev.kefu.cases.CaseFacts;
import dev.kefu.refunds.RefundView;
import dev.kefu.refunds.Refunds;
import dev.kefu.shared.CaseNumber;
import java.util.LinkedHashMap;
import java.util.Map;
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
    public Map<String, Object> factsOf(CaseNumber caseNumber) {
        return returns.findById(caseNumber.value()).map(this::facts).orElse(Map.of());
    }

    private Map<String, Object> facts(ReturnCase goods) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("state", goods.status().name());
        facts.put("reason", goods.reason().name());
        facts.put("resolution", goods.resolution().name());
        facts.put("withinPolicy", goods.isWithinPolicy());
        facts.put("lines", goods.quantities().entrySet().stream()
                .map(each -> line(goods, each.getKey(), each.getValue())).toList());
        if (goods.wayBack() != null) {
            facts.put("wayBack", wayBack(goods.wayBack()));
        }
        if (goods.settlement() != null) {
            facts.put("settlement", goods.settlement().name());
        }
        refunds.latestOf(goods.number()).ifPresent(refund -> facts.put("refund", refund(refund)));
        return facts;
    }

    private static Map<String, Object> line(ReturnCase goods, int line, int quantity) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("line", line);
        facts.put("quantity", quantity);
        var verdict = goods.verdicts().get(line);
        if (verdict != null) {
            facts.put("policy", verdict(verdict));
        }
        facts.put("findings", goods.findings().stream().filter(finding -> finding.line() == line)
                .map(ReturnFacts::finding).toList());
        return facts;
    }

    private static Map<String, Object> verdict(Verdict verdict) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("allowed", verdict.allowed());
        facts.put("why", verdict.why());
        facts.put("freightPaidBy", verdict.freightPaidBy().name());
        facts.put("returnUntil", verdict.returnUntil() == null ? null : verdict.returnUntil().toString());
        facts.put("table", ReturnPolicy.TABLE);
        facts.put("version", verdict.policyVersion());
        return facts;
    }

    private static Map<String, Object> finding(Finding finding) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("accepted", finding.accepted());
        facts.put("refused", finding.refused());
        facts.put("condition", finding.condition().name());
        facts.put("qualityProblem", finding.qualityProblem());
        facts.put("note", finding.note());
        return facts;
    }

    private static Map<String, Object> wayBack(WayBack wayBack) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("courier", wayBack.courier());
        facts.put("trackingNumber", wayBack.trackingNumber());
        facts.put("byCustomer", wayBack.byCustomer());
        return facts;
    }

    private static Map<String, Object> refund(RefundView refund) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("amount", refund.amount().decimal());
        facts.put("currency", refund.amount().currency().getCurrencyCode());
        facts.put("status", refund.status().name());
        facts.put("requestedBy", refund.requestedBy());
        facts.put("approverGroup", refund.approverGroup());
        facts.put("decidedBy", refund.decidedBy());
        facts.put("note", refund.note());
        facts.put("reference", refund.paymentReference());
        return facts;
    }
}
