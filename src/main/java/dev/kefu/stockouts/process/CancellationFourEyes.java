package dev.kefu.stockouts.process;

import dev.kefu.shared.CaseNumber;
import dev.kefu.stockouts.domain.StockOuts;
import dev.kefu.workflow.FourEyes;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Nobody gives back money that they asked for (STK-5, ORG-4). */
@Component
class CancellationFourEyes implements FourEyes {

    private final StockOuts stockOuts;

    CancellationFourEyes(StockOuts stockOuts) {
        this.stockOuts = stockOuts;
    }

    @Override
    public String taskId() {
        return "authoriseCancellation";
    }

    @Override
    public Set<String> askers(CaseNumber caseNumber) {
        return stockOuts.cancellationAskersOf(caseNumber);
    }
}
