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
    private BigDecimal differenceDue;
    private Currency differenceCurrency;
    @Enumerated(EnumType.STRING)
    private DifferenceState differenceState;

    /** @param less what it costs less than what was ordered; zero or less if it does not */
    void ask(String sku, Money less, boolean isDearer, String by) {
        substituteSku = sku;
        substituteAskedBy = by;
        substituteState = isDearer ? State.TO_APPROVE : State.AGREED;
        differ(less.isPositive() ? less : null);
    }

    void agree() {
        substituteState = State.AGREED;
    }

    /** The customer gets what they ordered, or nothing; what has left in its place still cost less. */
    void forget() {
        substituteSku = null;
        substituteAskedBy = null;
        substituteState = null;
        differ(null);
    }

    /** So many of the units leave; what they cost less is owed from now on, whatever becomes of the others. */
    void left(int units, int open) {
        var part = part(units, open);
        if (part != null) {
            differenceDue = differenceDue == null ? part.amount() : differenceDue.add(part.amount());
            without(units, open);
        }
    }

    /** So many of the units leave no more. */
    void without(int units, int open) {
        var part = part(units, open);
        if (part != null) {
            differ(units < open ? difference().minus(part) : null);
        }
    }

    @Nullable
    private Money part(int units, int open) {
        return difference == null || units == 0 ? null
                : difference().share(BigDecimal.valueOf(units), BigDecimal.valueOf(open));
    }

    private void differ(@Nullable Money less) {
        difference = less == null ? null : less.amount();
        if (less != null) {
            differenceCurrency = less.currency();
        } else if (differenceDue == null) {
            differenceCurrency = null;
        }
        differenceState = differenceCurrency == null ? null : DifferenceState.OWED;
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

    /** What the article costs less, of the units that have not left; null if it does not. */
    @Nullable
    Money difference() {
        return money(difference);
    }

    /** Whether money is to go back for what has left. */
    boolean isOwed() {
        return differenceDue != null && differenceState != DifferenceState.PAID;
    }

    /** What the units that have left cost less, null if they did not. */
    @Nullable
    Money due() {
        return money(differenceDue);
    }

    @Nullable
    private Money money(@Nullable BigDecimal amount) {
        return amount == null ? null : new Money(amount.setScale(differenceCurrency.getDefaultFractionDigits()),
                differenceCurrency);
    }

    @Nullable
    DifferenceState differenceState() {
        return differenceState;
    }
}
