package dev.kefu.workflow;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.springframework.dao.ConcurrencyFailureException;

/** Tells a failure that only means that somebody else was faster from one that is a fault. */
public final class LostRaces {

    /** What whoever was slower is told. */
    public static final String MESSAGE =
            "Somebody else changed the same thing at the same moment. Please look again and try again.";

    /** SQL states: serialisation and deadlock, lock not available, time-out, duplicate key. */
    private static final Set<String> STATES = Set.of("40001", "40P01", "55P03", "HYT00", "23505");

    private LostRaces() {
    }

    /** Whether the failure, or one that caused it, is a lost race. */
    public static boolean include(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20).anyMatch(LostRaces::isOne);
    }

    private static boolean isOne(Throwable failure) {
        return failure instanceof OptimisticLockingException || failure instanceof TaskAlreadyClaimedException
                || failure instanceof ConcurrencyFailureException
                || failure instanceof SQLException database && STATES.contains(String.valueOf(database.getSQLState()));
    }
}
