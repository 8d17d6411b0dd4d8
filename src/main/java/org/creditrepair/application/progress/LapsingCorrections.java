package org.creditrepair.application.progress;

import java.time.OffsetDateTime;
import java.util.List;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.store.StageStore;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrections (补正) that lapse soon, of which applicants are reminded once. */
@Service
public class LapsingCorrections {

    private static final int PAGE = 200;
    private static final CaseKey FIRST = new CaseKey("", 0);

    private final StageStore stages;
    private final WorkingCalendars calendars;
    private final BusinessClock clock;

    LapsingCorrections(StageStore stages, WorkingCalendars calendars, BusinessClock clock) {
        this.stages = stages;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * The cases whose applicants are to be reminded, a page of their keys.
     *
     * @param workingDays how many are left at most, of the region's calendar
     * @param after the last key of the page before; empty for the first
     */
    public List<String> soon(RegionCode region, int workingDays, String after) {
        OffsetDateTime until = calendars.forRegion(region).later(clock.now(), workingDays);
        CaseKey behind = after.isEmpty() ? FIRST : CaseKey.parse(after);
        return stages.lapsingCorrections(region, until, behind, PAGE).stream()
                .map(CaseKey::toString)
                .toList();
    }

    /** Notes that an applicant is reminded today. */
    @Transactional
    public void reminded(CaseKey key) {
        stages.reminded(key, clock.today());
    }
}
