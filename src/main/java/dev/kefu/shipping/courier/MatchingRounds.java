package dev.kefu.shipping.courier;

import dev.kefu.shared.Wordless;
import dev.kefu.shipping.ParcelEvents;
import dev.kefu.workflow.Outages;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.lang.Nullable;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Looks every minute whether reports of known parcels are left whose consequences went wrong, in a thread of its own. */
class MatchingRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MatchingRounds.class);
    private static final int LONGEST_STOP_SECONDS = 20;

    private final ParcelEvents events;
    private final Duration every;
    @Nullable
    private ThreadPoolTaskScheduler rounds;

    MatchingRounds(ParcelEvents events, Duration every) {
        this.events = events;
        this.every = every;
    }

    @Override
    public void start() {
        if (!every.isZero()) {
            rounds = new ThreadPoolTaskScheduler();
            rounds.setThreadNamePrefix("parcel-events-");
            rounds.initialize();
            rounds.scheduleWithFixedDelay(this::round, rounds.getClock().instant().plus(every), every);
        }
    }

    private void round() {
        try {
            events.matchWhatIsLeft();
        } catch (RuntimeException failure) {
            if (Outages.include(failure)) {
                LOG.warn("Couriers' reports could not be looked for: the database can't be reached");
            } else {
                LOG.error("Couriers' reports could not be matched", Wordless.of(failure));
            }
        }
    }

    @Override
    public void stop() {
        if (rounds != null) {
            rounds.setWaitForTasksToCompleteOnShutdown(true);
            rounds.setAwaitTerminationSeconds(LONGEST_STOP_SECONDS);
            rounds.shutdown();
            rounds = null;
        }
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }
}
