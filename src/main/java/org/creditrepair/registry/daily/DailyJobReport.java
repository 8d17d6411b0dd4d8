package org.creditrepair.registry.daily;

import java.time.OffsetDateTime;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * Report of one daily job (公示期每日巡查) in a region.
 *
 * @param step what was done, in Chinese
 * @param done records it was done for
 * @param failed records it could not be done for
 * @param detail which those are and why; null if none
 */
public record DailyJobReport(
        RegionCode region,
        String step,
        OffsetDateTime at,
        int done,
        int failed,
        @Nullable String detail) {}
