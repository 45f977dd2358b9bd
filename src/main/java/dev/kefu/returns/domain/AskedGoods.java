package dev.kefu.returns.domain;

import dev.kefu.shared.RuleViolation;
import dev.kefu.stock.Finding;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** What a customer asks for, and what the policy says about it (RET-1, RET-2). */
@Embeddable
class AskedGoods {

    private String orderNumber;
    private String customerId;
    @Enumerated(EnumType.STRING)
    private Reason reason;
    @Enumerated(EnumType.STRING)
    private Resolution resolution;
    @ElementCollection
    @CollectionTable(name = "return_line", joinColumns = @JoinColumn(name = "case_number"))
    @MapKeyColumn(name = "line")
    private Map<Integer, ReturnLine> lines = new TreeMap<>();

    void become(CheckedRequest request) {
        orderNumber = request.orderNumber();
        customerId = request.customerId();
        reason = request.reason();
        resolution = request.resolution();
        lines.keySet().retainAll(request.lines().keySet());
        lines.putAll(request.lines());
    }

    void judge(Map<Integer, Verdict> verdicts) {
        lines.forEach((line, asked) -> asked.judge(verdicts.get(line)));
    }

    /** A supervisor makes an exception. */
    void letIn() {
        lines.values().forEach(ReturnLine::letIn);
    }

    boolean isWithinPolicy() {
        return lines.values().stream().allMatch(ReturnLine::isWithinPolicy);
    }

    /** Whether the policy gives the customer what they want without seeing the goods (RET-7). */
    boolean needsNoInspection() {
        return resolution != Resolution.REPAIR && lines.values().stream().map(ReturnLine::verdict)
                .allMatch(verdict -> verdict != null && verdict.allowed() && verdict.inspection() == Inspection.NONE);
    }

    /** All units, none of them looked at, as the customer wants them. */
    Stream<ReturnPart> asWanted() {
        return unseen(true, wish());
    }

    /**
     * All units, which nobody will see again.
     *
     * @throws RuleViolation if what the customer wants can't be done without them
     */
    Stream<ReturnPart> lost(LossSettlement agreed) {
        if (agreed == LossSettlement.AS_ASKED && resolution == Resolution.REPAIR) {
            throw new RuleViolation("lossSettlement", "RET-5", "There is nothing that could be repaired: refund the goods, or wait for them.");
        }
        return unseen(true, switch (agreed) {
            case AS_ASKED -> wish();
            case REFUND -> Fate.TO_REFUND;
            case NOTHING, WAIT -> Fate.KEPT;
        });
    }

    /** All units, to the customer again as they came. */
    Stream<ReturnPart> asTheyCame() {
        return unseen(false, Fate.TO_SEND_BACK);
    }

    /**
     * The units that were found, judged by what was found (RET-2).
     *
     * @param policy what it says about a line that came back for another reason than claimed
     */
    Stream<ReturnPart> found(List<Finding> findings, BiFunction<Integer, Reason, Verdict> policy) {
        return findings.stream().flatMap(finding -> {
            var asked = lines.get(finding.line());
            var established = reason.establishedBy(finding);
            var verdict = asked.binding(established == reason ? asked.verdict() : policy.apply(finding.line(), established));
            return Stream.of(true, false).map(accepted -> ReturnPart.found(finding, accepted, verdict, wish()));
        });
    }

    /** Units by line. */
    SortedMap<Integer, Integer> quantities() {
        var quantities = new TreeMap<Integer, Integer>();
        lines.forEach((line, asked) -> quantities.put(line, asked.quantity()));
        return quantities;
    }

    SortedMap<Integer, ReturnLine> lines() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(lines));
    }

    CheckedRequest request() {
        return new CheckedRequest(orderNumber, customerId, reason, resolution, lines());
    }

    String orderNumber() {
        return orderNumber;
    }

    String customerId() {
        return customerId;
    }

    Reason reason() {
        return reason;
    }

    Resolution resolution() {
        return resolution;
    }

    private Stream<ReturnPart> unseen(boolean accepted, Fate fate) {
        return lines().entrySet().stream().map(each -> ReturnPart.unseen(each.getKey(), each.getValue(), accepted, fate));
    }

    /** Where units go that are as they should be. */
    private Fate wish() {
        return switch (resolution) {
            case REFUND -> Fate.TO_REFUND;
            case EXCHANGE, RESEND -> Fate.TO_REPLACE;
            case REPAIR -> Fate.TO_REPAIR;
        };
    }
}
