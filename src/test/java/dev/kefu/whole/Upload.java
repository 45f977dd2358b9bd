package dev.kefu.whole;

import dev.kefu.Caller.Answer;
import dev.kefu.Multipart;
import java.nio.charset.StandardCharsets;

/** A file that somebody sends to a case, as a browser's form or curl does. */
final class Upload {

    private final String name;
    private final byte[] content;
    private String type = "application/octet-stream";
    private String field = "file";
    private String description;

    private Upload(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    static Upload file(String name, byte[] content) {
        return new Upload(name, content);
    }

    static Upload file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Upload calledType(String contentType) {
        type = contentType;
        return this;
    }

    Upload inField(String part) {
        field = part;
        return this;
    }

    Upload described(String text) {
        description = text;
        return this;
    }

    Answer to(Kefu kefu, String user, String path) {
        var parts = new Multipart();
        if (description != null) {
            parts.text("description", description);
        }
        return kefu.as(user).post(path, parts.file(field, name, type, content));
    }
}
