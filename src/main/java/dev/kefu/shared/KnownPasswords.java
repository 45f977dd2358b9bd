package dev.kefu.shared;

import java.util.List;
import java.util.Locale;

/** Passwords that protect nothing, because everybody would try them first. */
public final class KnownPasswords {

    /** The people of the demo data; the password of each is the name. */
    public static final List<String> DEMO_PEOPLE = List.of("junior", "agent", "manager", "supervisor", "teamlead",
            "consultant", "returns", "technician", "relations", "analyst", "orderclerk", "warehouse", "finance", "hr",
            "administration", "vp", "office", "auditor", "integration", "admin");

    /** Tried first by whoever wants to get in. */
    public static final List<String> COMMON = List.of("kefu", "camunda", "demo", "postgres", "password", "passw0rd",
            "password1", "password1!", "admin123", "admin@123", "admin1234", "changeme", "change-me", "changeit",
            "secret", "test", "root", "letmein", "welcome", "welcome1", "qwerty", "123456", "12345678", "123456789",
            "1234567890", "000000", "111111", "888888", "666666", "a123456", "iloveyou");

    private KnownPasswords() {
    }

    /** @param userId the account that it would protect, whose name is no secret either */
    public static boolean isKnown(String password, String userId) {
        var lower = password.strip().toLowerCase(Locale.ROOT);
        return lower.isEmpty() || lower.equals(userId.toLowerCase(Locale.ROOT))
                || DEMO_PEOPLE.contains(lower) || COMMON.contains(lower);
    }
}
