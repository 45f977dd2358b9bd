package dev.kefu.workflow.words;

import dev.kefu.shared.Language;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.lang.Nullable;

/**
 * How a label is read. A model or form may bring a second set of labels, by properties such as {@code label.zh}: these go
 * first. Then comes the phrasebook, and what neither knows is read as it was typed.
 *
 * @param language of the reader
 * @param house    what the phrasebook makes of a text
 */
public record Wording(Language language, UnaryOperator<String> house) {

    /** @param own the second label for the reader, null if there is none */
    public String of(String typed, @Nullable String own) {
        return own != null && !own.isBlank() ? own : typed.isBlank() ? typed : house.apply(typed);
    }

    /** @param property finds a property by its name, such as {@code label.zh} */
    @Nullable
    String own(String what, Function<String, Optional<String>> property) {
        return property.apply(what + "." + language.code()).orElse(null);
    }

    /** Labels of elements by definition and element; null where there is no second one. */
    public interface Elements extends BinaryOperator<String> {

        Elements NONE = (definition, element) -> null;
    }
}
