package dev.kefu.cases;

import dev.kefu.shared.RuleViolation;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.lang.Nullable;

/** A question for cases as it stands in an address: {@code kind=product-return&status=OPEN}. */
public final class QueryText {

    /** The names of all conditions. */
    public static final Set<String> CONDITIONS = Set.of("kind", "status", "orderNumber", "customerId", "owner", "openedFrom",
            "openedUntil", "olderThan", "overdue");

    private static final int LONGEST = 1000;

    private QueryText() {
    }

    /** @throws RuleViolation if something in it is no condition; names it */
    public static CaseQuery read(String text) {
        if (text.length() > LONGEST) {
            throw new RuleViolation("query", "input", "The search has more than " + LONGEST + " characters.");
        }
        var given = new LinkedHashMap<String, String>();
        Arrays.stream(text.split("&")).filter(each -> !each.isBlank()).forEach(each -> {
            var parts = each.split("=", 2);
            var name = decoded(parts[0]);
            if (!CONDITIONS.contains(name) || given.containsKey(name)) {
                throw new RuleViolation("query", "input", CONDITIONS.contains(name) ? "The search asks twice for " + name + "."
                        : "The search asks for something that cases don't have.");
            }
            given.put(name, parts.length == 1 ? "" : decoded(parts[1]));
        });
        return new CaseQuery(given.get("kind"), value(given, "status", CaseStatus::valueOf), given.get("orderNumber"),
                given.get("customerId"), given.get("owner"), value(given, "openedFrom", LocalDate::parse),
                value(given, "openedUntil", LocalDate::parse), value(given, "olderThan", Integer::valueOf),
                Objects.requireNonNullElse(value(given, "overdue", QueryText::flag), false));
    }

    /** The same question always in the same words. */
    static String of(CaseQuery query) {
        var given = new LinkedHashMap<String, Object>();
        given.put("kind", query.kind());
        given.put("status", query.status());
        given.put("orderNumber", query.orderNumber());
        given.put("customerId", query.customerId());
        given.put("owner", query.owner());
        given.put("openedFrom", query.openedFrom());
        given.put("openedUntil", query.openedUntil());
        given.put("olderThan", query.olderThan());
        given.put("overdue", query.overdue() ? true : null);
        return given.entrySet().stream().filter(each -> each.getValue() != null)
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** What people typed in it, as they typed it. */
    static String shown(String text) {
        return decoded(text.replace('&', ' '));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw new RuleViolation("query", "input", "The search can't be read.");
        }
    }

    @Nullable
    private static <T> T value(Map<String, String> given, String name, Function<String, T> reading) {
        var text = given.get(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return reading.apply(text.strip());
        } catch (IllegalArgumentException | DateTimeParseException unfit) {
            throw new RuleViolation(name, "input", name + " has a value of the wrong type or form.");
        }
    }

    private static boolean flag(String text) {
        if (!Set.of("true", "false").contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return Boolean.parseBoolean(text);
    }
}
