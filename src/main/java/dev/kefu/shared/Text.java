package dev.kefu.shared;

/** What every text of the house must be able to do: to be stored by any database, and to be shown. */
public final class Text {

    private Text() {
    }

    /** Whether it has neither control characters, line breaks and tabs apart, nor halves of characters. */
    public static boolean isPlain(String text) {
        return text.codePoints().allMatch(each -> Character.getType(each) != Character.SURROGATE
                && (!Character.isISOControl(each) || each == '\n' || each == '\r' || each == '\t'));
    }

    /** The text, or its beginning and an ellipsis if it has more characters than that. */
    public static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }
}
