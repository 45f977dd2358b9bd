package dev.kefu.refunds;

import static dev.kefu.workflow.ProcessVariable.choice;
import static dev.kefu.workflow.ProcessVariable.decimal;
import static dev.kefu.workflow.ProcessVariable.display;
import static dev.kefu.workflow.ProcessVariable.text;

import dev.kefu.workflow.ProcessVariable;
import java.math.BigDecimal;

/**
 * What the process {@code refund} and its callers show each other. None of it is trusted: the refund that a case asked for
 * is on our books ({@link Refunds#decide}).
 */
public final class RefundCall {

    public static final ProcessVariable<BigDecimal> AMOUNT = decimal("amount");
    public static final ProcessVariable<RefundCause> CAUSE = choice("cause", RefundCause.class).keptOutOfHistory();
    public static final ProcessVariable<String> REQUESTED_BY = text("requestedBy").keptOutOfHistory();
    public static final ProcessVariable<RefundOutcome> REFUND_OUTCOME = choice("refundOutcome", RefundOutcome.class);
    /** Why it was not paid. */
    public static final ProcessVariable<String> REFUND_NOTE = display("refundNote");

    private RefundCall() {
    }
}
