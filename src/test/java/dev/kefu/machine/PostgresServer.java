package dev.kefu.machine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Predicate;

/** A PostgreSQL as at work: it syncs each commit to disk. It has room, so that no checkpoint falls into a run. */
public final class PostgresServer implements AutoCloseable {

    private static final int TICKS_PER_SECOND = 100;

    private final EmbeddedPostgres postgres;
    private final long postmaster;

    private PostgresServer(EmbeddedPostgres postgres, long postmaster) {
        this.postgres = postgres;
        this.postmaster = postmaster;
    }

    public static PostgresServer start() throws IOException, SQLException {
        var postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("checkpoint_timeout", "1h")
                .start();
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("show data_directory")) {
            rows.next();
            var pidFile = Path.of(rows.getString(1), "postmaster.pid");
            return new PostgresServer(postgres, Long.parseLong(Files.readAllLines(pidFile).get(0).strip()));
        }
    }

    /** Creates an empty database and answers its JDBC address. */
    public String database(String name) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return address(name);
    }

    /** Without user and password, which are both {@code postgres}. */
    public String address(String name) {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name;
    }

    public Connection connect(String name) throws SQLException {
        return DriverManager.getConnection(address(name), "postgres", "postgres");
    }

    public String version() throws SQLException {
        try (var connection = connect("postgres")) {
            return "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion();
        }
    }

    /** What the server's processes have used so far, those that have ended too. */
    public Duration cpu() throws IOException {
        long ticks = 0;
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), PostgresServer::isProcess)) {
            for (var process : processes) {
                ticks += ticks(process);
            }
        }
        return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
    }

    private long ticks(Path process) {
        try {
            var line = Files.readString(process.resolve("stat"));
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            Predicate<String> isPostmaster = id -> Long.parseLong(id) == postmaster;
            if (isPostmaster.test(process.getFileName().toString())) {
                return sum(fields, 11, 14);
            }
            return isPostmaster.test(fields[1]) ? sum(fields, 11, 12) : 0;
        } catch (IOException ended) {
            return 0;
        }
    }

    private static long sum(String[] fields, int from, int to) {
        long sum = 0;
        for (int index = from; index <= to; index++) {
            sum += Long.parseLong(fields[index]);
        }
        return sum;
    }

    private static boolean isProcess(Path path) {
        return path.getFileName().toString().chars().allMatch(Character::isDigit);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
