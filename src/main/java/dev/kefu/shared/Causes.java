package dev.kefu.shared;

import java.util.Objects;
import java.util.stream.Stream;

/** What made something fail, and what made that fail. */
public final class Causes {

    /** A chain may be a ring. */
    private static final int DEEPEST = 20;

    private Causes() {
    }

    /** The failure itself and all that caused it, the outermost first. */
    public static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }
}
