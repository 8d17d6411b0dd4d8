package org.creditrepair.application.intake;

import org.creditrepair.application.model.CaseKey;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.vocabulary.RegionCode;

/** Carries joint applications along their paths. */
public interface ApplicationProcess {

    /**
     * Hands in a joint application in the name of whoever is logged in.
     *
     * @param form the {@link ApplicationForm} as JSON
     * @return number of the application
     * @throws RefusedException if the account may not apply, or naming every field that is wrong
     */
    String start(RegionCode region, String form);

    /**
     * The documents of a correction are there.
     *
     * @throws RefusedException if the item no longer waits for them
     */
    void corrected(CaseKey key);

    /**
     * The applicant withdraws the item.
     *
     * @throws RefusedException if it can no longer be withdrawn
     */
    void withdrawn(CaseKey key);
}
