package dev.kefu.correspondence;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.kefu.cases.CaseAccess;
import dev.kefu.cases.CaseFiles;
import dev.kefu.cases.CaseLetter;
import dev.kefu.customers.CustomerFile;
import dev.kefu.customers.Customers;
import dev.kefu.mail.MailServer;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.Text;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Groups;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where supervisors see what became of the letters, and have one sent after all. */
@Service
@Transactional
public class LetterDesk {

    /** How many letters one page shows. */
    public static final int PAGE_SIZE = 50;

    private final LetterRecords letters;
    private final LettersOfCases shown;
    private final MailServer server;
    private final CaseFiles cases;
    private final CaseAccess access;
    private final Customers customers;
    private final Actors actors;
    private final Clock clock;

    LetterDesk(LetterRecords letters, LettersOfCases shown, MailServer server, CaseFiles cases, CaseAccess access,
            Customers customers, Actors actors, Clock clock) {
        this.letters = letters;
        this.shown = shown;
        this.server = server;
        this.cases = cases;
        this.access = access;
        this.customers = customers;
        this.actors = actors;
        this.clock = clock;
    }

    /** A letter in a list: what became of it, and nothing about whom it is for. */
    public record Listed(String id, String caseNumber, String template, String language, LetterStatus status, int attempts,
            @Nullable String failure, OffsetDateTime writtenAt, @Nullable OffsetDateTime nextAttemptAt,
            @Nullable OffsetDateTime sentAt) {
    }

    /** @param more whether there is another page */
    public record Page(int page, boolean more, List<Listed> letters) {
    }

    /** A letter with its words. */
    public record Whole(String caseNumber, @JsonUnwrapped CaseLetter letter, String body) {
    }

    /**
     * Letters of which this has become, newest first.
     *
     * @param page   counting from 0
     * @throws dev.kefu.shared.Forbidden if the acting person is no supervisor, auditor or administrator
     */
    @Transactional(readOnly = true)
    public Page page(LetterStatus status, int page) {
        actors.requireAnyOf(Groups.SUPERVISORS, Groups.AUDITORS);
        var from = page == 0 ? ScrollPosition.offset() : ScrollPosition.offset((long) page * PAGE_SIZE - 1);
        var found = letters.findFirst50ByStatusOrderByWrittenAtDescIdDesc(status, from);
        return new Page(page, found.hasNext(), found.map(each -> each.listed(clock.getZone())).getContent());
    }

    /**
     * The letter as whoever may see its case may read it.
     *
     * @throws NotFound if there is no such letter
     * @throws dev.kefu.shared.Forbidden if the acting person may not see the case
     */
    @Transactional(readOnly = true)
    public Whole read(String id) {
        access.requireStaff();
        var letter = letters.findById(known(id)).orElseThrow(LetterDesk::unknown);
        return shown.whole(access.see(letter.caseNumber()), letter);
    }

    /**
     * The letter is sent after all, to the address that the customer has now.
     *
     * @throws NotFound if there is no such letter
     * @throws Conflict if it was sent or waits, there is no mail server, or still no address
     * @throws dev.kefu.shared.Forbidden if the acting person is no supervisor
     */
    public Listed retry(String id) {
        actors.requireAnyOf(Groups.SUPERVISORS);
        var letter = letters.hold(known(id)).orElseThrow(LetterDesk::unknown);
        if (!server.isConfigured()) {
            throw new Conflict("No mail server is configured; letters are kept and not sent.");
        }
        var customer = letter.customerId() == null ? Optional.<CustomerFile>empty() : customers.find(letter.customerId());
        var addressee = Addressee.of(customer);
        if (!addressee.isReachable()) {
            throw new Conflict(addressee.problem());
        }
        letter.retry(addressee.address(), clock.instant());
        cases.recordFact(letter.caseNumber(), "LETTER_TRIED_AGAIN", letter.template() + " (" + letter.language() + ")");
        return letter.listed(clock.getZone());
    }

    /** What no letter can be called is kept from the database. */
    private static String known(String id) {
        if (!Text.isPlain(id)) {
            throw unknown();
        }
        return id;
    }

    private static NotFound unknown() {
        return new NotFound("There is no such letter.");
    }
}
