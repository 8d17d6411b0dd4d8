package org.creditrepair.application.model;

import java.time.OffsetDateTime;
import org.creditrepair.task.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * One stage an item passed or is in.
 *
 * @param warnAt when one working day is left; null without limit
 * @param dueAt last moment of the limit; null without limit
 * @param pausedAt since when its clock stands still (中止); null while it runs
 * @param addedDays by how many working days its limit was put off: its clock stood still, or it was
 *     extended (延长)
 * @param endedAt null while it lasts
 * @param outcome what came of it; null while it lasts
 * @param remark the reviewer's comment or the system's reasons
 * @param actor account that ended it; null for the system
 */
public record StageRecord(
        Stage stage,
        OffsetDateTime startedAt,
        OffsetDateTime warnAt,
        OffsetDateTime dueAt,
        OffsetDateTime pausedAt,
        int addedDays,
        @Nullable OffsetDateTime endedAt,
        @Nullable Outcome outcome,
        @Nullable String remark,
        @Nullable String actor) {

    /** How the stage stands at a moment; the applicant's own time (补正) binds no unit. */
    public SlaStatus sla(OffsetDateTime now) {
        if (dueAt == null || stage == Stage.CORRECTION) {
            return endedAt == null ? SlaStatus.ON_TRACK : SlaStatus.MET;
        }
        if (endedAt != null) {
            return endedAt.isAfter(dueAt) ? SlaStatus.BREACHED : SlaStatus.MET;
        }
        return SlaStatus.running(warnAt, dueAt, pausedAt == null ? now : pausedAt);
    }
}
