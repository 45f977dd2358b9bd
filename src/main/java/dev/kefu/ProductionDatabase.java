package dev.kefu;

import dev.kefu.shared.KnownPasswords;
import dev.kefu.shared.StartRefused;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/**
 * In the profile {@code prod} there is a database server with a password of its own, or no start at all. Looked at before
 * anything is opened, so that no empty database is left behind.
 */
class ProductionDatabase implements EnvironmentPostProcessor, Ordered {

    /** After the configuration files are read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var url = environment.getProperty("spring.datasource.url", "");
        if (environment.getActiveProfiles().length == 0 && !isEmbedded(url)) {
            throw new StartRefused("Without a profile Kefu fills its database with demo people whose password is their name,"
                    + " and this database is not the embedded one.",
                    "Set SPRING_PROFILES_ACTIVE to prod, or to demo if that is what you want.");
        }
        if (!environment.acceptsProfiles(Profiles.of("prod"))) {
            return;
        }
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            throw new StartRefused("The profiles prod and demo exclude each other.",
                    "Set SPRING_PROFILES_ACTIVE to one of them.");
        }
        if (isEmbedded(url)) {
            throw new StartRefused("No database is configured, and the embedded one is not for production.",
                    "Set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD to those of a "
                            + "PostgreSQL database.");
        }
        var user = environment.getProperty("spring.datasource.username", "");
        if (KnownPasswords.isKnown(environment.getProperty("spring.datasource.password", ""), user)) {
            throw new StartRefused("The password of the database is missing or one that everybody knows.",
                    "Give the database user " + user + " another password and set SPRING_DATASOURCE_PASSWORD to it.");
        }
    }

    private static boolean isEmbedded(String url) {
        return url.isBlank() || url.startsWith("jdbc:h2:");
    }
}
