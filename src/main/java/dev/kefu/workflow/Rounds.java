package dev.kefu.workflow;

import dev.kefu.shared.Wordless;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.lang.Nullable;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Something that is looked after every few moments, in a thread of its own, as long as the house is open. A round that fails
 * is followed by the next one; that the database is away is said once.
 */
public abstract class Rounds implements SmartLifecycle {

    private static final Duration USUAL_GOODBYE = Duration.ofSeconds(20);

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final String name;
    private final Duration every;
    private final Duration goodbye;
    private volatile boolean isOpen;
    private boolean isAway;
    @Nullable
    private ThreadPoolTaskScheduler thread;

    /**
     * @param name  of the thread, and of what is looked after in the log
     * @param every the time between two rounds, and before the first; nothing for no rounds
     */
    protected Rounds(String name, Duration every) {
        this(name, every, USUAL_GOODBYE);
    }

    /** @param goodbye how long the house waits for a round that is under way when it closes */
    protected Rounds(String name, Duration every, Duration goodbye) {
        this.name = name;
        this.every = every;
        this.goodbye = goodbye;
    }

    protected abstract void round();

    /** Whether further work may be begun within a round. */
    protected boolean isOpen() {
        return isOpen;
    }

    @Override
    public void start() {
        isOpen = true;
        if (!every.isZero()) {
            thread = new ThreadPoolTaskScheduler();
            thread.setThreadNamePrefix(name + "-");
            thread.initialize();
            thread.scheduleWithFixedDelay(this::roundOrSay, thread.getClock().instant().plus(every), every);
        }
    }

    private void roundOrSay() {
        try {
            round();
            isAway = false;
        } catch (RuntimeException failure) {
            if (!Outages.include(failure)) {
                log.error("A round of {} failed", name, Wordless.of(failure));
            } else if (!isAway) {
                isAway = true;
                log.warn("There are no rounds of {} now: the database can't be reached", name);
            }
        }
    }

    /** What is just being done may be done to its end. */
    @Override
    public void stop() {
        isOpen = false;
        if (thread != null) {
            thread.setWaitForTasksToCompleteOnShutdown(true);
            thread.setAwaitTerminationSeconds((int) goodbye.toSeconds());
            thread.shutdown();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
