package org.creditrepair.processes;

import java.time.LocalDate;

/** 安全生产严重失信主体名单: may be applied for after one year (应急管理部令第11号). */
class SeriousWorkSafetyTest extends FullTermListStories {

    SeriousWorkSafetyTest() {
        super(
                "serious-work-safety",
                "emergency",
                LocalDate.of(2026, 3, 5),
                LocalDate.of(2026, 3, 11),
                LocalDate.parse("2025-06-10"),
                LocalDate.parse("2026-06-10"));
    }
}
