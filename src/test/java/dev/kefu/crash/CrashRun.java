package dev.kefu.crash;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.kefu.machine.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One run of the crash test, from an empty database to the comparison of all books. */
public final class CrashRun {

    private static final int OPEN_PER_CLIENT = 4;
    private static final int SECONDS_OF_STANDSTILL = 240;
    private static final int SECONDS_UNTIL_CALM = 120;
    /** From so many kills on, one more hits the first start of all. */
    private static final int KILLS_WITH_TABLES = 5;
    private static final int MILLIS_OF_FIRST_START = 12_000;

    private final Options options;
    private final Tally tally = new Tally();
    private final Path folder;

    private CrashRun(Options options) throws IOException {
        this.options = options;
        this.folder = Path.of("target", "crash-test", "%d-node-seed-%d".formatted(options.nodes(), options.seed()));
        Files.createDirectories(folder);
        try (var old = Files.list(folder)) {
            for (var file : old.toList()) {
                Files.delete(file);
            }
        }
    }

    /** Ends with 1 if anything differs, or if the run itself fails. */
    public static void main(String[] arguments) {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        var faults = 1;
        try {
            faults = new CrashRun(Options.of(arguments)).run();
        } catch (Exception failure) {
            failure.printStackTrace();
        } finally {
            // Clients may still wait for something that never comes
            System.exit(faults == 0 ? 0 : 1);
        }
    }

    private int run() throws Exception {
        tally.says(options.toString());
        var chance = new Random(options.seed());
        try (var postgres = PostgresServer.start()) {
            var address = postgres.database("kefu");
            var till = options.byHand() ? OptionalInt.empty() : OptionalInt.of(Node.freePort());
            var settings = settings(address);
            till.ifPresent(port -> settings.putAll(payments(port)));
            var nodes = IntStream.rangeClosed(1, options.nodes())
                    .mapToObj(number -> new Node("node-" + number, options.jar(), folder, settings)).toList();
            Optional<PaymentProcess> payments = till.isEmpty() ? Optional.empty() : Optional.of(PaymentProcess.start(folder,
                    till.getAsInt(), nodes, chance.nextLong(), options.forgetsKeys()));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(nodes, payments)));
            try {
                var house = new House(nodes, tally);
                open(house, new Random(chance.nextLong()));
                var returns = Errands.of(options.returns(), chance, Clock.systemUTC()).stream().map(Progress::new).toList();
                var audit = new Audit(house, JdbcClient.create(new DriverManagerDataSource(address, "postgres", "postgres")),
                        tally);
                if (work(house, returns, chance)) {
                    awaitCalm(() -> audit.isCalm() && payments.map(PaymentProcess::isCalm).orElse(true));
                    audit.check(returns);
                }
                payments.ifPresent(service -> compare(service, audit));
                nodes.stream().filter(Node::hasDied).forEach(node -> tally.fault(node + " is gone: see " + node.log()));
                LogSummary.of(nodes).forEach(line -> tally.says("logged " + line));
            } finally {
                stop(nodes, payments);
            }
        }
        return report();
    }

    private static void stop(List<Node> nodes, Optional<PaymentProcess> payments) {
        payments.ifPresent(PaymentProcess::stop);
        nodes.forEach(Node::stop);
    }

    /** The first node makes the tables, also if it is killed over it; the others start when they are there. */
    private void open(House house, Random chance) throws InterruptedException {
        for (var node : house.nodes()) {
            node.start();
            if (options.kills() >= KILLS_WITH_TABLES && node == house.nodes().get(0)) {
                Thread.sleep(chance.nextInt(MILLIS_OF_FIRST_START));
                node.kill();
                tally.says("kill -9 of " + node + " while it makes the tables");
                node.start();
            }
            node.awaitStart();
            tally.says(node + " is open at port " + node.port() + ", its log is " + node.log());
        }
        house.hire();
    }

    /** @return whether all of it got done */
    private boolean work(House house, List<Progress> returns, Random chance) throws InterruptedException {
        var work = new Worklist(returns, OPEN_PER_CLIENT * options.clients());
        var killer = new Thread(new Killer(house, work, tally, new Random(chance.nextLong()), options.kills(),
                options.returns()), "killer");
        var clients = Executors.newFixedThreadPool(options.clients());
        for (int i = 0; i < options.clients(); i++) {
            clients.execute(new Client(house, work, tally, new Random(chance.nextLong())));
        }
        killer.start();
        clients.shutdown();
        var told = 0;
        while (!clients.awaitTermination(1, TimeUnit.SECONDS)) {
            if (work.secondsSinceProgress() > SECONDS_OF_STANDSTILL) {
                returns.stream().filter(each -> !each.isClosed() && each.isPrepared())
                        .forEach(each -> tally.fault(each + " does not go on"));
                clients.shutdownNow();
                killer.interrupt();
                return false;
            }
            if (++told % 15 == 0) {
                tally.says(work.closed() + " returns closed; " + tally);
            }
        }
        killer.join();
        tally.says("All returns are closed; " + tally);
        return true;
    }

    private static void awaitCalm(BooleanSupplier isCalm) throws InterruptedException {
        for (int second = 0; !isCalm.getAsBoolean() && second < SECONDS_UNTIL_CALM; second++) {
            Thread.sleep(1000);
        }
    }

    private void compare(PaymentProcess service, Audit audit) {
        var payouts = service.payouts();
        var state = service.state();
        audit.compare(payouts);
        state.complaints().forEach(complaint -> tally.fault("complaint", "The payment service complains: " + complaint));
        if (state.open() > 0) {
            tally.fault("The payment service still has " + state.open() + " things to settle or to report.");
        }
        tally.says("The payment service paid %d times; it had %d orders, %d of them for a known key, answered %d badly; "
                .formatted(payouts.size(), state.calls(), state.repeats(), state.troubles())
                + "%d reports heard, %d without an answer".formatted(state.reports(), state.unanswered()));
    }

    private static Map<String, String> settings(String address) {
        var settings = new TreeMap<String, String>();
        settings.put("spring.profiles.active", "prod");
        settings.put("spring.main.banner-mode", "off");
        settings.put("spring.datasource.url", address);
        settings.put("spring.datasource.username", "postgres");
        settings.put("spring.datasource.password", House.PASSWORD);
        settings.put("kefu.admin.id", House.ADMINISTRATOR);
        settings.put("kefu.admin.password", House.PASSWORD);
        // What a dead node had taken is free again soon
        settings.put("camunda.bpm.job-execution.lock-time-in-millis", "8000");
        settings.put("camunda.bpm.job-execution.max-wait", "1000");
        settings.put("camunda.bpm.job-execution.wait-time-in-millis", "500");
        return settings;
    }

    private static Map<String, String> payments(int port) {
        return Map.of("kefu.payments.url", PaymentProcess.address(port), "kefu.payments.secret", PaymentProcess.SECRET,
                "kefu.payments.connect-timeout", "1s",
                "kefu.payments.read-timeout", PaymentProcess.PATIENCE + "ms",
                "kefu.retry-cycle", "R5/PT2S");
    }

    private int report() {
        var faults = new ArrayList<>(tally.faults());
        if (faults.isEmpty()) {
            tally.says("Everything is in order: " + options);
        } else {
            faults.forEach(fault -> System.err.println("DIFFERENCE " + fault));
            tally.says(faults.size() + " differences: " + options);
        }
        return faults.size();
    }
}
