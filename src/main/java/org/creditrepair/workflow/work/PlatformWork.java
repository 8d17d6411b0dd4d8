package org.creditrepair.workflow.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.creditrepair.sharing.Connector;
import org.creditrepair.sharing.Connectors;
import org.creditrepair.sharing.DeliverPushes;
import org.creditrepair.sharing.DeliveryFailedException;
import org.creditrepair.sharing.Reconciliations;
import org.creditrepair.task.Reference;
import org.creditrepair.workflow.Variables;
import org.springframework.stereotype.Component;

/**
 * What is to be done at each platform that the server reaches itself: pushes, topics {@code
 * push.{platform}}, and the reading of what it displays, topics {@code reconcile.{platform}}.
 */
@Component
class PlatformWork implements ExternalWorkSource {

    private final Connectors connectors;
    private final DeliverPushes deliver;
    private final Reconciliations reconciliations;

    PlatformWork(Connectors connectors, DeliverPushes deliver, Reconciliations reconciliations) {
        this.connectors = connectors;
        this.deliver = deliver;
        this.reconciliations = reconciliations;
    }

    @Override
    public List<ExternalWork> works() {
        List<ExternalWork> works = new ArrayList<>();
        for (Connector connector : connectors.all()) {
            works.add(new AtPlatform("push.", connector, connector.concurrency(), this::push));
            if (connector.canBeCompared()) {
                works.add(new AtPlatform("reconcile.", connector, 1, this::read));
            }
        }
        return works;
    }

    private void push(Connector connector, LockedExternalTask task, Runnable keeping)
            throws DeliveryFailedException {
        deliver.deliver(connector, (String) task.getVariables().get(Variables.SHARING_NO), keeping);
    }

    private void read(Connector connector, LockedExternalTask task, Runnable keeping)
            throws DeliveryFailedException {
        reconciliations.read(
                Reference.number(Reference.RECONCILIATION, task.getBusinessKey()), keeping);
    }

    /** What is done for a task. */
    private interface Doing {
        void accept(Connector connector, LockedExternalTask task, Runnable keeping)
                throws DeliveryFailedException;
    }

    private record AtPlatform(String prefix, Connector connector, int concurrency, Doing doing)
            implements ExternalWork {

        @Override
        public String topic() {
            return prefix + connector.platform();
        }

        @Override
        public Set<String> regions() {
            return connector.regions();
        }

        @Override
        public boolean isAccepting() {
            return connector.isAccepting();
        }

        @Override
        public Map<String, Object> work(LockedExternalTask task, Runnable keeping)
                throws DeliveryFailedException {
            doing.accept(connector, task, keeping);
            return Map.of();
        }
    }
}
