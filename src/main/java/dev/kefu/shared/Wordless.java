package dev.kefu.shared;

import java.sql.SQLException;

/**
 * A failure as a log may have it: of what kind, where and why, but without the words of its messages. A database quotes the
 * row that it refuses, and a parser the text that it can't read; both may be a customer's (CUS-4).
 */
public final class Wordless extends Exception {

    private static final int DEEPEST = 20;

    private Wordless(String kind, Throwable failure, int depth) {
        super(kind, failure.getCause() == null || depth == DEEPEST ? null : of(failure.getCause(), depth + 1));
        setStackTrace(failure.getStackTrace());
    }

    /** The same failure, all its causes included, without what they say. */
    public static Throwable of(Throwable failure) {
        return of(failure, 1);
    }

    private static Throwable of(Throwable failure, int depth) {
        return new Wordless(kind(failure), failure, depth);
    }

    private static String kind(Throwable failure) {
        var name = failure.getClass().getName();
        return failure instanceof SQLException refusal
                ? name + ", state " + refusal.getSQLState() + ", code " + refusal.getErrorCode() : name;
    }
}
