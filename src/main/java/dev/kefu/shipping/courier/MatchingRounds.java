package dev.kefu.shipping.courier;

import dev.kefu.shipping.ParcelEvents;
import dev.kefu.workflow.Rounds;
import java.time.Duration;

/** Looks every minute whether reports of known parcels are left whose consequences went wrong. */
class MatchingRounds extends Rounds {

    private final ParcelEvents events;

    MatchingRounds(ParcelEvents events, Duration every) {
        super("parcel-events", every);
        this.events = events;
    }

    @Override
    protected void round() {
        events.matchWhatIsLeft();
    }
}
