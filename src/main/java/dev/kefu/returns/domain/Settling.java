package dev.kefu.returns.domain;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Erasure;
import dev.kefu.shared.RuleViolation;
import dev.kefu.stock.Finding;
import dev.kefu.stock.FoundUnits;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;

/** How the units of a return go their ways, once it is known what there is (RET-5). */
@Embeddable
class Settling {

    @Enumerated(EnumType.STRING)
    private Settlement settlement;
    @Enumerated(EnumType.STRING)
    private LossSettlement loss;
    @Enumerated(EnumType.STRING)
    private RepairResult repair;
    private String inspectedBy;
    private String repairedBy;
    private String settledBy;
    private boolean refundOrdered;
    private String stockOut;
    @ElementCollection
    @CollectionTable(name = "return_finding", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "position")
    private List<FoundUnits> findings = new ArrayList<>();
    @ElementCollection
    @CollectionTable(name = "return_part", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "position")
    private List<ReturnPart> parts = new ArrayList<>();
    @ElementCollection
    @CollectionTable(name = "return_shipment", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "position")
    private List<ReturnShipment> shipments = new ArrayList<>();

    void begin(Stream<ReturnPart> units) {
        parts().replaceBy(units);
    }

    void beginInspected(List<Finding> found, Stream<ReturnPart> units, String inspector) {
        inspectedBy = inspector;
        findings.clear();
        found.forEach(finding -> findings.add(FoundUnits.of(finding)));
        begin(units);
    }

    /** Whoever settled it also says the amount, so that somebody else approves it (ORG-4). */
    void beginLost(LossSettlement agreed, Stream<ReturnPart> units, String settler) {
        begin(units);
        loss = agreed;
        settledBy = settler;
        parts().which(Fate.TO_REFUND).forEach(ReturnPart::refundAsAgreed);
    }

    /** The first that is left to do; the others come when it is done. */
    NextStep nextStep() {
        return Stream.of(NextStep.values()).filter(step -> step.fate() != null && parts().has(step.fate()))
                .findFirst().orElse(NextStep.CLOSE);
    }

    /** Whether it has to be agreed how to go on though there are no units. */
    boolean isUnanswered() {
        return parts.isEmpty() && settlement == null;
    }

    /**
     * What was agreed with the customer where goods or money were not as asked for.
     *
     * @param areHere whether the goods could be sent back
     * @param areGone whether the customer has given them away, also if they never arrived
     * @throws RuleViolation if nothing arrived that could be refunded or sent back
     */
    void settle(Settlement agreed, String settler, boolean areHere, boolean areGone) {
        if (!isUnanswered() && nextStep() != NextStep.SETTLE) {
            throw new Conflict("Nothing has to be settled with the customer now.");
        }
        if (agreed != Settlement.AS_FOUND && parts.isEmpty()) {
            throw new RuleViolation("settlement", "RET-4", "Nothing arrived that could be refunded or sent back.");
        }
        if (agreed == Settlement.SEND_BACK && !areHere) {
            throw new RuleViolation("settlement", "RET-7", "The goods are not here; nothing can be sent back.");
        }
        settlement = agreed;
        if (agreed == Settlement.REFUND_ANYWAY) {
            settledBy = settler;
        }
        parts().settle(agreed, areGone);
    }

    /** What is to go out for these units is the business of that case from now on. */
    void await(Predicate<ReturnPart> which, CaseNumber stockOutCase) {
        parts().go(part -> part.is(Fate.TO_REPLACE) && which.test(part), Fate.AWAITS_GOODS);
        stockOut = stockOutCase.value();
    }

    /** The case that has to end first; null if none. */
    @Nullable
    CaseNumber awaitedCase() {
        return parts().has(Fate.AWAITS_GOODS) ? CaseNumber.of(stockOut) : null;
    }

