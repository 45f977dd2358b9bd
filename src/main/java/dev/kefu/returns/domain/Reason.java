package dev.kefu.returns.domain;

import dev.kefu.stock.Finding;
import dev.kefu.stock.GoodsCondition;
import java.util.Locale;

/** Why a customer sends goods back; an input of the policy (RET-2). */
public enum Reason {
    CHANGED_MIND, DEFECTIVE, WRONG_ITEM, DAMAGED_IN_TRANSIT, NOT_AS_DESCRIBED, MISSING_PARTS;

    /**
     * The reason by whose rules goods are judged once they were looked at (RET-2): a claimed defect or damage that is none is
     * a change of mind, and a quality problem that shows itself is a defect.
     */
    Reason establishedBy(Finding finding) {
        return switch (this) {
            case DEFECTIVE -> finding.hasNoProblem() ? CHANGED_MIND : this;
            case DAMAGED_IN_TRANSIT ->
                    finding.hasNoProblem() && finding.condition() != GoodsCondition.DAMAGED ? CHANGED_MIND : this;
            case CHANGED_MIND -> finding.hasQualityProblem() ? DEFECTIVE : this;
            case WRONG_ITEM, NOT_AS_DESCRIBED, MISSING_PARTS -> this;
        };
    }

    /** What a finding says about this claim, if the goods are judged by the rules for another reason. */
    String refutedBy(Reason established) {
        return established != CHANGED_MIND ? "a fault was found, the rules for a defect apply"
                : (this == DEFECTIVE ? "no defect" : "no damage") + " found, the rules for a change of mind apply";
    }

    /** "Damaged in transit". */
    String inWords() {
        var words = name().replace('_', ' ');
        return words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
    }
}
