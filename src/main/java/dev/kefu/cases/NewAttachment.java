package dev.kefu.cases;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.lang.Nullable;

/**
 * A file that somebody wants to add to a case. What they call it and say about it is not believed.
 *
 * @param size    of the content, in bytes
 * @param content can be opened more than once
 */
public record NewAttachment(@Nullable String name, @Nullable String description, long size, Opening content) {

    /** Opens the content from its beginning. */
    @FunctionalInterface
    public interface Opening {

        InputStream open() throws IOException;
    }
}
