package dev.kefu.crash;

import dev.kefu.Caller;
import dev.kefu.Caller.Answer;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * Somebody at work, by REST only. Whenever a call is not answered or is answered by a refusal, they do what people do: look
 * at the case again and go on from where it stands.
 */
final class Client implements Runnable {

    /** Somebody else was faster, what is asked for is gone, or Kefu says that it can't now. */
    private static final Set<Integer> LOOK_AGAIN = Set.of(404, 409, 503);
    private static final int MANY = 200;

    private final House house;
    private final Worklist work;
    private final Tally tally;
    private final Random chance;

    Client(House house, Worklist work, Tally tally, Random chance) {
        this.house = house;
        this.work = work;
        this.tally = tally;
        this.chance = chance;
    }

    @Override
    public void run() {
        try {
            while (!work.isEmpty() && !Thread.currentThread().isInterrupted()) {
                var errand = work.take();
                if (errand.isEmpty()) {
                    Thread.sleep(20);
                } else {
                    handle(errand.get());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(Errand errand) {
        try {
            var goesOn = step(errand);
            if (errand.isClosed()) {
                work.done();
                return;
            }
            if (goesOn) {
                work.progress();
            }
            work.putBack(errand, goesOn ? chance.nextInt(100) : MANY + chance.nextInt(MANY));
        } catch (RuntimeException | AssertionError unexpected) {
            tally.fault("client", errand + ": " + unexpected);
            work.putBack(errand, 10L * MANY);
        }
    }

    /** @return whether something was done */
    private boolean step(Errand errand) {
        if (!errand.isOrdered()) {
            return ask("shop", caller -> caller.put("/api/orders/" + errand.orderNumber(), errand.orderJson()))
                    .map(answer -> {
                        errand.ordered();
                        return true;
                    }).orElse(false);
        }
        if (errand.caseNumber() == null) {
            return open(errand);
        }
        var file = ask("returns", caller -> caller.get("/api/cases/" + errand.caseNumber())).map(Answer::json);
        if (file.isEmpty()) {
            return false;
        }
        if (file.get().get("status").asText().equals("CLOSED")) {
            errand.closed();
            return true;
        }
        return errand.next(file.get()).filter(act -> does(errand, act)).isPresent();
    }

    /** With the same key, whatever became of the last try; now and then once more though it was answered. */
    private boolean open(Errand errand) {
        var number = start(errand);
        if (number.isPresent() && chance.nextInt(5) == 0) {
            var again = start(errand);
            if (again.isPresent() && !again.equals(number)) {
                tally.fault("The same key opened " + number.get() + " and " + again.get() + ".");
            }
        }
        number.ifPresent(errand::opened);
        return number.isPresent();
    }

    private Optional<String> start(Errand errand) {
        return ask("agent", caller -> caller.with("Idempotency-Key", errand.key())
                .post("/api/cases/product-return", errand.requestJson()))
                .map(answer -> answer.json().get("caseNumber").asText());
    }

    private boolean does(Errand errand, Act act) {
        if (act.task() != null && ask(act.person(), act::claimedBy).isEmpty()) {
            return false;
        }
        var done = ask(act.person(), caller -> act.doneBy(caller, errand.caseNumber())).isPresent();
        if (done && chance.nextInt(20) == 0) {
            sendsTwice(errand, act);
        }
        return done;
    }

    /** As an impatient finger does: what was done is not done again, and nothing falls over. */
    private void sendsTwice(Errand errand, Act act) {
        house.call(act.person(), caller -> act.doneBy(caller, errand.caseNumber())).ifPresent(answer -> {
            tally.count("sent twice");
            if (act.task() != null && !LOOK_AGAIN.contains(answer.status())) {
                tally.fault("twice", errand + ": " + act.what() + " was completed twice: " + answer);
            }
        });
    }

    /** @return what was answered, if it was what is hoped for */
    private Optional<Answer> ask(String person, Function<Caller, Answer> request) {
        var answer = house.call(person, request);
        answer.filter(each -> each.status() >= 300 && !LOOK_AGAIN.contains(each.status()))
                .ifPresent(each -> tally.fault("HTTP " + each.status(), "Nobody expected " + each));
        return answer.filter(each -> each.status() < 300);
    }
}
