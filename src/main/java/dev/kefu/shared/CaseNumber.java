package dev.kefu.shared;

import java.util.regex.Pattern;

/**
 * The number under which everybody speaks of a case, such as {@code KF-2026-000042}; the engine's business key.
 */
public record CaseNumber(String value) {

    private static final Pattern FORM = Pattern.compile("KF-\\d{4}-\\d{6,9}");

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

    /** Whether the text could be a case number; for look-ups that answer "unknown" to anything else. */
    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
