package org.creditrepair.registry.collection;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.Violation;
import org.creditrepair.registry.delivery.CollectedRecord;
import org.creditrepair.registry.delivery.RowResult;
import org.creditrepair.registry.delivery.Sender;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.DishonestyRecord.Custody;
import org.creditrepair.registry.record.DishonestyRecord.Display;
import org.creditrepair.registry.record.DishonestyRecord.Party;
import org.creditrepair.registry.record.DishonestyRecordBuilder;
import org.creditrepair.registry.record.RecordState;
import org.creditrepair.registry.register.RecordBatches;
import org.jspecify.annotations.Nullable;

/** Changes of a batch to the register, collected and written together. */
final class CollectionBatch {

    /** States that a correction of a record must not overwrite. */
    private static final Set<RecordState> SETTLED =
            EnumSet.of(
                    RecordState.REPAIRED,
                    RecordState.SHIELDED,
                    RecordState.TRANSFERRED,
                    RecordState.ANNULLED);

    private static final String REFERRED = "REFERRED";

    private final Region region;
    private final RecordBatches store;
    private final ReferredCorrections corrections;
    private final BusinessClock clock;
    private final Map<String, DishonestyRecord> known;
    private final Sender sender;
    private final boolean agreed;
    private final Map<String, DishonestyRecord> added = new LinkedHashMap<>();
    private final Map<String, DishonestyRecord> corrected = new LinkedHashMap<>();
    private final Map<String, DishonestyRecord> displayed = new LinkedHashMap<>();

    /**
     * @param known the records of the batch that are stored already, by number
     * @param agreed whether a person has agreed to what the batch does to displays
     */
    CollectionBatch(
            Region region,
            RecordBatches store,
            ReferredCorrections corrections,
            Map<String, DishonestyRecord> known,
            Sender sender,
            boolean agreed,
            BusinessClock clock) {
        this.region = region;
        this.store = store;
        this.corrections = corrections;
        this.known = new HashMap<>(known);
        this.sender = sender;
        this.agreed = agreed;
        this.clock = clock;
    }

    /** The records that are on display with this batch, new or corrected. */
    List<DishonestyRecord> displayed() {
        return List.copyOf(displayed.values());
    }

    /**
     * @param row as it was delivered
     * @param record what the row says, checked
     */
    RowResult take(CollectedRecord row, DishonestyRecord record) {
        String no = record.recordNo();
        DishonestyRecord before = known.get(no);
        Optional<Violation> foreign = foreign(record, before);
        if (foreign.isPresent()) {
            return RowResult.rejected(no, List.of(foreign.get()));
        }
        if (before == null) {
            DishonestyRecord first =
                    DishonestyRecordBuilder.builder(record)
                            .custody(new Custody(sender.unitFor(item(record)), null))
                            .build();
            added.put(no, first);
            change(first);
            return result(record, RowResult.Status.ACCEPTED);
        }
        DishonestyRecord now = keepingFate(record, before);
        if (now.equals(before)) {
            return result(record, RowResult.Status.DUPLICATE);
        }
        Optional<String> doubt = agreed ? Optional.empty() : corrections.doubt(before, now);
        return doubt.isPresent() ? referred(before, row, doubt.get()) : corrected(now);
    }

    private RowResult corrected(DishonestyRecord now) {
        String no = now.recordNo();
        if (added.containsKey(no) || corrected.containsKey(no)) {
            flush();
        }
        corrected.put(no, now);
        change(now);
        return result(now, RowResult.Status.CORRECTED);
    }

    /** Flushed first, so that what a person is shown is stored. */
    private RowResult referred(DishonestyRecord before, CollectedRecord row, String doubt) {
        flush();
        boolean fresh = corrections.refer(before, row, sender, doubt);
        return new RowResult(
                before.recordNo(),
                fresh ? RowResult.Status.ACCEPTED : RowResult.Status.DUPLICATE,
                List.of(new Violation("recordNo", REFERRED, doubt + "，已转认定单位核对，核对前不更正")));
    }

    /** Why the row is not the sender's to deliver. */
    private Optional<Violation> foreign(
            DishonestyRecord record, @Nullable DishonestyRecord before) {
        if (before != null && !sender.owns(region, item(before), before)) {
            return Optional.of(new Violation("recordNo", "NOT_OWN", "该信息由其他单位报送和认定，本单位不能更正"));
        }
        boolean kept =
                before != null
                        && before.item().equals(record.item())
                        && before.decision().authority().equals(record.decision().authority());
        return kept || sender.answersFor(region, item(record), record.decision().authority())
                ? Optional.empty()
                : Optional.of(new Violation("authority", "NOT_OWN", "本单位不是该信息的认定单位，不能报送"));
    }

    private @Nullable RepairItem item(DishonestyRecord record) {
        return region.item(record.item()).orElse(null);
    }

    private void change(DishonestyRecord record) {
        known.put(record.recordNo(), record);
        if (record.isDisplayedOn(clock.today())) {
            displayed.put(record.recordNo(), record);
        }
    }

    void flush() {
        store.insert(List.copyOf(added.values()), sender.account(), clock.now());
        store.correct(List.copyOf(corrected.values()), sender.account(), clock.now());
        added.clear();
        corrected.clear();
    }

    /** A correction changes what a record says, never that it was repaired or is being repaired. */
    private static DishonestyRecord keepingFate(DishonestyRecord record, DishonestyRecord known) {
        boolean settled = SETTLED.contains(known.display().state());
        Display fate =
                new Display(
                        known.display().revokedOn() == null
                                ? record.display().period()
                                : known.display().period(),
                        settled ? known.display().state() : record.display().state(),
                        known.display().revokedOn(),
                        known.display().blockedUntil());
        Party party = record.party();
        return DishonestyRecordBuilder.builder(record)
                .party(
                        party.mobile() == null
                                ? new Party(
                                        party.subject(),
                                        party.usccConfirmed(),
                                        known.party().mobile())
                                : party)
                .display(fate)
                .custody(known.custody())
                .build();
    }

    private static RowResult result(DishonestyRecord record, RowResult.Status status) {
        return new RowResult(record.recordNo(), status, List.of());
    }
}
