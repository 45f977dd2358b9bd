package dev.kefu.returns.domain;

import static dev.kefu.returns.domain.ReturnStatus.ABORTED;
import static dev.kefu.returns.domain.ReturnStatus.APPROVED;
import static dev.kefu.returns.domain.ReturnStatus.ARRIVED;
import static dev.kefu.returns.domain.ReturnStatus.INSPECTED;
import static dev.kefu.returns.domain.ReturnStatus.ON_THE_WAY;
import static dev.kefu.returns.domain.ReturnStatus.REFUNDED;
import static dev.kefu.returns.domain.ReturnStatus.REJECTED;
import static dev.kefu.returns.domain.ReturnStatus.REQUESTED;
import static dev.kefu.returns.domain.ReturnStatus.SENT_BACK;

import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Erasure;
import dev.kefu.shared.KeyedByName;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Violations;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.springframework.lang.Nullable;

/**
 * Goods that a customer sends back.
 *
 * <p>The case knows what has happened and what may happen next; the process knows who does it and when. Being told the
 * same twice changes nothing; being told what can't be is a {@link Conflict}.
 */
@Entity
@Table(name = "return_case")
class ReturnCase extends KeyedByName {

    @Id
    private String caseNumber;
    private String orderNumber;
    @Enumerated(EnumType.STRING)
    private Reason reason;
    @Enumerated(EnumType.STRING)
    private Resolution resolution;
    @Enumerated(EnumType.STRING)
    private ReturnStatus status;
    private String rma;
    private Instant requestedAt;
    private String courier;
    private String trackingNumber;
    private boolean byCustomer;
    @Enumerated(EnumType.STRING)
    private Settlement settlement;
    private String inspectedBy;
    private String settledBy;
    @ElementCollection
    @CollectionTable(name = "return_line", joinColumns = @JoinColumn(name = "case_number"))
    @MapKeyColumn(name = "line")
    private Map<Integer, ReturnLine> lines = new TreeMap<>();
    @ElementCollection
    @CollectionTable(name = "return_finding", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "position")
    private List<FoundGoods> findings = new ArrayList<>();

    protected ReturnCase() {
    }

    static ReturnCase requested(CaseNumber caseNumber, ReturnRequest request, Instant at) {
        var goods = new ReturnCase();
        goods.caseNumber = caseNumber.value();
        goods.status = REQUESTED;
        goods.requestedAt = at;
        goods.askFor(request);
        return goods;
    }

    /** The customer's answer replaces the request; the day they first asked counts on (RET-2). */
    void correct(ReturnRequest request) {
        require(status, REQUESTED);
        askFor(request);
    }

    void judge(Map<Integer, Verdict> verdicts) {
        require(status, REQUESTED);
        lines.forEach((line, asked) -> asked.judge(verdicts.get(line)));
    }

    /**
     * A returns specialist has looked at the request (RET-1).
     *
     * @throws RuleViolation if it is approved against the policy, or turned down or put back without a reason
     */
    void review(ReviewDecision decision, @Nullable String note) {
        require(status, REQUESTED);
        if (decision == ReviewDecision.APPROVE && !isWithinPolicy()) {
            throw new RuleViolation("decision", "RET-2", "The policy does not allow this return: " + against() + " Reject it,"
                    + " or ask the customer for what is missing.");
        }
        if (decision != ReviewDecision.APPROVE && note == null) {
            throw new RuleViolation("note", "RET-1", decision == ReviewDecision.REJECT
                    ? "Give the reason that the customer is told." : "Say what the customer is asked.");
        }
    }

    void approve() {
        if (status == APPROVED) {
            return;
        }
        require(status, REQUESTED);
        status = APPROVED;
        rma = caseNumber.replaceFirst("KF", "RMA");
    }

    void reject() {
        if (status == REJECTED) {
            return;
        }
        require(status, REQUESTED, INSPECTED);
        status = REJECTED;
    }

    void sendBy(WayBack wayBack) {
        require(status, APPROVED, ON_THE_WAY);
        status = ON_THE_WAY;
        courier = wayBack.courier();
        trackingNumber = wayBack.trackingNumber();
        byCustomer = wayBack.byCustomer();
    }

    void arrive() {
        if (status == ARRIVED) {
            return;
        }
        require(status, ON_THE_WAY);
        status = ARRIVED;
    }

    /**
     * The goods were looked at, line by line (RET-4). What is not among the findings did not arrive.
     *
     * @throws RuleViolation if a finding is about other goods, or more were found than approved (RET-6)
     */
    void inspect(List<Finding> found, String inspector) {
        require(status, ARRIVED);
        requireFit(found);
        status = INSPECTED;
        inspectedBy = inspector;
        findings.clear();
        found.forEach(finding -> findings.add(FoundGoods.of(finding)));
    }

    /**
     * What was agreed with the customer where goods or money were not as asked for.
     *
     * @return where that leads
     * @throws RuleViolation if nothing arrived that could be refunded or sent back
     */
    NextStep settle(Settlement agreed, String settler) {
        require(status, INSPECTED);
        if (agreed != Settlement.AS_FOUND && arrived().isEmpty()) {
            throw new RuleViolation("settlement", "RET-4", "Nothing arrived that could be refunded or sent back.");
        }
        settlement = agreed;
        settledBy = settler;
        if (agreed == Settlement.SEND_BACK) {
            return NextStep.SEND_BACK;
        }
        return toRefund().isEmpty() ? NextStep.CLOSE : NextStep.REFUND;
    }

