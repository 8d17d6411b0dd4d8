package org.creditrepair.registry;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.registry.store.RecordBatches;

/** What a batch does to the register, gathered so that it is written together. */
final class CollectionBatch {

    /** What a correction of a record does not undo. */
    private static final Set<RecordState> SETTLED =
            EnumSet.of(RecordState.REPAIRED, RecordState.SHIELDED, RecordState.TRANSFERRED);

    private final RecordBatches store;
    private final BusinessClock clock;
    private final Map<String, DishonestyRecord> known;
    private final String sender;
    private final Map<String, DishonestyRecord> added = new LinkedHashMap<>();
    private final Map<String, DishonestyRecord> corrected = new LinkedHashMap<>();
    private final Map<String, DishonestyRecord> displayed = new LinkedHashMap<>();

    CollectionBatch(
            RecordBatches store,
            Map<String, DishonestyRecord> known,
            String sender,
            BusinessClock clock) {
        this.store = store;
        this.known = new HashMap<>(known);
        this.sender = sender;
        this.clock = clock;
    }

    /** The records that are on display with this batch, new or corrected. */
    List<DishonestyRecord> displayed() {
        return List.copyOf(displayed.values());
    }

    RowResult take(DishonestyRecord record) {
        String no = record.recordNo();
        DishonestyRecord before = known.get(no);
        if (before == null) {
            added.put(no, record);
            change(record);
            return result(record, RowResult.Status.ACCEPTED);
        }
        DishonestyRecord now = keepingFate(record, before);
        if (now.equals(before)) {
            return result(record, RowResult.Status.DUPLICATE);
        }
        if (added.containsKey(no) || corrected.containsKey(no)) {
            flush();
        }
        corrected.put(no, now);
        change(now);
        return result(record, RowResult.Status.CORRECTED);
    }

    private void change(DishonestyRecord record) {
        known.put(record.recordNo(), record);
        if (record.isDisplayedOn(clock.today())) {
            displayed.put(record.recordNo(), record);
        }
    }

    void flush() {
        store.insert(List.copyOf(added.values()), sender, clock.now());
        store.correct(List.copyOf(corrected.values()), sender, clock.now());
        added.clear();
        corrected.clear();
    }

    /** A correction changes what a record says, never that it was repaired or is being repaired. */
    private static DishonestyRecord keepingFate(DishonestyRecord record, DishonestyRecord known) {
        boolean settled = SETTLED.contains(known.state());
        return new DishonestyRecord(
                record.region(),
                record.recordNo(),
                record.category(),
                record.item(),
                record.subject(),
                record.documentNo(),
                record.authority(),
                record.decidedOn(),
                record.penaltyTypes(),
                record.field(),
                record.severity(),
                record.obligations(),
                record.listedOn(),
                record.cause(),
                record.listedWith(),
                record.outstanding(),
                record.mobile() == null ? known.mobile() : record.mobile(),
                record.usccConfirmed(),
                known.revokedOn() == null ? record.period() : known.period(),
                settled ? known.state() : record.state(),
                known.revokedOn(),
                known.blockedUntil(),
                known.openApplicationNo());
    }

    private static RowResult result(DishonestyRecord record, RowResult.Status status) {
        return new RowResult(record.recordNo(), status, List.of());
    }
}
