package dev.kefu.cases;

import dev.kefu.shared.RuleViolation;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** What may be attached to a case: pictures, PDF and plain text, as told by the content alone. */
enum AttachmentType {

    JPEG("image/jpeg", "", "jpg", "jpeg", "jpe", "jfif"),
    PNG("image/png", "", "png"),
    GIF("image/gif", "", "gif"),
    WEBP("image/webp", "", "webp"),
    HEIC("image/heic", "image/heif", "heic", "heif"),
    PDF("application/pdf", "", "pdf"),
    /** Also what begins as a letter by mail does: it is text, and checked as text. */
    TEXT("text/plain", "message/rfc822", "txt", "text", "log", "csv", "md");

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    private static final int BEGINNING = 65_536;

    private final String mediaType;
    private final String alsoKnownAs;
    private final List<String> extensions;

    AttachmentType(String mediaType, String alsoKnownAs, String... extensions) {
        this.mediaType = mediaType;
        this.alsoKnownAs = alsoKnownAs;
        this.extensions = List.of(extensions);
    }

    /**
     * The type of the content; its name and what its sender says of it don't count.
     *
     * @throws RuleViolation if it is none of these, or is something else besides
     */
    static AttachmentType of(NewAttachment content) throws IOException {
        var type = detected(content);
        if (type == TEXT) {
            PlainText.require(content);
        }
        HiddenContent.refuseArchive(content);
        // A PDF may well speak of pages, and is never opened in a browser's window
        if (type != PDF) {
            HiddenContent.refusePage(content);
        }
        return type;
    }

    private static AttachmentType detected(NewAttachment content) throws IOException {
        try (var bytes = new BufferedInputStream(content.content().open(), BEGINNING)) {
            var found = TYPES.detect(bytes, new Metadata()).getBaseType().toString();
            var beginning = bytes.readNBytes(5);
            return Arrays.stream(values())
                    .filter(each -> each.mediaType.equals(found) || each.alsoKnownAs.equals(found))
                    .filter(each -> each != PDF || new String(beginning, StandardCharsets.US_ASCII).equals("%PDF-"))
                    .findFirst()
                    .orElseThrow(() -> refusal("This is " + found + "; a case takes JPEG, PNG, GIF, WebP and HEIC"
                            + " pictures, PDF and plain text in UTF-8."));
        }
    }

    static RuleViolation refusal(String message) {
        return new RuleViolation("file", "input", message);
    }

    String mediaType() {
        return mediaType;
    }

    /** The extension that fits, if the name has one that doesn't or has none. */
    Optional<String> betterThan(String extension) {
        return extensions.contains(extension.toLowerCase(Locale.ROOT)) ? Optional.empty() : Optional.of(extensions.get(0));
    }
}
