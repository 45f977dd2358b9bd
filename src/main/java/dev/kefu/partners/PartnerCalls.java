package dev.kefu.partners;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.partners.PartnerReply.Answered;
import dev.kefu.partners.PartnerReply.Failed;
import dev.kefu.partners.PartnerReply.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends JSON by HTTP POST, each call on a connection of its own: what a service says after its answer would otherwise be read
 * as the answer to somebody else's call. Nothing is sent twice behind our back, no redirect is followed, and the whole
 * call ends in time even if the answer comes byte by byte.
 */
public final class PartnerCalls implements AutoCloseable {

    private static final int LONGEST_ANSWER = 64 * 1024;

    private final PartnerLine line;
    private final ObjectMapper json;
    private final Clock clock;
    private final ExecutorService callers;

    /** @param thread the name of the threads that wait for answers */
    public PartnerCalls(String thread, PartnerLine line, ObjectMapper json, Clock clock) {
        this.line = line;
        this.json = json;
        this.clock = clock;
        this.callers = Executors.newCachedThreadPool(work -> {
            var caller = new Thread(work, thread);
            caller.setDaemon(true);
            return caller;
        });
    }

    /** Where a call is: until the connection stands, the service has seen nothing of it. */
    private static final class Call {

        private volatile boolean connected;
        private volatile HttpURLConnection connection;

        void breakOff() {
            var open = connection;
            if (open != null) {
                open.disconnect();
            }
        }
    }

    /**
     * Waits for the answer, and no longer than the line's times allow.
     *
     * @param key makes what is asked one, however often it is sent
     */
    public PartnerReply post(URI address, String key, Map<String, ?> fields) {
        var body = body(fields);
        var call = new Call();
        var running = callers.submit(() -> exchange(address, key, body, call));
        try {
            return running.get(line.longestCall().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            breakOff(running, call);
            return new Failed(Failure.LATE, "");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            breakOff(running, call);
            return new Failed(Failure.STOPPED, "");
        } catch (ExecutionException failure) {
            return new Failed(call.connected ? Failure.BROKEN : Failure.UNREACHED, name(failure.getCause()));
        }
    }

    /** An interruption alone does not reach a socket, and each byte that drips in renews its time-out. */
    private void breakOff(Future<?> running, Call call) {
        running.cancel(true);
        // By another thread, for closing may wait for the byte that is being read
        callers.execute(call::breakOff);
    }

    /** Its message may quote addresses, or what was sent. */
    private static String name(Throwable failure) {
        return failure.getClass().getSimpleName() + ".";
    }

    private PartnerReply exchange(URI address, String key, byte[] body, Call call) throws IOException {
        var connection = (HttpURLConnection) address.toURL().openConnection();
        call.connection = connection;
        try {
            prepare(connection, key, body);
            connection.connect();
            call.connected = true;
            connection.getOutputStream().write(body);
            connection.getOutputStream().close();
            return new Answered(connection.getResponseCode(), answerOf(connection));
        } finally {
            connection.disconnect();
        }
    }

    private void prepare(HttpURLConnection connection, String key, byte[] body) throws IOException {
        connection.setConnectTimeout(Math.toIntExact(line.connectTimeout().toMillis()));
        connection.setReadTimeout(Math.toIntExact(line.readTimeout().toMillis()));
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        // Of a known length it is not sent again by itself
        connection.setFixedLengthStreamingMode(body.length);
        connection.setRequestProperty("Connection", "close");
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setRequestProperty("Accept", "application/json");
        connection.setRequestProperty("Idempotency-Key", key);
        var timestamp = String.valueOf(clock.instant().getEpochSecond());
        connection.setRequestProperty("Kefu-Timestamp", timestamp);
        if (!line.secret().isEmpty()) {
            connection.setRequestProperty("Kefu-Signature", "sha256=" + Signature.of(line.secret(), timestamp, body));
        }
    }

    private byte[] body(Map<String, ?> fields) {
        try {
            return json.writeValueAsBytes(fields);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String answerOf(HttpURLConnection connection) throws IOException {
        try (InputStream stream = connection.getResponseCode() >= 400 ? connection.getErrorStream()
                : connection.getInputStream()) {
            if (stream == null) {
                return "";
            }
            // The JDK reads on to the end of the connection, past the end of the answer
            var announced = connection.getContentLengthLong();
            var bytes = stream.readNBytes(announced >= 0 ? (int) Math.min(announced, LONGEST_ANSWER + 1) : LONGEST_ANSWER + 1);
            if (bytes.length > LONGEST_ANSWER) {
                throw new IOException("The answer is too long");
            }
            if (announced > bytes.length) {
                throw new IOException("The answer breaks off");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        callers.shutdownNow();
    }
}