    void refunded() {
        if (status == REFUNDED) {
            return;
        }
        require(status, INSPECTED);
        status = REFUNDED;
    }

    void sentBack() {
        if (status == SENT_BACK) {
            return;
        }
        require(status, INSPECTED);
        status = SENT_BACK;
    }

    /** Nobody works on it any more. What is over stays as it ended. */
    void abort() {
        if (status != REFUNDED && status != REJECTED && status != SENT_BACK) {
            status = ABORTED;
        }
    }

    /** The units whose price goes back: what inspection accepted, or all that arrived if that was agreed. */
    List<LineQuantity> toRefund() {
        return unitsOf(settlement == Settlement.REFUND_ANYWAY ? FoundGoods::arrived : FoundGoods::accepted);
    }

    List<LineQuantity> arrived() {
        return unitsOf(FoundGoods::arrived);
    }

    /** Whether the freight of the order goes back too: where the shop is at fault for a refunded line (RET-2). */
    boolean isFreightRefunded() {
        return toRefund().stream().map(unit -> lines.get(unit.line()).verdict()).filter(Objects::nonNull)
                .anyMatch(verdict -> verdict.freightPaidBy() == FreightPayer.SHOP);
    }

    boolean isWithinPolicy() {
        return verdicts().values().stream().allMatch(Verdict::allowed);
    }

    Map<Integer, Integer> quantities() {
        return lines.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().quantity(),
                Integer::sum, TreeMap::new));
    }

    /** By line; empty before the policy was asked. */
    Map<Integer, Verdict> verdicts() {
        var verdicts = new TreeMap<Integer, Verdict>();
        lines.forEach((line, asked) -> {
            if (asked.verdict() != null) {
                verdicts.put(line, asked.verdict());
            }
        });
        return verdicts;
    }

    CaseNumber number() {
        return CaseNumber.of(caseNumber);
    }

    String orderNumber() {
        return orderNumber;
    }

    Reason reason() {
        return reason;
    }

    Resolution resolution() {
        return resolution;
    }

    ReturnStatus status() {
        return status;
    }

    @Nullable
    String rma() {
        return rma;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    /** What came back stays, and what it was worth; what people wrote about it goes (CUS-4). */
    void erase(Erasure erasure) {
        findings.forEach(FoundGoods::erase);
        courier = erasure.cleared(courier);
        trackingNumber = erasure.cleared(trackingNumber);
    }

    /** Null before it is arranged. */
    @Nullable
    WayBack wayBack() {
        return courier == null && !byCustomer ? null : new WayBack(courier, trackingNumber, byCustomer);
    }

    List<Finding> findings() {
        return findings.stream().map(FoundGoods::finding).toList();
    }

    @Nullable
    Settlement settlement() {
        return settlement;
    }

    /** Whose figure the refund is: the inspector's, unless more was agreed afterwards. Null before inspection. */
    @Nullable
    String amountDecidedBy() {
        return settlement == Settlement.REFUND_ANYWAY ? settledBy : inspectedBy;
    }

    private void askFor(ReturnRequest request) {
        orderNumber = request.orderNumber();
        reason = request.reason();
        resolution = request.resolution();
        var asked = request.units().stream().collect(Collectors.toMap(LineQuantity::line, LineQuantity::quantity, Integer::sum));
        lines.keySet().retainAll(asked.keySet());
        asked.forEach((line, quantity) -> lines.put(line, ReturnLine.of(quantity)));
    }

    private void requireFit(List<Finding> found) {
        var violations = new Violations();
        for (int row = 0; row < found.size(); row++) {
            var finding = found.get(row);
            var field = "findings[" + row + "]";
            if (finding.line() == null || !lines.containsKey(finding.line())) {
                violations.add(field + ".line", "RET-4", "Line " + finding.line() + " is not part of this return.");
            }
            if (finding.accepted() < 0) {
                violations.add(field + ".accepted", "RET-4", "Accepted units can't be fewer than 0.");
            }
            if (finding.refused() < 0) {
                violations.add(field + ".refused", "RET-4", "Refused units can't be fewer than 0.");
            }
            if (finding.condition() == null) {
                violations.add(field + ".condition", "RET-4", "Say in what condition the goods are.");
            }
            if (finding.note() != null && finding.note().length() > 1000) {
                violations.add(field + ".note", "input", "The note has more than 1000 characters.");
            }
        }
        violations.refuseIfAny();
        lines.forEach((line, asked) -> {
            var arrived = found.stream().filter(finding -> line.equals(finding.line()))
                    .mapToLong(finding -> (long) finding.accepted() + finding.refused()).sum();
            if (arrived > asked.quantity()) {
                violations.add("findings", "RET-6", "Line " + line + ": " + arrived + " units were found, but only "
                        + asked.quantity() + " were approved.");
            }
        });
        violations.refuseIfAny();
    }

    private List<LineQuantity> unitsOf(ToIntFunction<FoundGoods> counted) {
        return findings.stream()
                .collect(Collectors.groupingBy(FoundGoods::line, TreeMap::new, Collectors.summingInt(counted)))
                .entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .map(each -> new LineQuantity(each.getKey(), each.getValue()))
                .toList();
    }

    private String against() {
        return verdicts().entrySet().stream().filter(each -> !each.getValue().allowed())
                .map(each -> "line " + each.getKey() + ": " + each.getValue().why())
                .collect(Collectors.joining(" "));
    }

    @Override
    public String getId() {
        return caseNumber;
    }
}
