package org.creditrepair.processes;

import java.time.LocalDate;
import java.util.Map;

/** 社会组织严重违法失信名单: may be applied for after two years (民政部令第60号). */
class SeriousSocialOrganizationTest extends VerifiedListStories {

    SeriousSocialOrganizationTest() {
        super(
                "serious-social-organization",
                "civil-affairs",
                LocalDate.parse("2026-03-05"),
                LocalDate.parse("2026-03-11"),
                LocalDate.parse("2024-06-10"),
                LocalDate.parse("2026-06-10"));
    }

    @Override
    Map<String, Object> record() {
        return town.collected(unlisted(LocalDate.of(2023, 6, 10)));
    }
}
