package org.creditrepair.web.mapping;

import java.time.OffsetDateTime;
import org.creditrepair.application.model.StageRecord;
import org.creditrepair.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * The present moment and the calendar by which deadlines are shown.
 *
 * @param calendar of the region that is spoken of
 */
public record Today(OffsetDateTime now, WorkingCalendar calendar) {

    /** Whether a limit passes known days only (待核 if not); null without limit. */
    public @Nullable Boolean certain(@Nullable OffsetDateTime dueAt) {
        return dueAt == null ? null : calendar.isCertain(dueAt.toLocalDate());
    }

    /** Working days from today to a limit, negative when it is past; null without limit. */
    public @Nullable Integer left(@Nullable OffsetDateTime dueAt) {
        return dueAt == null ? null : calendar.remaining(now.toLocalDate(), dueAt.toLocalDate());
    }

    /** Working days that are left of a stage that lasts, or were when its clock stopped (中止). */
    public @Nullable Integer left(StageRecord stage) {
        OffsetDateTime dueAt = stage.limit().dueAt();
        OffsetDateTime pausedAt = stage.limit().pausedAt();
        return dueAt == null || stage.end().endedAt() != null
                ? null
                : calendar.remaining(
                        (pausedAt == null ? now : pausedAt).toLocalDate(), dueAt.toLocalDate());
    }

    /** Working days that a stage has taken; null while it lasts. */
    public @Nullable Integer taken(StageRecord stage) {
        return stage.end().endedAt() == null
                ? null
                : calendar.remaining(
                        stage.startedAt().toLocalDate(), stage.end().endedAt().toLocalDate());
    }
}
