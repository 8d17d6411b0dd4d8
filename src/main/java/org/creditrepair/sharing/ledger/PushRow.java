package org.creditrepair.sharing.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.catalog.model.PlatformEvent;
import org.creditrepair.catalog.model.RegionCode;
import org.creditrepair.sharing.ledger.Push.Status;
import org.jspecify.annotations.Nullable;

/** How a push lies in the table {@code push}: as it is entered, and as it is read. */
record PushRow(
        String key,
        String sharingNo,
        String platform,
        String region,
        String event,
        @Nullable String recordNo,
        String payload,
        boolean unattended,
        OffsetDateTime now) {

    static PushRow of(NewPush push, OffsetDateTime now) {
        return new PushRow(
                push.idempotencyKey(),
                push.sharingNo(),
                push.platform(),
                push.region().value(),
                push.event().name(),
                push.recordNo(),
                push.payload(),
                push.unattended(),
                now);
    }

    static Push push(ResultSet row, int number) throws SQLException {
        return new Push(
                row.getLong("id"),
                row.getString("idempotency_key"),
                row.getString("sharing_no"),
                row.getString("platform"),
                new RegionCode(row.getString("region")),
                PlatformEvent.valueOf(row.getString("event")),
                row.getString("record_no"),
                row.getString("payload"),
                Status.valueOf(row.getString("status")),
                row.getInt("attempts"),
                row.getString("last_error"),
                row.getString("receipt"),
                BusinessClock.at(row.getObject("created_at", OffsetDateTime.class)),
                BusinessClock.at(row.getObject("delivered_at", OffsetDateTime.class)));
    }
}
