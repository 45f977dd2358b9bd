package dev.kefu.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * What a person may do with each command of the engine: the list stands in {@code engine-commands.properties}. A command
 * that is not on it is refused, so that a new one is shut until somebody has thought about it.
 */
final class EngineCommands {

    /** What the list says of a command. */
    enum Kind {
        /** Changes nothing; what is seen is up to the engine's authorizations. */
        READ,
        /** Up to the engine's authorizations alone. */
        GRANTED,
        /** People's daily work, looked at one by one. */
        OWN,
        /** Administrators, each with a reason that is kept. */
        INTERVENTION,
        /** A part of another command. */
        INNER,
        /** No person at all. */
        NEVER
    }

    static final String ENGINE = "org.camunda.bpm.engine.impl.";
    private static final String HOUSE = "dev.kefu.";

    private final Map<String, Kind> kinds = new HashMap<>();

    EngineCommands() {
        listed().forEach((name, kind) -> kinds.put(ENGINE + name, Kind.valueOf(kind.toString().toUpperCase(Locale.ROOT))));
    }

    private static Properties listed() {
        try {
            return PropertiesLoaderUtils.loadProperties(
                    new ClassPathResource("engine-commands.properties", EngineCommands.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What a person may do with the command; the house's own commands check rights themselves. */
    Kind of(Command<?> command) {
        var name = command.getClass().getName();
        return name.startsWith(HOUSE) ? Kind.INNER : kinds.getOrDefault(name, Kind.NEVER);
    }
}
