package dev.kefu.workflow;

import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.FORM_PROPERTY_UPDATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.IDENTITY_LINK_ADD;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.IDENTITY_LINK_DELETE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.JOB_CREATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.JOB_DELETE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.JOB_SUCCESS;

import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * The history that auditors read: all of the engine's full level less what says the same twice (form fields that are
 * variables already, candidate groups that the model names, jobs that went well) and less what our own tables keep: the
 * words that people typed, and what code wrote for forms and tables to read.
 */
class HouseHistory extends AbstractHistoryLevel {

    static final String NAME = "kefu";

    private static final Set<HistoryEventTypes> SAID_ELSEWHERE = Set.of(FORM_PROPERTY_UPDATE, IDENTITY_LINK_ADD,
            IDENTITY_LINK_DELETE, JOB_CREATE, JOB_SUCCESS, JOB_DELETE);

    private final Predicate<String> leftOut;

    /** @param leftOut tells the names of variables that leave no trace */
    HouseHistory(Predicate<String> leftOut) {
        this.leftOut = leftOut;
    }

    @Override
    public int getId() {
        return 71;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        if (entity instanceof VariableInstanceEntity variable && leftOut.test(variable.getName())) {
            return false;
        }
        return SAID_ELSEWHERE.stream().noneMatch(type::equals);
    }
}
