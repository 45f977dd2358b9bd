package dev.kefu.shared;

import java.util.List;

/**
 * What was asked is refused by a rule of the department; nothing is stored. People see the messages, programs the
 * fields and rules (HTTP 422).
 */
public class RuleViolation extends RuntimeException {

    private final List<Violation> violations;

    /**
     * @param field   the input that is at fault, as the caller knows it; {@code lines[1].quantity} inside a list
     * @param rule    the rule book's number, such as {@code RET-6}, or {@code input} for a malformed value
     * @param message a sentence for the person who typed it
     */
    public record Violation(String field, String rule, String message) {
    }

    public RuleViolation(String field, String rule, String message) {
        this(List.of(new Violation(field, rule, message)));
    }

    /** @param violations at least one */
    public RuleViolation(List<Violation> violations) {
        super(violations.stream().map(Violation::message).collect(Listed.sentences()));
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }
}
