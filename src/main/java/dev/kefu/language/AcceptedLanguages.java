package dev.kefu.language;

import dev.kefu.shared.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import org.springframework.lang.Nullable;

/**
 * What a browser asks for by Accept-Language (RFC 9110, 12.5.4): the wanted languages with their weights. A region or
 * script makes no difference to a language of ours, and whatever can't be read is as if it weren't there.
 */
final class AcceptedLanguages {

    /** Browsers send some dozens of characters. */
    private static final int LONGEST = 1000;
    private static final String ANY = "*";

    private AcceptedLanguages() {
    }

    private record Range(String primary, int weight) {
    }

    /** The language of ours that is wanted most; empty if none of them is. */
    static Optional<Language> best(@Nullable String header) {
        if (header == null || header.length() > LONGEST) {
            return Optional.empty();
        }
        var ranges = new ArrayList<Range>();
        for (var part : header.split(",")) {
            range(part).ifPresent(ranges::add);
        }
        var left = EnumSet.allOf(Language.class);
        ranges.forEach(range -> Language.of(range.primary()).ifPresent(left::remove));
        // Sorting keeps the order of those that weigh the same
        return ranges.stream().filter(range -> range.weight() > 0)
                .sorted(Comparator.comparingInt(Range::weight).reversed())
                .map(range -> range.primary().equals(ANY) ? any(left) : Language.of(range.primary()))
                .flatMap(Optional::stream).findFirst();
    }

    /** The star stands for what the header doesn't name. */
    private static Optional<Language> any(EnumSet<Language> left) {
        return left.contains(Language.EN) ? Optional.of(Language.EN) : left.stream().findFirst();
    }

    private static Optional<Range> range(String part) {
        var fields = part.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*", -1);
        if (!fields[0].matches("\\*|[a-z]{1,8}(-[a-z0-9]{1,8})*") || fields.length > 2) {
            return Optional.empty();
        }
        var primary = fields[0].split("-", 2)[0];
        if (fields.length == 1) {
            return Optional.of(new Range(primary, 1000));
        }
        return fields[1].matches("q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)")
                ? Optional.of(new Range(primary, new BigDecimal(fields[1].substring(2)).movePointRight(3).intValue()))
                : Optional.empty();
    }
}
