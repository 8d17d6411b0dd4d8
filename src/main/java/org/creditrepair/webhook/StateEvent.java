package org.creditrepair.webhook;

import java.time.OffsetDateTime;
import org.creditrepair.application.model.ItemResult;
import org.creditrepair.application.model.ItemStatus;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * An item of a joint application has come to a state; a row of the table {@code state_event}.
 *
 * @param account of the portal that handed the application in
 * @param result null unless closed
 */
public record StateEvent(
        long id,
        RegionCode region,
        String account,
        String applicationNo,
        int itemNo,
        ItemStatus status,
        @Nullable ItemResult result,
        OffsetDateTime happenedAt) {}
