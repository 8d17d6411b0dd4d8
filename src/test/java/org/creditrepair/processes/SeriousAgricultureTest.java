package org.creditrepair.processes;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;

/** 农资领域严重失信生产经营单位, in Jiangxi: no shortest period but that of order 36, from 1 April 2026. */
class SeriousAgricultureTest extends VerifiedListStories {

    SeriousAgricultureTest() {
        super(
                "serious-agriculture",
                "agriculture",
                LocalDate.parse("2026-03-05"),
                LocalDate.parse("2026-03-11"),
                LocalDate.parse("2026-04-10"),
                LocalDate.parse("2027-04-10"));
    }

    @Override
    protected String region() {
        return "360000";
    }

    @Override
    LocalDate followBy() {
        return LocalDate.of(2026, 3, 5);
    }

    @Override
    Map<String, Object> early() {
        clock.moveTo(OffsetDateTime.parse("2026-04-20T09:00:00+08:00").toInstant());
        return super.early();
    }
}
