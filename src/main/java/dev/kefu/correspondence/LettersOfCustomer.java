package dev.kefu.correspondence;

import dev.kefu.cases.CaseLetter;
import dev.kefu.shared.Erasure;
import dev.kefu.shared.PersonalData;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a customer was written, and where to (CUS-4). */
@Component
@Transactional
class LettersOfCustomer implements PersonalData {

    private final LetterRecords letters;
    private final Clock clock;

    LettersOfCustomer(LetterRecords letters, Clock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    record Held(String caseNumber, CaseLetter letter, String body) {
    }

    @Override
    public String part() {
        return "letters";
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> wordsFor(String customerId) {
        return of(customerId).stream().map(Letter::recipient).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Held> heldAbout(String customerId) {
        return of(customerId).stream()
                .map(each -> new Held(each.caseNumber().value(), each.view(clock.getZone()), each.body())).toList();
    }

    /** What waits is not sent any more. */
    @Override
    public void erase(Erasure erasure) {
        letters.holdAllOf(erasure.customerId()).forEach(Letter::erase);
    }

    private List<Letter> of(String customerId) {
        return letters.findByCustomerIdOrderByWrittenAtAscIdAsc(customerId);
    }
}
