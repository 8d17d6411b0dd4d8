package org.creditrepair.processes;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/**
 * What can happen on the path of a serious list that is left early on application, or at full term.
 */
abstract class FullTermListStories extends VerifiedListStories {

    FullTermListStories(
            String path,
            String unit,
            LocalDate acceptBy,
            LocalDate decideBy,
            LocalDate listedTooLate,
            LocalDate firstDay) {
        super(path, unit, acceptBy, decideBy, listedTooLate, firstDay);
    }

    @Test
    void atItsFullTermTheListIsLeftWithoutAPerson() {
        leftAtFullTerm();
    }

    @Test
    void whatHasEndedByItselfIsToldWithoutAPerson() {
        applyForWhatHasEnded();
    }
}
