package dev.kefu.correspondence;

import dev.kefu.cases.CaseFiles;
import dev.kefu.shared.CaseNumber;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door through which cases write to customers. */
@Service
public class Letters {

    private final LetterRecords letters;
    private final CaseFiles cases;
    private final Clock clock;

    Letters(LetterRecords letters, CaseFiles cases, Clock clock) {
        this.letters = letters;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * Writes a letter to the customer of the case, in the case's transaction; it is sent after that. That it can't be sent
     * stops nothing and is seen in the case.
     *
     * @param template what the letter is about, such as {@code return-approved}
     * @param facts    what only this case knows, by the names that the template has for it; days as ISO dates, money as
     *                 {@code 50.00 CNY}
     * @throws IllegalArgumentException if no such template is declared
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(CaseNumber caseNumber, String template, Map<String, String> facts) {
        letters.save(Letter.written(caseNumber, template, facts.toString(), clock.instant()));
        cases.recordFact(caseNumber, "LETTER_WRITTEN", template);
    }
}
