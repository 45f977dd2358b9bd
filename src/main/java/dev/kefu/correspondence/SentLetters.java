package dev.kefu.correspondence;

import dev.kefu.cases.CaseFiles;
import dev.kefu.mail.MailBook;
import dev.kefu.mail.MailSettings;
import dev.kefu.mail.OutgoingMail;
import dev.kefu.mail.SendingFailure;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The letters as their sender sees them. */
@Component
@Transactional
class SentLetters implements MailBook {

    private final LetterRecords letters;
    private final CaseFiles cases;
    private final MailSettings settings;
    private final Clock clock;

    SentLetters(LetterRecords letters, CaseFiles cases, MailSettings settings, Clock clock) {
        this.letters = letters;
        this.cases = cases;
        this.settings = settings;
        this.clock = clock;
    }

    /** Letters that were written while there was no server, and that somebody still wants to read, are due now. */
    @Override
    public void wake() {
        letters.wake(clock.instant(), clock.instant().minus(settings.sendWithin()));
    }

    /** There is no server: what is due doesn't wait for it. A node that has one takes it up again in its next round. */
    @Override
    public void park() {
        letters.park(clock.instant());
    }

    @Override
    public List<OutgoingMail> take() {
        var now = clock.instant();
        var taken = new ArrayList<OutgoingMail>();
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

    @Override
    public void sent(OutgoingMail letter) {
        letters.hold(letter.id()).filter(each -> each.isOnAttempt(letter.attempt())).ifPresent(each -> each.sent(clock.instant()));
    }

    @Override
    public void putBack(List<OutgoingMail> taken) {
        taken.forEach(each -> letters.hold(each.id()).filter(letter -> letter.isOnAttempt(each.attempt()))
                .ifPresent(letter -> letter.putBack(clock.instant())));
    }

    @Override
    public void failed(List<OutgoingMail> taken, SendingFailure failure) {
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
