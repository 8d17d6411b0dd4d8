package org.creditrepair.processes;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;

/** 严重违法超限超载运输当事人名单: no shortest period but that of order 36, from 1 April 2026. */
class SeriousOverloadTransportTest extends VerifiedListStories {

    SeriousOverloadTransportTest() {
        super(
                "serious-overload-transport",
                "transport",
                LocalDate.parse("2026-03-05"),
                LocalDate.parse("2026-03-11"),
                LocalDate.parse("2026-04-10"),
                LocalDate.parse("2027-04-10"));
    }

    @Override
    Map<String, Object> early() {
        clock.moveTo(OffsetDateTime.parse("2026-04-20T09:00:00+08:00").toInstant());
        return super.early();
    }
}
