package dev.kefu.crash;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The payment service as whoever runs the test holds it. */
final class PaymentProcess {

    /** How long Kefu waits for an answer, in milliseconds. */
    static final int PATIENCE = 2000;
    static final String SECRET = "a-secret-of-the-crash-test-that-is-long-enough";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final int port;
    private final Ledger ledger;

    private PaymentProcess(Process process, int port, Ledger ledger) {
        this.process = process;
        this.port = port;
        this.ledger = ledger;
    }

    static PaymentProcess start(Path folder, int port, List<Node> kefu, long seed, boolean forgetsKeys) {
        var ledger = folder.resolve("ledger.jsonl");
        var ports = kefu.stream().map(node -> String.valueOf(node.port())).collect(Collectors.joining(","));
        var command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx64m", "-cp", System.getProperty("java.class.path"),
                PaymentServer.class.getName(), "port=" + port, "ledger=" + ledger, "secret=" + SECRET,
                "patience=" + PATIENCE, "seed=" + seed, "forgetsKeys=" + forgetsKeys, "kefu=" + ports, "person=till",
                "password=" + House.PASSWORD);
        try {
            return new PaymentProcess(new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(Redirect.to(folder.resolve("payments.log").toFile())).start(), port, new Ledger(ledger));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    static String address(int port) {
        return "http://localhost:" + port + "/payouts";
    }

    /** What it settles later is settled, and Kefu has heard of all of it. */
    boolean isCalm() {
        return state().open() == 0;
    }

    PaymentServer.State state() {
        try {
            return JSON.readValue(Caller.anonymous(port).get("/state").body(), PaymentServer.State.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Ledger.Payout> payouts() {
        return ledger.payouts();
    }

    void stop() {
        process.destroyForcibly();
    }
}
