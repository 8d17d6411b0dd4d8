package org.creditrepair.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.RegionCode;
import org.creditrepair.registry.DisplayPeriodRules.Scope;
import org.creditrepair.registry.store.RecordStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The records of all regions: found, judged, held for one application at a time, repaired. */
@Service
public class RecordRegister {

    private final Catalog catalog;
    private final RecordStore store;
    private final EligibilityPolicy policy;
    private final BusinessClock clock;

    public RecordRegister(
            Catalog catalog, RecordStore store, EligibilityPolicy policy, BusinessClock clock) {
        this.catalog = catalog;
        this.store = store;
        this.policy = policy;
        this.clock = clock;
    }

    public Optional<DishonestyRecord> find(RegionCode region, String recordNo) {
        return store.find(region, recordNo);
    }

    /** The records of a subject that are on display today, oldest decision first. */
    public List<DishonestyRecord> displayedOf(RegionCode region, Uscc subject) {
        return store.displayedOf(region, subject).stream()
                .filter(record -> record.isDisplayedOn(clock.today()))
                .toList();
    }

    public List<RecordHistoryEntry> historyOf(RegionCode region, String recordNo) {
        return store.historyOf(region, recordNo);
    }

    /** Whether a repair may be applied for today, an open application counting against it. */
    public Eligibility eligibility(DishonestyRecord record) {
        Eligibility judged = judge(record);
        if (record.openApplicationNo() == null) {
            return judged;
        }
        List<String> reasons = new ArrayList<>(judged.reasons());
        reasons.add("该信息已有在办的修复申请，办结前不能重复申请");
        return new Eligibility(false, judged.from(), reasons);
    }

    /** Whether the record itself allows a repair today, whoever has applied for it. */
    public Eligibility judge(DishonestyRecord record) {
        return policy.judge(record, scope(record), clock.today());
    }

    /** Why a record's kinds of penalty may never be ended early; empty if they may. */
    public List<String> neverEndedEarly(DishonestyRecord record) {
        return policy.neverEndedEarly(record, scope(record));
    }

    private Scope scope(DishonestyRecord record) {
        return Scopes.of(catalog.item(record.region().value(), record.item()));
    }

    /**
     * Holds a record for an application until {@link #release}.
     *
     * @return false if another application holds it
     */
    public boolean hold(RegionCode region, String recordNo, String applicationNo) {
        return store.hold(region, recordNo, applicationNo);
    }

    /** Lets go of a record; does nothing if another application, or none, holds it. */
    public void release(RegionCode region, String recordNo, String applicationNo) {
        store.release(region, recordNo, applicationNo);
    }

    /**
     * Ends the display of a record because it was repaired; a second call changes nothing.
     *
     * @param reference the case that repaired it
     */
    @Transactional
    public void repair(RegionCode region, String recordNo, String reference) {
        store.endDisplay(region, recordNo, RecordState.REPAIRED, reference, clock.now());
    }
}
