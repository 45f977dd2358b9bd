package dev.kefu.mail;

import dev.kefu.shared.Wordless;
import dev.kefu.workflow.Outages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.lang.Nullable;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Looks every few seconds whether there is something to send. It has a thread of its own: a mail server that takes its time
 * keeps nothing else waiting.
 */
public class DeliveryRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRounds.class);

    private static final int LONGEST_GOODBYE_SECONDS = 20;

    private final String what;
    private final Delivery delivery;
    private final MailBook book;
    private final MailServer server;
    private final MailSettings settings;
    @Nullable
    private ThreadPoolTaskScheduler rounds;

    /** @param what is sent, in the plural: {@code letters} */
    public DeliveryRounds(String what, Delivery delivery, MailBook book, MailServer server, MailSettings settings) {
        this.what = what;
        this.delivery = delivery;
        this.book = book;
        this.server = server;
        this.settings = settings;
    }

    @Override
    public void start() {
        if (!server.isConfigured()) {
            LOG.info("No mail server is configured (spring.mail.host): {} are not sent", what);
            book.park();
            return;
        }
        if (!settings.sendEvery().isZero()) {
            rounds = new ThreadPoolTaskScheduler();
            rounds.setThreadNamePrefix(what + "-");
            rounds.initialize();
            rounds.scheduleWithFixedDelay(this::round, settings.sendEvery());
        }
    }

    private void round() {
        try {
            delivery.sendDue();
        } catch (RuntimeException failure) {
            if (Outages.include(failure)) {
                LOG.warn("Due {} could not be looked for: the database can't be reached", what);
            } else {
                LOG.error("{} could not be sent", what, Wordless.of(failure));
            }
        }
    }

    /** A mail that is just being sent may be sent to its end. */
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
