package org.creditrepair.web.mapping;

import java.time.OffsetDateTime;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.stereotype.Component;

/** The present moment with the calendar of a region. */
@Component
public class RegionClock {

    private final BusinessClock clock;
    private final WorkingCalendars calendars;

    RegionClock(BusinessClock clock, WorkingCalendars calendars) {
        this.clock = clock;
        this.calendars = calendars;
    }

    /** The first moment of the present day. */
    public OffsetDateTime startOfToday() {
        return clock.today().atStartOfDay(BusinessClock.ZONE).toOffsetDateTime();
    }

    public Today today(RegionCode region) {
        return new Today(clock.now(), calendars.forRegion(region));
    }
}
