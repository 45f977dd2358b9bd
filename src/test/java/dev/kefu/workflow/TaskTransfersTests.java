package dev.kefu.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kefu.whole.Kefu;
import dev.kefu.whole.WholeTest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@WholeTest
class TaskTransfersTests {

    @Autowired
    Kefu kefu;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void takesATaskFromNobodyWhoGotItInBetween() {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1));
        var id = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(goods.number()).singleResult().getId();
        engine.getTaskService().setAssignee(id, "returns");
        var transfers = new TaskTransfers(engine, afterwards(id, "faster"));

        var failure = catchThrowable(() -> transaction.executeWithoutResult(status -> transfers.move(id, "returns", null)));

        assertThat(LostRaces.include(failure)).as(String.valueOf(failure)).isTrue();
        assertThat(engine.getTaskService().createTaskQuery().taskId(id).singleResult().getAssignee()).isEqualTo("faster");
    }

    /** Gives the task to somebody, and only then does what it is asked for. */
    private TaskService afterwards(String taskId, String faster) {
        return (TaskService) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {TaskService.class},
                (proxy, method, arguments) -> {
                    CompletableFuture.runAsync(() -> engine.getTaskService().setAssignee(taskId, faster)).join();
                    try {
                        return method.invoke(engine.getTaskService(), arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
