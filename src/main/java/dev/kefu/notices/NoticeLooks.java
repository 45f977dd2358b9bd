package dev.kefu.notices;

import dev.kefu.shared.Wordless;
import dev.kefu.workflow.Outages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.lang.Nullable;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Looks every few seconds what is new, and tells the pages that listen here. It has a thread of its own, and nothing that it
 * does waits for a page or for a mail server.
 */
@Component
class NoticeLooks implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeLooks.class);

    /** After so many rounds in a row the pages are told what there is; the others follow. */
    private static final int MOST_ROUNDS = 20;

    private final NoticeRound round;
    private final NoticeStreams streams;
    private final NoticeSettings settings;
    private boolean isRunning;
    private boolean isAway;
    @Nullable
    private ThreadPoolTaskScheduler looks;

    NoticeLooks(NoticeRound round, NoticeStreams streams, NoticeSettings settings) {
        this.round = round;
        this.streams = streams;
        this.settings = settings;
    }

    @Override
    public void start() {
        isRunning = true;
        if (!settings.lookEvery().isZero()) {
            looks = new ThreadPoolTaskScheduler();
            looks.setThreadNamePrefix("notices-");
            looks.initialize();
            looks.scheduleWithFixedDelay(this::look, settings.lookEvery());
        }
    }

    private void look() {
        try {
            for (int rounds = 0; rounds < MOST_ROUNDS && round.look(); rounds++) {
                LOG.debug("There is more news than one round takes");
            }
            streams.look();
            isAway = false;
        } catch (RuntimeException failure) {
            if (!Outages.include(failure)) {
                LOG.error("News could not be told", Wordless.of(failure));
            } else if (!isAway) {
                isAway = true;
                LOG.warn("Nobody can be told what is new: the database can't be reached");
            }
        }
        streams.beat();
    }

    /** Long before the server waits for the last calls to end: these would not. */
    @Override
    public void stop() {
        isRunning = false;
        if (looks != null) {
            looks.setWaitForTasksToCompleteOnShutdown(true);
            looks.setAwaitTerminationSeconds(5);
            looks.shutdown();
            looks = null;
        }
        streams.endAll();
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }
}
