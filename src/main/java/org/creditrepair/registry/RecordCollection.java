package org.creditrepair.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.RecordCategory;
import org.creditrepair.catalog.Region;
import org.creditrepair.catalog.RepairItem;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.creditrepair.problem.Violations;
import org.creditrepair.registry.store.DeliveryQualityStore;
import org.creditrepair.registry.store.RecordBatches;
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

    private final Catalog catalog;
    private final RecordBatches store;
    private final DisplayPeriodRules rules;
    private final RegistryProperties properties;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;
    private final DeliveryQualityStore quality;

    public RecordCollection(
            Catalog catalog,
            RecordBatches store,
            DisplayPeriodRules rules,
            RegistryProperties properties,
            BusinessClock clock,
            ApplicationEventPublisher events,
            DeliveryQualityStore quality) {
        this.quality = quality;
        this.catalog = catalog;
        this.store = store;
        this.rules = rules;
        this.properties = properties;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Takes in increments (增量) and has the platforms told.
     *
     * @param rows 1 to {@value #MAX_ROWS} rows; null for one that was not of the shape of a record
     * @param unit code of the unit that delivers; null if it is none of the region's
     * @param sender account that delivers
     * @throws RefusedException if the region is unknown or the batch is empty or too large
     */
    @Transactional
    public List<RowResult> collect(
            String regionCode, List<CollectedRecord> rows, String unit, String sender) {
        Region region = catalog.region(regionCode);
        if (rows == null || rows.isEmpty() || rows.size() > MAX_ROWS) {
            throw RefusedException.invalid("records", "SIZE", "一批须有 1 至 " + MAX_ROWS + " 条，请分批报送");
        }
        List<Delivered> delivered = rows.stream().map(row -> new Delivered(row, unit)).toList();
        return collect(region, delivered, sender, false);
    }

    /**
     * A row with the unit that it comes from.
     *
     * @param unit code of the unit; null if it is none of the region's
     */
    record Delivered(CollectedRecord row, String unit) {}

    /**
     * Takes in a batch.
     *
     * @param stock whether the platforms display these records already (存量), so that none has to be
     *     told
     */
    @Transactional
    public List<RowResult> collect(
            Region region, List<Delivered> rows, String sender, boolean stock) {
        LocalDate today = clock.today();
        CollectionBatch batch =
                new CollectionBatch(
                        store, store.lockAll(region.code(), numbers(rows)), sender, clock);
        DeliveryTally tally = new DeliveryTally(today, stock, properties.timelyDays());
        List<RowResult> results = new ArrayList<>(rows.size());
        for (Delivered delivered : rows) {
            CollectedRecord row = delivered.row();
            RecordValidation validation = new RecordValidation(region, today);
            RecordValidation.Checked checked = row == null ? null : validation.check(row);
            RowResult result;
            if (row == null) {
                result = malformed();
            } else if (!validation.violations().isEmpty()) {
                result =
                        new RowResult(
                                row.recordNo(), RowResult.Status.REJECTED, validation.violations());
            } else {
                result = batch.take(record(region, row, checked, today));
            }
            results.add(result);
            tally.add(delivered, result, checked == null ? null : checked.decidedOn());
        }
        batch.flush();
        quality.keep(region.code(), today, tally.byUnit());
        if (!stock && !batch.displayed().isEmpty()) {
            events.publishEvent(new RecordsDisplayed(region.code(), batch.displayed()));
        }
        return results;
    }

    private static List<String> numbers(List<Delivered> rows) {
        return rows.stream()
                .map(Delivered::row)
                .filter(row -> row != null && !Violations.isBlank(row.recordNo()))
                .map(row -> row.recordNo().strip())
                .distinct()
                .toList();
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

    private static RowResult malformed() {
        Violation violation = new Violation("record", "MALFORMED", "须为失信信息对象，各字段类型见接口文档");
        return new RowResult(null, RowResult.Status.REJECTED, List.of(violation));
    }
}
