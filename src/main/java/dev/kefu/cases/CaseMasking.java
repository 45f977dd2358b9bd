package dev.kefu.cases;

import dev.kefu.shared.Masked;
import dev.kefu.shared.PersonalData;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** What people wrote about a case, as somebody may read it (CUS-4). */
@Component
class CaseMasking {

    private final ObjectProvider<PersonalData> holders;

    CaseMasking(ObjectProvider<PersonalData> holders) {
        this.holders = holders;
    }

    /** Reads texts about this customer; a null text stays null. */
    UnaryOperator<String> reader(Sight sight, @Nullable String customerId) {
        if (sight == Sight.FULL) {
            return UnaryOperator.identity();
        }
        var words = customerId == null ? Set.<String>of() : wordsFor(customerId);
        return text -> Masked.text(text, words);
    }

    private Set<String> wordsFor(String customerId) {
        return holders.stream().flatMap(each -> each.wordsFor(customerId).stream()).collect(Collectors.toSet());
    }
}
