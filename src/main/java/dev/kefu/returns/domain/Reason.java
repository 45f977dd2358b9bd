package dev.kefu.returns.domain;

/** Why a customer sends goods back; an input of the policy (RET-2). */
public enum Reason {
    CHANGED_MIND, DEFECTIVE, WRONG_ITEM, DAMAGED_IN_TRANSIT, NOT_AS_DESCRIBED, MISSING_PARTS
}
