package org.creditrepair.workflow;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.creditrepair.catalog.PlatformEvent;
import org.creditrepair.registry.RecordsDisplayed;
import org.creditrepair.sharing.ShareRecords;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has every platform told of records that went on display: one sharing process a batch. */
@Component
class ListingAnnouncer {

    private static final String PROCESS = "result-sharing";

    private final RuntimeService runtime;
    private final IdentityService identity;
    private final ShareRecords share;

    ListingAnnouncer(RuntimeService runtime, IdentityService identity, ShareRecords share) {
        this.runtime = runtime;
        this.identity = identity;
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
        Authentication caller = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            runtime.startProcessInstanceByKey(
                    PROCESS,
                    sharingNo,
                    Map.of(
                            Variables.REGION,
                            displayed.region().value(),
                            Variables.SHARING_NO,
                            sharingNo));
        } finally {
            identity.setAuthentication(caller);
        }
    }
}
