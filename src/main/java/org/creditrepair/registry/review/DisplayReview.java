package org.creditrepair.registry.review;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.creditrepair.task.HumanTask;
import org.creditrepair.vocabulary.Labelled;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * A question about a record that a person decides (公示复核): whether it stays on display, whether what
 * is shown of it is right, whether its obligations are met.
 *
 * @param mobile where the subject is told; null if not known
 * @param heard what the subject says to it
 * @param outcome what was decided; null while it is open
 */
public record DisplayReview(
        long id,
        RegionCode region,
        String recordNo,
        Question question,
        String mobile,
        Heard heard,
        @Nullable String outcome,
        @Nullable String remark,
        @Nullable OffsetDateTime decidedAt) {

    /** A question that has just been asked. */
    static DisplayReview asked(
            RegionCode region, String recordNo, Question question, String mobile) {
        return new DisplayReview(
                0, region, recordNo, question, mobile, Heard.NOT_YET, null, null, null);
    }

    /**
     * What the subject has said about it (陈述、申辩).
     *
     * @param statement null as long as it has said nothing
     * @param hearingAsked whether it asks to be heard (听证)
     * @param hearingOn day on which it was heard; null where it was not
     */
    public record Heard(
            @Nullable String statement, boolean hearingAsked, @Nullable LocalDate hearingOn) {

        static final Heard NOT_YET = new Heard(null, false, null);
    }

    /**
     * The question and the account that asked it.
     *
     * @param reference what it came from, e.g. the case that ended display
     * @param reviewOn first day on which it is to be decided
     * @param filedBy account that asked, or {@link DisplayReviews#SYSTEM}
     */
    public record Question(
            Kind kind,
            String reason,
            @Nullable String reference,
            LocalDate reviewOn,
            String filedBy,
            OffsetDateTime filedAt) {}

    /** What is asked about a record. */
    public enum Kind implements Labelled {
        /** 修复后发现承诺不实或材料虚假. */
        REVOCATION("承诺不实，拟撤销修复", HumanTask.REVOCATION),
        /** 暂停公示期届满. */
        SHIELD_ENDED("暂停公示期届满，须重新评估", HumanTask.REASSESSMENT),
        /** 最长公示期届满而义务未履行. */
        OBLIGATIONS_UNMET("最长公示期届满，义务仍未履行", HumanTask.REASSESSMENT),
        /** 异议: what is displayed is wrong (国办发〔2025〕22号). */
        OBJECTION_CONTENT("对公示内容有异议", HumanTask.OBJECTION),
        /** 异议: it is displayed for too long. */
        OBJECTION_PERIOD("对公示期限有异议", HumanTask.OBJECTION),
        /** 异议: a repair was refused wrongly, or a site has not followed it. */
        OBJECTION_RESULT("对修复结果有异议", HumanTask.OBJECTION),
        /** 请处罚单位开具履行证明 (呼和浩特方案七（三）). */
        PROOF("申请开具履行证明", HumanTask.ISSUANCE);

        private final String text;
        private final HumanTask task;

        Kind(String text, HumanTask task) {
            this.text = text;
            this.task = task;
        }

        /** The task in which a person decides it. */
        public HumanTask task() {
            return task;
        }

        @Override
        public String text() {
            return text;
        }
    }
}
