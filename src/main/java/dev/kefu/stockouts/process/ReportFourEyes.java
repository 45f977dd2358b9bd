package dev.kefu.stockouts.process;

import dev.kefu.shared.CaseNumber;
import dev.kefu.stockouts.domain.StockOuts;
import dev.kefu.workflow.FourEyes;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Nobody reviews what they reported themselves (ORG-1, ORG-4). */
@Component
class ReportFourEyes implements FourEyes {

    private final StockOuts stockOuts;

    ReportFourEyes(StockOuts stockOuts) {
        this.stockOuts = stockOuts;
    }

    @Override
    public String taskId() {
        return "reviewReport";
    }

    @Override
    public Set<String> askers(CaseNumber caseNumber) {
        return stockOuts.reportersOf(caseNumber);
    }
}
