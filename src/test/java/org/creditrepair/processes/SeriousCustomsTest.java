package org.creditrepair.processes;

import java.time.LocalDate;

/** 进出口海关监管领域严重失信主体名单: may be applied for after one year (海关总署令第251号). */
class SeriousCustomsTest extends VerifiedListStories {

    SeriousCustomsTest() {
        super(
                "serious-customs",
                "customs",
                LocalDate.parse("2026-03-05"),
                LocalDate.parse("2026-03-11"),
                LocalDate.parse("2025-06-10"),
                LocalDate.parse("2026-06-10"));
    }
}
