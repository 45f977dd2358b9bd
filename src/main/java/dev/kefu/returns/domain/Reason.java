package dev.kefu.returns.domain;

import java.util.Locale;

/** Why a customer sends goods back; an input of the policy (RET-2). */
public enum Reason {
    CHANGED_MIND, DEFECTIVE, WRONG_ITEM, DAMAGED_IN_TRANSIT, NOT_AS_DESCRIBED, MISSING_PARTS;

    /** "Damaged in transit". */
    String inWords() {
        var words = name().replace('_', ' ');
        return words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
    }
}
