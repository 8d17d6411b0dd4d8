package org.creditrepair.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.history.event.HistoricFormPropertyEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.creditrepair.workflow.Variables;

/**
 * Keeps what people wrote out of the engine's history; it stays in the server's own tables. Only
 * the ids, outcomes and dates that {@link Variables} names are kept, and no fields of forms.
 */
class PersonalDataFilter implements HistoryEventHandler {

    private final HistoryEventHandler database = new DbHistoryEventHandler();

    @Override
    public void handleEvent(HistoryEvent event) {
        boolean kept =
                event instanceof HistoricVariableUpdateEventEntity update
                        ? Variables.isKeptInHistory(update.getVariableName())
                        : !(event instanceof HistoricFormPropertyEventEntity);
        if (kept) {
            database.handleEvent(event);
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }
}
