package dev.kefu.workflow;

import dev.kefu.shared.Causes;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;

/**
 * Tells a failure that only means that the database can't be used right now (away, restarted, overloaded, connection cut,
 * no connection free, a statement that took too long) from one that is a fault of ours. Such a call is answered with 503
 * and may be sent again.
 */
public final class Outages {

    /** What the caller is told; not that nothing was stored, which nobody knows if the connection broke at the very end. */
    public static final String MESSAGE =
            "The database can't be reached right now. Please look again in a moment, and try again.";

    /** After how many seconds another try makes sense. */
    public static final int RETRY_AFTER_SECONDS = 5;

    /** Classes of SQL states: connection, resources used up. */
    private static final Set<String> CLASSES = Set.of("08", "53");

    /**
     * SQL states: statement cancelled or out of time, server shut down, crashed or starting, idle or long transaction
     * ended; and of H2: connection broken, database closed or closing, connection closed.
     */
    private static final Set<String> STATES = Set.of("57014", "57P01", "57P02", "57P03", "57P05", "25P03", "25P04", "90067",
            "90098", "90121", "90007");

    /** The pool's words for a connection that broke while it was in use; they come without a state. */
    private static final String CLOSED = "Connection is closed";

    private Outages() {
    }

    /** Whether the failure, or one that caused it, is an outage. */
    public static boolean include(Throwable failure) {
        return Causes.of(failure).anyMatch(Outages::isOne);
    }

    private static boolean isOne(Throwable failure) {
        return failure instanceof CannotCreateTransactionException || failure instanceof TransactionTimedOutException
                || failure instanceof DataAccessResourceFailureException || failure instanceof QueryTimeoutException
                || failure instanceof SQLException database && isOne(database);
    }

    private static boolean isOne(SQLException database) {
        var state = database.getSQLState();
        return database instanceof SQLTransientConnectionException
                || database instanceof SQLNonTransientConnectionException
                || database instanceof SQLRecoverableException || database instanceof SQLTimeoutException
                || state != null && (STATES.contains(state) || state.length() > 2 && CLASSES.contains(state.substring(0, 2)))
                || state == null && CLOSED.equals(database.getMessage());
    }
}
