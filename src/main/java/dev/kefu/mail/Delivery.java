package dev.kefu.mail;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Brings the mails of a book to the mail server. While it talks to the server it holds no transaction and no lock: mails are taken in
 * one short transaction, and what became of each is noted in another as soon as it is known. Who dies between the server's
 * answer and the note lets a mail go out twice, under the same name; nobody loses one.
 */
public class Delivery {

    /** Whoever is so slow may have lost the mails that are left to somebody else. */
    private static final Duration LONGEST_TALK = MailBook.HOLD.dividedBy(3);

    private final MailServer server;
    private final MailBook book;
    private final LongSupplier nanoTime;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    public Delivery(MailServer server, MailBook book) {
        this(server, book, System::nanoTime);
    }

    /** @param nanoTime elapsed time, which nobody can move */
    public Delivery(MailServer server, MailBook book, LongSupplier nanoTime) {
        this.server = server;
        this.book = book;
        this.nanoTime = nanoTime;
    }

    /** Sends all that is due; nothing happens if another thread is at it, or if there is no server. */
    public void sendDue() {
        if (!server.isConfigured() || !oneAtATime.tryLock()) {
            return;
        }
        try {
            book.wake();
            var taken = book.take();
            while (!taken.isEmpty() && send(taken)) {
                taken = book.take();
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    /** @return whether it makes sense to go on: not with a server that is away, breaks off or takes too long */
    private boolean send(List<OutgoingMail> taken) {
        var began = nanoTime.getAsLong();
        int done = 0;
        try (var line = server.open()) {
            var goesOn = true;
            while (goesOn && done < taken.size()) {
                goesOn = (send(line, taken.get(done)) || line.isOpen()) && nanoTime.getAsLong() - began < LONGEST_TALK.toNanos();
                done++;
            }
            book.putBack(taken.subList(done, taken.size()));
            return goesOn;
        } catch (MessagingException unreachable) {
            book.failed(taken, SendingFailure.of(unreachable));
            return false;
        }
    }

    /** One mail that can't be sent, for whatever reason, keeps no other from being sent. */
    private boolean send(MailServer.Line line, OutgoingMail mail) {
        try {
            line.send(mail);
        } catch (MessagingException | RuntimeException failure) {
            book.failed(List.of(mail), SendingFailure.of(failure));
            return false;
        }
        book.sent(mail);
        return true;
    }
}
