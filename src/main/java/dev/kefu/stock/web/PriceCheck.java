package dev.kefu.stock.web;

import dev.kefu.shared.Money;
import dev.kefu.shared.RuleViolation;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.springframework.lang.Nullable;

/** Reads a price as somebody sent it. */
final class PriceCheck {

    private static final String RULE = "input";
    private static final int MOST_DIGITS = 12;
    private static final int MOST_DECIMALS_TYPED = 20;

    private PriceCheck() {
    }

    /**
     * @param currency CNY if there is none
     * @return null if there is no amount
     * @throws RuleViolation if the amount or the currency can't be
     */
    @Nullable
    static Money price(@Nullable BigDecimal amount, @Nullable String currency) {
        var unit = currency(currency);
        if (amount == null) {
            return null;
        }
        var digits = unit.getDefaultFractionDigits();
        // The exponent first: writing out 1e999999999 would fill the memory
        if (amount.signum() < 0 || (long) amount.precision() - amount.scale() > MOST_DIGITS
                || amount.scale() > MOST_DECIMALS_TYPED || amount.stripTrailingZeros().scale() > digits) {
            throw new RuleViolation("price", RULE, "price must be an amount from 0 up, with at most %d digits before and %d behind the point."
                    .formatted(MOST_DIGITS, digits));
        }
        return new Money(amount, unit);
    }

    private static Currency currency(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return Money.CNY;
        }
        try {
            var known = Currency.getInstance(code.strip().toUpperCase(Locale.ROOT));
            if (known.getDefaultFractionDigits() >= 0) {
                return known;
            }
        } catch (IllegalArgumentException unknown) {
            // said below, like a code that stands for no money, such as XAU
        }
        throw new RuleViolation("currency", RULE, "currency must be a code such as CNY.");
    }
}
