package dev.kefu.correspondence;

import dev.kefu.shared.Language;

/**
 * Something that a letter can say, by a placeholder of this name.
 *
 * @param name     as it stands between the braces: letters only
 * @param meaning  for whoever edits the template
 * @param isNeeded whether the letter is none without it
 * @param chinese  an example, as it is told before it is put into the words of the language
 * @param english  the same for letters in English
 */
public record LetterFact(String name, String meaning, boolean isNeeded, String chinese, String english) {

    /** A fact that a case may have to tell. */
    public static LetterFact of(String name, String meaning, String chinese, String english) {
        return new LetterFact(name, meaning, false, chinese, english);
    }

    /** The same for a number, a day or an amount, which is told alike in every language. */
    public static LetterFact of(String name, String meaning, String example) {
        return of(name, meaning, example, example);
    }

    /** The same, in a letter that can't do without it. */
    public LetterFact needed() {
        return new LetterFact(name, meaning, true, chinese, english);
    }

    String example(Language language) {
        return language == Language.ZH ? chinese : english;
    }
}
