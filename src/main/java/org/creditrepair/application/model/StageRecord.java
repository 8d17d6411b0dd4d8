package org.creditrepair.application.model;

import java.time.OffsetDateTime;
import org.creditrepair.task.Outcome;
import org.jspecify.annotations.Nullable;

/** One stage an item passed or is in. */
public record StageRecord(Stage stage, OffsetDateTime startedAt, Limit limit, End end) {

    /**
     * The limit of a stage.
     *
     * @param warnAt when one working day is left; null without limit
     * @param dueAt last moment of the limit; null without limit
     * @param pausedAt since when its clock stands still (中止); null while it runs
     * @param addedDays by how many working days its limit was put off: its clock stood still, or it
     *     was extended (延长)
     */
    public record Limit(
            OffsetDateTime warnAt, OffsetDateTime dueAt, OffsetDateTime pausedAt, int addedDays) {}

    /**
     * How a stage ended; empty while it lasts.
     *
     * @param endedAt null while it lasts
     * @param outcome what came of it; null while it lasts
     * @param remark the reviewer's comment or the system's reasons
     * @param actor account that ended it; null for the system
     */
    public record End(
            @Nullable OffsetDateTime endedAt,
            @Nullable Outcome outcome,
            @Nullable String remark,
            @Nullable String actor) {}

    /** How the stage stands at a moment; the applicant's own time (补正) binds no unit. */
    public SlaStatus sla(OffsetDateTime now) {
        if (limit.dueAt == null || stage == Stage.CORRECTION) {
            return end.endedAt == null ? SlaStatus.ON_TRACK : SlaStatus.MET;
        }
        if (end.endedAt != null) {
            return end.endedAt.isAfter(limit.dueAt) ? SlaStatus.BREACHED : SlaStatus.MET;
        }
        return SlaStatus.running(
                limit.warnAt, limit.dueAt, limit.pausedAt == null ? now : limit.pausedAt);
    }
}
