package org.creditrepair.workflow.queue;

import org.creditrepair.vocabulary.RegionCode;

/** Tells what a case or matter is about. */
@FunctionalInterface
public interface TaskContents {

    /**
     * @param reference business key of its process
     */
    QueuedTask.About about(RegionCode region, String reference);
}
