package dev.kefu.correspondence;

import dev.kefu.cases.CaseFiles;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The book of the sender: each method is one short transaction, and none of them knows the mail server. */
@Component
@Transactional
class SentLetters {

    /** As many as are sent over one connection. */
    static final int BATCH = 20;
    /** After so long somebody else may think that whoever took a letter is gone. */
    static final Duration HOLD = Duration.ofMinutes(15);

    private final LetterRecords letters;
    private final CaseFiles cases;
    private final CorrespondenceSettings settings;
    private final Clock clock;

    SentLetters(LetterRecords letters, CaseFiles cases, CorrespondenceSettings settings, Clock clock) {
        this.letters = letters;
        this.cases = cases;
        this.settings = settings;
        this.clock = clock;
    }

    /** Letters that were written while there was no server, and that somebody still wants to read, are due now. */
    void wake() {
        letters.wake(clock.instant(), clock.instant().minus(settings.sendWithin()));
    }

    /** There is no server: what is due doesn't wait for it. A node that has one takes it up again in its next round. */
    void park() {
        letters.park(clock.instant());
    }

    /** Takes letters that are due; nobody else gets them meanwhile. */
    List<OutgoingLetter> take() {
        var now = clock.instant();
        var taken = new ArrayList<OutgoingLetter>();
        var due = letters.holdDue(now, BATCH);
        while (!due.isEmpty() && taken.isEmpty()) {
            for (var letter : due) {
                if (letter.isQueuedBefore(now.minus(settings.sendWithin()))) {
                    giveUp(letter, "It waited too long to be sent.");
                } else {
                    letter.claim(now.plus(HOLD));
                    taken.add(letter.outgoing());
                }
            }
            due = taken.isEmpty() ? letters.holdDue(now, BATCH) : List.of();
        }
        return taken;
    }

    /** The server has it; nothing happens if somebody else took it meanwhile. */
    void sent(OutgoingLetter letter) {
        letters.hold(letter.id()).filter(each -> each.isOnAttempt(letter.attempt())).ifPresent(each -> each.sent(clock.instant()));
    }

    /** Nobody tried to send these; they are due as before. */
    void putBack(List<OutgoingLetter> taken) {
        taken.forEach(each -> letters.hold(each.id()).filter(letter -> letter.isOnAttempt(each.attempt()))
                .ifPresent(letter -> letter.putBack(clock.instant())));
    }

    /** The server does not have them, for this reason; they are tried again later, or never. */
    void failed(List<OutgoingLetter> taken, SendingFailure failure) {
        for (var each : taken) {
            letters.hold(each.id()).filter(letter -> letter.isOnAttempt(each.attempt())).ifPresent(letter -> {
                var pauses = settings.retryAfter();
                if (failure.isFinal() || each.attempt() > pauses.size()) {
                    giveUp(letter, failure.words());
                } else {
                    letter.failed(failure.words(), clock.instant().plus(pauses.get(each.attempt() - 1)));
                }
            });
        }
    }

    private void giveUp(Letter letter, String why) {
        letter.failedForGood(why);
        cases.recordFact(letter.caseNumber(), "LETTER_FAILED", "Letter " + letter.template() + " (" + letter.language() + "): " + why);
    }
}
