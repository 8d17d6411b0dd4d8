package org.creditrepair.application;

import java.time.OffsetDateTime;

/**
 * One stage an item passed or is in.
 *
 * @param warnAt when one working day is left; null without limit
 * @param dueAt last moment of the limit; null without limit
 * @param pausedAt since when its clock stands still (中止); null while it runs
 * @param pausedDays for how many working days its clock stood still before
 * @param endedAt null while it lasts
 * @param outcome what came of it, as the outcome's code; null while it lasts
 * @param remark the reviewer's comment or the system's reasons
 * @param actor account that ended it; null for the system
 */
public record StageRecord(
        Stage stage,
        OffsetDateTime startedAt,
        OffsetDateTime warnAt,
        OffsetDateTime dueAt,
        OffsetDateTime pausedAt,
        int pausedDays,
        OffsetDateTime endedAt,
        String outcome,
        String remark,
        String actor) {

    /** How the stage stands at a moment; the applicant's own time (补正) binds no unit. */
    public SlaStatus sla(OffsetDateTime now) {
        if (dueAt == null || stage == Stage.CORRECTION) {
            return endedAt == null ? SlaStatus.ON_TRACK : SlaStatus.MET;
        }
        OffsetDateTime running = pausedAt == null ? now : pausedAt;
        OffsetDateTime measured = endedAt == null ? running : endedAt;
        if (measured.isAfter(dueAt)) {
            return SlaStatus.BREACHED;
        }
        if (endedAt != null) {
            return SlaStatus.MET;
        }
        return warnAt != null && running.isAfter(warnAt) ? SlaStatus.AT_RISK : SlaStatus.ON_TRACK;
    }
}
