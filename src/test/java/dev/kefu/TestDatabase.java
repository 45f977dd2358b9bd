package dev.kefu;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives every application context a fresh database of its own: H2 in memory, or with {@code -Dkefu.database=postgres}
 * a real PostgreSQL, whose server starts once per JVM.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger CREATED = new AtomicInteger();

    private static EmbeddedPostgres server;

    /** Whether this run is the one on PostgreSQL. */
    public static boolean isPostgres() {
        var database = System.getProperty("kefu.database", "h2");
        return switch (database) {
            case "postgres" -> true;
            case "h2" -> false;
            default -> throw new IllegalArgumentException("kefu.database is h2 or postgres, not " + database);
        };
    }

    /** The address of another empty database on the PostgreSQL server; any password opens it for {@code postgres}. */
    static String create() {
        return createOnServer("kefu_test_" + CREATED.incrementAndGet());
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var name = "kefu_test_" + CREATED.incrementAndGet();
        if (isPostgres()) {
            use(context, createOnServer(name), "postgres", "postgres");
        } else {
            use(context, "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0", "sa", "");
        }
    }

    private static void use(ConfigurableApplicationContext context, String url, String username, String password) {
        TestPropertyValues.of(
                "spring.datasource.url=" + url,
                "spring.datasource.username=" + username,
                "spring.datasource.password=" + password)
            .applyTo(context);
    }

    private static synchronized String createOnServer(String name) {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
                // After the applications: an engine needs its database to close, and would wait for it.
                SpringApplication.getShutdownHandlers().add(TestDatabase::stopServer);
            }
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return server.getJdbcUrl("postgres", name);
        } catch (IOException refused) {
            throw new UncheckedIOException("PostgreSQL for the tests did not start", refused);
        } catch (SQLException refused) {
            throw new IllegalStateException("PostgreSQL for the tests made no database " + name, refused);
        }
    }

    private static void stopServer() {
        try {
            server.close();
        } catch (IOException refused) {
            throw new UncheckedIOException("PostgreSQL for the tests did not stop", refused);
        }
    }
}
