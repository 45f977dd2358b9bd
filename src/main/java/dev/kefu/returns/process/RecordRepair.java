package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.NOTE;
import static dev.kefu.returns.process.ReturnProcess.REPAIR;
import static dev.kefu.returns.process.ReturnProcess.caseOf;

import dev.kefu.returns.domain.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes what became of goods at the technician's (RET-5). */
@Component
class RecordRepair implements JavaDelegate {

    private final Returns returns;

    RecordRepair(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        returns.repair(caseOf(execution), REPAIR.take(execution).orElseThrow(), NOTE.take(execution).orElse(null));
    }
}
