package dev.kefu.shared;

import java.util.Collection;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Several things in one text. There are only these ways, so that whoever reads another language is told each of the things in
 * theirs: a sentence that is glued otherwise is a whole one for nobody.
 */
public final class Listed {

    private Listed() {
    }

    /** Names, codes and numbers: {@code "1 held by KF-2026-000001, 2 held by KF-2026-000002"}. */
    public static String names(Collection<String> names) {
        return names.stream().collect(names());
    }

    /** The same for a stream. */
    public static Collector<CharSequence, ?, String> names() {
        return Collectors.joining(", ");
    }

    /** What may hold commas of its own: {@code "2 × Cup (line 1), repaired; 1 × Kettle (line 2)"}. */
    public static Collector<CharSequence, ?, String> parts() {
        return Collectors.joining("; ");
    }

    /** Sentences, each with its full stop. */
    public static Collector<CharSequence, ?, String> sentences() {
        return Collectors.joining(" ");
    }
}
