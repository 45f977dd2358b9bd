package dev.kefu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A payment service of the tests' own, on a socket, so that it can do what a library of HTTP would not: die in the middle of
 * an answer, answer twice, never answer. It pays each key once, remembers what it was asked, and believes no order that is
 * not signed.
 */
public final class PaymentService implements AutoCloseable {

    public static final String SECRET = "a secret that only the payment service and Kefu know";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Order> orders = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> paid = Collections.synchronizedMap(new LinkedHashMap<>());
    private final ConcurrentLinkedQueue<Manner> manners = new ConcurrentLinkedQueue<>();
    private final int port;
    private volatile ServerSocket door;
    private volatile Runnable meanwhile = () -> { };

    /** What it was asked, signed or not. */
    public record Order(String key, Map<String, String> headers, JsonNode body, boolean isSigned) {

        public String amount() {
            return body.get("amount").asText() + " " + body.get("currency").asText();
        }
    }

    /** What it does with an order. */
    @FunctionalInterface
    public interface Manner {

        void answer(PaymentService service, Order order, Line line) throws IOException;
    }

    /** The line to whoever asks. */
    public record Line(InputStream from, OutputStream to) {

        public void say(int status, String body) throws IOException {
            raw(http(status, body));
        }

        public void raw(String text) throws IOException {
            to.write(text.getBytes(StandardCharsets.UTF_8));
            to.flush();
        }

        static String http(int status, String body) {
            return "HTTP/1.1 " + status + " As said\r\nContent-Type: application/json\r\nContent-Length: "
                    + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
        }

        /** Says nothing until the other side hangs up. */
        void hold() throws IOException {
            while (from.read() >= 0) {
                // Waits
            }
        }
    }

    /** Pays, and says so. */
    public static final Manner PAYS = (service, order, line) -> line.say(200, service.pay(order));
    /** Pays, and says so with everything it knows. */
    public static final Manner PAYS_IN_DETAIL = (service, order, line) -> line.say(201, service.pay(order).replace("}",
            ", \"Amount\": \"%s\", \"currency\": \"cny\", \"fee\": {\"amount\": 1}}"
                    .formatted(order.body().get("amount").asText())).replace("\"status\": \"PAID\"", "\"STATUS\": \"Paid\""));
    /** Pays, but the answer comes too late. */
    public static final Manner PAYS_TOO_SLOWLY = (service, order, line) -> {
        service.pay(order);
        line.hold();
    };
    /** Pays, and dies before it has said so. */
    public static final Manner DIES_AFTER_PAYING = (service, order, line) -> service.pay(order);
    /** Pays, and dies in the middle of saying so. */
    public static final Manner DIES_IN_MID_SENTENCE = (service, order, line) -> {
        var answer = Line.http(200, service.pay(order));
        line.raw(answer.substring(0, answer.length() - 10));
    };
    /** Dies in the middle of a head. */
    public static final Manner DIES_AT_ONCE = (service, order, line) -> line.raw("HTTP/1.1 20");
    /** Pays, says so twice, and goes on talking. */
    public static final Manner TALKS_ON = (service, order, line) -> {
        var answer = Line.http(200, service.pay(order));
        line.raw(answer + answer.replace("PAID", "REFUSED") + "and more of it");
    };
    public static final Manner LIES_ABOUT_THE_AMOUNT = (service, order, line) ->
            line.say(200, service.pay(order).replace("}", ", \"amount\": 0.01}"));
    public static final Manner LIES_ABOUT_THE_CURRENCY = (service, order, line) ->
            line.say(200, service.pay(order).replace("}", ", \"currency\": \"USD\"}"));
    public static final Manner PENDS = (service, order, line) -> line.say(202, "{\"status\": \"PENDING\"}");
    public static final Manner TAKES_IT_WITHOUT_A_WORD = (service, order, line) -> line.say(202, "");
    public static final Manner REFUSES = (service, order, line) ->
            line.say(422, "{\"status\": \"Refused\", \"reason\": \"No such account\"}");

    public static Manner answers(int status, String body) {
        return (service, order, line) -> line.say(status, body);
    }

    public PaymentService() {
        open(0);
        port = door.getLocalPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port + "/payouts?of=kefu";
    }

    /** How it treats the next orders, one after the other; after them it pays. */
    public PaymentService next(Manner... next) {
        manners.clear();
        manners.addAll(Arrays.asList(next));
        meanwhile = () -> { };
        return this;
    }

    /** What happens while it has the order and has not answered. */
    public void meanwhile(Runnable what) {
        meanwhile = what;
    }

    /** Nobody listens any more. */
    public void goAway() {
        try {
            door.close();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    public void comeBack() {
        open(port);
    }

    public List<Order> ordersOf(String caseNumber) {
        synchronized (orders) {
            return orders.stream().filter(order -> order.body().get("caseNumber").asText().equals(caseNumber)).toList();
        }
    }

    /** The keys of the case that were paid, each once, with the amount. */
    public Map<String, String> paidOf(String caseNumber) {
        synchronized (paid) {
            var ofCase = new TreeMap<>(paid);
            ofCase.keySet().removeIf(key -> ordersOf(caseNumber).stream().noneMatch(order -> order.key().equals(key)));
            return ofCase;
        }
    }

    private String pay(Order order) {
        paid.putIfAbsent(order.key(), order.amount());
        return "{\"status\": \"PAID\", \"reference\": \"P-" + order.key() + "\"}";
    }

    private void open(int wanted) {
        try {
            var opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            door = opened;
            threads.submit(() -> {
                while (!opened.isClosed()) {
                    var visitor = opened.accept();
                    threads.submit(() -> serve(visitor));
                }
                return null;
            });
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private Void serve(Socket visitor) throws IOException {
        try (visitor) {
            var order = read(visitor.getInputStream());
            orders.add(order);
            var line = new Line(visitor.getInputStream(), visitor.getOutputStream());
            if (!order.isSigned()) {
                line.say(401, "{\"status\": \"UNSIGNED\"}");
                return null;
            }
            var manner = manners.poll();
            meanwhile.run();
            (manner == null ? PAYS : manner).answer(this, order, line);
            visitor.shutdownOutput();
            return null;
        }
    }

    private static Order read(InputStream from) throws IOException {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.put("", line(from));
        for (var header = line(from); !header.isEmpty(); header = line(from)) {
            var colon = header.indexOf(':');
            headers.put(header.substring(0, colon), header.substring(colon + 1).strip());
        }
        var body = from.readNBytes(Integer.parseInt(headers.get("Content-Length")));
        return new Order(headers.get("Idempotency-Key"), headers, JSON.readTree(body), isSigned(headers, body));
    }

    private static String line(InputStream from) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var each = from.read(); each >= 0 && each != '\n'; each = from.read()) {
            line.write(each);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    /** As whoever writes such a service would check it, without any code of ours. */
    private static boolean isSigned(Map<String, String> headers, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((headers.get("Kefu-Timestamp") + ".").getBytes(StandardCharsets.UTF_8));
            return ("sha256=" + HexFormat.of().formatHex(mac.doFinal(body))).equals(headers.get("Kefu-Signature"));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        goAway();
        threads.shutdownNow();
    }
}
