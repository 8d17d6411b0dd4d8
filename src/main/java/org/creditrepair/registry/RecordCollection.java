package org.creditrepair.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.RecordCategory;
import org.creditrepair.catalog.Region;
import org.creditrepair.catalog.RepairItem;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.creditrepair.problem.Violations;
import org.creditrepair.registry.store.RecordStore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Collection of records from the units (归集): row by row checked, new ones stored, known ones
 * recognised as duplicates or corrections. A bad row never blocks the good ones; the good ones of a
 * batch are stored together or, on a technical failure, not at all.
 */
@Service
public class RecordCollection {

    /** Most rows in one batch. */
    public static final int MAX_ROWS = 1000;

    /** What a correction of a record does not undo. */
    private static final Set<RecordState> SETTLED =
            EnumSet.of(RecordState.REPAIRED, RecordState.SHIELDED, RecordState.TRANSFERRED);

    private final Catalog catalog;
    private final RecordStore store;
    private final DisplayPeriodRules rules;
    private final RegistryProperties properties;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    public RecordCollection(
            Catalog catalog,
            RecordStore store,
            DisplayPeriodRules rules,
            RegistryProperties properties,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.catalog = catalog;
        this.store = store;
        this.rules = rules;
        this.properties = properties;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @param rows 1 to {@value #MAX_ROWS} rows; null for one that was not of the shape of a record
     * @param sender account that delivers
     * @throws RefusedException if the region is unknown or the batch is empty or too large
     */
    @Transactional
    public List<RowResult> collect(String regionCode, List<CollectedRecord> rows, String sender) {
        Region region = catalog.region(regionCode);
        if (rows == null || rows.isEmpty() || rows.size() > MAX_ROWS) {
            throw RefusedException.invalid("records", "SIZE", "一批须有 1 至 " + MAX_ROWS + " 条，请分批报送");
        }
        List<RowResult> results = new ArrayList<>(rows.size());
        List<DishonestyRecord> displayed = new ArrayList<>();
        for (CollectedRecord row : rows) {
            results.add(row == null ? malformed() : collect(region, row, sender, displayed));
        }
        if (!displayed.isEmpty()) {
            events.publishEvent(new RecordsDisplayed(region.code(), List.copyOf(displayed)));
        }
        return results;
    }

    private RowResult collect(
            Region region, CollectedRecord row, String sender, List<DishonestyRecord> displayed) {
        LocalDate today = clock.today();
        RecordValidation validation = new RecordValidation(region, today);
        RecordValidation.Checked checked = validation.check(row);
        if (!validation.violations().isEmpty()) {
            return new RowResult(
                    row.recordNo(), RowResult.Status.REJECTED, validation.violations());
        }
        DishonestyRecord record = record(region, row, checked, today);
        Optional<DishonestyRecord> known = store.lock(region.code(), record.recordNo());
        if (known.isEmpty()) {
            store.insert(record, sender, clock.now());
            announce(record, displayed);
            return result(record, RowResult.Status.ACCEPTED);
        }
        DishonestyRecord corrected = keepingFate(record, known.get());
        if (corrected.equals(known.get())) {
            return result(record, RowResult.Status.DUPLICATE);
        }
        store.correct(corrected, sender, clock.now());
        announce(corrected, displayed);
        return result(record, RowResult.Status.CORRECTED);
    }

    private void announce(DishonestyRecord record, List<DishonestyRecord> displayed) {
        if (record.isDisplayedOn(clock.today())) {
            displayed.add(record);
        }
    }

    private DishonestyRecord record(
            Region region, CollectedRecord row, RecordValidation.Checked checked, LocalDate today) {
        DisplayPeriod period = period(region.item(row.item()).orElseThrow(), row, checked);
        return new DishonestyRecord(
                region.code(),
                row.recordNo().strip(),
                checked.category(),
                row.item(),
                checked.subject(),
                row.documentNo().strip(),
                row.authority().strip(),
                checked.decidedOn(),
                checked.penaltyTypes(),
                row.field(),
                checked.severity(),
                row.obligations(),
                checked.listedOn(),
                checked.cause(),
                Violations.isBlank(row.listedWith()) ? null : row.listedWith().strip(),
                Boolean.TRUE.equals(row.outstanding()),
                Violations.isBlank(row.subject().mobile()) ? null : row.subject().mobile(),
                Boolean.TRUE.equals(row.subject().usccConfirmed()),
                period,
                firstState(period, today, Boolean.TRUE.equals(row.outstanding())),
                null,
                null,
                null);
    }

    private DisplayPeriod period(
            RepairItem item, CollectedRecord row, RecordValidation.Checked checked) {
        LocalDate begins = checked.listedOn() == null ? checked.decidedOn() : checked.listedOn();
        LocalDate ruleDay =
                properties.rulesOf() == RegistryProperties.RuleDay.DOCUMENT
                        ? begins
                        : clock.today();
        return checked.category() == RecordCategory.PENALTY
                ? rules.ofPenalty(
                        Scope.of(item),
                        checked.decidedOn(),
                        ruleDay,
                        checked.penaltyTypes(),
                        row.field(),
                        checked.severity())
                : rules.ofListing(item, begins, ruleDay, row.field());
    }

    private static RecordState firstState(
            DisplayPeriod period, LocalDate today, boolean outstanding) {
        if (!period.displayed()) {
            return RecordState.NOT_DISPLAYED;
        }
        return period.isOver(today) && !outstanding ? RecordState.EXPIRED : RecordState.DISPLAYED;
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

    private static RowResult malformed() {
        Violation violation = new Violation("record", "MALFORMED", "须为失信信息对象，各字段类型见接口文档");
        return new RowResult(null, RowResult.Status.REJECTED, List.of(violation));
    }
}
