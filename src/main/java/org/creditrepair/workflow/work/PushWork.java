package org.creditrepair.workflow.work;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.creditrepair.sharing.Connector;
import org.creditrepair.sharing.Connectors;
import org.creditrepair.sharing.DeliverPushes;
import org.creditrepair.sharing.DeliveryFailedException;
import org.creditrepair.workflow.Variables;
import org.springframework.stereotype.Component;

/** The pushes to each platform that the server reaches itself, topics {@code push.{platform}}. */
@Component
class PushWork implements ExternalWorkSource {

    private final Connectors connectors;
    private final DeliverPushes deliver;

    PushWork(Connectors connectors, DeliverPushes deliver) {
        this.connectors = connectors;
        this.deliver = deliver;
    }

    @Override
    public List<ExternalWork> works() {
        return connectors.all().stream().<ExternalWork>map(ToPlatform::new).toList();
    }

    private final class ToPlatform implements ExternalWork {

        private final Connector connector;

        ToPlatform(Connector connector) {
            this.connector = connector;
        }

        @Override
        public String topic() {
            return "push." + connector.platform();
        }

        @Override
        public Set<String> regions() {
            return connector.regions();
        }

        @Override
        public int concurrency() {
            return connector.concurrency();
        }

        @Override
        public boolean isAccepting() {
            return connector.isAccepting();
        }

        @Override
        public Map<String, Object> work(LockedExternalTask task, Runnable keeping)
                throws DeliveryFailedException {
            deliver.deliver(
                    connector,
                    (String) task.getVariables().get(Variables.SHARING_NO),
                    (String) task.getVariables().get(Variables.CORRECTION),
                    keeping);
            return Map.of();
        }
    }
}
