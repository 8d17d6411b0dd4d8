package org.creditrepair.supervision.escalation;

import java.time.OffsetDateTime;
import org.creditrepair.application.model.Stage;
import org.creditrepair.vocabulary.Labelled;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done so that a step is not forgotten (督办台账).
 *
 * @param turn tells repeated steps apart: the day of a daily reminder, a number of its own for what
 *     a person does
 * @param reason given by whoever acted, or what the system found; null where the step says all
 * @param actor account; null for the system
 */
public record Escalation(
        Waiting waiting,
        Step step,
        String turn,
        @Nullable String reason,
        @Nullable String actor,
        OffsetDateTime happenedAt) {

    /**
     * What waits, and for whom.
     *
     * @param reference business key of what waits: a case or another matter
     * @param waitingId the engine's execution that waits
     * @param unitGroup engine group of the unit that has the task
     * @param assignee who had claimed it; null for nobody
     */
    public record Waiting(
            RegionCode region,
            String reference,
            String waitingId,
            Stage stage,
            String unitGroup,
            @Nullable String assignee) {}

    /** Kinds of escalations. */
    public enum Step implements Labelled {
        WARNED("临期提醒"),
        BREACHED("超期通报"),
        REMINDED("每日催办"),
        URGED("督办"),
        REASSIGNED("改派"),
        EXTENDED("延长时限"),
        TRANSFERRED("转办"),
        COPIED("抄送"),
        SUSPENDED("中止"),
        RESUMED("恢复办理"),
        MIGRATED("更换流程版本"),
        RETRIED("重试"),
        PUSH_CORRECTED("更正推送内容");

        private final String text;

        Step(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }
    }
}
