package dev.kefu.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;

@ExtendWith(OutputCaptureExtension.class)
class RoundsTests {

    private static final int SOME = 4;

    private final CountDownLatch left = new CountDownLatch(SOME);

    @Test
    void goOnAfterAFailureAndSayOnceThatTheDatabaseIsAway(CapturedOutput said) throws InterruptedException {
        var rounds = rounds(() -> {
            throw new DataAccessResourceFailureException("Nobody answers");
        });

        rounds.start();
        var wereThere = left.await(30, TimeUnit.SECONDS);
        rounds.stop();

        assertThat(wereThere).isTrue();
        assertThat(said.getOut()).containsOnlyOnce("There are no rounds of tests now");
    }

    @Test
    void sayEachTimeThatSomethingIsWrong(CapturedOutput said) throws InterruptedException {
        var rounds = rounds(() -> {
            throw new IllegalStateException("broken");
        });

        rounds.start();
        var wereThere = left.await(30, TimeUnit.SECONDS);
        rounds.stop();

        assertThat(wereThere).isTrue();
        assertThat(said.getOut().split("A round of tests failed", -1)).hasSizeGreaterThanOrEqualTo(SOME);
    }

    @Test
    void beginNothingNewOnceTheHouseCloses() {
        var rounds = rounds(() -> { });
        rounds.start();

        rounds.stop();

        assertThat(rounds.isRunning()).isFalse();
        assertThat(rounds.isOpen()).isFalse();
    }

    private Rounds rounds(Runnable work) {
        return new Rounds("tests", Duration.ofMillis(5)) {

            @Override
            protected void round() {
                left.countDown();
                work.run();
            }
        };
    }
}
