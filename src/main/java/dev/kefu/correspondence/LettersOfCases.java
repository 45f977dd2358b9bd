package dev.kefu.correspondence;

import dev.kefu.cases.CaseLetter;
import dev.kefu.cases.CaseLetters;
import dev.kefu.cases.SeenCase;
import dev.kefu.shared.Masked;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Letters as those see them who may see the case (CUS-4). */
@Component
@Transactional(readOnly = true)
class LettersOfCases implements CaseLetters {

    private final LetterRecords letters;
    private final Clock clock;

    LettersOfCases(LetterRecords letters, Clock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public List<CaseLetter> of(SeenCase seen) {
        return letters.findByCaseNumberOrderByWrittenAtAscIdAsc(seen.number().value()).stream()
                .map(letter -> listed(shown(seen, letter))).toList();
    }

    /** A list is read over shoulders: the whole address stands in the letter itself. */
    private static CaseLetter listed(CaseLetter letter) {
        return letter.showing(Masked.email(letter.recipient()), letter.subject());
    }

    LetterDesk.Whole whole(SeenCase seen, Letter letter) {
        return new LetterDesk.Whole(seen.number().value(), shown(seen, letter), words(seen, letter).apply(letter.body()));
    }

    private CaseLetter shown(SeenCase seen, Letter letter) {
        var all = letter.view(clock.getZone());
        if (seen.isInFull()) {
            return all;
        }
        return all.showing(all.recipient() == null ? null : Masked.HIDDEN, words(seen, letter).apply(all.subject()));
    }

    /** The case may have come to another customer since; then its words don't tell what to hide. */
    private static UnaryOperator<String> words(SeenCase seen, Letter letter) {
        return seen.isInFull() || Objects.equals(seen.file().customerId(), letter.customerId()) ? seen.words()
                : words -> words.isEmpty() ? words : Masked.HIDDEN;
    }
}
