package dev.kefu.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.Caller;
import dev.kefu.Caller.Answer;
import dev.kefu.whole.Json;
import java.util.Map;
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

    private void handle(Progress one) {
        try {
            var goesOn = step(one);
            if (one.isClosed()) {
                work.done();
                return;
            }
            if (goesOn) {
                work.progress();
            }
            work.putBack(one, goesOn ? chance.nextInt(100) : MANY + chance.nextInt(MANY));
        } catch (RuntimeException | AssertionError unexpected) {
            tally.fault("client", one + ": " + unexpected);
            work.putBack(one, 10L * MANY);
        }
    }

    /** @return whether something was done */
    private boolean step(Progress one) {
        if (!one.isPrepared()) {
            return prepare(one);
        }
        if (one.caseNumber() == null) {
            return open(one);
        }
        var file = ask("returns", caller -> caller.get("/api/cases/" + one.caseNumber())).map(Answer::json);
        return file.isPresent() && (file.get().get("status").asText().equals("CLOSED") ? end(one, file.get()) : goOn(one, file.get()));
    }

    /** What people do next, or else in the case for which this one waits. */
    private boolean goOn(Progress one, JsonNode file) {
        var act = one.errand().next(file);
        if (act.isPresent()) {
            return does(one, act.get());
        }
        return one.errand().waitsForStock() && one.cases().size() < one.errand().outcomes().size() && follow(one, file);
    }

    private boolean follow(Progress one, JsonNode file) {
        if (file.get("related").isEmpty()) {
            return false;
        }
        one.opened(file.at("/related/0").asText());
        return true;
    }

    /** Tells the order and fills the shelves, again from the beginning if anything of it got lost. */
    private boolean prepare(Progress one) {
        var errand = one.errand();
        var told = ask("shop", caller -> caller.put("/api/orders/" + errand.orderNumber(), errand.orderJson())).isPresent()
                && errand.shelves().entrySet().stream().allMatch(shelf -> ask("shop", caller -> caller.put(
                        "/api/stock/" + shelf.getKey(), Json.of(Map.of("onHand", shelf.getValue().before())))).isPresent());
        if (told) {
            one.prepared();
        }
        return told;
    }

    /** With the same key, whatever became of the last try; now and then once more though it was answered. */
    private boolean open(Progress one) {
        var number = start(one.errand());
        if (number.isPresent() && chance.nextInt(5) == 0) {
            var again = start(one.errand());
            if (again.isPresent() && !again.equals(number)) {
                tally.fault("The same key opened " + number.get() + " and " + again.get() + ".");
            }
        }
        number.ifPresent(one::opened);
        return number.isPresent();
    }

    private Optional<String> start(Errand errand) {
        return ask("agent", caller -> caller.with("Idempotency-Key", errand.key())
                .post("/api/cases/product-return", errand.requestJson()))
                .map(answer -> answer.json().get("caseNumber").asText());
    }

    /** The case is closed; if its goods come all the same, the work goes on in the case that this opens. */
    private boolean end(Progress one, JsonNode file) {
        if (one.cases().size() == one.errand().outcomes().size()) {
            one.closed();
            return true;
        }
        return follow(one, file) || one.errand().next(file).filter(act -> does(one, act)).isPresent();
    }

    private boolean does(Progress one, Act act) {
        if (act.task() != null && ask(act.person(), act::claimedBy).isEmpty()) {
            return false;
        }
        var done = ask(act.person(), caller -> act.doneBy(caller, one.caseNumber())).isPresent();
        if (done && chance.nextInt(20) == 0) {
            sendsTwice(one, act);
        }
        return done;
    }

    /** As an impatient finger does: what was done is not done again, and nothing falls over. */
    private void sendsTwice(Progress one, Act act) {
        house.call(act.person(), caller -> act.doneBy(caller, one.caseNumber())).ifPresent(answer -> {
            tally.count("sent twice");
            if (act.task() != null && !LOOK_AGAIN.contains(answer.status())) {
                tally.fault("twice", one + ": " + act.what() + " was completed twice: " + answer);
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
