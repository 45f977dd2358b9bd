package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.GRANTED;
import static dev.kefu.returns.process.ReturnProcess.NOTE;
import static dev.kefu.returns.process.ReturnProcess.caseOf;

import dev.kefu.returns.domain.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes whether a supervisor let the request in though the policy does not (RET-2). */
@Component
class RecordException implements JavaDelegate {

    private final Returns returns;

    RecordException(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        returns.decideException(caseOf(execution), GRANTED.in(execution), NOTE.take(execution).orElse(null));
    }
}
