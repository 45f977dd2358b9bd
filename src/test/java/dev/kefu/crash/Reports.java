package dev.kefu.crash;

import dev.kefu.Caller;
import dev.kefu.whole.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells Kefu later what became of a payout, again and again until somebody there says that it was heard. */
final class Reports {

    private static final int PAUSE = 500;
    private static final int ACCEPTED = 202;
    private static final Set<Integer> LATER = Set.of(409, 503);

    private final ScheduledExecutorService senders = Executors.newScheduledThreadPool(4);
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final Queue<String> complaints;
    private final List<Integer> ports;
    private final String person;
    private final String password;

    /** @param ports of Kefu's nodes: whichever answers is told */
    Reports(List<Integer> ports, String person, String password, Queue<String> complaints) {
        this.ports = ports;
        this.person = person;
        this.password = password;
        this.complaints = complaints;
    }

    /** Does it later, and counts as open meanwhile. */
    void later(long millis, Runnable work) {
        open.incrementAndGet();
        senders.schedule(() -> {
            try {
                work.run();
            } catch (RuntimeException failed) {
                complaints.add("The payment service itself failed: " + failed);
            } finally {
                open.decrementAndGet();
            }
        }, millis, TimeUnit.MILLISECONDS);
    }

    /** @param twice it is told once more after it was heard, as services do that lost the answer */
    void tell(Account account, boolean twice, Random chance) {
        var event = new LinkedHashMap<String, Object>();
        synchronized (account) {
            event.put("eventId", "E-" + account.order().refundId() + "-" + account.status());
            event.put("refundId", account.order().refundId());
            event.put("status", account.status().equals("PAID") ? "PAID" : "FAILED");
            event.put("reference", account.reference());
            event.put("reason", account.reference() == null ? "The customer's account is closed" : null);
        }
        later(0, () -> send(Json.of(event), twice, chance.nextInt(ports.size())));
    }

    private void send(String event, boolean twice, int turn) {
        if (!isHeard(event, ports.get(turn % ports.size()))) {
            later(PAUSE, () -> send(event, twice, turn + 1));
        } else if (twice) {
            later(PAUSE / 2, () -> send(event, false, turn + 1));
        }
    }

    private boolean isHeard(String event, int port) {
        try {
            var answer = Caller.withPassword(port, person, password).post("/api/payout-events", event);
            if (answer.status() == ACCEPTED) {
                sent.incrementAndGet();
                return true;
            }
            if (!LATER.contains(answer.status())) {
                complaints.add("The report " + event + " was answered with " + answer);
            }
        } catch (IllegalStateException nobodyThere) {
            unanswered.incrementAndGet();
        }
        return false;
    }

    int open() {
        return open.get();
    }

    int sent() {
        return sent.get();
    }

    int unanswered() {
        return unanswered.get();
    }
}
