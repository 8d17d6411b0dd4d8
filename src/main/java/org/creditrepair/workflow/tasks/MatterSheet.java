package org.creditrepair.workflow.tasks;

import org.creditrepair.vocabulary.RegionCode;

/** Renders the sheet of a process other than a case on each request. */
@FunctionalInterface
public interface MatterSheet {

    /**
     * A display review, a list adjustment, a hotline request … as HTML of plain elements.
     *
     * @param region that it must belong to
     * @param reference business key of its process, e.g. {@code review-7}
     * @throws IllegalStateException if it is of another region
     */
    String render(RegionCode region, String reference);
}
