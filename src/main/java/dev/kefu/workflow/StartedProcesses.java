package dev.kefu.workflow;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.RestartProcessInstanceBuilderImpl;
import org.camunda.bpm.engine.impl.batch.RestartProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.cmd.RestartProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.migration.MigrateProcessInstanceCmd;
import org.camunda.bpm.engine.impl.migration.MigrationPlanExecutionBuilderImpl;
import org.camunda.bpm.engine.impl.migration.batch.MigrateProcessInstanceBatchCmd;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.lang.Nullable;

/** Which processes an intervention begins: started in the middle, started once more, or migrated from another one. */
final class StartedProcesses {

    private StartedProcesses() {
    }

    /** Their ids in the model; empty for commands that begin none. */
    static Set<String> by(Command<?> command, CommandContext context) {
        var keys = new HashSet<String>();
        if (command instanceof StartProcessInstanceAtActivitiesCmd) {
            var builder = (ProcessInstantiationBuilderImpl) field(command, "instantiationBuilder");
            keys.add(builder.getProcessDefinitionKey() != null ? builder.getProcessDefinitionKey()
                    : key(context, builder.getProcessDefinitionId()));
        } else if (command instanceof RestartProcessInstancesCmd || command instanceof RestartProcessInstancesBatchCmd) {
            keys.add(key(context, ((RestartProcessInstanceBuilderImpl) field(command, "builder")).getProcessDefinitionId()));
        } else if (command instanceof MigrateProcessInstanceCmd || command instanceof MigrateProcessInstanceBatchCmd) {
            var plan = ((MigrationPlanExecutionBuilderImpl) field(command, "executionBuilder")).getMigrationPlan();
            var target = key(context, plan.getTargetProcessDefinitionId());
            if (target != null && !target.equals(key(context, plan.getSourceProcessDefinitionId()))) {
                keys.add(target);
            }
        }
        keys.remove(null);
        return keys;
    }

    @Nullable
    private static String key(CommandContext context, @Nullable String definitionId) {
        var definition = definitionId == null ? null
                : context.getProcessDefinitionManager().findLatestProcessDefinitionById(definitionId);
        return definition == null ? null : definition.getKey();
    }

    private static Object field(Command<?> command, String name) {
        return new DirectFieldAccessor(command).getPropertyValue(name);
    }
}
