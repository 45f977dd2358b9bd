package dev.kefu.workflow;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Lets the house use the engine after it has checked rights itself. The acting user stays set, so that histories name
 * them; only the engine's own authorization checks are off, which would filter what the step needs.
 */
@Component
class HouseCommands {

    private final ProcessEngine engine;

    HouseCommands(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    <T> T run(Supplier<T> work) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired()
                .execute((CommandContext context) -> context.runWithoutAuthorization((Callable<T>) work::get));
    }
}
