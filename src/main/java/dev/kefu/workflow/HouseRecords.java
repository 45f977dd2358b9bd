package dev.kefu.workflow;

import java.util.Optional;
import java.util.function.BiPredicate;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricDetailEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricVariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.type.ValueType;

/**
 * Writes the history that auditors read, each thing once. Where one row follows from another that is written anyway, it is
 * left out: a gateway from the steps before and after it, the start of a sub-process from the sub-process's row, the
 * completion of a task from the task's, the start of a process from the process's, the first value of a variable from the
 * variable's. A value that is changed later is written before it is lost.
 */
class HouseRecords extends DbHistoryEventHandler {

    private final BiPredicate<String, String> declared;

    /** @param declared whether a process, by its key, declares a variable of this name: then one knows what writes it */
    HouseRecords(BiPredicate<String, String> declared) {
        this.declared = declared;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (!followsFromOthers(event)) {
            super.handleEvent(event);
        }
    }

    private static boolean followsFromOthers(HistoryEvent event) {
        if (event instanceof HistoricActivityInstanceEventEntity step) {
            return ActivityTypes.GATEWAY_EXCLUSIVE.equals(step.getActivityType()) || isStartOfBox(step);
        }
        return event instanceof UserOperationLogEntryEventEntity entry && entry.getAnnotation() == null
                && (isCompletionByAssignee(entry) || isStart(entry));
    }

    /** It is passed when the sub-process around it begins. */
    private static boolean isStartOfBox(HistoricActivityInstanceEventEntity step) {
        return ActivityTypes.START_EVENT.equals(step.getActivityType()) && step.getParentActivityInstanceId() != null
                && !step.getParentActivityInstanceId().equals(step.getProcessInstanceId());
    }

    /** Of a task that somebody else completed, or nobody had taken, only the log says who it was. */
    private static boolean isCompletionByAssignee(UserOperationLogEntryEventEntity entry) {
        if (!UserOperationLogEntry.OPERATION_TYPE_COMPLETE.equals(entry.getOperationType()) || entry.getTaskId() == null) {
            return false;
        }
        var task = Context.getCommandContext().getDbEntityManager().getCachedEntity(TaskEntity.class, entry.getTaskId());
        return task != null && task.getAssignee() != null && task.getAssignee().equals(entry.getUserId());
    }

    private static boolean isStart(UserOperationLogEntryEventEntity entry) {
        return UserOperationLogEntry.OPERATION_TYPE_CREATE.equals(entry.getOperationType())
                && EntityTypes.PROCESS_INSTANCE.equals(entry.getEntityType());
    }

    @Override
    protected void insertHistoricVariableUpdateEntity(HistoricVariableUpdateEventEntity event) {
        if (event.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_UPDATE) && isDeclared(event)) {
            firstValue(event).ifPresent(super::insertHistoricVariableUpdateEntity);
        }
        super.insertHistoricVariableUpdateEntity(event);
    }

    @Override
    protected boolean shouldWriteHistoricDetail(HistoricVariableUpdateEventEntity event) {
        var stands = event.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_CREATE) && isDeclared(event);
        return !stands && super.shouldWriteHistoricDetail(event);
    }

    private boolean isDeclared(HistoricVariableUpdateEventEntity event) {
        return event.getProcessDefinitionKey() != null
                && declared.test(event.getProcessDefinitionKey(), event.getVariableName());
    }

    /** What the variable was before its first change; empty if nobody ever saw it, or its changes are written already. */
    private Optional<HistoricVariableUpdateEventEntity> firstValue(HistoricVariableUpdateEventEntity event) {
        var variable = getDbEntityManager().selectById(HistoricVariableInstanceEntity.class, event.getVariableInstanceId());
        if (variable == null || isNew(variable) || isNothing(variable) || hasChanges(variable)) {
            return Optional.empty();
        }
        // Without a kind of its own it becomes a change and doesn't touch the variable's row
        var first = new HistoricVariableUpdateEventEntity();
        first.setVariableInstanceId(variable.getId());
        first.setVariableName(variable.getName());
        first.setSerializerName(variable.getSerializerName());
        first.setTextValue(variable.getTextValue());
        first.setTextValue2(variable.getTextValue2());
        first.setLongValue(variable.getLongValue());
        first.setDoubleValue(variable.getDoubleValue());
        first.setByteValue(variable.getByteArrayValue());
        first.setTimestamp(variable.getCreateTime());
        first.setProcessInstanceId(variable.getProcessInstanceId());
        first.setExecutionId(variable.getExecutionId());
        first.setProcessDefinitionId(variable.getProcessDefinitionId());
        first.setProcessDefinitionKey(variable.getProcessDefinitionKey());
        first.setRootProcessInstanceId(variable.getRootProcessInstanceId());
        first.setRemovalTime(variable.getRemovalTime());
        first.setActivityInstanceId(variable.getActivityInstanceId());
        first.setSequenceCounter(event.getSequenceCounter() - 1);
        return Optional.of(first);
    }

    private boolean isNew(HistoricVariableInstanceEntity variable) {
        return getDbEntityManager().getDbEntityCache().getCachedEntity(variable).getEntityState() == DbEntityState.TRANSIENT;
    }

    /** The first step sets what a model reads later to null, so that it exists. */
    private static boolean isNothing(HistoricVariableInstanceEntity variable) {
        return ValueType.NULL.getName().equals(variable.getSerializerName());
    }

    /** Also those of this transaction, which the database doesn't know yet. */
    private static boolean hasChanges(HistoricVariableInstanceEntity variable) {
        var context = Context.getCommandContext();
        return context.getDbEntityManager().getCachedEntitiesByType(HistoricDetailEventEntity.class).stream()
                .anyMatch(each -> each instanceof HistoricVariableUpdateEventEntity change
                        && variable.getId().equals(change.getVariableInstanceId()))
                || context.runWithoutAuthorization(() -> context.getProcessEngineConfiguration().getHistoryService()
                        .createHistoricDetailQuery().variableInstanceId(variable.getId()).count()) > 0;
    }
}
