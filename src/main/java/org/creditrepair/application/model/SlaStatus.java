package org.creditrepair.application.model;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import org.creditrepair.vocabulary.Labelled;

/** How a case, an item or a step stands against its limits (时限状态), from best to worst. */
public enum SlaStatus implements Labelled {
    NOT_STARTED("未开始"),
    MET("按时办结"),
    ON_TRACK("正常"),
    AT_RISK("临期"),
    BREACHED("超期");

    private final String text;

    SlaStatus(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }

    /**
     * How something that is not over stands at a moment.
     *
     * @param warnAt when one working day is left; null for no warning
     * @param dueAt last moment of the limit; null without limit
     */
    public static SlaStatus running(
            OffsetDateTime warnAt, OffsetDateTime dueAt, OffsetDateTime now) {
        if (dueAt != null && now.isAfter(dueAt)) {
            return BREACHED;
        }
        return warnAt != null && now.isAfter(warnAt) ? AT_RISK : ON_TRACK;
    }

    /** The worst of several; {@link #NOT_STARTED} of none. */
    public static SlaStatus worst(Collection<SlaStatus> all) {
        return all.stream().max(Comparator.naturalOrder()).orElse(NOT_STARTED);
    }
}
