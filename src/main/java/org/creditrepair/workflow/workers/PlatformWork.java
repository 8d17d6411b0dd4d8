package org.creditrepair.workflow.workers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.reconciliation.Reconciliations;
import org.creditrepair.sharing.connection.Connector;
import org.creditrepair.sharing.connection.Connectors;
import org.creditrepair.sharing.connection.DeliveryFailedException;
import org.creditrepair.sharing.connection.SharingProperties;
import org.creditrepair.sharing.ledger.PushLedger;
import org.creditrepair.task.Reference;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.stereotype.Component;

/**
 * What is to be done at the platforms that the server reaches itself: the first attempt of a
 * sharing at all of them, topic {@code push}; the push to one platform, topics {@code
 * push.{platform}}; and the reading of what one displays, topics {@code reconcile.{platform}}.
 */
@Component
class PlatformWork implements ExternalWorkSource {

    private final Catalog catalog;
    private final Connectors connectors;
    private final FirstAttempts attempts;
    private final PushLedger ledger;
    private final Reconciliations reconciliations;
    private final SharingProperties properties;
    private volatile List<Way> ways = List.of();

    PlatformWork(
            Catalog catalog,
            Connectors connectors,
            FirstAttempts attempts,
            PushLedger ledger,
            Reconciliations reconciliations,
            SharingProperties properties) {
        this.catalog = catalog;
        this.connectors = connectors;
        this.attempts = attempts;
        this.ledger = ledger;
        this.reconciliations = reconciliations;
        this.properties = properties;
    }

    @Override
    public List<WorkerPool> lanes() {
        List<Way> made = new ArrayList<>();
        List<WorkerPool> lanes = new ArrayList<>();
        for (Connector connector : connectors.all()) {
            WorkerPool lane =
                    new WorkerPool(
                            new AtPlatform(
                                    "push.", connector, connector.concurrency(), this::push));
            made.add(new Way(connector, lane));
            lanes.add(lane);
            if (connector.canBeCompared()) {
                lanes.add(new WorkerPool(new AtPlatform("reconcile.", connector, 1, this::read)));
            }
        }
        ways = List.copyOf(made);
        lanes.add(
                new WorkerPool(
                        new FirstPush(catalog.regionCodes(), ways, ledger, attempts, properties)));
        return lanes;
    }

    /** A way to a region's platform on which more can be delivered now. */
    Optional<Way> freeWay(RegionCode region, String platform) {
        return ways.stream()
                .filter(way -> way.leadsTo(region, platform) && way.isFree())
                .findFirst();
    }

    private void push(Connector connector, LockedExternalTask task, Runnable keeping)
            throws DeliveryFailedException {
        attempts.deliver(connector, task.getBusinessKey(), task.getRetries() == null, keeping);
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
        public Set<RegionCode> regions() {
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
