package dev.kefu.couriers;

import dev.kefu.shared.Text;
import dev.kefu.shared.Violations;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.lang.Nullable;

/**
 * A courier as somebody tells it.
 *
 * @param code             capital letters and digits: {@code YTO}
 * @param isDefault        whether it is used without being asked for (SHP-2)
 * @param preference       of two default ones the one with the lower number is used first
 * @param freeOfDifference whether a customer never pays a difference for it (SHP-2)
 * @param active           whether it is used at all
 */
public record CourierDraft(String code, String nameZh, String nameEn, boolean isDefault, int preference,
        boolean freeOfDifference, boolean active) {

    private static final String RULE = "input";
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]{0,19}");
    private static final int LONGEST_NAME = 60;
    private static final int LAST = 1000;

    /** @throws dev.kefu.shared.RuleViolation with all that can't be */
    public static CourierDraft checked(String code, @Nullable String nameZh, @Nullable String nameEn,
            @Nullable Boolean isDefault, @Nullable Integer preference, @Nullable Boolean freeOfDifference, @Nullable Boolean active) {
        var found = new Violations();
        var name = code.strip().toUpperCase(Locale.ROOT);
        if (!CODE.matcher(name).matches()) {
            found.add("code", RULE, "code must be 1 to 20 letters and digits, such as YTO.");
        }
        name("nameZh", nameZh, found);
        name("nameEn", nameEn, found);
        given("isDefault", isDefault, found);
        given("freeOfDifference", freeOfDifference, found);
        given("active", active, found);
        if (preference == null || preference < 1 || preference > LAST) {
            found.add("preference", RULE, "preference must be a whole number from 1 to %d.".formatted(LAST));
        }
        found.refuseIfAny();
        return new CourierDraft(name, Text.composed(nameZh), Text.composed(nameEn), isDefault, preference, freeOfDifference,
                active);
    }

    private static void name(String field, @Nullable String name, Violations found) {
        if (name == null || Text.isBlank(name) || name.strip().length() > LONGEST_NAME || !Text.isVisible(name.strip())
                || Names.ofCourier(name) == null) {
            found.add(field, RULE, "%s must be 1 to %d characters that can be shown.".formatted(field, LONGEST_NAME));
        }
    }

    private static void given(String field, @Nullable Boolean flag, Violations found) {
        if (flag == null) {
            found.add(field, RULE, "%s must be true or false.".formatted(field));
        }
    }
}
