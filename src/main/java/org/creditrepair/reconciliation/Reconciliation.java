package org.creditrepair.reconciliation;

import java.time.OffsetDateTime;
import org.creditrepair.task.Reference;
import org.creditrepair.vocabulary.RegionCode;

/**
 * One comparison of what a platform displays with the register (对账).
 *
 * @param begunBy account that asked for it, or what began it by itself
 * @param doubt why a person has to look at it; null if nobody has
 * @param remark what that person found; null until then
 */
public record Reconciliation(
        long id,
        RegionCode region,
        String platform,
        String begunBy,
        OffsetDateTime begunAt,
        OffsetDateTime finishedAt,
        Counts counts,
        String doubt,
        String remark) {

    /**
     * What was counted; empty until compared.
     *
     * @param displayedHere how many records the register says are on display; null until compared
     * @param displayedThere how many the platform displays; null until compared
     * @param differences how many differ; null until compared
     */
    public record Counts(Long displayedHere, Long displayedThere, Long differences) {}

    /** Groups what the platform is told again because of it. */
    public String sharingNo() {
        return Reference.RECONCILIATION + id;
    }
}
