package org.creditrepair.processes;

import java.time.LocalDate;

/** 市场监督管理严重违法失信名单: may be applied for after one year (市场监管总局令第44号), decided within 7 (令第107号). */
class SeriousMarketRegulationTest extends FullTermListStories {

    SeriousMarketRegulationTest() {
        super(
                "serious-market-regulation",
                "market-regulation",
                LocalDate.of(2026, 3, 5),
                LocalDate.of(2026, 3, 11),
                LocalDate.parse("2025-06-10"),
                LocalDate.parse("2026-06-10"));
    }
}
