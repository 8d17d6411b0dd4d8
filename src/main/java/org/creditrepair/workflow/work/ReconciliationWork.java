package org.creditrepair.workflow.work;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.creditrepair.sharing.Connector;
import org.creditrepair.sharing.Connectors;
import org.creditrepair.sharing.DeliveryFailedException;
import org.creditrepair.sharing.Reconciliations;
import org.creditrepair.workflow.Variables;
import org.springframework.stereotype.Component;

/** Reads what platforms display, one list at a time, topics {@code reconcile.{platform}}. */
@Component
class ReconciliationWork implements ExternalWorkSource {

    private final Connectors connectors;
    private final Reconciliations reconciliations;

    ReconciliationWork(Connectors connectors, Reconciliations reconciliations) {
        this.connectors = connectors;
        this.reconciliations = reconciliations;
    }

    @Override
    public List<ExternalWork> works() {
        return connectors.all().stream()
                .filter(Connector::canBeCompared)
                .<ExternalWork>map(Reading::new)
                .toList();
    }

    private final class Reading implements ExternalWork {

        private final Connector connector;

        Reading(Connector connector) {
            this.connector = connector;
        }

        @Override
        public String topic() {
            return "reconcile." + connector.platform();
        }

        @Override
        public Set<String> regions() {
            return connector.regions();
        }

        @Override
        public int concurrency() {
            return 1;
        }

        @Override
        public boolean isAccepting() {
            return connector.isAccepting();
        }

        @Override
        public Map<String, Object> work(LockedExternalTask task, Runnable keeping)
                throws DeliveryFailedException {
            reconciliations.read((Long) task.getVariables().get(Variables.MATTER_ID), keeping);
            return Map.of();
        }
    }
}
