package org.creditrepair.workflow.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.creditrepair.workflow.process.ProcessVariables;
import org.jspecify.annotations.Nullable;

/**
 * The engine's history that somebody reads: processes, activities, tasks, incidents, operations,
 * failures and the outcomes of tasks. No other variables, and no log of jobs, external tasks and
 * candidates that did what they should; so nothing that a person wrote is kept there either.
 */
class CaseHistoryLevel extends AbstractHistoryLevel {

    private static final int ID = 31;
    private static final Set<HistoryEventType> UNREAD =
            Set.of(
                    HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL,
                    HistoryEventTypes.VARIABLE_INSTANCE_MIGRATE,
                    HistoryEventTypes.FORM_PROPERTY_UPDATE,
                    HistoryEventTypes.IDENTITY_LINK_ADD,
                    HistoryEventTypes.IDENTITY_LINK_DELETE,
                    HistoryEventTypes.JOB_CREATE,
                    HistoryEventTypes.JOB_SUCCESS,
                    HistoryEventTypes.JOB_DELETE,
                    HistoryEventTypes.EXTERNAL_TASK_CREATE,
                    HistoryEventTypes.EXTERNAL_TASK_SUCCESS,
                    HistoryEventTypes.EXTERNAL_TASK_DELETE);
    private static final Set<HistoryEventType> OF_VARIABLES =
            Set.of(
                    HistoryEventTypes.VARIABLE_INSTANCE_CREATE,
                    HistoryEventTypes.VARIABLE_INSTANCE_UPDATE,
                    HistoryEventTypes.VARIABLE_INSTANCE_DELETE);

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return "case";
    }

    /**
     * @param entity what the event is about; null where the engine asks for the kind of event as
     *     such
     */
    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
        if (OF_VARIABLES.contains(type)) {
            return !(entity instanceof VariableInstance variable)
                    || ProcessVariables.isOutcome(variable.getName());
        }
        return !UNREAD.contains(type);
    }
}
