package dev.kefu.attacks;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What code that somebody smuggled in leaves behind: each attempt a mark of its own. */
public final class Mark {

    private static final Set<String> LEFT = ConcurrentHashMap.newKeySet();

    private final String name = "mark-" + UUID.randomUUID();

    /** Called by smuggled code; answers something that fits where a name or a text is expected. */
    public static String leave(String name) {
        LEFT.add(name);
        return name;
    }

    /** An expression that runs code of its author's choice on an engine that lets it name classes. */
    String expression() {
        return "${''.getClass().forName('" + Mark.class.getName() + "').getMethod('leave',''.getClass()).invoke(null,'"
                + name + "')}";
    }

    String name() {
        return name;
    }

    /** Whether the code ran. */
    boolean isLeft() {
        return LEFT.remove(name);
    }
}
