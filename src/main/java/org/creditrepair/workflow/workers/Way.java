package org.creditrepair.workflow.workers;

import org.creditrepair.sharing.connection.Connector;
import org.creditrepair.vocabulary.RegionCode;

/** How this node reaches a platform: its connector, and the lane on whose threads that is done. */
record Way(Connector connector, WorkerPool lane) {

    boolean leadsTo(RegionCode region, String platform) {
        return connector.platform().equals(platform) && connector.regions().contains(region);
    }

    /** Whether more can be delivered this way now. */
    boolean isFree() {
        return lane.isFree();
    }
}
