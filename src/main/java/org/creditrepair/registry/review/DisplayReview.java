package org.creditrepair.registry.review;

import java.time.LocalDate;
import org.creditrepair.vocabulary.Labelled;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * A question about the display of a record that a person decides (公示复核).
 *
 * @param mobile where the subject is told; null if not known
 * @param outcome what was decided; null while it is open
 */
public record DisplayReview(
        long id,
        RegionCode region,
        String recordNo,
        Question question,
        String mobile,
        @Nullable String outcome,
        @Nullable String remark) {

    /**
     * The question and the account that asked it.
     *
     * @param reference what it came from, e.g. the case that ended display
     * @param reviewOn first day on which it is to be decided
     * @param filedBy account that asked, or the system
     */
    public record Question(
            Kind kind,
            String reason,
            @Nullable String reference,
            LocalDate reviewOn,
            String filedBy) {}

    /** Why the display of a record is in question. */
    public enum Kind implements Labelled {
        /** 修复后发现承诺不实或材料虚假. */
        REVOCATION("承诺不实，拟撤销修复"),
        /** 暂停公示期届满. */
        SHIELD_ENDED("暂停公示期届满，须重新评估"),
        /** 最长公示期届满而义务未履行. */
        OBLIGATIONS_UNMET("最长公示期届满，义务仍未履行");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }
    }
}
