package dev.kefu.cases;

import java.time.OffsetDateTime;
import java.util.function.UnaryOperator;
import org.springframework.lang.Nullable;

/**
 * A file that was added to a case; without its content.
 *
 * @param id      can't be guessed
 * @param name    harmless: no path, no control characters, and an extension that fits the type
 * @param type    the media type that the content has, whatever its sender called it
 * @param size    in bytes
 * @param sha256  of the content as it was sent; nothing is changed, because photos are evidence
 * @param addedBy user id
 */
public record Attachment(String id, String name, @Nullable String description, String type, long size, String sha256,
        String addedBy, OffsetDateTime addedAt) {

    /** The same, its words as somebody may read them. */
    public Attachment reading(UnaryOperator<String> words) {
        return new Attachment(id, words.apply(name), words.apply(description), type, size, sha256, addedBy, addedAt);
    }
}
