package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.COLLECTION;
import static dev.kefu.returns.process.ReturnProcess.COLLECTION_NOTE;
import static dev.kefu.returns.process.ReturnProcess.awaitParcel;
import static dev.kefu.returns.process.ReturnProcess.caseOf;

import dev.kefu.returns.domain.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Books the collection with the courier's service; what it does not take is arranged by hand (RET-3). */
@Component
class BookCollection implements JavaDelegate {

    private final Returns returns;

    BookCollection(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var booked = returns.bookCollection(caseOf(execution));
        COLLECTION.set(execution, booked.collection());
        COLLECTION_NOTE.set(execution, booked.note());
        awaitParcel(execution, returns, booked.deadline());
    }
}
