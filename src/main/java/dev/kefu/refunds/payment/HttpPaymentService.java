package dev.kefu.refunds.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.refunds.PaymentAnswer;
import dev.kefu.refunds.PaymentAnswer.Unclear;
import dev.kefu.refunds.PaymentAnswer.Unreached;
import dev.kefu.refunds.PaymentOrder;
import dev.kefu.refunds.PaymentService;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Sends orders by HTTP POST, each on a connection of its own: what a service says after its answer would otherwise be read
 * as the answer to somebody else's order. Nothing is sent twice behind our back, no redirect is followed, and the whole
 * call ends in time even if the answer comes byte by byte.
 */
class HttpPaymentService implements PaymentService, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(HttpPaymentService.class);

    private static final int LONGEST_ANSWER = 64 * 1024;

    private final PaymentSettings settings;
    private final ObjectMapper json;
    private final AnswerReader reader;
    private final Clock clock;
    private final ExecutorService callers = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "kefu-payment");
        thread.setDaemon(true);
        return thread;
    });

    HttpPaymentService(PaymentSettings settings, ObjectMapper json, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.reader = new AnswerReader();
        this.clock = clock;
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

    @Override
    public boolean isConnected() {
        return settings.isConnected();
    }

    @Override
    public Duration silence() {
        return settings.silence();
    }

    @Override
    public PaymentAnswer pay(PaymentOrder order) {
        if (!isConnected()) {
            return new Unreached("There is no payment service any more.");
        }
        var call = new Call();
        var answer = answer(order, call);
        if (answer instanceof Unclear unclear) {
            LOG.warn("Payout {}: {}", order.refundId(), unclear.what());
        } else if (answer instanceof Unreached unreached) {
            LOG.warn("Payout {}: {}", order.refundId(), unreached.what());
        }
        return answer;
    }

    private PaymentAnswer answer(PaymentOrder order, Call call) {
        var running = callers.submit(() -> exchange(order, call));
        try {
            return running.get(settings.longestCall().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            breakOff(running, call);
            return new Unclear("The payment service did not answer in time.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            breakOff(running, call);
            return new Unclear("Kefu was stopped while the payment service was asked.");
        } catch (ExecutionException failure) {
            return call.connected ? new Unclear("The connection to the payment service broke: " + name(failure.getCause()))
                    : new Unreached("There is no connection to the payment service: " + name(failure.getCause()));
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

    private PaymentAnswer exchange(PaymentOrder order, Call call) throws IOException {
        var body = body(order);
        var connection = (HttpURLConnection) settings.address().toURL().openConnection();
        call.connection = connection;
        try {
            prepare(connection, order, body);
            connection.connect();
            call.connected = true;
            connection.getOutputStream().write(body);
            connection.getOutputStream().close();
            return reader.read(connection.getResponseCode(), answerOf(connection));
        } finally {
            connection.disconnect();
        }
    }

    private void prepare(HttpURLConnection connection, PaymentOrder order, byte[] body) throws IOException {
        connection.setConnectTimeout(Math.toIntExact(settings.connectTimeout().toMillis()));
        connection.setReadTimeout(Math.toIntExact(settings.readTimeout().toMillis()));
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        // Of a known length it is not sent again by itself
        connection.setFixedLengthStreamingMode(body.length);
        connection.setRequestProperty("Connection", "close");
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setRequestProperty("Accept", "application/json");
        connection.setRequestProperty("Idempotency-Key", order.refundId());
        var timestamp = String.valueOf(clock.instant().getEpochSecond());
        connection.setRequestProperty("Kefu-Timestamp", timestamp);
        if (!settings.secret().isEmpty()) {
            connection.setRequestProperty("Kefu-Signature", "sha256=" + Signature.of(settings.secret(), timestamp, body));
        }
    }

    private byte[] body(PaymentOrder order) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("refundId", order.refundId());
        fields.put("caseNumber", order.caseNumber());
        fields.put("orderNumber", order.orderNumber());
        fields.put("amount", order.amount().decimal());
        fields.put("currency", order.amount().currency().getCurrencyCode());
        fields.put("cause", order.cause());
        fields.put("attempt", order.attempt());
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
    public void destroy() {
        callers.shutdownNow();
    }
}
