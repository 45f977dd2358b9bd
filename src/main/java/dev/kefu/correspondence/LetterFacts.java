package dev.kefu.correspondence;

import dev.kefu.cases.CaseFacts;
import dev.kefu.cases.CaseFiles;
import dev.kefu.cases.CaseSummary;
import dev.kefu.customers.CustomerFile;
import dev.kefu.customers.Customers;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Language;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** What letters say, in the words of their language: what every case can tell, and what this one told. */
@Component
class LetterFacts {

    private final CaseFiles cases;
    private final ObjectProvider<CaseFacts> kinds;
    private final Customers customers;
    private final CorrespondenceSettings settings;
    private final Clock clock;

    LetterFacts(CaseFiles cases, ObjectProvider<CaseFacts> kinds, Customers customers, CorrespondenceSettings settings,
            Clock clock) {
        this.cases = cases;
        this.kinds = kinds;
        this.customers = customers;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param names those of the facts that are examples only */
    record Examples(Map<String, String> facts, List<String> names) {
    }

    Language defaultLanguage() {
        return settings.defaultLanguage();
    }

    /** @param told by the case, in no language */
    Map<String, String> of(CaseSummary file, Optional<CustomerFile> customer, Language language, Map<String, String> told) {
        var words = new FactWords(language, clock.getZone());
        var facts = new LinkedHashMap<String, String>();
        told.forEach((name, fact) -> facts.put(name, words.of(fact)));
        facts.put("caseNumber", file.caseNumber());
        facts.put("orderNumber", words.of(file.orderNumber()));
        facts.put("customerName", words.of(customer.map(each -> each.contact().name()).orElse(null)));
        facts.put("shopName", shopName(language));
        return facts;
    }

    /** Examples of everything that the letter can say, but for what the case tells. */
    Examples examples(LetterKind kind, Language language, @Nullable CaseNumber caseNumber) {
        var words = new FactWords(language, clock.getZone());
        var told = caseNumber == null ? Map.of("shopName", shopName(language)) : known(caseNumber, language);
        var facts = new LinkedHashMap<String, String>();
        kind.sayable().forEach(fact -> facts.put(fact.name(), told.getOrDefault(fact.name(), words.of(fact.example(language)))));
        return new Examples(facts, facts.keySet().stream().filter(name -> !told.containsKey(name)).toList());
    }

    private Map<String, String> known(CaseNumber caseNumber, Language language) {
        var file = cases.summaryOf(caseNumber);
        var customer = file.customerId() == null ? Optional.<CustomerFile>empty() : customers.find(file.customerId());
        var told = new LinkedHashMap<String, String>();
        kinds.stream().filter(each -> each.kind().equals(file.kind())).findFirst()
                .map(each -> each.rmaOf(caseNumber)).ifPresent(rma -> told.put("rma", rma));
        return of(file, customer, language, told);
    }

    /** Nobody is written to by a shop without a name. */
    private String shopName(Language language) {
        return settings.shopName().isBlank() ? (language == Language.ZH ? "本店" : "our shop") : settings.shopName().strip();
    }
}
