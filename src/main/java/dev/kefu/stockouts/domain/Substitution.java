package dev.kefu.stockouts.domain;

import dev.kefu.shared.Money;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.Currency;
import org.springframework.lang.Nullable;

/** Another article that the customer takes for what is short, and what it costs less (STK-6, AUT-2). */
@Embeddable
class Substitution {

    enum State {
        /** It is dearer; a supervisor decides. */
        TO_APPROVE,
        AGREED
    }

    private String substituteSku;
    private String substituteAskedBy;
    @Enumerated(EnumType.STRING)
    private State substituteState;
    private BigDecimal difference;
    private Currency differenceCurrency;
    @Enumerated(EnumType.STRING)
    private DifferenceState differenceState;

    /** @param less what it costs less than what was ordered; zero or less if it does not */
    void ask(String sku, Money less, boolean isDearer, String by) {
        substituteSku = sku;
        substituteAskedBy = by;
        substituteState = isDearer ? State.TO_APPROVE : State.AGREED;
        if (less.isPositive()) {
            difference = less.amount();
            differenceCurrency = less.currency();
            differenceState = DifferenceState.OWED;
        } else {
            difference = null;
            differenceCurrency = null;
            differenceState = null;
        }
    }

    void agree() {
        substituteState = State.AGREED;
    }

    /** The customer gets what they ordered, or nothing. */
    void forget() {
        substituteSku = null;
        substituteAskedBy = null;
        substituteState = null;
        difference = null;
        differenceCurrency = null;
        differenceState = null;
    }

    void difference(DifferenceState state) {
        differenceState = state;
    }

    boolean isToApprove() {
        return substituteState == State.TO_APPROVE;
    }

    boolean isDifference(DifferenceState state) {
        return differenceState == state;
    }

    @Nullable
    String sku() {
        return substituteSku;
    }

    @Nullable
    String askedBy() {
        return substituteAskedBy;
    }

    /** What the article costs less, null if it does not. */
    @Nullable
    Money difference() {
        return difference == null ? null : new Money(difference.setScale(differenceCurrency.getDefaultFractionDigits()),
                differenceCurrency);
    }

    @Nullable
    DifferenceState differenceState() {
        return differenceState;
    }
}
