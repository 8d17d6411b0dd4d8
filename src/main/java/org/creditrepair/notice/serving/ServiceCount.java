package org.creditrepair.notice.serving;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a unit has served of the repair notices it had to.
 *
 * @param unit its code
 * @param opened decisions to serve one with
 * @param unserved of them not settled yet
 * @param oldestUnserved since when the oldest of those waits; null if none does
 */
public record ServiceCount(
        String unit,
        long opened,
        long served,
        long unserved,
        @Nullable OffsetDateTime oldestUnserved) {}
