package dev.kefu.shared;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number under which everybody speaks of a case, such as {@code KF-2026-000042}; the engine's business key.
 */
public record CaseNumber(String value) {

    private static final Pattern FORM = Pattern.compile("KF-\\d{4}-\\d{6,9}");
    private static final Pattern KEY = Pattern.compile("KF([0-9]{4})([0-9]{6,9})");

    /** @throws IllegalArgumentException if the text is not a case number */
    public CaseNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a case number: " + value);
        }
    }

    public static CaseNumber of(String value) {
        return new CaseNumber(value);
    }

    public static CaseNumber of(int year, long sequence) {
        return new CaseNumber("KF-%04d-%06d".formatted(year, sequence));
    }

    /** The number that somebody typed or scanned, without minding spaces, dashes and capitals; empty if it is none. */
    public static Optional<CaseNumber> typed(String text) {
        return Optional.ofNullable(SearchKey.ofNumber(text)).map(KEY::matcher).filter(Matcher::matches)
                .map(key -> new CaseNumber("KF-" + key.group(1) + "-" + key.group(2)));
    }

    /** Whether the text could be a case number; for look-ups that answer "unknown" to anything else. */
    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
