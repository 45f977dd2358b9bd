package dev.kefu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Somebody who calls the running application by HTTP: nobody, by Basic, or with the web applications' session. */
public final class Caller {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final int port;
    private final Map<String, String> headers;
    private final Consumer<Answer> witness;

    private Caller(int port, Map<String, String> headers, Consumer<Answer> witness) {
        this.port = port;
        this.headers = headers;
        this.witness = witness;
    }

    public record Answer(int status, Map<String, List<String>> headers, String body) {

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException unreadable) {
                throw new IllegalStateException("Not JSON: " + body, unreadable);
            }
        }

        /** The first value of the header, empty text if there is none. */
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(), List.of("")).get(0);
        }
    }

    public static Caller anonymous(int port) {
        return new Caller(port, Map.of(), answer -> { });
    }

    /** With Basic, the password being the name as with all test people. */
    public static Caller as(int port, String user) {
        return withPassword(port, user, user);
    }

    public static Caller withPassword(int port, String user, String password) {
        var credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return anonymous(port).with("Authorization", "Basic " + credentials);
    }

    /** Logged in to Tasklist, as a browser is. */
    public static Caller inTasklist(int port, String user) {
        var login = login(port, user, "tasklist");
        if (login.status() != 200) {
            throw new IllegalStateException("No login for " + user + ": " + login);
        }
        var session = cookies(login);
        var page = anonymous(port).with("Cookie", session).get("/camunda/app/tasklist/default/");
        var token = page.header("X-XSRF-TOKEN").isEmpty() ? login : page;
        return anonymous(port).with("Cookie", session + "; " + cookies(token))
                .with("X-XSRF-TOKEN", token.header("X-XSRF-TOKEN"));
    }

    /** What a browser is answered that sends the login form of one of the web applications. */
    public static Answer login(int port, String user, String application) {
        var anonymous = anonymous(port);
        return anonymous.withCookiesOf(anonymous.get("/camunda/app/" + application + "/default/"))
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "/camunda/api/admin/auth/user/default/login/" + application,
                        "username=" + encoded(user) + "&password=" + encoded(user));
    }

    public Caller with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Caller(port, more, witness);
    }

    /** As a browser that has loaded this page goes on: with its cookies, and the token against forgeries. */
    public Caller withCookiesOf(Answer page) {
        return with("Cookie", cookies(page)).with("X-XSRF-TOKEN", page.header("X-XSRF-TOKEN"));
    }

    /** The same caller, all of whose answers somebody else sees too. */
    public Caller seenBy(Consumer<Answer> observer) {
        return new Caller(port, headers, witness.andThen(observer));
    }

    /** What goes with every request. */
    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, String json) {
        return with("Content-Type", "application/json").send("POST", path, json);
    }

    public Answer put(String path, String json) {
        return with("Content-Type", "application/json").send("PUT", path, json);
    }

    public Answer post(String path, Multipart parts) {
        return with("Content-Type", Multipart.TYPE).exchange("POST", path, BodyPublishers.ofByteArray(parts.body()));
    }

    /** Deploys a model as Modeler does. */
    public Answer deploy(String file, String model) {
        return post("/engine-rest/deployment/create",
                new Multipart().text("deployment-name", "test").file("data", file, model));
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** Uploads files as a browser or Modeler does, each in a part of its own. */
    public Answer upload(String path, Map<String, byte[]> files) {
        var parts = new Multipart();
        files.forEach((name, content) -> parts.file(name, name, "application/octet-stream", content));
        return post(path, parts);
    }

    /** What is answered, byte by byte. */
    public HttpResponse<byte[]> download(String path) {
        return sent("GET", path, BodyPublishers.noBody(), BodyHandlers.ofByteArray());
    }

    /** The same for what is asked for with JSON. */
    public HttpResponse<byte[]> download(String path, String json) {
        return with("Content-Type", "application/json")
                .sent("POST", path, BodyPublishers.ofString(json), BodyHandlers.ofByteArray());
    }

    public Answer send(String method, String path, String body) {
        return exchange(method, path, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    /** Sends a body piece by piece, without saying beforehand how long it will be. */
    public Answer stream(String method, String path, byte[] body) {
        return exchange(method, path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    }

    private Answer exchange(String method, String path, BodyPublisher body) {
        var response = sent(method, path, body, BodyHandlers.ofString());
        var answer = new Answer(response.statusCode(), response.headers().map(), response.body());
        witness.accept(answer);
        return answer;
    }

    private <T> HttpResponse<T> sent(String method, String path, BodyPublisher body, BodyHandler<T> handler) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).method(method, body)
                .timeout(LONGEST_WAIT);
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), handler);
        } catch (IOException failed) {
            throw new IllegalStateException(method + " " + path, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The cookies that an answer sets, as the next request sends them. */
    public static String cookies(Answer answer) {
        return String.join("; ", answer.headers().getOrDefault("set-cookie", List.of()).stream()
                .map(cookie -> cookie.split(";")[0]).toList());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
