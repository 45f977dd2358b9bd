package dev.kefu.workflow.gate;

import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.lang.Nullable;

/** How long the engine keeps the history of a model's cases: it counts in days, from the start of the case. */
final class KeepTime {

    private static final int SHORTEST = 365;
    private static final Pattern DAYS = Pattern.compile("P?(\\d{1,6})D?");

    private KeepTime() {
    }

    static Optional<String> problem(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return Optional.of("it has no history time to live; set it to P1095D");
        }
        var days = DAYS.matcher(value);
        if (!days.matches() || value.startsWith("P") != value.endsWith("D")) {
            return Optional.of("its history time to live '" + ExpressionReader.shortened(value)
                    + "' is no number of days; write it like P1095D");
        }
        return Integer.parseInt(days.group(1)) >= SHORTEST ? Optional.empty()
                : Optional.of("its history time to live is shorter than a year, and history goes while a case still runs; "
                        + "set it to P1095D, and to no less than P365D");
    }
}
