package org.creditrepair.workflow.workers;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.creditrepair.sharing.connection.DeliveryFailedException;
import org.creditrepair.vocabulary.RegionCode;

/** Handler of the external tasks of one topic in some regions, run by this server. */
interface ExternalWork {

    String topic();

    /** Codes of the regions whose tasks it takes. */
    Set<RegionCode> regions();

    /** How many tasks may be under way at once. */
    int concurrency();

    /** Whether tasks may be taken now. */
    default boolean isAccepting() {
        return true;
    }

    /**
     * Handles a task outside of any transaction.
     *
     * @param keeping to be called now and then, so that a long task keeps its claim
     * @return variables that the task leaves behind
     */
    Map<String, Object> work(LockedExternalTask task, Runnable keeping)
            throws DeliveryFailedException;
}
