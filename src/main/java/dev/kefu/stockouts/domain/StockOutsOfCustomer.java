package dev.kefu.stockouts.domain;

import dev.kefu.cases.CaseFiles;
import dev.kefu.shared.Erasure;
import dev.kefu.shared.PersonalData;
import java.util.List;
import java.util.Optional;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people wrote about goods that a customer waited for (CUS-4). */
@Component
@Transactional
class StockOutsOfCustomer implements PersonalData {

    private final StockOutCases stockOuts;
    private final CaseFiles cases;

    StockOutsOfCustomer(StockOutCases stockOuts, CaseFiles cases) {
        this.stockOuts = stockOuts;
        this.cases = cases;
    }

    record Held(String caseNumber, List<Answer> answers, @Nullable String note) {
    }

    @Override
    public String part() {
        return "stockOuts";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Held> heldAbout(String customerId) {
        return of(customerId).stream().map(goods -> new Held(goods.number().value(),
                goods.question().replies().stream().map(CustomerReply::answer).toList(), goods.question().told())).toList();
    }

    @Override
    public void erase(Erasure erasure) {
        of(erasure.customerId()).forEach(goods -> goods.erase(erasure));
    }

    private List<StockOutCase> of(String customerId) {
        return cases.ofCustomer(customerId).stream()
                .map(file -> stockOuts.findById(file.caseNumber()))
                .flatMap(Optional::stream)
                .toList();
    }
}
