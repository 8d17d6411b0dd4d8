package org.creditrepair.workflow.workers;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.sharing.connection.DeliveryFailedException;
import org.creditrepair.task.Reference;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.webhook.StateEvents;
import org.creditrepair.webhook.Webhooks;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Tells portals of states, topic {@code webhook.state}. */
@Component
class StateEventWork implements ExternalWork, ExternalWorkSource {

    private static final int CONCURRENCY = 4;

    private final StateEvents events;
    private final Webhooks webhooks;
    private final Catalog catalog;

    StateEventWork(StateEvents events, Webhooks webhooks, Catalog catalog) {
        this.events = events;
        this.webhooks = webhooks;
        this.catalog = catalog;
    }

    @Override
    public List<WorkerPool> lanes() {
        return List.of(new WorkerPool(this));
    }

    @Override
    public String topic() {
        return "webhook.state";
    }

    @Override
    public Set<RegionCode> regions() {
        return catalog.regionCodes();
    }

    @Override
    public int concurrency() {
        return CONCURRENCY;
    }

    @Override
    public Map<String, Object> work(LockedExternalTask task, Runnable keeping)
            throws DeliveryFailedException {
        try {
            webhooks.send(events.byId(Reference.number(Reference.STATE, task.getBusinessKey())));
            return Map.of();
        } catch (RestClientException e) {
            throw DeliveryFailedException.retry("门户未接收状态通知：" + e.getMessage());
        }
    }
}
