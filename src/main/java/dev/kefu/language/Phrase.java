package dev.kefu.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import org.springframework.lang.Nullable;

/**
 * A sentence with places, such as {@code Only {left} of line {line} are left.}: words that stand fast, and between them
 * what differs. It is found without a regular expression, in a time that grows with the length of the text only.
 */
final class Phrase {

    /** A place; what stands in double braces belongs to the templates of forms. */
    private static final Pattern PLACE = Pattern.compile("(?<!\\{)\\{([a-z][a-zA-Z0-9]*+)}(?!})");
    private static final int FEWEST_LETTERS = 3;

    private final String english;
    private final List<String> words;
    private final List<String> places;
    private final List<String> chineseWords;
    private final List<String> chinesePlaces;

    private Phrase(String english, String chinese) {
        this.english = english;
        this.words = new ArrayList<>();
        this.places = new ArrayList<>();
        this.chineseWords = new ArrayList<>();
        this.chinesePlaces = new ArrayList<>();
        cut(english, words, places);
        cut(chinese, chineseWords, chinesePlaces);
    }

    static boolean hasPlaces(String text) {
        return PLACE.matcher(text).find();
    }

    /** @throws IllegalArgumentException with a sentence, if the two don't belong together */
    static Phrase of(String english, String chinese) {
        var phrase = new Phrase(english, chinese);
        if (!Set.copyOf(phrase.places).equals(Set.copyOf(phrase.chinesePlaces))) {
            throw new IllegalArgumentException("The places in braces are " + phrase.places + " in English and "
                    + phrase.chinesePlaces + " in Chinese.");
        }
        if (new HashSet<>(phrase.places).size() < phrase.places.size()) {
            throw new IllegalArgumentException("A place in braces stands twice in the English.");
        }
        if (phrase.words.subList(1, phrase.words.size() - 1).stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("Two places in braces stand side by side in the English.");
        }
        if (phrase.words.stream().flatMapToInt(String::chars).filter(Character::isLetter).count() < FEWEST_LETTERS) {
            throw new IllegalArgumentException("There are too few words around its places to find it by.");
        }
        return phrase;
    }

    private static void cut(String text, List<String> words, List<String> places) {
        var place = PLACE.matcher(text);
        var from = 0;
        while (place.find()) {
            words.add(text.substring(from, place.start()));
            places.add(place.group(1));
            from = place.end();
        }
        words.add(text.substring(from));
    }

    String english() {
        return english;
    }

    /** The first letter of all texts that it fits; empty if it begins with a place. */
    String first() {
        var start = words.get(0);
        return start.isEmpty() ? "" : start.substring(0, 1);
    }

    /** How much of it stands fast: the more, the better it fits. */
    int weight() {
        return words.stream().mapToInt(String::length).sum();
    }

    /** What stands in its places, in their order; null if the text is another. */
    @Nullable
    List<String> valuesIn(String text) {
        var last = words.get(words.size() - 1);
        var end = text.length() - last.length();
        if (end < 1 || !text.startsWith(words.get(0)) || !text.endsWith(last)) {
            return null;
        }
        var values = new ArrayList<String>(places.size());
        var from = words.get(0).length();
        for (var each : words.subList(1, words.size() - 1)) {
            var next = text.indexOf(each, from + 1);
            if (next < 0) {
                return null;
            }
            values.add(text.substring(from, next));
            from = next + each.length();
        }
        if (from >= end) {
            return null;
        }
        values.add(text.substring(from, end));
        return values;
    }

    /** @param inChinese gives a value in Chinese by the name of its place and by what it is in English */
    String chinese(List<String> values, BinaryOperator<String> inChinese) {
        var known = new HashMap<String, String>();
        for (var i = 0; i < values.size(); i++) {
            known.put(places.get(i), inChinese.apply(places.get(i), values.get(i)));
        }
        return filled(known);
    }

    private String filled(Map<String, String> values) {
        var text = new StringBuilder(chineseWords.get(0));
        for (var i = 0; i < chinesePlaces.size(); i++) {
            text.append(values.get(chinesePlaces.get(i))).append(chineseWords.get(i + 1));
        }
        return text.toString();
    }

    /** The same with every place filled by the name of the place: for trying it out. */
    List<String> places() {
        return List.copyOf(places);
    }

    List<String> words() {
        return List.copyOf(words);
    }
}
