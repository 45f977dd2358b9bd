package dev.kefu.mail;

import dev.kefu.workflow.Rounds;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every few seconds whether there is something to send: a mail server that takes its time keeps nothing else waiting. */
public class DeliveryRounds extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRounds.class);

    private final String what;
    private final Delivery delivery;
    private final MailBook book;
    private final MailServer server;

    /** @param what is sent, in the plural: {@code letters} */
    public DeliveryRounds(String what, Delivery delivery, MailBook book, MailServer server, MailSettings settings) {
        super(what, server.isConfigured() ? settings.sendEvery() : Duration.ZERO);
        this.what = what;
        this.delivery = delivery;
        this.book = book;
        this.server = server;
    }

    @Override
    public void start() {
        if (!server.isConfigured()) {
            LOG.info("No mail server is configured (spring.mail.host): {} are not sent", what);
            book.park();
        }
        super.start();
    }

    @Override
    protected void round() {
        delivery.sendDue();
    }
}
