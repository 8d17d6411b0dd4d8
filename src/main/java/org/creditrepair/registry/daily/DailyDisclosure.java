package org.creditrepair.registry.daily;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.model.RepairPath;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.registry.display.DisplayPeriodRules;
import org.creditrepair.registry.display.EligibilityPolicy;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.DishonestyRecord.Custody;
import org.creditrepair.registry.record.DishonestyRecord.Decision;
import org.creditrepair.registry.record.DishonestyRecord.Display;
import org.creditrepair.registry.record.DishonestyRecord.Listing;
import org.creditrepair.registry.record.RecordState;
import org.creditrepair.registry.register.RecordBatches;
import org.creditrepair.registry.register.RecordStore;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Daily jobs on displayed records (公示期每日巡查). Each method handles a page of records in the caller's
 * transaction.
 */
@Service
public class DailyDisclosure {

    /** Records handled together. */
    public static final int PAGE = 500;

    /** How long an association stands on the abnormal list at most (民政部令第60号), in months. */
    private static final int ABNORMAL_MONTHS = 24;

    private final DailyDisclosureStore sweep;
    private final RecordStore records;
    private final RecordBatches batches;
    private final DisplayPeriodRules rules;
    private final EligibilityPolicy policy;
    private final BusinessClock clock;

    public DailyDisclosure(
            DailyDisclosureStore sweep,
            RecordStore records,
            RecordBatches batches,
            DisplayPeriodRules rules,
            EligibilityPolicy policy,
            BusinessClock clock) {
        this.policy = policy;
        this.sweep = sweep;
        this.records = records;
        this.batches = batches;
        this.rules = rules;
        this.clock = clock;
    }

    /** Numbers of the next records whose longest term is reached, behind a number. */
    public List<String> termReached(Region region, String after) {
        return sweep.termReached(region.code(), clock.today(), false, after, PAGE);
    }

    /** The same where the obligations are known not to be met: a person decides. */
    public List<String> termReachedUnmet(Region region, String after) {
        return sweep.termReached(region.code(), clock.today(), true, after, PAGE);
    }

    /** Numbers of the next associations' abnormal listings that are two years old. */
    public List<String> transferDue(Region region, String after) {
        LocalDate day = clock.today().minusMonths(ABNORMAL_MONTHS);
        return byPath(region, RepairPath.ABNORMAL_SOCIAL_ORGANIZATION)
                .map(item -> sweep.listedUntil(region.code(), item.code(), day, after, PAGE))
                .orElse(List.of());
    }

    /**
     * Numbers of the next records whose shortest term ends within some days.
     *
     * @param days counted from today, 1 being tomorrow
     */
    public List<String> eligibleSoon(Region region, int days, String after) {
        LocalDate today = clock.today();
        return sweep.eligibleSoon(region.code(), today, today.plusDays(days), after, PAGE);
    }

    /** Stops the display of records (最长公示期届满) and gives them back as they were. */
    @Transactional
    public List<DishonestyRecord> expire(RegionCode region, List<String> recordNos) {
        sweep.expire(region, recordNos, clock.now());
        return recordNos.stream().map(no -> records.find(region, no).orElseThrow()).toList();
    }

    /**
     * Notes that records have been looked at and gives those back whose subjects are to be
     * reminded: not those that end by themselves or may never end early, nor who may not apply.
     */
    @Transactional
    public List<DishonestyRecord> remind(Region region, List<String> recordNos) {
        sweep.reminded(region.code(), recordNos, clock.today());
        return recordNos.stream()
                .map(no -> records.find(region.code(), no).orElseThrow())
                .filter(record -> record.display().period().isEverRepairable())
                .filter(
                        record ->
                                region.item(record.item())
                                        .filter(
                                                item ->
                                                        region.takes(
                                                                item,
                                                                record.party()
                                                                        .subject()
                                                                        .type()
                                                                        .name()))
                                        .filter(
                                                item ->
                                                        policy.neverEndedEarly(record, item)
                                                                .isEmpty())
                                        .isPresent())
                .toList();
    }

    /**
     * Lists an association on the serious list in place of the abnormal one (转列).
     *
     * @return the old and the new record
     * @throws IllegalStateException if the region has no serious list of associations
     */
    @Transactional
    public List<DishonestyRecord> transfer(Region region, String recordNo) {
        RepairItem serious =
                byPath(region, RepairPath.SERIOUS_SOCIAL_ORGANIZATION)
                        .orElseThrow(
                                () -> new IllegalStateException("本地区目录尚无社会组织严重违法失信名单，请认定单位处理"));
        DishonestyRecord abnormal = records.lock(region.code(), recordNo).orElseThrow();
        DishonestyRecord listed = listed(abnormal, serious);
        batches.insert(List.of(listed), "disclosure-sweep", clock.now());
        records.setState(
                region.code(), recordNo, RecordState.TRANSFERRED, listed.recordNo(), clock.now());
        List<DishonestyRecord> both = new ArrayList<>();
        both.add(records.find(region.code(), recordNo).orElseThrow());
        both.add(listed);
        return both;
    }

    private DishonestyRecord listed(DishonestyRecord abnormal, RepairItem serious) {
        LocalDate today = clock.today();
        Decision decision = abnormal.decision();
        return new DishonestyRecord(
                abnormal.region(),
                abnormal.recordNo() + "-S",
                serious.category(),
                serious.code(),
                abnormal.party(),
                new Decision(
                        decision.documentNo(),
                        decision.authority(),
                        today,
                        List.of(),
                        decision.field(),
                        null,
                        decision.obligations(),
                        decision.outstanding()),
                new Listing(today, null, null),
                new Display(
                        rules.ofListing(serious, today, today, decision.field()),
                        RecordState.DISPLAYED,
                        null,
                        null),
                new Custody(abnormal.custody().deliveredBy(), null));
    }

    private static Optional<RepairItem> byPath(Region region, RepairPath path) {
        return region.items().stream().filter(item -> item.path().equals(path.code())).findFirst();
    }

    /** Stores the report of a job. */
    @Transactional
    public void report(DailyJobReport report) {
        sweep.report(report);
    }

    /** The latest reports of a region, 200 at most. */
    public List<DailyJobReport> reports(RegionCode region) {
        return sweep.reports(region);
    }
}
