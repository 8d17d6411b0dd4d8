package org.creditrepair.workflow;

/** What is shown of a matter that is no case, made anew whenever it is looked at. */
public interface MatterSheet {

    /**
     * A display review, a list adjustment or a hotline request as HTML of plain elements.
     *
     * @param process key of the process that handles it
     * @param matterId its number
     */
    String render(String process, long matterId);
}
