package org.creditrepair.workflow;

import org.creditrepair.application.CaseKey;

/** What a reviewer sees of a case (办件内容), made anew whenever it is looked at. */
@FunctionalInterface
public interface CaseSheet {

    /** The case as HTML of plain elements, without scripts and without blank lines. */
    String render(CaseKey key);
}