    /** A technician is done; what can't be repaired is to be replaced. */
    void repair(RepairResult result, String technician) {
        requireAny(Fate.TO_REPAIR, "Nothing of this case is to be repaired now.");
        repair = result;
        repairedBy = technician;
        if (result == RepairResult.REPAIRED) {
            parts().repaired();
        } else {
            parts().go(Fate.TO_REPAIR, Fate.TO_REPLACE);
        }
    }

    /** @return false if it was told before */
    boolean replaced(Parcel parcel, Instant at) {
        if (isSent(true, parcel) && !parts().has(Fate.TO_REPLACE)) {
            return false;
        }
        requireAny(Fate.TO_REPLACE, "Nothing of this case is to be replaced now.");
        parts().go(Fate.TO_REPLACE, Fate.REPLACED);
        return shipments.add(ReturnShipment.sent(true, parcel, at));
    }

    /** @return false if it was told before */
    boolean sentBack(Parcel parcel, Instant at) {
        if (isSent(false, parcel) && !parts().has(Fate.TO_SEND_BACK)) {
            return false;
        }
        requireAny(Fate.TO_SEND_BACK, "Nothing of this case is to be sent back now.");
        parts().sentBack();
        return shipments.add(ReturnShipment.sent(false, parcel, at));
    }

    /** Again changes nothing. */
    void orderRefund() {
        if (!refundOrdered && nextStep() != NextStep.REFUND) {
            throw new Conflict("Nothing is to be refunded now.");
        }
        refundOrdered = true;
    }

    void refunded() {
        parts().go(Fate.TO_REFUND, Fate.REFUNDED);
        refundOrdered = false;
    }

    /** Refused, or given up: it has to be agreed how the case goes on. */
    void refundNotPaid() {
        parts().ask(Fate.TO_REFUND, Question.REFUND_NOT_PAID);
        refundOrdered = false;
    }

    /** @throws Conflict once the refund is ordered (RET-8) */
    void requireNoRefund(String caseNumber) {
        if (refundOrdered || parts().has(Fate.REFUNDED)) {
            throw new Conflict("The refund of case " + caseNumber + " is ordered; it can't be withdrawn any more.");
        }
    }

    boolean isRefundOrdered() {
        return refundOrdered;
    }

    /**
     * Whose figure the refund is: who agreed to it, else the technician who could not repair, else the inspector. Null if
     * nobody looked at the goods.
     */
    @Nullable
    String amountDecidedBy() {
        if (parts().which(Fate.TO_REFUND).anyMatch(ReturnPart::isAgreed)) {
            return settledBy;
        }
        return repair == null ? inspectedBy : repairedBy;
    }

    /** Whether the units went to a technician, who did not repair them. */
    boolean isBroken(ReturnPart part, Resolution wish) {
        return wish == Resolution.REPAIR && repair != null && repair != RepairResult.REPAIRED && part.isOwed();
    }

    /** Whether goods may be reserved for it. */
    boolean mayHoldStock(Resolution wish) {
        return wish == Resolution.EXCHANGE || wish == Resolution.RESEND || repair != null && repair != RepairResult.REPAIRED;
    }

    void erase(Erasure erasure) {
        findings.forEach(FoundUnits::erase);
        shipments.forEach(each -> each.erase(erasure));
    }

    Parts parts() {
        return new Parts(parts);
    }

    List<Finding> findings() {
        return findings.stream().map(FoundUnits::finding).toList();
    }

    List<ReturnShipment> shipments() {
        return List.copyOf(shipments);
    }

    @Nullable
    Settlement settlement() {
        return settlement;
    }

    /** What was agreed about goods that were lost on the way to us; null if they were not. */
    @Nullable
    LossSettlement loss() {
        return loss;
    }

    @Nullable
    RepairResult repairResult() {
        return repair;
    }

    private boolean isSent(boolean replacement, Parcel parcel) {
        return shipments.stream().anyMatch(each -> each.isReplacement() == replacement && each.parcel().equals(parcel));
    }

    private void requireAny(Fate fate, String refusal) {
        if (!parts().has(fate)) {
            throw new Conflict(refusal);
        }
    }
}
