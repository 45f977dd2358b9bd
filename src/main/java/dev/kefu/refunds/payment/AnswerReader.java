package dev.kefu.refunds.payment;

import dev.kefu.partners.SaidFields;
import dev.kefu.refunds.PaymentAnswer;
import dev.kefu.refunds.PaymentAnswer.Paid;
import dev.kefu.refunds.PaymentAnswer.Pending;
import dev.kefu.refunds.PaymentAnswer.Refused;
import dev.kefu.refunds.PaymentAnswer.Unclear;
import java.util.Set;

/**
 * Makes sense of what a payment service answers: {@code {status: PAID | PENDING | REFUSED, reference?, amount?, currency?,
 * reason?}}. Generous with letters and further fields, strict with meaning: what says neither is unclear, and is asked
 * again.
 */
class AnswerReader {

    private static final int LONGEST_REFERENCE = 255;
    private static final int LONGEST_REASON = 400;
    private static final int LONGEST_AMOUNT = 100;
    /** These refuse without saying so. */
    private static final Set<Integer> REFUSING = Set.of(402, 422);
    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;

    PaymentAnswer read(int status, String body) {
        if (status < 200 || status >= 300 && status < 400 || status >= 500 || status == TOO_MANY) {
            return new Unclear("The payment service answered " + status + ".");
        }
        var said = SaidFields.in(body);
        return switch (said.code("status")) {
            case "PAID" -> status < 300 || status == CONFLICT ? paid(said) : unclear(status);
            case "PENDING" -> status < 300 || status == CONFLICT ? new Pending() : unclear(status);
            case "REFUSED", "FAILED" -> new Refused(reason(status, said));
            default -> unsaid(status, body, said);
        };
    }

    private static PaymentAnswer unsaid(int status, String body, SaidFields said) {
        if (status == ACCEPTED && body.isBlank() || status == CONFLICT) {
            return new Pending();
        }
        return REFUSING.contains(status) ? new Refused(reason(status, said)) : unclear(status);
    }

    private static PaymentAnswer unclear(int status) {
        return new Unclear("What the payment service answered (" + status + ") says neither yes nor no.");
    }

    private static PaymentAnswer paid(SaidFields said) {
        return new Paid(said.text("reference", LONGEST_REFERENCE), said.text("amount", LONGEST_AMOUNT),
                said.text("currency", LONGEST_AMOUNT));
    }

    private static String reason(int status, SaidFields said) {
        var reason = said.text("reason", LONGEST_REASON);
        return reason == null ? "It answered " + status + " and gave no reason." : reason;
    }
}
