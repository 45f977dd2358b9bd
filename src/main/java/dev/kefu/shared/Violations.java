package dev.kefu.shared;

import dev.kefu.shared.RuleViolation.Violation;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one input, so that the caller learns all of it at once. */
public final class Violations {

    private final List<Violation> found = new ArrayList<>();

    public Violations add(String field, String rule, String message) {
        found.add(new Violation(field, rule, message));
        return this;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** @throws RuleViolation if anything was found */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new RuleViolation(found);
        }
    }
}
