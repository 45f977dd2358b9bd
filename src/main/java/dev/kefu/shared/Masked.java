package dev.kefu.shared;

import java.util.Collection;
import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.lang.Nullable;

/** The one way in which personal data is made unreadable for those who don't work with it (CUS-4). */
public final class Masked {

    /** Stands for what is hidden. */
    public static final String HIDDEN = "***";

    private static final int PHONE_HEAD = 3;
    private static final int PHONE_TAIL = 4;
    private static final int SHORTEST_WORD = 2;
    private static final Pattern EMAIL = Pattern.compile("[\\p{L}\\p{N}._%+-]+\\s?[@＠]\\s?[\\p{L}\\p{N}-]+(\\s?[.．]\\s?[\\p{L}\\p{N}-]+)+");
    /** Seven digits or more, grouped as people group them; not the end of a case number or of an article's. */
    private static final Pattern PHONE = Pattern.compile("(?<![A-Za-z0-9]-)(?<![A-Za-z0-9])[+＋]?[(（]?\\p{Nd}(?:[ \\-.()/（）－]{0,2}\\p{Nd}){6,}");
    private static final Pattern DATE_OR_AMOUNT = Pattern.compile("\\p{Nd}{4}-\\p{Nd}{2}-\\p{Nd}{2}|\\p{Nd}+\\.\\p{Nd}{2}");
    /** A street and a house number: 文三路 1 号, 12 Garden Street. */
    private static final Pattern STREET = Pattern.compile(
            "\\p{IsHan}{1,10}(?:路|街|道|巷|弄|胡同|里|村|小区|花园)\\s*[\\p{Nd}一二三四五六七八九十百]+\\s*(?:号|弄|栋|幢|座|室|单元|楼|层|-|\\p{Nd}|\\s)*"
                    + "|\\b\\p{Nd}+[A-Za-z]?,?\\s+(?:\\p{Lu}\\p{L}*\\s+){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Square|Sq)\\b\\.?");

    private Masked() {
    }

    /** The first letter of the name. */
    public static String name(String name) {
        if (name.isEmpty()) {
            return name;
        }
        var first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
    }

    /** The phone number with its middle hidden, all of it hidden if it is short; null if there is none. */
    @Nullable
    public static String phone(@Nullable String phone) {
        if (phone == null) {
            return null;
        }
        var hidden = phone.length() - PHONE_HEAD - PHONE_TAIL;
        return hidden <= 0 ? "*".repeat(phone.length())
                : phone.substring(0, PHONE_HEAD) + "*".repeat(hidden) + phone.substring(phone.length() - PHONE_TAIL);
    }

    /**
     * What people wrote, without the given words of the customer, and without anything that looks like a phone number, an
     * e-mail address or a street with a house number.
     *
     * @param words names, numbers and addresses as the tables know them; upper and lower case don't matter
     */
    @Nullable
    public static String text(@Nullable String text, Collection<String> words) {
        if (text == null) {
            return null;
        }
        var masked = EMAIL.matcher(without(text, words)).replaceAll(HIDDEN);
        masked = PHONE.matcher(masked).replaceAll(found -> looksLikeDateOrAmount(found) ? found.group() : HIDDEN);
        return STREET.matcher(masked).replaceAll(HIDDEN);
    }

    /** The text without the given words only; a single letter is no word. */
    public static String without(String text, Collection<String> words) {
        var masked = text;
        for (var word : words.stream().filter(Masked::isTelling)
                .sorted(Comparator.comparingInt(String::length).reversed()).toList()) {
            masked = wordIn(word).matcher(masked).replaceAll(HIDDEN);
        }
        return masked;
    }

    /** Whether any of the words stands in the text. */
    public static boolean says(String text, Collection<String> words) {
        return words.stream().filter(Masked::isTelling).anyMatch(word -> wordIn(word).matcher(text).find());
    }

    private static boolean isTelling(@Nullable String word) {
        return word != null && word.strip().length() >= SHORTEST_WORD;
    }

    private static Pattern wordIn(String word) {
        return Pattern.compile(Pattern.quote(word.strip()), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static boolean looksLikeDateOrAmount(MatchResult found) {
        return DATE_OR_AMOUNT.matcher(found.group()).matches();
    }
}
