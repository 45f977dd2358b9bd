package dev.kefu.returns.domain;

import dev.kefu.shared.Conflict;
import dev.kefu.shared.Listed;
import dev.kefu.shared.RuleViolation;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Map;
import org.springframework.lang.Nullable;

/** What became of a request (RET-1), and of an exception that was asked for (RET-2). */
@Embeddable
class Review {

    private String approvedBy;
    @Enumerated(EnumType.STRING)
    private ExceptionRequest exception;
    private String exceptionAskedBy;
    private String exceptionGroup;
    private Instant exceptionAt;
    private boolean withoutReturn;

    /**
     * @throws RuleViolation if it is approved against the policy, an exception is asked for that is none, or the note is
     *                       missing
     */
    void decide(ReviewDecision decision, @Nullable String note, String reviewer, Map<Integer, ReturnLine> lines) {
        requireSettled();
        var against = against(lines);
        if (decision == ReviewDecision.APPROVE && !against.isEmpty()) {
            throw new RuleViolation("decision", "RET-2", "The policy does not allow this return: " + against + " Reject it,"
                    + " ask the customer for what is missing, or ask a supervisor for an exception.");
        }
        if (decision == ReviewDecision.EXCEPTION && against.isEmpty()) {
            throw new RuleViolation("decision", "RET-2", "The policy allows this return; it needs no exception.");
        }
        if (decision != ReviewDecision.APPROVE && (note == null || note.isBlank())) {
            throw new RuleViolation("note", decision == ReviewDecision.EXCEPTION ? "RET-2" : "RET-1", switch (decision) {
                case REJECT -> "Give the reason that the customer is told.";
                case ASK -> "Say what the customer is asked.";
                default -> "Say why a supervisor should make an exception.";
            });
        }
        if (decision == ReviewDecision.EXCEPTION) {
            exception = ExceptionRequest.ASKED;
            exceptionAskedBy = reviewer;
        }
    }

    /** @throws Conflict if nobody asked for an exception */
    void decideException(boolean granted, Instant at) {
        if (exception != ExceptionRequest.ASKED) {
            throw new Conflict("No exception is asked for.");
        }
        exception = granted ? ExceptionRequest.GRANTED : ExceptionRequest.REFUSED;
        exceptionAt = granted ? at : null;
    }

    void approve(String approver) {
        requireSettled();
        approvedBy = approver;
    }

    /** A refund without return counts like an exception (RET-7). */
    void countAsWithoutReturn(Instant at) {
        withoutReturn = true;
        exceptionAt = at;
    }

    /** Nothing came of what was let in: it takes nothing from what the customer may have this year. */
    void countNoMore() {
        exceptionAt = null;
    }

    /** @throws Conflict while a supervisor has not decided */
    private void requireSettled() {
        if (exception == ExceptionRequest.ASKED) {
            throw new Conflict("A supervisor has not decided on the exception yet.");
        }
    }

    private static String against(Map<Integer, ReturnLine> lines) {
        return lines.entrySet().stream().filter(each -> !each.getValue().isWithinPolicy())
                .map(each -> "line " + each.getKey() + ": " + each.getValue().verdict().why())
                .collect(Listed.sentences());
    }

    @Nullable
    String approvedBy() {
        return approvedBy;
    }

    @Nullable
    ExceptionRequest exception() {
        return exception;
    }

    @Nullable
    String exceptionAskedBy() {
        return exceptionAskedBy;
    }

    /** Whose members decide, whoever belongs to it then. */
    void askGroup(String group) {
        exceptionGroup = group;
    }

    /** Null if no exception was asked for. */
    @Nullable
    String exceptionGroup() {
        return exceptionGroup;
    }
}
