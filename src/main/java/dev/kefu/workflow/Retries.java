package dev.kefu.workflow;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tries again what somebody else overtook: a deadlock, a row that changed meanwhile. That is safe only where the whole
 * transaction was rolled back, so inside a transaction nothing is tried again; whoever began it does.
 */
@Component
public class Retries {

    private static final int TRIES = 3;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

    /**
     * @param work one whole transaction, without effects outside the database
     * @throws RuntimeException what the last try threw, or at once what another try would not mend
     */
    public <T> T run(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException failure) {
                if (attempt == TRIES || TransactionSynchronizationManager.isActualTransactionActive()
                        || !LostRaces.areWorthAnotherTry(failure)) {
                    throw failure;
                }
                // Two that met once don't meet again at the same moment
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE.toNanos() * attempt));
            }
        }
    }
}
