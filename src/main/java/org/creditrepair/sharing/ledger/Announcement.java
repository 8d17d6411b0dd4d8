package org.creditrepair.sharing.ledger;

import java.util.List;
import java.util.Map;
import org.creditrepair.catalog.model.PlatformEvent;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * What every platform of a region is to be told of records.
 *
 * @param sharingNo groups the pushes
 * @param keyPrefix makes the idempotency keys {@code {prefix}-{platform}-{event}} unique to the
 *     occasion; for all records but the first their numbers are put behind it
 * @param records at least one
 * @param source code of the platform that the news came from, which is not told; null if it came
 *     from none
 * @param more what the payload says besides the record, e.g. the reason of an annulment
 * @param commitment the applicant's promise, for the platforms that publish it; null for none
 */
public record Announcement(
        String sharingNo,
        PlatformEvent event,
        String keyPrefix,
        List<DishonestyRecord> records,
        @Nullable String source,
        Map<String, Object> more,
        @Nullable Object commitment) {

    public Announcement {
        records = List.copyOf(records);
        more = Map.copyOf(more);
    }

    /** News that came from no platform. */
    public Announcement(
            String sharingNo,
            PlatformEvent event,
            String keyPrefix,
            List<DishonestyRecord> records) {
        this(sharingNo, event, keyPrefix, records, null, Map.of(), null);
    }

    RegionCode region() {
        return records.get(0).region();
    }
}
