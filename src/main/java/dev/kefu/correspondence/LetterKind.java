package dev.kefu.correspondence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A letter that cases write, whatever its words.
 *
 * @param id      such as {@code return-approved}; its shipped texts are {@code letters/<module>/<id>.zh.txt} and {@code .en.txt}
 * @param module  the module whose cases write it
 * @param occasion when it is written, for whoever edits it
 * @param facts   what it can say, beside what every letter can
 */
public record LetterKind(String id, String module, String occasion, List<LetterFact> facts) {

    /** What every letter can say; {@link Letters} knows it. */
    static final List<LetterFact> COMMON = List.of(
            LetterFact.of("customerName", "The customer's name", "王芳", "Wang Fang"),
            LetterFact.of("shopName", "The shop's name, as it is configured", "本店", "our shop"),
            LetterFact.of("caseNumber", "The number under which we speak of it", "KF-2026-000042"),
            LetterFact.of("orderNumber", "The order it is about; none in a few cases", "SO-1001"));

    public LetterKind(String id, String module, String occasion, LetterFact... facts) {
        this(id, module, occasion, List.of(facts));
    }

    /** All that it can say, in the order in which it is shown. */
    Stream<LetterFact> sayable() {
        return Stream.concat(COMMON.stream(), facts.stream());
    }

    Optional<LetterFact> fact(String name) {
        return sayable().filter(each -> each.name().equals(name)).findFirst();
    }
}
