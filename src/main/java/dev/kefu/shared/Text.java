package dev.kefu.shared;

import java.text.Normalizer;

/** What every text of the house must be able to do: to be stored by any database, and to be shown. */
public final class Text {

    /** Letters and signs that leave an empty place: fillers of Hangul, a Braille cell without dots. */
    private static final String SHAPELESS = "\u115F\u1160\u2800\u3164\uFFA0";

    private Text() {
    }

    /** Without spaces around it, and composed (Unicode NFC): the one way in which a text is stored and looked for. */
    public static String composed(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }

    /** Whether it has neither control characters, line breaks and tabs apart, nor halves of characters. */
    public static boolean isPlain(String text) {
        return text.codePoints().allMatch(each -> Character.getType(each) != Character.SURROGATE
                && (!Character.isISOControl(each) || each == '\n' || each == '\r' || each == '\t'));
    }

    /**
     * Whether it is plain, on one line, and all of it can be seen: what names an order, a parcel or a payment must not look
     * like another.
     */
    public static boolean isVisible(String text) {
        return isPlain(text) && text.codePoints().noneMatch(each -> Character.isISOControl(each) || isHidden(each));
    }

    /** Whether there is nothing in it to see: spaces, line breaks, and characters that have no shape. */
    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(each -> Character.isWhitespace(each) || Character.isSpaceChar(each)
                || isHidden(each) && Character.getType(each) != Character.PRIVATE_USE || SHAPELESS.indexOf(each) >= 0);
    }

    /** Whether a part of it is shown in another order than it is stored, which can make an amount or a name read wrongly. */
    public static boolean isReordered(String text) {
        return text.codePoints().anyMatch(each -> each >= 0x202A && each <= 0x202E || each >= 0x2066 && each <= 0x2069);
    }

    private static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /** What of the text is visible on one line, without what surrounds it; for what others wrote and we only show. */
    public static String visiblePart(String text) {
        var visible = new StringBuilder();
        text.codePoints().filter(each -> isVisible(Character.toString(each))).forEach(visible::appendCodePoint);
        return visible.toString().strip();
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
