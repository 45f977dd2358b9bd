package dev.kefu.stockouts.bulk;

import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Text;
import dev.kefu.shared.Violations;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.lang.Nullable;

/**
 * What somebody asks to be done for many orders.
 *
 * @param orderNumbers null for every order of which units of the article have not left
 */
public record RunRequest(String sku, String cause, @Nullable List<String> orderNumbers) {

    private static final String RULE = "input";
    private static final int LONGEST_SKU = 64;
    private static final int LONGEST_CAUSE = 40;
    private static final int MOST_ORDERS = 2000;

    /**
     * As it was sent. An order that is named twice counts once.
     *
     * @throws RuleViolation naming every field that is missing or unfit
     */
    public static RunRequest of(@Nullable String sku, @Nullable String cause, @Nullable List<String> orderNumbers) {
        var found = new Violations();
        requireText("sku", sku, LONGEST_SKU, found);
        requireText("cause", cause, LONGEST_CAUSE, found);
        if (orderNumbers != null && orderNumbers.isEmpty()) {
            found.add("orderNumbers", RULE, "orderNumbers names no order; leave it out for every order that waits for the article.");
        }
        if (orderNumbers != null && orderNumbers.size() > MOST_ORDERS) {
            found.add("orderNumbers", RULE, "orderNumbers has more than " + MOST_ORDERS + " orders.");
        }
        found.refuseIfAny();
        return new RunRequest(Text.composed(sku), cause.strip(), orderNumbers == null ? null : each(orderNumbers));
    }

    private static List<String> each(List<String> orderNumbers) {
        var found = new Violations();
        for (int row = 0; row < orderNumbers.size(); row++) {
            requireText("orderNumbers[" + row + "]", orderNumbers.get(row), LONGEST_SKU, found);
        }
        found.refuseIfAny();
        return List.copyOf(new LinkedHashSet<>(orderNumbers.stream().map(Text::composed).toList()));
    }

    private static void requireText(String field, @Nullable String text, int longest, Violations found) {
        if (text == null || Text.isBlank(text)) {
            found.add(field, RULE, field + " is needed.");
        } else if (text.strip().length() > longest || !Text.isVisible(text.strip())) {
            found.add(field, RULE, field + " has more than " + longest + " characters, or some that can't be shown.");
        }
    }

    /** The same for the same request, however long it is. */
    String mark() {
        var text = String.join("\n", sku, cause, String.valueOf(Objects.requireNonNullElse(orderNumbers, "")));
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
