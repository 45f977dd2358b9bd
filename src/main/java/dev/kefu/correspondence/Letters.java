package dev.kefu.correspondence;

import dev.kefu.cases.CaseFiles;
import dev.kefu.customers.CustomerFile;
import dev.kefu.customers.Customers;
import dev.kefu.mail.MailServer;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Language;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door through which cases write to customers. */
@Service
public class Letters {

    private static final Logger LOG = LoggerFactory.getLogger(Letters.class);

    private final LetterRecords letters;
    private final LetterCatalogue catalogue;
    private final LetterTemplates templates;
    private final LetterFacts facts;
    private final MailServer server;
    private final CaseFiles cases;
    private final Customers customers;
    private final Clock clock;

    Letters(LetterRecords letters, LetterCatalogue catalogue, LetterTemplates templates, LetterFacts facts, MailServer server,
            CaseFiles cases, Customers customers, Clock clock) {
        this.letters = letters;
        this.catalogue = catalogue;
        this.templates = templates;
        this.facts = facts;
        this.server = server;
        this.cases = cases;
        this.customers = customers;
        this.clock = clock;
    }

    private record Rendered(TemplateText text, String remark) {
    }

    /**
     * Writes a letter to the customer of the case, in the case's transaction; it is sent after that. That it can't be sent, or
     * that a supervisor's text can't be filled in, stops nothing and is seen in the case. Who was erased is not written to.
     *
     * @param template what the letter is about, such as {@code return-approved}; a {@link LetterKind} of this id says which
     *                 facts it knows
     * @param told     what only this case knows, by name; days as {@code 2026-12-02}, moments as ISO with offset, money as
     *                 {@code 50.00 CNY}, each put into the words of the customer's language; everything else is said as it is.
     *                 A fact that is null or missing is left out
     * @throws IllegalArgumentException if no such letter is declared
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(CaseNumber caseNumber, String template, Map<String, String> told) {
        var kind = catalogue.find(template).orElseThrow(() -> new IllegalArgumentException("There is no letter " + template));
        told.keySet().stream().filter(name -> kind.fact(name).isEmpty())
                .forEach(name -> LOG.warn("The letter {} knows no {}", template, name));
        var file = cases.summaryOf(caseNumber);
        var customer = file.customerId() == null ? Optional.<CustomerFile>empty() : customers.find(file.customerId());
        var language = customer.map(CustomerFile::language).orElseGet(facts::defaultLanguage);
        var addressee = Addressee.of(customer);
        if (customer.filter(each -> each.erasedAt() != null).isPresent()) {
            var unwritten = Letter.written(caseNumber, file.customerId(), kind, language, new TemplateText("", ""), clock.instant());
            keep(unwritten.notSendable(Letter.ERASED), "");
            return;
        }
        var filled = facts.of(file, customer, language, told);
        var rendered = render(kind, language, filled);
        var letter = Letter.written(caseNumber, file.customerId(), kind, language, rendered.text(), clock.instant());
        var lacking = TemplateText.lacking(kind, filled);
        if (!lacking.isEmpty()) {
            letter.incomplete(lacking);
        } else if (!addressee.isReachable()) {
            letter.notSendable(addressee.problem());
        } else if (server.isConfigured()) {
            letter.to(addressee.address()).queued(clock.instant());
        } else {
            letter.to(addressee.address());
        }
        keep(letter, rendered.remark());
    }

    private void keep(Letter letter, String remark) {
        letters.save(letter);
        var what = letter.template() + " (" + letter.language() + ")";
        if (letter.status() == LetterStatus.NOT_SENDABLE) {
            cases.recordFact(letter.caseNumber(), "LETTER_NOT_SENDABLE", "Letter " + what + ": " + letter.failure());
        } else {
            cases.recordFact(letter.caseNumber(), "LETTER_WRITTEN", what + remark);
        }
    }

    /** A text that can't be filled in, such as one from before an update, never stops a case: the shipped one is used. */
    private Rendered render(LetterKind kind, Language language, Map<String, String> filled) {
        var shipped = catalogue.shipped(kind, language);
        try {
            var edited = templates.edited(kind, language);
            try {
                return new Rendered(edited.orElse(shipped).filled(kind, filled), "");
            } catch (LetterText.Unreadable unfit) {
                return new Rendered(shipped.filled(kind, filled), ", in the shipped words, because the edited text can't be"
                        + " filled in: " + unfit.getMessage());
            }
        } catch (LetterText.Unreadable impossible) {
            throw new IllegalStateException("A shipped text can't be read: " + kind.id(), impossible);
        }
    }
}
