package dev.kefu.shipping.courier;

import dev.kefu.shared.Wordless;
import dev.kefu.shipping.Cancellations;
import dev.kefu.workflow.Outages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.lang.Nullable;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Looks every few seconds whether the couriers' service has to be told of a cancellation, in a thread of its own. */
class CancellationRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CancellationRounds.class);

    private final Cancellations cancellations;
    private final CourierSettings settings;
    @Nullable
    private ThreadPoolTaskScheduler rounds;

    CancellationRounds(Cancellations cancellations, CourierSettings settings) {
        this.cancellations = cancellations;
        this.settings = settings;
    }

    @Override
    public void start() {
        if (settings.line().isConnected() && !settings.cancelEvery().isZero()) {
            rounds = new ThreadPoolTaskScheduler();
            rounds.setThreadNamePrefix("cancellations-");
            rounds.initialize();
            rounds.scheduleWithFixedDelay(this::round, settings.cancelEvery());
        }
    }

    private void round() {
        try {
            cancellations.tellDue();
        } catch (RuntimeException failure) {
            if (Outages.include(failure)) {
                LOG.warn("Bookings to cancel could not be looked for: the database can't be reached");
            } else {
                LOG.error("Bookings could not be cancelled", Wordless.of(failure));
            }
        }
    }

    /** A call that is under way may come to its end, which is noted. */
    @Override
    public void stop() {
        if (rounds != null) {
            rounds.setWaitForTasksToCompleteOnShutdown(true);
            rounds.setAwaitTerminationSeconds((int) settings.line().longestCall().toSeconds() + 1);
            rounds.shutdown();
            rounds = null;
        }
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }
}
