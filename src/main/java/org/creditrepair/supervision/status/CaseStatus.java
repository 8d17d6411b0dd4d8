package org.creditrepair.supervision.status;

import java.time.OffsetDateTime;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.ItemResult;
import org.creditrepair.application.model.SlaStatus;
import org.creditrepair.application.model.Stage;
import org.creditrepair.task.RefusalReason;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * A row of the projection by which supervisors find and count cases.
 *
 * @param stage the open one; null between stages and after the end
 * @param late whether a limit was missed in a stage that has ended
 */
record CaseStatus(
        Filed filed,
        String unit,
        @Nullable Stage stage,
        Limit limit,
        Closing closing,
        boolean corrected,
        boolean late) {

    /** What does not change of a case. */
    record Filed(
            CaseKey key,
            RegionCode region,
            String item,
            String path,
            String channel,
            OffsetDateTime submittedAt) {}

    /**
     * What its open stage has left.
     *
     * @param settled state that time does not change: before the first stage, between stages, while
     *     the clock stands still, after a limit was missed; null where the moments below decide
     * @param warnAt when one working day is left; null without limit
     * @param dueAt last moment of the limit, also of one that decides nothing about the state (the
     *     applicant's for a correction); null without limit
     */
    record Limit(
            @Nullable SlaStatus settled,
            @Nullable OffsetDateTime warnAt,
            @Nullable OffsetDateTime dueAt) {}

    /**
     * How a case ended; empty while it is open.
     *
     * @param closedAt null while open
     * @param refusal null unless refused or rejected
     */
    record Closing(
            OffsetDateTime closedAt,
            @Nullable ItemResult result,
            @Nullable RefusalReason refusal) {}

    /** What {@link #kind()} says of a case whose limits the moments decide about. */
    static final String RUNNING = "RUNNING";

    /** What {@link #kind()} says of a closed case. */
    static final String CLOSED = "CLOSED";

    boolean isOpen() {
        return closing.closedAt == null;
    }

    /** RUNNING, CLOSED or the settled state: what cases are listed by. */
    String kind() {
        if (!isOpen()) {
            return CLOSED;
        }
        return limit.settled == null ? RUNNING : limit.settled.name();
    }

    /** The settled state of a kind; null for RUNNING and CLOSED. */
    static @Nullable SlaStatus settled(String kind) {
        return kind.equals(RUNNING) || kind.equals(CLOSED) ? null : SlaStatus.valueOf(kind);
    }
}
