package dev.kefu.correspondence;

import dev.kefu.shared.Wordless;
import dev.kefu.workflow.Outages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.lang.Nullable;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Looks every few seconds whether there is something to send. It has a thread of its own: a mail server that takes its time
 * keeps nothing else waiting.
 */
@Component
class LetterRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LetterRounds.class);

    private static final int LONGEST_GOODBYE_SECONDS = 20;

    private final LetterSender sender;
    private final SentLetters book;
    private final MailServer server;
    private final CorrespondenceSettings settings;
    @Nullable
    private ThreadPoolTaskScheduler rounds;

    LetterRounds(LetterSender sender, SentLetters book, MailServer server, CorrespondenceSettings settings) {
        this.sender = sender;
        this.book = book;
        this.server = server;
        this.settings = settings;
    }

    @Override
    public void start() {
        if (!server.isConfigured()) {
            LOG.info("No mail server is configured (spring.mail.host): letters to customers are written and not sent");
            book.park();
            return;
        }
        if (!settings.sendEvery().isZero()) {
            rounds = new ThreadPoolTaskScheduler();
            rounds.setThreadNamePrefix("letters-");
            rounds.initialize();
            rounds.scheduleWithFixedDelay(this::round, settings.sendEvery());
        }
    }

    private void round() {
        try {
            sender.sendDue();
        } catch (RuntimeException failure) {
            if (Outages.include(failure)) {
                LOG.warn("Letters could not be looked for: the database can't be reached");
            } else {
                LOG.error("Letters could not be sent", Wordless.of(failure));
            }
        }
    }

    /** A letter that is just being sent may be sent to its end. */
    @Override
    public void stop() {
        if (rounds != null) {
            rounds.setWaitForTasksToCompleteOnShutdown(true);
            rounds.setAwaitTerminationSeconds(LONGEST_GOODBYE_SECONDS);
            rounds.shutdown();
            rounds = null;
        }
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }
}
