package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.caseOf;
import static dev.kefu.returns.process.ReturnProcess.goOn;

import dev.kefu.returns.domain.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the case what comes next for the goods, and shows it to whoever does it (RET-5). */
@Component
class ChooseNextStep implements JavaDelegate {

    private final Returns returns;

    ChooseNextStep(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        goOn(execution, returns, returns.nextStep(caseOf(execution)));
    }
}
