package org.creditrepair.processes;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.creditrepair.Town;
import org.junit.jupiter.api.Test;

/**
 * 其他领域严重失信名单 in Wuhai (乌海方案三（四）8): accepted within 3 and decided within 7 working days
 * (国办发〔2025〕22号).
 */
class SeriousGeneralTest extends PathStories {

    SeriousGeneralTest() {
        super(
                "serious-general",
                "market-regulation",
                LocalDate.of(2026, 3, 5),
                LocalDate.of(2026, 3, 11));
    }

    @Override
    protected String region() {
        return "150300";
    }

    @Override
    Map<String, Object> unlisted(LocalDate listedOn) {
        Map<String, Object> listing = Town.penalty("serious-other", Town.uscc(), listedOn);
        listing.put("category", "SERIOUS");
        listing.put("listedOn", listedOn.toString());
        listing.put("penaltyTypes", List.of());
        return listing;
    }

    /** One year from listing, by order 36 from 1 April 2026. */
    @Override
    Map<String, Object> early() {
        clock.moveTo(OffsetDateTime.parse("2026-04-20T09:00:00+08:00").toInstant());
        return town.collected(unlisted(LocalDate.of(2026, 4, 10)));
    }

    @Override
    LocalDate firstDay() {
        return LocalDate.of(2027, 4, 10);
    }

    @Test
    void atItsFullTermTheListIsLeftWithoutAPerson() {
        leftAtFullTerm();
    }

    @Test
    void aPlatformThatDoesNotFollowInTimeIsABreachOfItsOwn() {
        sharedTooLate(LocalDate.of(2026, 3, 5));
    }
}
