package org.creditrepair.registry.collection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violations;
import org.creditrepair.registry.delivery.CollectedRecord;
import org.creditrepair.registry.delivery.DeliveredRow;
import org.creditrepair.registry.delivery.RowResult;
import org.creditrepair.registry.delivery.Sender;
import org.creditrepair.registry.display.DisplayPeriodRules;
import org.creditrepair.registry.quality.DeliveryQualityStore;
import org.creditrepair.registry.quality.DeliveryTally;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.DishonestyRecord.Custody;
import org.creditrepair.registry.record.DishonestyRecord.Decision;
import org.creditrepair.registry.record.DishonestyRecord.Display;
import org.creditrepair.registry.record.DishonestyRecord.Listing;
import org.creditrepair.registry.record.DishonestyRecord.Party;
import org.creditrepair.registry.record.DisplayPeriod;
import org.creditrepair.registry.record.RecordState;
import org.creditrepair.registry.record.RecordsDisplayed;
import org.creditrepair.registry.register.RecordBatches;
import org.creditrepair.registry.register.RegistryProperties;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
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
    private final ReferredCorrections corrections;

    public RecordCollection(
            Catalog catalog,
            RecordBatches store,
            DisplayPeriodRules rules,
            RegistryProperties properties,
            BusinessClock clock,
            ApplicationEventPublisher events,
            DeliveryQualityStore quality,
            ReferredCorrections corrections) {
        this.corrections = corrections;
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
     * @param rows 1 to {@value #MAX_ROWS} rows
     * @throws RefusedException if the region is unknown or the batch is empty or too large
     */
    @Transactional
    public List<RowResult> collect(RegionCode regionCode, List<DeliveredRow> rows, Sender sender) {
        Region region = catalog.region(regionCode);
        if (rows == null || rows.isEmpty() || rows.size() > MAX_ROWS) {
            throw RefusedException.invalid("records", "SIZE", "一批须有 1 至 " + MAX_ROWS + " 条，请分批报送");
        }
        return collect(region, rows, sender, false);
    }

    /**
     * Takes in a batch. A correction that would end or shorten a display is put before a person of
     * the unit that answers for the record.
     *
     * @param stock whether the platforms display these records already (存量), so that none has to be
     *     told
     */
    @Transactional
    public List<RowResult> collect(
            Region region, List<DeliveredRow> rows, Sender sender, boolean stock) {
        CollectionBatch batch = batch(region, rows, sender, false);
        DeliveryTally tally = new DeliveryTally(clock.today(), stock, properties.timelyDays());
        List<RowResult> results = new ArrayList<>(rows.size());
        for (DeliveredRow delivered : rows) {
            RowResult result = take(region, delivered, batch);
            results.add(result);
            tally.add(delivered.countedFor(region, sender), delivered.row(), result);
        }
        batch.flush();
        quality.keep(region.code(), clock.today(), tally.byUnit());
        if (!stock && !batch.displayed().isEmpty()) {
            events.publishEvent(new RecordsDisplayed(region.code(), batch.displayed()));
        }
        return results;
    }

    /**
     * Corrects a record as a person has agreed to, whatever that does to its display.
     *
     * @param account that delivered the correction
     */
    @Transactional
    RowResult correct(RegionCode code, CollectedRecord row, String account) {
        Region region = catalog.region(code);
        DeliveredRow delivered = new DeliveredRow(row, null, List.of());
        Sender sender = new Sender(account, Set.of(region.creditOffice()), Set.of());
        CollectionBatch batch = batch(region, List.of(delivered), sender, true);
        RowResult result = take(region, delivered, batch);
        batch.flush();
        return result;
    }

    private CollectionBatch batch(
            Region region, List<DeliveredRow> rows, Sender sender, boolean agreed) {
        return new CollectionBatch(
                region,
                store,
                corrections,
                store.lockAll(region.code(), numbers(rows)),
                sender,
                agreed,
                clock);
    }

    private RowResult take(Region region, DeliveredRow delivered, CollectionBatch batch) {
        CollectedRecord row = delivered.row();
        if (row == null) {
            return RowResult.rejected(null, delivered.unreadable());
        }
        RecordValidation validation = new RecordValidation(region, clock.today());
        RecordValidation.Checked checked = validation.check(row);
        return validation.violations().isEmpty()
                ? batch.take(row, record(region, row, checked, clock.today()))
                : RowResult.rejected(row.recordNo(), validation.violations());
    }

    private static List<String> numbers(List<DeliveredRow> rows) {
        return rows.stream()
                .map(DeliveredRow::row)
                .filter(row -> row != null && RecordValidation.isRecordNo(row.recordNo()))
                .map(CollectedRecord::recordNo)
                .distinct()
                .toList();
    }

    @NullUnmarked // every field has been checked
    private DishonestyRecord record(
            Region region, CollectedRecord row, RecordValidation.Checked checked, LocalDate today) {
        DisplayPeriod period = period(region.item(row.item()).orElseThrow(), row, checked);
        boolean outstanding = Boolean.TRUE.equals(row.outstanding());
        return new DishonestyRecord(
                region.code(),
                row.recordNo(),
                checked.category(),
                row.item(),
                new Party(
                        checked.subject(),
                        Boolean.TRUE.equals(row.subject().usccConfirmed()),
                        stripped(row.subject().mobile())),
                new Decision(
                        row.documentNo().strip(),
                        row.authority().strip(),
                        checked.decidedOn(),
                        checked.penaltyTypes(),
                        row.field(),
                        checked.severity(),
                        row.obligations(),
                        outstanding),
                new Listing(checked.listedOn(), checked.cause(), stripped(row.listedWith())),
                new Display(period, firstState(period, today, outstanding), null, null),
                new Custody(null, null));
    }

    private static @Nullable String stripped(@Nullable String text) {
        return Violations.isBlank(text) ? null : text.strip();
    }

    private DisplayPeriod period(
            RepairItem item, CollectedRecord row, RecordValidation.Checked checked) {
        LocalDate begins =
                checked.listedOn() == null
                        ? Objects.requireNonNull(checked.decidedOn())
                        : checked.listedOn();
        LocalDate ruleDay =
                properties.rulesOf() == RegistryProperties.RuleDay.DOCUMENT
                        ? begins
                        : clock.today();
        return rules.of(
                item, begins, ruleDay, checked.penaltyTypes(), row.field(), checked.severity());
    }

    private static RecordState firstState(
            DisplayPeriod period, LocalDate today, boolean outstanding) {
        if (!period.displayed()) {
            return RecordState.NOT_DISPLAYED;
        }
        return period.isOver(today) && !outstanding ? RecordState.EXPIRED : RecordState.DISPLAYED;
    }
}
