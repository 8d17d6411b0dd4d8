package org.creditrepair.processes;

import java.time.LocalDate;

/** 行政处罚信息（其他行业领域）: accepted within 3, decided within 7 working days. */
class PenaltyOtherTest extends PathStories {

    PenaltyOtherTest() {
        super(
                "penalty-other",
                "credit-center",
                LocalDate.of(2026, 3, 5),
                LocalDate.of(2026, 3, 11));
    }
}
