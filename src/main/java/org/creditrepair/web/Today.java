package org.creditrepair.web;

import java.time.OffsetDateTime;
import org.creditrepair.application.StageRecord;
import org.creditrepair.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * What answers about limits are measured by.
 *
 * @param calendar of the region that is spoken of
 */
record Today(OffsetDateTime now, WorkingCalendar calendar) {

    /** Whether the limit of a stage passes known days only; null without limit (待核 if not). */
    @Nullable Boolean certain(StageRecord stage) {
        return stage.dueAt() == null ? null : calendar.isCertain(stage.dueAt().toLocalDate());
    }
}
