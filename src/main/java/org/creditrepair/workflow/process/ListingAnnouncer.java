package org.creditrepair.workflow.process;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.creditrepair.access.account.AsServer;
import org.creditrepair.catalog.model.PlatformEvent;
import org.creditrepair.registry.register.RecordsDisplayed;
import org.creditrepair.sharing.ledger.ShareRecords;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has every platform told of records that went on display: one sharing process a batch. */
@Component
class ListingAnnouncer {

    private static final String PROCESS = "result-sharing";

    private final RuntimeService runtime;
    private final AsServer server;
    private final ShareRecords share;

    ListingAnnouncer(RuntimeService runtime, AsServer server, ShareRecords share) {
        this.runtime = runtime;
        this.server = server;
        this.share = share;
    }

    @EventListener
    void announce(RecordsDisplayed displayed) {
        String sharingNo = displayed.region() + "-listing-" + UUID.randomUUID();
        share.announce(
                sharingNo,
                PlatformEvent.LISTED,
                sharingNo,
                displayed.region(),
                displayed.records());
        server.run(
                () -> {
                    runtime.startProcessInstanceByKey(
                            PROCESS,
                            sharingNo,
                            Map.of(
                                    Variables.REGION,
                                    displayed.region().value(),
                                    Variables.SHARING_NO,
                                    sharingNo));
                });
    }
}
