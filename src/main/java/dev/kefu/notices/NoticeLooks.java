package dev.kefu.notices;

import dev.kefu.workflow.Rounds;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks every few seconds what is new, and tells the pages that listen here. Nothing that it does waits for a page or for a
 * mail server.
 */
@Component
class NoticeLooks extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeLooks.class);

    /** After so many rounds in a row the pages are told what there is; the others follow. */
    private static final int MOST_ROUNDS = 20;
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(5);

    private final NoticeRound round;
    private final NoticeStreams streams;

    NoticeLooks(NoticeRound round, NoticeStreams streams, NoticeSettings settings) {
        super("notices", settings.lookEvery(), LONGEST_GOODBYE);
        this.round = round;
        this.streams = streams;
    }

    @Override
    protected void round() {
        try {
            for (int rounds = 0; rounds < MOST_ROUNDS && round.look(); rounds++) {
                LOG.debug("There is more news than one round takes");
            }
            streams.look();
        } finally {
            streams.beat();
        }
    }

    /** Long before the server waits for the last calls to end: these would not. */
    @Override
    public void stop() {
        super.stop();
        streams.endAll();
    }

    /** Also where nobody looks: pages that listen have to be let go in the end. */
    @Override
    public boolean isRunning() {
        return isOpen();
    }
}
