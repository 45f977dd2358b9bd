package dev.kefu.workflow;

import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What happens once the engine is there and before anybody is let in: indexes on its tables, models, groups, rights. Each
 * step is safe to repeat; of several nodes that start at once, one works and the others wait and find it done.
 */
@Component
class StartUp implements SmartLifecycle {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final EngineIndexes indexes;
    private final ShippedModels models;
    private final List<StartUpStep> steps;
    private boolean running;

    StartUp(JdbcClient jdbc, TransactionTemplate transaction, EngineIndexes indexes, ShippedModels models,
            List<StartUpStep> steps) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.indexes = indexes;
        this.models = models;
        this.steps = steps;
    }

    @Override
    public void start() {
        indexes.create();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select name from start_up_lock where name = 'start-up' for update").query(String.class).single();
            models.deploy();
            steps.forEach(StartUpStep::run);
        });
        running = true;
    }

    /** Before the web server's phase, so that no request finds half a house. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
