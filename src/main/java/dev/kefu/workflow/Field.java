package dev.kefu.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * One thing that a start, a task or a message takes: enough to draw an input for it.
 *
 * @param required whether it has to be there
 * @param choices  the values of a {@link Type#CHOICE}, empty otherwise
 * @param longest  how many characters a {@link Type#TEXT} may have, null otherwise
 */
@JsonInclude(Include.NON_NULL)
public record Field(String name, Type type, boolean required, List<String> choices, @Nullable Integer longest) {

    /** How a value is written in JSON. */
    public enum Type {
        TEXT,
        /** A whole number. */
        NUMBER,
        /** Decimal text, as money is. */
        DECIMAL,
        BOOLEAN,
        /** {@code 2026-11-22}. */
        DATE,
        CHOICE,
        /** A list of rows. */
        JSON
    }

    Field needed(boolean isNeeded) {
        return new Field(name, type, isNeeded, choices, longest);
    }
}
