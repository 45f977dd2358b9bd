package dev.kefu.stockouts.bulk;

import dev.kefu.shared.Wordless;
import dev.kefu.workflow.Outages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.lang.Nullable;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/** Looks every moment whether a run has orders left, and does them in a thread of its own; what a restart broke off goes on. */
@Component
class BulkRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BulkRounds.class);

    private static final int LONGEST_GOODBYE_SECONDS = 20;

    private final BulkOpening opening;
    private final BulkSettings settings;
    private volatile boolean isRunning;
    private boolean isAway;
    @Nullable
    private ThreadPoolTaskScheduler rounds;

    BulkRounds(BulkOpening opening, BulkSettings settings) {
        this.opening = opening;
        this.settings = settings;
    }

    @Override
    public void start() {
        isRunning = true;
        if (!settings.lookEvery().isZero()) {
            rounds = new ThreadPoolTaskScheduler();
            rounds.setThreadNamePrefix("stock-outs-");
            rounds.initialize();
            rounds.scheduleWithFixedDelay(this::round, settings.lookEvery());
        }
    }

    /** Until nothing is left, or the house closes. */
    void round() {
        try {
            while (isRunning && opening.openNext()) {
                isAway = false;
            }
        } catch (RuntimeException failure) {
            if (!Outages.include(failure)) {
                LOG.error("Stock-outs could not be opened", Wordless.of(failure));
            } else if (!isAway) {
                isAway = true;
                LOG.warn("Stock-outs wait to be opened: the database can't be reached");
            }
        }
    }

    /** The order that is just being done may be done to its end. */
    @Override
    public void stop() {
        isRunning = false;
        if (rounds != null) {
            rounds.setWaitForTasksToCompleteOnShutdown(true);
            rounds.setAwaitTerminationSeconds(LONGEST_GOODBYE_SECONDS);
            rounds.shutdown();
            rounds = null;
        }
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }
}
