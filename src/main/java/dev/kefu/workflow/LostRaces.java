package dev.kefu.workflow;

import dev.kefu.shared.Causes;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.hibernate.StaleStateException;
import org.springframework.dao.ConcurrencyFailureException;

/** Tells a failure that only means that somebody else was faster from one that is a fault. */
public final class LostRaces {

    /** What whoever was slower is told. */
    public static final String MESSAGE =
            "Somebody else changed the same thing at the same moment. Please look again and try again.";

    /** SQL states: serialisation and deadlock, changed meanwhile (H2), duplicate key. */
    private static final Set<String> STATES = Set.of("40001", "40P01", "90131", "23505");

    /** SQL states: a lock that another holds for too long. */
    private static final Set<String> LOCKED_OUT = Set.of("55P03", "HYT00");

    private LostRaces() {
    }

    /** Whether the failure, or one that caused it, is a lost race. */
    public static boolean include(Throwable failure) {
        return Causes.of(failure).anyMatch(LostRaces::isOne);
    }

    /** Whether trying again at once may help: not where a lock was waited for in vain, which would only take as long. */
    public static boolean areWorthAnotherTry(Throwable failure) {
        return include(failure) && Causes.of(failure).noneMatch(each -> has(each, LOCKED_OUT));
    }

    private static boolean isOne(Throwable failure) {
        return failure instanceof OptimisticLockingException || failure instanceof OptimisticLockException
                || failure instanceof StaleStateException || failure instanceof TaskAlreadyClaimedException
                || failure instanceof ConcurrencyFailureException
                || has(failure, STATES) || has(failure, LOCKED_OUT);
    }

    private static boolean has(Throwable failure, Set<String> states) {
        return failure instanceof SQLException database && states.contains(String.valueOf(database.getSQLState()));
    }
}
