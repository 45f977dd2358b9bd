package dev.kefu.language;

import dev.kefu.shared.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the house, its models and its forms say in English, in the language of whoever reads it. The English is the key; a
 * text that nobody translated comes back as it is, so that what people wrote themselves stays theirs.
 *
 * <p>A text is looked up as a whole, then as one of the phrases with places (the one with the most fixed words wins), then
 * line by line and sentence by sentence; of a list, each thing. What stands in a place is translated too where it is the house's: see
 * {@link #PEOPLES}.
 */
@Component
public class Phrasebook {

    /** Places of these names hold what people wrote or are called. Nothing in them is translated. */
    static final Set<String> PEOPLES = Set.of("note", "words", "name", "person", "customer", "typed");

    /** The house says nothing longer; what is, somebody else wrote. */
    private static final int LONGEST = 20_000;
    private static final int DEEPEST = 3;
    private static final int MOST_PARTS = 500;

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?][)\"']?( +)(?=[\\p{Lu}\\d\"'(\\p{IsHan}])");
    private static final Pattern MARK = Pattern.compile("^(?:[-*>#]{1,6}|\\d{1,3}[.)]|ENGINE-\\d{5})\\s+");
    private static final String FULL_STOPS = "。！？；：";

    private final Map<String, String> exact;
    private final Map<String, List<Phrase>> phrases = new HashMap<>();

    @Autowired
    Phrasebook() {
        this(Dictionaries.read());
    }

    Phrasebook(Map<String, String> chinese) {
        this.exact = Map.copyOf(chinese);
        chinese.forEach((english, said) -> {
            if (Phrase.hasPlaces(english)) {
                var phrase = Phrase.of(english, said);
                phrases.computeIfAbsent(phrase.first(), first -> new ArrayList<>()).add(phrase);
            }
        });
        phrases.values().forEach(each -> each.sort(BEST_FIRST));
    }

    /** Never by chance: what weighs the same goes by the alphabet. */
    private static final Comparator<Phrase> BEST_FIRST = Comparator.comparingInt(Phrase::weight).reversed()
            .thenComparing(Phrase::english);

    /** The text in that language, or as it is if nobody translated it. */
    public String in(Language language, String english) {
        return language == Language.ZH && english.length() <= LONGEST && !english.isBlank() ? chinese(english) : english;
    }

    /** Whether somebody translated this very text, or a phrase whose places it fills. */
    public boolean knows(String english) {
        return known(english, 0, false) != null;
    }

    Stream<Phrase> phrases() {
        return phrases.values().stream().flatMap(List::stream);
    }

    Set<String> entries() {
        return exact.keySet();
    }

    private String chinese(String text) {
        var whole = known(text, 0, false);
        if (whole != null) {
            return whole;
        }
        var byLine = text.indexOf('\n') < 0 ? null : byLine(text);
        if (byLine != null) {
            return byLine;
        }
        return byLineOrSentence(text, 0);
    }

    @Nullable
    private String byLine(String text) {
        var lines = text.split("\n", MOST_PARTS);
        var said = Arrays.stream(lines).map(line -> byLineOrSentence(line, 0)).toArray(String[]::new);
        return Arrays.equals(lines, said) ? null : String.join("\n", said);
    }

    /** One line, whatever white space, mark of a list or number of the engine's stand before it. */
    private String byLineOrSentence(String line, int depth) {
        var said = sentences(line.strip(), depth);
        if (said == null) {
            var mark = MARK.matcher(line.strip());
            var rest = mark.find() ? sentences(line.strip().substring(mark.end()), depth) : null;
            said = rest == null ? null : mark.group() + rest;
        }
        return said == null ? line : line.replace(line.strip(), said);
    }

    /** Null if nothing of it is known. */
    @Nullable
    private String sentences(String text, int depth) {
        if (text.isEmpty()) {
            return null;
        }
        var whole = known(text, depth, false);
        if (whole != null) {
            return whole;
        }
        var parts = parts(text);
        var said = parts.stream().map(part -> known(part.text(), depth, false)).toList();
        if (parts.size() < 2 || said.stream().allMatch(each -> each == null)) {
            // Then a place may hold several sentences
            return known(text, depth, true);
        }
        var all = new StringBuilder();
        for (var i = 0; i < parts.size(); i++) {
            var each = said.get(i) == null ? parts.get(i).text() : said.get(i);
            // Chinese sentences follow each other without a space
            all.append(each).append(FULL_STOPS.indexOf(each.charAt(each.length() - 1)) >= 0 ? "" : parts.get(i).gap());
        }
        return all.toString();
    }

    private record Part(String text, String gap) {
    }

    private static List<Part> parts(String text) {
        var parts = new ArrayList<Part>();
        var end = SENTENCE_END.matcher(text);
        var from = 0;
        while (parts.size() < MOST_PARTS && end.find()) {
            parts.add(new Part(text.substring(from, end.start(1)), end.group(1)));
            from = end.end();
        }
        parts.add(new Part(text.substring(from), ""));
        return parts;
    }

    /** The text itself, or the phrase that fits it best; null if there is none. */
    @Nullable
    private String known(String text, int depth, boolean mayHoldSentences) {
        var said = exact.get(text);
        if (said != null) {
            return said;
        }
        var series = series(text, "; ", "；", depth);
        if (series != null) {
            return series;
        }
        return Stream.of("", text.isEmpty() ? "" : text.substring(0, 1)).distinct()
                .map(first -> fitting(phrases.getOrDefault(first, List.of()), text, mayHoldSentences))
                .filter(fit -> fit != null)
                .min(Comparator.comparing(Fit::phrase, BEST_FIRST))
                .map(fit -> fit.phrase().chinese(fit.values(), (place, value) -> value(place, value, depth + 1)))
                .orElse(null);
    }

    private record Fit(Phrase phrase, List<String> values) {
    }

    @Nullable
    private static Fit fitting(List<Phrase> candidates, String text, boolean mayHoldSentences) {
        for (var phrase : candidates) {
            var values = phrase.valuesIn(text);
            if (values != null && (mayHoldSentences || values.stream().noneMatch(Phrasebook::holdsSentences))) {
                return new Fit(phrase, values);
            }
        }
        return null;
    }

    private static boolean holdsSentences(String value) {
        return value.indexOf('\n') >= 0 || SENTENCE_END.matcher(value).find();
    }

    private String value(String place, String value, int depth) {
        if (PEOPLES.contains(place) || depth > DEEPEST) {
            return value;
        }
        var series = series(value, ", ", "、", depth);
        if (series != null) {
            return series;
        }
        var said = sentences(value, depth);
        return said != null ? said : value;
    }

    /** Several things, as {@link dev.kefu.shared.Listed} puts them together; null unless all of them are known. */
    @Nullable
    private String series(String text, String mark, String chineseMark, int depth) {
        if (depth > DEEPEST || !text.contains(mark)) {
            return null;
        }
        var said = new ArrayList<String>();
        for (var thing : text.split(mark, MOST_PARTS)) {
            var known = known(thing, depth + 1, false);
            if (known == null) {
                return null;
            }
            said.add(known);
        }
        return String.join(chineseMark, said);
    }
}
