package org.creditrepair.registry.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Consequences of a revoked repair (撤销修复的后果).
 *
 * @param restartsTerm whether the display period begins anew
 * @param blockedMonths for how many months no repair may be applied for; null where no rule says
 *     so, which is until display ends
 * @param source of the rule
 */
public record Revocation(
        boolean restartsTerm, @Nullable Integer blockedMonths, @Nullable String source) {

    /** First day on which a repair may be applied for again; null if on none. */
    public @Nullable LocalDate blockedUntil(LocalDate revokedOn) {
        return blockedMonths == null ? null : revokedOn.plusMonths(blockedMonths);
    }
}
