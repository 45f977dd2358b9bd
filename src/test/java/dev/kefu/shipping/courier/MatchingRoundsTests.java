package dev.kefu.shipping.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import dev.kefu.shipping.ParcelEvents;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MatchingRoundsTests {

    private final ParcelEvents events = mock(ParcelEvents.class);

    @Test
    void lookAgainAfterARoundThatFailed() {
        doThrow(new IllegalStateException("A step is broken")).when(events).matchWhatIsLeft();
        var rounds = new MatchingRounds(events, Duration.ofMillis(10));

        rounds.start();

        verify(events, timeout(30_000).atLeast(2)).matchWhatIsLeft();
        rounds.stop();
        assertThat(rounds.isRunning()).isFalse();
    }

    @Test
    void neverLookWhereTheyAreSwitchedOff() {
        var rounds = new MatchingRounds(events, Duration.ZERO);

        rounds.start();

        assertThat(rounds.isRunning()).isFalse();
    }
}
