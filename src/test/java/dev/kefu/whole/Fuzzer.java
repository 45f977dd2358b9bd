package dev.kefu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.kefu.Caller.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import net.jqwik.api.sessions.JqwikSession;
import org.slf4j.LoggerFactory;

/**
 * Calls many times with junk and holds every answer to the same promise: 2xx or 4xx, of the right type, without a word of
 * our insides; and afterwards no error in the log and no memory lost.
 *
 * <p>{@code -Dkefu.fuzz.tries} says how often each test tries, {@code -Dkefu.fuzz.seed} where it begins; a failure names the
 * seed of its try.
 */
final class Fuzzer {

    static final int TRIES = Integer.getInteger("kefu.fuzz.tries", 300);

    private static final long SEED = Long.getLong("kefu.fuzz.seed", 20261122L);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Pattern INSIDES = Pattern.compile("\\n\\s*at |Exception: |dev\\.kefu\\.|java\\.(lang|util|sql|io)\\.|jakarta\\.|"
            + "org\\.(camunda|springframework|hibernate|postgresql|h2|apache)|com\\.(fasterxml|zaxxer)|"
            + "(?i)(select \\S+ from|insert into|update \\w+ set|sqlstate|jdbc:)");
    private static final long KB = 1024;
    private static final long SPARE_MEMORY = 64 * KB * KB;
    private static final long MEMORY_OF_A_TRY = 6 * KB;

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private Duration slowest = Duration.ZERO;
    private String slowestCall = "";
    private String lastCall = "";

    Fuzzer(int port) {
        this.port = port;
    }

    /** @param call one call with the junk of one try */
    void tries(String what, int tries, Consumer<Junk> call) {
        var errors = new ListAppender<ILoggingEvent>();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var begun = System.nanoTime();
        errors.start();
        root.addAppender(errors);
        try {
            long before = 0;
            for (int attempt = 0; attempt < tries; attempt++) {
                var seed = SEED + attempt;
                // Not the first one, which fills what is filled once: classes, statements, buffers
                if (attempt == Math.min(tries - 1, Math.max(1, tries / 5))) {
                    before = usedMemory();
                }
                try {
                    JqwikSession.run(() -> call.accept(new Junk(new Random(seed))));
                } catch (AssertionError | RuntimeException failure) {
                    throw new AssertionError(what + ", -Dkefu.fuzz.tries=1 -Dkefu.fuzz.seed=" + seed + ": " + lastCall + "\n"
                            + failure.getMessage(), failure);
                }
                assertNoErrorLogged(errors, seed);
            }
            var left = usedMemory() - before;
            System.out.printf("Fuzz %s: %d tries from seed %d in %d s, answers %s, slowest %d ms (%s), %d kB left behind%n", what, tries,
                    SEED, Duration.ofNanos(System.nanoTime() - begun).toSeconds(), statuses, slowest.toMillis(), slowestCall, left / KB);
            assertThat(left).as("memory that " + tries + " tries left behind")
                    .isLessThan(SPARE_MEMORY + tries * MEMORY_OF_A_TRY);
        } finally {
            root.detachAppender(errors);
        }
    }

    /** Calls, and checks the answer. */
    Answer send(String user, String method, String path, String type, byte[] body, Map<String, String> headers) {
        lastCall = method + " " + path + " as " + user + " " + headers + " " + type + "\n"
                + (body == null ? "" : new String(body, 0, Math.min(body.length, 4000), StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).timeout(LONGEST_WAIT)
                .header("Authorization", "Basic "
                        + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8)))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        headers.forEach(request::header);
        var begun = System.nanoTime();
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            var answer = new Answer(response.statusCode(), response.headers().map(), response.body());
            time(Duration.ofNanos(System.nanoTime() - begun), method + " " + path.split("\\?")[0]);
            statuses.merge(answer.status(), 1, Integer::sum);
            assertDecent(path, answer);
            return answer;
        } catch (IOException failed) {
            throw new AssertionError("No answer: " + failed, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void time(Duration taken, String call) {
        if (taken.compareTo(slowest) > 0) {
            slowest = taken;
            slowestCall = call.substring(0, Math.min(call.length(), 80));
        }
    }

    private static void assertDecent(String path, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 499);
        assertThat(INSIDES.matcher(answer.body()).find()).as(answer.body()).isFalse();
        if (answer.status() >= 400 && !answer.body().isEmpty()) {
            assertThat(answer.header("Content-Type")).as(answer.status() + " " + answer.body()).startsWith(
                    path.startsWith("/engine-rest") && answer.status() != 401 ? "application/" : "application/problem+json")
                    .contains("json");
        }
    }

    private static void assertNoErrorLogged(ListAppender<ILoggingEvent> log, long seed) {
        var errors = log.list.stream().filter(event -> event.getLevel().isGreaterOrEqual(Level.ERROR))
                .map(event -> event.getLoggerName() + ": " + event.getFormattedMessage()
                        + (event.getThrowableProxy() == null ? "" : " " + event.getThrowableProxy().getClassName() + " "
                                + event.getThrowableProxy().getMessage()))
                .toList();
        log.list.clear();
        assertThat(errors).as("errors in the log, seed " + seed).isEmpty();
    }

    private static long usedMemory() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
