package dev.kefu.workflow.login;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How often a wrong password may be tried, and who has to wait. Nobody can lock out somebody else:
 * <ul>
 * <li>wrong passwords lock an account for the address that they came from, and for no other;</li>
 * <li>an address from which many wrong ones came, for whichever accounts, waits with those that were never right from it;</li>
 * <li>an account for which many wrong ones came, from wherever, takes passwords slowly from addresses that it was never
 * used from, and at once from those that it was;</li>
 * <li>who is spared (administrators, service accounts) is slowed down where others would be locked out, and waits for
 * nobody with a password that has been right from the same address before.</li>
 * </ul>
 * All locks end by themselves. The counts are in memory, bounded, and each node has its own.
 */
class LoginThrottle {

    static final int MOST_PAIRS = 20_000;
    static final int MOST_OTHERS = 10_000;

    /** A password that was right before is recognised without cost, so who is spared may try it so often while locked. */
    private static final long BETWEEN_LOOKS = Duration.ofMillis(50).toNanos();

    private static final Logger LOG = LoggerFactory.getLogger(LoginThrottle.class);

    private final Map<Attempt, Tally> pairs = new Bounded<>(MOST_PAIRS);
    private final Map<Attempt, Boolean> usedBefore = new Bounded<>(MOST_PAIRS);
    private final Map<String, Tally> addresses = new Bounded<>(MOST_OTHERS);
    private final Map<String, Tally> accounts = new Bounded<>(MOST_OTHERS);
    private final LoginSettings settings;
    private final LongSupplier nanos;

    /** @param nanos time that only goes on, in nanoseconds since whenever */
    LoginThrottle(LoginSettings settings, LongSupplier nanos) {
        this.settings = settings;
        this.nanos = nanos;
    }

    /** Whether nothing at all is known against it. */
    synchronized boolean isFree(Attempt attempt) {
        var pair = pairs.get(attempt);
        return (pair == null || !pair.isLocked(now())) && usedBefore.containsKey(attempt);
    }

    /**
     * How long it has to wait; empty if it may be tried now, and then {@link #right} or {@link #wrong} must follow.
     *
     * @param isSpared whether the account must never be locked out
     * @param isKnown  whether this very password has been right from this address before
     */
    synchronized Optional<Duration> toWait(Attempt attempt, BooleanSupplier isSpared, boolean isKnown) {
        var now = now();
        var pair = pairs.get(attempt);
        if (pair != null && pair.isLocked(now)) {
            if (!isSpared.getAsBoolean()) {
                return Optional.of(pair.toWait(now));
            }
            return pair.takeTurn(now, isKnown ? BETWEEN_LOOKS : settings.slow().toNanos(), isKnown);
        }
        if (usedBefore.containsKey(attempt)) {
            return Optional.empty();
        }
        var address = addresses.get(attempt.address());
        var account = accounts.get(attempt.account());
        if (address != null && address.isLocked(now)) {
            return isSpared.getAsBoolean() ? address.takeTurn(now, settings.slow().toNanos(), false)
                    : Optional.of(address.toWait(now));
        }
        if (account != null && account.isCrowded(now)) {
            return account.takeTurn(now, settings.slow().toNanos(), false);
        }
        return Optional.empty();
    }

    synchronized void right(Attempt attempt) {
        pairs.remove(attempt);
        usedBefore.put(attempt, true);
    }

    synchronized void wrong(Attempt attempt) {
        var now = now();
        if (pairs.computeIfAbsent(attempt, any -> new Tally(settings.wrongPasswords())).add(now)) {
            LOG.warn("{} is locked for {} for {} seconds, after {} wrong passwords", attempt.shownAccount(),
                    attempt.address(), pairs.get(attempt).toWait(now).toSeconds(), settings.wrongPasswords());
        }
        if (addresses.computeIfAbsent(attempt.address(), any -> new Tally(settings.wrongPerAddress())).add(now)) {
            LOG.warn("{} is locked for {} seconds for accounts that never logged in from it, after {} wrong passwords",
                    attempt.address(), addresses.get(attempt.address()).toWait(now).toSeconds(),
                    settings.wrongPerAddress());
        }
        if (!usedBefore.containsKey(attempt)
                && accounts.computeIfAbsent(attempt.account(), any -> new Tally(settings.wrongPerAccount())).add(now)) {
            LOG.warn("{} takes passwords slowly from addresses that it was never used from, after {} wrong passwords",
                    attempt.shownAccount(), settings.wrongPerAccount());
        }
    }

    /** Forgets what was counted against the account: an administrator unlocked it. */
    synchronized void forgive(String account) {
        accounts.remove(account);
        pairs.keySet().removeIf(pair -> pair.account().equals(account));
    }

    /** How many it remembers, of all kinds. */
    synchronized int size() {
        return pairs.size() + usedBefore.size() + addresses.size() + accounts.size();
    }

    private long now() {
        return nanos.getAsLong();
    }

    /** Wrong passwords for one thing: a pair, an address, an account. */
    private class Tally {

        private final int limit;
        private int wrong;
        private int locks;
        private long lastAt;
        private long lockedUntil;
        private long nextTurn;
        private long nextLook;

        Tally(int limit) {
            this.limit = limit;
            this.lastAt = now();
            this.lockedUntil = lastAt;
            this.nextTurn = lastAt;
            this.nextLook = lastAt;
        }

        /** Counts another one and says whether it is the one too many. */
        boolean add(long now) {
            if (now - lastAt > settings.window().toNanos() && !isLocked(now)) {
                wrong = 0;
                locks = 0;
            }
            lastAt = now;
            wrong++;
            if (wrong % limit != 0 || isLocked(now)) {
                return false;
            }
            var length = Math.min(settings.lock().toNanos() * (1L << Math.min(locks, 20)), settings.longestLock().toNanos());
            lockedUntil = now + length;
            locks++;
            return true;
        }

        boolean isLocked(long now) {
            return lockedUntil - now > 0;
        }

        /** Whether so many came, and lately, that somebody must be trying them out. */
        boolean isCrowded(long now) {
            return wrong >= limit && now - lastAt <= settings.window().toNanos();
        }

        Duration toWait(long now) {
            return Duration.ofNanos(lockedUntil - now);
        }

        /** Lets one pass and then none for so long. */
        Optional<Duration> takeTurn(long now, long between, boolean isLook) {
            var next = isLook ? nextLook : nextTurn;
            if (next - now > 0) {
                return Optional.of(Duration.ofNanos(next - now));
            }
            if (isLook) {
                nextLook = now + between;
            } else {
                nextTurn = now + between;
            }
            return Optional.empty();
        }
    }
}
