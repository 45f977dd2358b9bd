package dev.kefu.whole;

import dev.kefu.Caller.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A file that somebody sends to a case, as a browser's form or curl does. */
final class Upload {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String BOUNDARY = "----kefu-of-tests";

    private final String name;
    private final byte[] content;
    private String type = "application/octet-stream";
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

    Upload described(String text) {
        description = text;
        return this;
    }

    Answer to(Kefu kefu, String user, String path) {
        var request = request(kefu.port(), user, path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body())).build();
        var response = send(request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.headers().map(), response.body());
    }

    static HttpResponse<byte[]> download(Kefu kefu, String user, String path) {
        return send(request(kefu.port(), user, path).build(), BodyHandlers.ofByteArray());
    }

    static HttpResponse<byte[]> download(Kefu kefu, String user, String path, String accept, String json) {
        return send(request(kefu.port(), user, path).header("Accept", accept).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)).build(), BodyHandlers.ofByteArray());
    }

    private byte[] body() {
        var bytes = new ByteArrayOutputStream();
        if (description != null) {
            write(bytes, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"description\"\r\n"
                    + "Content-Type: text/plain; charset=UTF-8\r\n\r\n" + description + "\r\n");
        }
        write(bytes, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: " + type + "\r\n\r\n");
        bytes.writeBytes(content);
        write(bytes, "\r\n--" + BOUNDARY + "--\r\n");
        return bytes.toByteArray();
    }

    private static void write(ByteArrayOutputStream bytes, String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpRequest.Builder request(int port, String user, String path) {
        var credentials = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + credentials);
    }

    private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return HTTP.send(request, handler);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
