package dev.kefu.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.springframework.lang.Nullable;

/**
 * The form in which what people type, paste or scan is compared with what is stored: spaces, dashes, capitals and the width
 * of the letters don't matter. A key is personal data where the text is, and goes with it (CUS-4).
 */
public final class SearchKey {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_PHONE = 40;
    /** What a scanner says about the kind of bar code before its text. */
    private static final Pattern KIND_OF_CODE = Pattern.compile("^\\s*\\][A-Za-z][0-9A-Za-z]");
    private static final Pattern DIALLED_FROM_ABROAD = Pattern.compile("^[^0-9+]*(?:\\+|00)[^0-9]*86");
    private static final Pattern MOBILE_WITH_COUNTRY = Pattern.compile("^86(?=1[0-9]{10}$)");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+");
    private static final Pattern NO_PHONE = Pattern.compile("[^0-9 +()./\\p{Pd}]");

    private SearchKey() {
    }

    /** Of a number that is printed on goods, parcels or papers; null if there is nothing to compare. */
    @Nullable
    public static String ofNumber(@Nullable String text) {
        return text == null ? null : filled(only(KIND_OF_CODE.matcher(narrow(text)).replaceFirst("").toUpperCase(Locale.ROOT),
                Character::isLetterOrDigit), LONGEST_NUMBER);
    }

    /** Of what somebody is called; null if there is nothing to compare. */
    @Nullable
    public static String ofName(@Nullable String text) {
        return text == null ? null : filled(only(narrow(text).toLowerCase(Locale.ROOT), Character::isLetterOrDigit), LONGEST_NAME);
    }

    /** Of a telephone number: its digits, without China's code and without zeros before it; null if it has none. */
    @Nullable
    public static String ofPhone(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var digits = only(DIALLED_FROM_ABROAD.matcher(narrow(text)).replaceFirst(""), SearchKey::isDigit);
        return filled(LEADING_ZEROS.matcher(MOBILE_WITH_COUNTRY.matcher(digits).replaceFirst("")).replaceFirst(""), LONGEST_PHONE);
    }

    /** The same of what might be a telephone number; empty if there is anything else in it. */
    public static Optional<String> ofPossiblePhone(String text) {
        return NO_PHONE.matcher(narrow(text).strip()).find() ? Optional.empty() : Optional.ofNullable(ofPhone(text));
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    /** Letters and digits of whatever width as the narrow ones, and composed. */
    private static String narrow(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static String only(String text, IntPredicate kept) {
        var rest = new StringBuilder();
        text.codePoints().filter(kept).forEach(rest::appendCodePoint);
        return rest.toString();
    }

    @Nullable
    private static String filled(String key, int longest) {
        if (key.isEmpty()) {
            return null;
        }
        if (key.length() <= longest) {
            return key;
        }
        return key.substring(0, Character.isHighSurrogate(key.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
