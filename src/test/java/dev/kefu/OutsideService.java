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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A service outside the house, of the tests' own, on a socket, so that it can do what a library of HTTP would not: die in the
 * middle of an answer, answer twice, never answer. It remembers what it was asked, and believes nothing that is not signed.
 *
 * @param <S> itself
 */
public abstract class OutsideService<S extends OutsideService<S>> implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String secret;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Order> orders = Collections.synchronizedList(new ArrayList<>());
    private final ConcurrentLinkedQueue<Manner<S>> manners = new ConcurrentLinkedQueue<>();
    private final int port;
    private volatile ServerSocket door;
    private volatile Future<?> porter;
    private volatile Runnable meanwhile = () -> { };

    /** What it was asked, signed or not. */
    public record Order(String key, String path, Map<String, String> headers, JsonNode body, boolean isSigned) {

        public String text(String field) {
            return body.path(field).asText();
        }
    }

    /** What it does with an order. */
    @FunctionalInterface
    public interface Manner<S> {

        void answer(S service, Order order, Line line) throws IOException;
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

        public static String http(int status, String body) {
            return "HTTP/1.1 " + status + " As said\r\nContent-Type: application/json\r\nContent-Length: "
                    + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
        }

        /** Says nothing until the other side hangs up. */
        public void hold() throws IOException {
            while (from.read() >= 0) {
                // Waits
            }
        }
    }

    protected OutsideService(String secret) {
        this.secret = secret;
        open(0);
        port = door.getLocalPort();
    }

    /** How it treats what it was not told to treat otherwise. */
    protected abstract Manner<S> usual();

    protected abstract S self();

    protected String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** How it treats the next orders, one after the other; after them as usual. */
    @SafeVarargs
    public final S next(Manner<S>... next) {
        manners.clear();
        manners.addAll(Arrays.asList(next));
        meanwhile = () -> { };
        return self();
    }

    /** What happens while it has the order and has not answered. */
    public void meanwhile(Runnable what) {
        meanwhile = what;
    }

    /** Nobody listens any more. */
    public void goAway() {
        try {
            door.close();
            // Until then whoever waits for a visitor at the closed door still lets one in
            porter.get();
        } catch (IOException | InterruptedException | ExecutionException refused) {
            throw new IllegalStateException(refused);
        }
    }

    public void comeBack() {
        open(port);
    }

    /** It was asked nothing yet: cases of another database have the same numbers. */
    public void forget() {
        orders.clear();
        next();
    }

    public List<Order> ordersOf(String caseNumber) {
        return orders().stream().filter(order -> order.text("caseNumber").equals(caseNumber)).toList();
    }

    public List<Order> orders() {
        synchronized (orders) {
            return List.copyOf(orders);
        }
    }

    private void open(int wanted) {
        try {
            var opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            door = opened;
            porter = threads.submit(() -> letIn(opened));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private void letIn(ServerSocket opened) {
        try {
            while (!opened.isClosed()) {
                var visitor = opened.accept();
                threads.submit(() -> serve(visitor));
            }
        } catch (IOException closed) {
            // Nobody listens any more
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
            (manner == null ? usual() : manner).answer(self(), order, line);
            visitor.shutdownOutput();
            return null;
        }
    }

    private Order read(InputStream from) throws IOException {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        var request = line(from);
        headers.put("", request);
        for (var header = line(from); !header.isEmpty(); header = line(from)) {
            var colon = header.indexOf(':');
            headers.put(header.substring(0, colon), header.substring(colon + 1).strip());
        }
        var body = from.readNBytes(Integer.parseInt(headers.get("Content-Length")));
        return new Order(headers.get("Idempotency-Key"), request.split(" ")[1], headers, JSON.readTree(body), isSigned(headers, body));
    }

    private static String line(InputStream from) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var each = from.read(); each >= 0 && each != '\n'; each = from.read()) {
            line.write(each);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    /** As whoever writes such a service would check it, without any code of ours. */
    private boolean isSigned(Map<String, String> headers, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
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
