package dev.kefu.workflow.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginThrottleTests {

    private static final LoginSettings SETTINGS = new LoginSettings(4, 5, 100, 30, Duration.ofMinutes(15),
            Duration.ofMinutes(1), Duration.ofMinutes(15), Duration.ofSeconds(2), Duration.ofSeconds(60));

    private static final Attempt AGENT_AT_DESK = Attempt.of("agent", "10.0.0.1");

    /** Close to where a counter of nanoseconds starts again from below zero. */
    private long now = Long.MAX_VALUE - Duration.ofMinutes(1).toNanos();

    private final LoginThrottle throttle = new LoginThrottle(SETTINGS, () -> now);

    @Test
    void letsARightPasswordPassAtOnceAfterAWrongOne() {
        wrong(AGENT_AT_DESK, 4);

        assertThat(toWait(AGENT_AT_DESK)).isEmpty();
    }

    @Test
    void locksAnAccountForTheAddressThatGuesses() {
        wrong(AGENT_AT_DESK, 5);

        assertThat(toWait(AGENT_AT_DESK)).contains(Duration.ofMinutes(1));
    }

    @Test
    void locksNeitherTheAccountElsewhereNorTheAddressForOthers() {
        wrong(AGENT_AT_DESK, 5);

        assertThat(toWait(Attempt.of("agent", "10.0.0.2"))).isEmpty();
        assertThat(toWait(Attempt.of("manager", "10.0.0.1"))).isEmpty();
    }

    @Test
    void endsItsLocksByItself() {
        wrong(AGENT_AT_DESK, 5);

        pass(Duration.ofSeconds(59));
        assertThat(toWait(AGENT_AT_DESK)).contains(Duration.ofSeconds(1));

        pass(Duration.ofSeconds(1));
        assertThat(toWait(AGENT_AT_DESK)).isEmpty();
    }

    @Test
    void locksLongerEachTimeButNeverForGood() {
        for (var minutes : new long[] {1, 2, 4, 8, 15, 15, 15}) {
            wrong(AGENT_AT_DESK, 5);

            assertThat(toWait(AGENT_AT_DESK)).contains(Duration.ofMinutes(minutes));
            pass(Duration.ofMinutes(minutes));
        }
    }

    @Test
    void beginsAnewAfterARightPassword() {
        wrong(AGENT_AT_DESK, 4);

        throttle.right(AGENT_AT_DESK);
        wrong(AGENT_AT_DESK, 4);

        assertThat(toWait(AGENT_AT_DESK)).isEmpty();
    }

    @Test
    void beginsAnewAfterAQuietWhile() {
        wrong(AGENT_AT_DESK, 4);

        pass(Duration.ofMinutes(16));
        wrong(AGENT_AT_DESK, 4);

        assertThat(toWait(AGENT_AT_DESK)).isEmpty();
    }

    @Test
    void shutsOutAnAddressThatTriesManyAccountsAndNobodyWhoWorksThere() {
        throttle.right(AGENT_AT_DESK);

        for (int i = 0; i < 100; i++) {
            throttle.wrong(Attempt.of("guess" + i, "10.0.0.1"));
        }

        assertThat(toWait(Attempt.of("manager", "10.0.0.1"))).contains(Duration.ofMinutes(1));
        assertThat(toWait(AGENT_AT_DESK)).isEmpty();
        assertThat(toWait(Attempt.of("manager", "10.0.0.2"))).isEmpty();
    }

    @Test
    void slowsDownStrangersWhoGuessOnePasswordFromManyAddresses() {
        throttle.right(AGENT_AT_DESK);

        for (int i = 0; i < 30; i++) {
            throttle.wrong(Attempt.of("agent", "203.0.113." + i));
        }

        var newcomer = Attempt.of("agent", "198.51.100.1");
        assertThat(toWait(newcomer)).isEmpty();
        assertThat(toWait(newcomer)).contains(Duration.ofSeconds(2));
        assertThat(toWait(Attempt.of("agent", "198.51.100.2"))).contains(Duration.ofSeconds(2));
        assertThat(toWait(AGENT_AT_DESK)).isEmpty();
        pass(Duration.ofSeconds(2));
        assertThat(toWait(newcomer)).isEmpty();
    }

    @Test
    void onlySlowsDownWhoIsSpared() {
        var service = Attempt.of("integration", "10.0.0.1");
        wrong(service, 500);

        assertThat(throttle.toWait(service, () -> true, false)).isEmpty();
        assertThat(throttle.toWait(service, () -> true, false)).contains(Duration.ofSeconds(2));
        pass(Duration.ofSeconds(2));
        assertThat(throttle.toWait(service, () -> true, false)).isEmpty();
    }

    @Test
    void letsWhoIsSparedPassWithAPasswordThatWasRightBefore() {
        var service = Attempt.of("integration", "10.0.0.1");
        wrong(service, 500);
        throttle.toWait(service, () -> true, false);

        var first = throttle.toWait(service, () -> true, true);
        var second = throttle.toWait(service, () -> true, true);

        assertThat(first).isEmpty();
        assertThat(second).hasValueSatisfying(wait -> assertThat(wait).isLessThan(Duration.ofMillis(100)));
    }

    @Test
    void letsNobodyElsePassALockWithAPasswordThatWasRightBefore() {
        wrong(AGENT_AT_DESK, 5);

        assertThat(throttle.toWait(AGENT_AT_DESK, () -> false, true)).isPresent();
    }

    @Test
    void forgetsWhatAnAdministratorForgives() {
        wrong(AGENT_AT_DESK, 50);

        throttle.forgive("agent");

        assertThat(toWait(AGENT_AT_DESK)).isEmpty();
    }

    @Test
    void remembersNoMoreThanItMay() {
        for (int i = 0; i < 200_000; i++) {
            throttle.wrong(Attempt.of("account" + i, "10." + i % 200 + "." + i / 200 % 250 + "." + i / 50_000));
            throttle.right(Attempt.of("person" + i, "10.0.0.1"));
        }

        assertThat(throttle.size()).isLessThanOrEqualTo(2 * LoginThrottle.MOST_PAIRS + 2 * LoginThrottle.MOST_OTHERS);
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1, 10.0.0.1", "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
            "2001:db8:1:2::ffff, 2001:db8:1:2:0:0:0:0/64", "[2001:db8:1:2::1], 2001:db8:1:2:0:0:0:0/64",
            "fe80::1%eth0, fe80:0:0:0:0:0:0:0/64", "::ffff:10.0.0.1, 10.0.0.1", "evil.example, unknown",
            "'', unknown", "10.0.0.1 or so, unknown"})
    void takesAWholeNetworkOfTheNewKindForOneCaller(String address, String counted) {
        assertThat(Attempt.of("agent", address).address()).isEqualTo(counted);
    }

    @ParameterizedTest
    @CsvSource({"agent, agent", "'a\nb', a?b", "'{jndi}${x}', ?jndi???x?"})
    void writesHarmlessNamesToTheLog(String account, String shown) {
        assertThat(Attempt.of(account, "10.0.0.1").shownAccount()).isEqualTo(shown);
        assertThat(Attempt.of(account.repeat(1000), "10.0.0.1").shownAccount()).hasSizeLessThan(40);
    }

    private Optional<Duration> toWait(Attempt attempt) {
        return throttle.toWait(attempt, () -> false, false);
    }

    private void wrong(Attempt attempt, int times) {
        for (int i = 0; i < times; i++) {
            throttle.wrong(attempt);
        }
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
