package dev.kefu.returns.domain;

import dev.kefu.cases.CaseFiles;
import dev.kefu.shared.Erasure;
import dev.kefu.shared.PersonalData;
import dev.kefu.stock.Finding;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people wrote about goods that a customer sent back (CUS-4); handed over with the case files, whose facts they are. */
@Component
@Transactional
class ReturnsOfCustomer implements PersonalData {

    private final ReturnCases returns;
    private final CaseFiles cases;

    ReturnsOfCustomer(ReturnCases returns, CaseFiles cases) {
        this.returns = returns;
        this.cases = cases;
    }

    record Held(String caseNumber, List<Finding> findings) {
    }

    @Override
    public String part() {
        return "returns";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Held> heldAbout(String customerId) {
        return of(customerId).stream().map(goods -> new Held(goods.number().value(), goods.settling().findings())).toList();
    }

    @Override
    public void erase(Erasure erasure) {
        of(erasure.customerId()).forEach(goods -> goods.erase(erasure));
    }

    private List<ReturnCase> of(String customerId) {
        return cases.ofCustomer(customerId).stream()
                .map(file -> returns.findById(file.caseNumber()))
                .flatMap(Optional::stream)
                .toList();
    }
}
