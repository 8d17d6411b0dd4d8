package org.creditrepair.processes;

import java.time.LocalDate;

/** 文化和旅游市场严重失信主体名单: may be applied for after six months (文化和旅游部令第7号). */
class SeriousCultureTourismTest extends FullTermListStories {

    SeriousCultureTourismTest() {
        super(
                "serious-culture-tourism",
                "culture-tourism",
                LocalDate.of(2026, 3, 5),
                LocalDate.of(2026, 3, 11),
                LocalDate.parse("2025-12-10"),
                LocalDate.parse("2026-06-10"));
    }
}
