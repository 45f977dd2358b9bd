package dev.kefu;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What a browser's form, Modeler or curl sends that has files in it. */
public final class Multipart {

    static final String TYPE = "multipart/form-data; boundary=----kefu-of-tests";

    private static final String BOUNDARY = "------kefu-of-tests";

    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

    public Multipart text(String name, String text) {
        return part("name=\"" + name + "\"", "text/plain; charset=UTF-8", bytes(text));
    }

    public Multipart file(String name, String file, String type, byte[] content) {
        return part("name=\"" + name + "\"; filename=\"" + file + "\"", type, content);
    }

    public Multipart file(String name, String file, String content) {
        return file(name, file, "application/octet-stream", bytes(content));
    }

    byte[] body() {
        var body = new ByteArrayOutputStream();
        body.writeBytes(parts.toByteArray());
        body.writeBytes(bytes(BOUNDARY + "--\r\n"));
        return body.toByteArray();
    }

    private Multipart part(String disposition, String type, byte[] content) {
        parts.writeBytes(bytes(BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: " + type
                + "\r\n\r\n"));
        parts.writeBytes(content);
        parts.writeBytes(bytes("\r\n"));
        return this;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
