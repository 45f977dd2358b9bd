package dev.kefu.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount in one currency, exact to the currency's smallest unit (two decimals for CNY).
 *
 * <p>Amounts of different currencies are never mixed: every calculation with two of them refuses that with an
 * {@link IllegalArgumentException}.
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    /** The currency of an order that names none. */
    public static final Currency CNY = Currency.getInstance("CNY");

    /**
     * @throws ArithmeticException if the amount has more decimals than the currency
     */
    public Money {
        Objects.requireNonNull(currency, "currency");
        amount = amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.UNNECESSARY);
    }

    /** @param amount a decimal such as {@code "12.50"}; not null */
    public static Money of(String amount, Currency currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    public static Money cny(String amount) {
        return of(amount, CNY);
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(same(other).amount), currency);
    }

    public Money times(int quantity) {
        return new Money(amount.multiply(BigDecimal.valueOf(quantity)), currency);
    }

    /** This amount times {@code part / whole}, rounded half up; zero if {@code whole} is zero. */
    public Money share(BigDecimal part, BigDecimal whole) {
        if (whole.signum() == 0) {
            return zero(currency);
        }
        var digits = currency.getDefaultFractionDigits();
        return new Money(amount.multiply(part).divide(whole, digits, RoundingMode.HALF_UP), currency);
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    public Money atMost(Money limit) {
        return isMoreThan(limit) ? limit : this;
    }

    /** The plain decimal, as it goes into JSON and process variables: {@code "12.50"}. */
    public String decimal() {
        return amount.toPlainString();
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other).amount);
    }

    @Override
    public String toString() {
        return decimal() + " " + currency.getCurrencyCode();
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Amounts in " + currency + " and " + other.currency + " don't mix");
        }
        return other;
    }
}
