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
    private static final int SHORTEST_PHONE = 7;
    /** Han is written without spaces: a word of it ends anywhere, and so does any other word beside it. */
    private static final String OTHER_LETTER = "[\\p{L}\\p{N}&&[^\\p{IsHan}]]";
    private static final String ANY_LETTER = "[\\p{L}\\p{N}]";
    private static final Pattern ALL_PHONE = Pattern.compile("[^\\p{L}]*+");
    // Every repetition has an end: people write these texts, also such as are made to keep a server busy
    private static final Pattern EMAIL = Pattern.compile(
            "[\\p{L}\\p{N}._%+-]{1,64}\\s?[@＠]\\s?[\\p{L}\\p{N}-]{1,63}(?:\\s?[.．]\\s?[\\p{L}\\p{N}-]{1,63}){1,6}");
    /** Seven digits or more, grouped as people group them; not the end of a case number or of an article's. */
    private static final Pattern PHONE = Pattern.compile("(?<![A-Za-z0-9]-)(?<![A-Za-z0-9])[+＋]?[(（]?\\p{Nd}"
            + "(?:[ \\-.()/（）－]{0,2}\\p{Nd}){6,60}");
    private static final Pattern DATE_OR_AMOUNT = Pattern.compile("\\p{Nd}{4}-\\p{Nd}{2}-\\p{Nd}{2}|\\p{Nd}+\\.\\p{Nd}{2}");
    /** A street and a house number: 文三路 1 号, 12 Garden Street. */
    private static final Pattern STREET = Pattern.compile(
            "\\p{IsHan}{1,10}(?:路|街|道|巷|弄|胡同|里|村|小区|花园)\\s{0,2}[\\p{Nd}一二三四五六七八九十百]{1,6}\\s{0,2}"
                    + "(?:号|弄|栋|幢|座|室|单元|楼|层|-|\\p{Nd}|\\s(?=[\\p{Nd}号弄栋幢座室单楼层])){0,30}"
                    + "|\\b\\p{Nd}{1,6}[A-Za-z]?,?\\s{1,2}(?:\\p{Lu}\\p{L}{0,30}\\s{1,2}){1,4}"
                    + "(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Square|Sq)\\b\\.?");

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

    /** The first letter of the e-mail address, and where it is; null if there is none. */
    @Nullable
    public static String email(@Nullable String address) {
        if (address == null) {
            return null;
        }
        var at = address.lastIndexOf('@');
        return at < 1 ? HIDDEN : address.substring(0, address.offsetByCodePoints(0, 1)) + HIDDEN + address.substring(at);
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

    /**
     * The text without the given words only, as words and not as parts of others: a customer called An does not take away
     * the reason CHANGED_MIND. A single letter is no word; a single Han character is one where it stands alone.
     */
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
        return word != null && (word.strip().length() >= SHORTEST_WORD || isOneHan(word.strip()));
    }

    private static Pattern wordIn(String word) {
        var stripped = word.strip();
        var neighbour = isOneHan(stripped) ? ANY_LETTER : OTHER_LETTER;
        var before = isBounded(stripped, stripped.codePointAt(0)) ? "(?<!" + neighbour + ")" : "";
        var after = isBounded(stripped, stripped.codePointBefore(stripped.length())) ? "(?!" + neighbour + ")" : "";
        return Pattern.compile(before + Pattern.quote(stripped) + after, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Long numbers are found inside longer ones too: a phone number behind the code of its country. */
    private static boolean isBounded(String word, int edge) {
        return isOneHan(word) || Character.isLetterOrDigit(edge) && !isHan(edge)
                && !(word.codePoints().filter(Character::isDigit).count() >= SHORTEST_PHONE && ALL_PHONE.matcher(word).matches());
    }

    private static boolean isOneHan(String word) {
        return !word.isEmpty() && word.codePointCount(0, word.length()) == 1 && isHan(word.codePointAt(0));
    }

    private static boolean isHan(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }

    private static boolean looksLikeDateOrAmount(MatchResult found) {
        return DATE_OR_AMOUNT.matcher(found.group()).matches();
    }
}
