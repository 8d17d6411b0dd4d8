package org.creditrepair.workflow.tasks;

import org.creditrepair.application.model.CaseKey;
import org.creditrepair.vocabulary.RegionCode;

/** Renders the sheet of a case for reviewers (办件内容) on each request. */
@FunctionalInterface
public interface CaseSheet {

    /**
     * The case as HTML of plain elements, without scripts and without blank lines.
     *
     * @param region that it must belong to
     * @throws IllegalStateException if it is of another region
     */
    String render(RegionCode region, CaseKey key);
}
