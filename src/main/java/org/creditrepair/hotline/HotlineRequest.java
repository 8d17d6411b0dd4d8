package org.creditrepair.hotline;

import java.time.OffsetDateTime;
import org.creditrepair.vocabulary.Labelled;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * Something asked of the hotline (热线诉求).
 *
 * @param unit code of the unit that answers
 * @param code with which whoever has it finds the answer; null for requests from before it was kept
 */
public record HotlineRequest(
        long id,
        RegionCode region,
        Type type,
        Caller caller,
        String content,
        String unit,
        Asked asked,
        Answered answered,
        @Nullable String code) {

    /** Who asked, and where they are answered. */
    public record Caller(String name, String mobile) {}

    /**
     * Who entered a request, and when.
     *
     * @param askedBy account that asked, for itself or for somebody; null for requests from before
     *     it was kept
     * @param askedGroup engine group as whose member it asked: of a portal or a window; null for an
     *     applicant, and likewise
     */
    public record Asked(OffsetDateTime askedAt, String askedBy, String askedGroup) {}

    /**
     * What was answered; empty until then.
     *
     * @param answer null until it is given
     */
    public record Answered(String answer, OffsetDateTime answeredAt) {}

    /** Kinds of requests. */
    public enum Type implements Labelled {
        /** 咨询. */
        CONSULTATION("咨询"),
        /** 投诉. */
        COMPLAINT("投诉"),
        /** 求助. */
        HELP("求助"),
        /** 在线办理指导. */
        GUIDANCE("在线办理指导");

        private final String text;

        Type(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }
    }
}
