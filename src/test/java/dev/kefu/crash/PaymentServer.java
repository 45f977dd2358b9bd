package dev.kefu.crash;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kefu.whole.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The payment service of the crash test, in a process of its own. It pays what is ordered under a key once and keeps book of
 * it, but its answers are those of real ones: late, lost, cut off, a fault after it has paid, a promise to report later.
 */
public final class PaymentServer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger repeats = new AtomicInteger();
    private final AtomicInteger troubles = new AtomicInteger();
    private final Ledger ledger;
    private final Reports reports;
    private final String secret;
    private final long patience;
    private final boolean forgetsKeys;
    private final Random chance;

    private PaymentServer(Map<String, String> settings) {
        this.ledger = new Ledger(Path.of(settings.get("ledger")));
        this.secret = settings.get("secret");
        this.patience = Long.parseLong(settings.get("patience"));
        this.forgetsKeys = Boolean.parseBoolean(settings.get("forgetsKeys"));
        this.chance = new Random(Long.parseLong(settings.get("seed")));
        this.reports = new Reports(Arrays.stream(settings.get("kefu").split(",")).map(Integer::valueOf).toList(),
                settings.get("person"), settings.get("password"), complaints);
    }

    /**
     * @param arguments name=value: port, ledger, secret, patience (after so many milliseconds Kefu goes), seed, kefu (its
     *                  nodes' ports), person and password (for reports to Kefu), forgetsKeys
     */
    public static void main(String[] arguments) throws IOException {
        var settings = new LinkedHashMap<String, String>();
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            settings.put(parts[0], parts[1]);
        }
        var service = new PaymentServer(settings);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(),
                Integer.parseInt(settings.get("port"))), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/payouts", service::order);
        server.createContext("/state", exchange -> answer(exchange, 200, Json.of(service.state())));
        server.start();
    }

    /** What whoever runs the test wants to know in the end. */
    record State(int calls, int repeats, int troubles, int reports, int unanswered, int open, List<String> complaints) {
    }

    private State state() {
        return new State(calls.get(), repeats.get(), troubles.get(), reports.sent(), reports.unanswered(), reports.open(),
                List.copyOf(complaints));
    }

    private void order(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        var body = exchange.getRequestBody().readAllBytes();
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (!isSigned(exchange, body) || key == null) {
            complaints.add("An order without a key or with a wrong signature: " + new String(body, StandardCharsets.UTF_8));
            answer(exchange, 401, "{}");
            return;
        }
        var order = PayoutOrder.of(JSON.readTree(body));
        try {
            serve(exchange, key, order);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private void serve(HttpExchange exchange, String key, PayoutOrder order) throws IOException, InterruptedException {
        var trouble = trouble();
        if (trouble == Trouble.LOST_BEFORE) {
            return;
        }
        if (trouble == Trouble.FAULT_BEFORE) {
            answer(exchange, 503, "{\"error\": \"maintenance\"}");
            return;
        }
        if (trouble == Trouble.SLOW_BEFORE) {
            Thread.sleep(patience + number(1000));
        }
        var account = accounts.computeIfAbsent(key, unknown -> new Account(order, Account.fate(order, dice())));
        var answer = carryOut(key, order, account);
        switch (trouble) {
            case SLOW_AFTER -> {
                Thread.sleep(patience + number(1000));
                answer(exchange, 200, answer);
            }
            case FAULT_AFTER -> answer(exchange, 500, "{\"error\": \"internal\"}");
            case CUT_OFF -> cutOff(exchange, answer);
            case LOST_AFTER -> { }
            default -> answer(exchange, 200, answer);
        }
    }

    /** What happens to an answer on its way. */
    private enum Trouble { NONE, SLOW_BEFORE, SLOW_AFTER, FAULT_BEFORE, FAULT_AFTER, LOST_BEFORE, LOST_AFTER, CUT_OFF }

    private Trouble trouble() {
        var number = number(100);
        var kind = number / 4;
        if (number >= 36) {
            return Trouble.NONE;
        }
        troubles.incrementAndGet();
        return switch (kind) {
            case 0 -> Trouble.SLOW_BEFORE;
            case 1, 2 -> Trouble.SLOW_AFTER;
            case 3 -> Trouble.FAULT_BEFORE;
            case 4, 5 -> Trouble.FAULT_AFTER;
            case 6 -> Trouble.LOST_BEFORE;
            case 7 -> Trouble.LOST_AFTER;
            default -> Trouble.CUT_OFF;
        };
    }

    private String carryOut(String key, PayoutOrder order, Account account) {
        synchronized (account) {
            var isFirst = account.called() == 1;
            if (!isFirst) {
                repeats.incrementAndGet();
                if (!order.equals(account.order())) {
                    complaints.add("The key " + key + " came with " + account.order() + " and then with " + order);
                }
            }
            if (isFirst || forgetsKeys) {
                begin(key, account);
            }
            return statement(account);
        }
    }

    private void begin(String key, Account account) {
        switch (account.fate()) {
            case PAYS -> {
                pay(key, account);
                if (number(10) == 0) {
                    reports.tell(account, isTwice(), dice());
                }
            }
            case REFUSES -> account.fail();
            default -> reports.later(number(4) == 0 ? 0 : number(5000), () -> end(key, account));
        }
    }

    private void end(String key, Account account) {
        synchronized (account) {
            if (account.fate() == Account.Fate.FAILS_LATER) {
                account.fail();
            } else {
                pay(key, account);
            }
        }
        reports.tell(account, isTwice(), dice());
    }

    private void pay(String key, Account account) {
        var order = account.order();
        var reference = "P-" + Integer.toHexString(number(Integer.MAX_VALUE));
        ledger.write(new Ledger.Payout(key, order.orderNumber(), order.amount(), order.currency(), reference));
        account.paid(reference);
    }

    private static String statement(Account account) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("status", account.status());
        switch (account.status()) {
            case "PAID" -> {
                answer.put("reference", account.reference());
                answer.put("amount", account.order().amount().toPlainString());
                answer.put("currency", account.order().currency());
            }
            case "REFUSED" -> answer.put("reason", "The customer's account is closed");
            default -> { }
        }
        return Json.of(answer);
    }

    private boolean isSigned(HttpExchange exchange, byte[] body) {
        var timestamp = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Kefu-Timestamp"), "");
        var signature = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Kefu-Signature"), "");
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            var expected = "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
            return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
                    signature.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private boolean isTwice() {
        return number(5) == 0;
    }

    private int number(int bound) {
        synchronized (chance) {
            return chance.nextInt(bound);
        }
    }

    private Random dice() {
        synchronized (chance) {
            return new Random(chance.nextLong());
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void cutOff(HttpExchange exchange, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
    }
}
