package dev.kefu.stockouts.bulk;

import java.time.Instant;
import org.springframework.lang.Nullable;

/**
 * A run as it stands.
 *
 * @param cause      why the goods are late, as the process names it
 * @param finishedAt when its last order was done, or it was stopped
 * @param stoppedBy  who stopped it; null if nobody did
 * @param total      orders
 * @param opened     of these have a case from this run
 * @param skipped    of these had an open stock-out before
 * @param refused    of these get none, each for its reason
 */
public record Run(long id, String sku, String cause, String startedBy, Instant startedAt, RunStatus status,
        @Nullable Instant finishedAt, @Nullable String stoppedBy, int total, int opened, int skipped, int refused) {

    /** Orders of which it is known what became. */
    public int done() {
        return opened + skipped + refused;
    }
}
