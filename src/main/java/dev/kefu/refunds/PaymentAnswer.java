package dev.kefu.refunds;

import org.springframework.lang.Nullable;

/** What came of a call to the payment service. */
public sealed interface PaymentAnswer {

    /**
     * It says that it paid.
     *
     * @param amount   the amount that it names, as it wrote it; null if it names none
     * @param currency the currency that it names, null if it names none
     */
    record Paid(@Nullable String reference, @Nullable String amount, @Nullable String currency) implements PaymentAnswer {
    }

    /** It has the order and will report. */
    record Pending() implements PaymentAnswer {
    }

    /** It won't pay, for good. */
    record Refused(String reason) implements PaymentAnswer {
    }

    /** The order surely never came as far as the service; another try may. */
    record Unreached(String what) implements PaymentAnswer {
    }

    /** The order may have been carried out or not; the same order again will tell. */
    record Unclear(String what) implements PaymentAnswer {
    }
}
