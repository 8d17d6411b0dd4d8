package org.creditrepair.workflow.intervention;

import java.time.OffsetDateTime;
import org.creditrepair.vocabulary.Labelled;
import org.jspecify.annotations.Nullable;

/**
 * Something that failed for technical reasons and stands before a person.
 *
 * @param reference business key of what it is about
 * @param activity id of the step in the model
 * @param activityName its name there
 * @param platform code of the platform that a push did not reach; null for other steps
 */
public record Failure(
        String id,
        @Nullable String reference,
        Kind kind,
        String activity,
        String activityName,
        @Nullable String platform,
        String message,
        OffsetDateTime since) {

    /** Kinds of failures, each with what is to be done (处理建议). */
    public enum Kind implements Labelled {
        /** 推送未达. */
        PUSH("推送未达", "看平台的答复：内容有误的，更正后重新推送；平台故障的，待其恢复后重试"),
        /** 步骤出错. */
        STEP("步骤出错", "按原因排除故障后重试；仍失败的，请运维人员查看日志");

        private final String text;
        private final String advice;

        Kind(String text, String advice) {
            this.text = text;
            this.advice = advice;
        }

        @Override
        public String text() {
            return text;
        }

        public String advice() {
            return advice;
        }
    }
}
