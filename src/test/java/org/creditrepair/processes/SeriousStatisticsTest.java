package org.creditrepair.processes;

import java.time.LocalDate;

/** 统计严重失信企业名单: may be applied for after six months (国家统计局令第35号). */
class SeriousStatisticsTest extends FullTermListStories {

    SeriousStatisticsTest() {
        super(
                "serious-statistics",
                "statistics",
                LocalDate.of(2026, 3, 5),
                LocalDate.of(2026, 3, 11),
                LocalDate.parse("2025-12-10"),
                LocalDate.parse("2026-06-10"));
    }
}
