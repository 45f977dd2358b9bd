package dev.kefu.stockouts.process;

import dev.kefu.shared.CaseNumber;
import dev.kefu.stockouts.domain.StockOuts;
import dev.kefu.workflow.FourEyes;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Nobody decides about a dearer article that they asked for (AUT-2, ORG-4). */
@Component
class SubstituteFourEyes implements FourEyes {

    private final StockOuts stockOuts;

    SubstituteFourEyes(StockOuts stockOuts) {
        this.stockOuts = stockOuts;
    }

    @Override
    public String taskId() {
        return "approveSubstitute";
    }

    @Override
    public Set<String> askers(CaseNumber caseNumber) {
        return stockOuts.substituteAskersOf(caseNumber);
    }
}
