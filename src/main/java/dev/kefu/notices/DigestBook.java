package dev.kefu.notices;

import dev.kefu.mail.MailBook;
import dev.kefu.mail.MailSettings;
import dev.kefu.mail.OutgoingMail;
import dev.kefu.mail.SendingFailure;
import dev.kefu.notices.ReaderRows.Mailing;
import dev.kefu.workflow.Standing;
import dev.kefu.workflow.Standings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails about news as their sender sees them. None is kept: a mail is written when it is sent, so that one that waited for
 * the server tells what is news then. What is kept is how far each person has been told.
 */
@Component
@Transactional
class DigestBook implements MailBook {

    /** So many people are looked at together. */
    private static final int PEOPLE = 500;
    /** Nothing is put off for longer, unless the clock was moved back since. */
    private static final Duration LONGEST_PAUSE = Duration.ofHours(25);

    private final ReaderRows readers;
    private final Noticeboard board;
    private final Standings standings;
    private final Digest digest;
    private final RecipientLanguages languages;
    private final NoticeSettings settings;
    private final MailSettings mail;
    private final Clock clock;

    DigestBook(ReaderRows readers, Noticeboard board, Standings standings, Digest digest, RecipientLanguages languages,
            NoticeSettings settings, MailSettings mail, Clock clock) {
        this.readers = readers;
        this.board = board;
        this.standings = standings;
        this.digest = digest;
        this.languages = languages;
        this.settings = settings;
        this.mail = mail;
        this.clock = clock;
    }

    /** Nothing waits for a server: what is news is told whenever there is one. */
    @Override
    public void wake() {
        // A mail is written when it is sent
    }

    @Override
    public void park() {
        // Nor is anything set aside
    }

    /** Takes those people to whom it is time to write and for whom there is news. */
    @Override
    public List<OutgoingMail> take() {
        var now = clock.instant();
        var due = readers.holdDue(now, now.plus(LONGEST_PAUSE), PEOPLE);
        while (!due.isEmpty()) {
            var taken = takeOf(due, now);
            if (!taken.isEmpty()) {
                return taken;
            }
            due = due.size() < PEOPLE ? List.of() : readers.holdDue(now, now.plus(LONGEST_PAUSE), PEOPLE);
        }
        return List.of();
    }

    private List<OutgoingMail> takeOf(List<String> due, Instant now) {
        var known = readers.of(due);
        var people = standings.of(due);
        var reachable = people.values().stream().filter(each -> MailAddress.isUsable(each.email())).toList();
        var news = board.of(reachable, known, Channel.MAIL);
        var tongues = languages.of(people.keySet());
        var idle = new ArrayList<String>();
        var mailings = new ArrayList<Mailing>();
        var mails = new ArrayList<OutgoingMail>();
        for (var person : due) {
            var fresh = news.containsKey(person) ? fresh(news.get(person), now) : List.<Notice>of();
            if (fresh.isEmpty()) {
                idle.add(person);
            } else if (mails.size() < BATCH) {
                var mailing = new Mailing(person, id(person, fresh.get(0).id()), fresh.get(0).id(),
                        known.get(person).mailAttempts() + 1);
                var words = digest.of(fresh, tongues.get(person));
                mailings.add(mailing);
                mails.add(new OutgoingMail(mailing.id(), mailing.attempt(), tongues.get(person).code(),
                        address(people, person), words.subject(), words.body()));
            }
        }
        putOff(idle, people.keySet(), known, now);
        readers.claim(mailings, now.plus(HOLD));
        return mails;
    }

    private static String address(Map<String, Standing> people, String person) {
        return Objects.requireNonNull(people.get(person).email()).strip();
    }

    /** What was mailed before is not mailed again; nor does anybody want to read what waited for days. */
    private List<Notice> fresh(Noticeboard.Mine mine, Instant now) {
        return mine.notices().stream()
                .filter(each -> each.id() > mine.reader().mailedUntil()
                        && !each.happenedAt().isBefore(now.minus(mail.sendWithin())))
                .toList();
    }

    private void putOff(Collection<String> idle, Collection<String> people, Map<String, Reader> known, Instant now) {
        var never = idle.stream().filter(each -> !people.contains(each) || !known.get(each).wantsMail()).toList();
        readers.putOff(never, null);
        readers.putOff(idle.stream().filter(each -> !never.contains(each)).toList(), now.plus(settings.mailEvery()));
    }

    /** The same news for the same person has the same name. */
    private static String id(String person, long until) {
        return UUID.nameUUIDFromBytes((person + '\n' + until).getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Override
    public void sent(OutgoingMail sent) {
        readers.sent(sent.id(), sent.attempt(), clock.instant(), clock.instant().plus(settings.mailEvery()));
    }

    @Override
    public void putBack(List<OutgoingMail> taken) {
        taken.forEach(each -> readers.failed(each.id(), each.attempt(), each.attempt() - 1, null, clock.instant()));
    }

    /**
     * It is tried for as long as there is news: what is no news any more needs no mail. A server that says that there is no
     * such mailbox is asked again only after the longest pause.
     */
    @Override
    public void failed(List<OutgoingMail> taken, SendingFailure failure) {
        var pauses = mail.retryAfter();
        for (var each : taken) {
            var place = failure.isFinal() ? pauses.size() : Math.min(each.attempt(), pauses.size());
            var pause = pauses.isEmpty() ? settings.mailEvery() : pauses.get(place - 1);
            readers.failed(each.id(), each.attempt(), each.attempt(), failure.words(), clock.instant().plus(pause));
        }
    }
}
