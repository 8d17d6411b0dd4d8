package org.creditrepair.reconciliation;

import java.time.OffsetDateTime;
import org.creditrepair.catalog.rules.RuleWord;
import org.creditrepair.vocabulary.Labelled;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * A record that a platform displays otherwise than the register says (公示差异).
 *
 * @param since when it was first seen
 * @param lastSeenAt when it was last seen
 * @param cause why it differs, as far as is known
 * @param settledAt when it was found to be gone; null while it lasts
 */
public record DisplayDifference(
        RegionCode region,
        String platform,
        String recordNo,
        Kind kind,
        OffsetDateTime since,
        OffsetDateTime lastSeenAt,
        Handling handling,
        @Nullable String cause,
        @Nullable OffsetDateTime settledAt) {

    /** How it differs. */
    public enum Kind implements Labelled {
        /** 平台未公示: on display here, not there. */
        MISSING_THERE("平台未公示"),
        /** 平台多公示: on display there, not here. */
        SHOWN_THERE("平台多公示"),
        /** 本地未归集: on display there, not known here. */
        UNKNOWN_HERE("本地未归集");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }
    }

    /** Handling. */
    public enum Handling implements RuleWord {
        /** 等待: it goes away by itself. */
        WAIT("等待"),
        /** 重推: the platform is told again. */
        PUSH("重推"),
        /** 随信用中国: it is looked at with the difference of 信用中国. */
        FOLLOW("随信用中国"),
        /** 转人工: a person decides. */
        PERSON("转人工");

        private final String text;

        Handling(String text) {
            this.text = text;
        }

        /** What people read and the rule table says, in Chinese. */
        @Override
        public String text() {
            return text;
        }
    }
}
