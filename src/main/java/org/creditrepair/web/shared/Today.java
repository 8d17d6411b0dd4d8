package org.creditrepair.web.shared;

import java.time.OffsetDateTime;
import org.creditrepair.application.model.StageRecord;
import org.creditrepair.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * What answers about limits are measured by.
 *
 * @param calendar of the region that is spoken of
 */
public record Today(OffsetDateTime now, WorkingCalendar calendar) {

    /** Whether the limit of a stage passes known days only; null without limit (待核 if not). */
    public @Nullable Boolean certain(StageRecord stage) {
        return stage.limit().dueAt() == null
                ? null
                : calendar.isCertain(stage.limit().dueAt().toLocalDate());
    }
}
