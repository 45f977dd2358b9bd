package dev.kefu.shipping.courier;

import dev.kefu.shipping.Bookings;
import dev.kefu.shipping.Cancellations;
import dev.kefu.workflow.Rounds;
import java.time.Duration;

/** Looks every few seconds whether the couriers' service has to be told of a cancellation. */
class CancellationRounds extends Rounds {

    private final Bookings bookings;
    private final Cancellations cancellations;

    CancellationRounds(Bookings bookings, Cancellations cancellations, CourierSettings settings) {
        // A call that is under way may come to its end, which is noted
        super("cancellations", settings.line().isConnected() ? settings.cancelEvery() : Duration.ZERO,
                settings.line().longestCall().plusSeconds(1));
        this.bookings = bookings;
        this.cancellations = cancellations;
    }

    @Override
    protected void round() {
        bookings.endForgotten();
        cancellations.tellDue();
    }
}
