package org.creditrepair.registry.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.registry.delivery.Sender;
import org.creditrepair.registry.display.DisplayPeriodRules;
import org.creditrepair.registry.display.Eligibility;
import org.creditrepair.registry.display.EligibilityPolicy;
import org.creditrepair.registry.display.Occasion;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.DisplayPeriod;
import org.creditrepair.registry.record.Ground;
import org.creditrepair.registry.record.RecordEvent;
import org.creditrepair.registry.record.RecordHistoryEntry;
import org.creditrepair.registry.record.RecordState;
import org.creditrepair.registry.record.Revocation;
import org.creditrepair.registry.record.Subject;
import org.creditrepair.registry.record.SubjectCode;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The records of all regions: found, judged, held for one application at a time, repaired. */
@Service
public class RecordRegister {

    private final Catalog catalog;
    private final RecordStore store;
    private final EligibilityPolicy policy;
    private final DisplayPeriodRules rules;
    private final BusinessClock clock;

    public RecordRegister(
            Catalog catalog,
            RecordStore store,
            EligibilityPolicy policy,
            DisplayPeriodRules rules,
            BusinessClock clock) {
        this.catalog = catalog;
        this.store = store;
        this.policy = policy;
        this.rules = rules;
        this.clock = clock;
    }

    public Optional<DishonestyRecord> find(RegionCode region, String recordNo) {
        return store.find(region, recordNo);
    }

    /** Whether the decision behind a record was revoked or declared void (决定被撤销或确认无效). */
    public boolean isAnnulled(RegionCode region, String recordNo) {
        return find(region, recordNo)
                .filter(record -> record.display().state() == RecordState.ANNULLED)
                .isPresent();
    }

    /** Finds a record and locks it until the transaction ends, so that one asks at a time. */
    public Optional<DishonestyRecord> lock(RegionCode region, String recordNo) {
        return store.lock(region, recordNo);
    }

    /**
     * The records of a subject that are on display today, oldest decision first.
     *
     * @param code of an organisation or a person
     */
    public List<DishonestyRecord> displayedOf(RegionCode region, String code) {
        return store.displayedOf(region, code).stream()
                .filter(record -> record.isDisplayedOn(clock.today()))
                .toList();
    }

    /**
     * The subjects with a record on display that have a name, natural persons left out; 20 at most.
     *
     * @param name whole; brackets may be of either width
     */
    public List<Subject> displayedNamed(RegionCode region, String name) {
        String plain = name.strip();
        return store.displayedNamed(
                region,
                new HashSet<>(
                        List.of(
                                plain.replace('(', '（').replace(')', '）'),
                                plain.replace('（', '(').replace('）', ')'))));
    }

    /** The records of a region that are on display, behind a number, in order; see the store. */
    public List<DishonestyRecord> displayedAfter(RegionCode region, String recordNo, int most) {
        return store.displayedAfter(region, recordNo, most);
    }

    public List<RecordHistoryEntry> historyOf(RegionCode region, String recordNo) {
        return store.historyOf(region, recordNo);
    }

    /** Whether a repair may be applied for today, an open application counting against it. */
    public Eligibility eligibility(DishonestyRecord record) {
        Eligibility judged = judge(record, new Occasion(clock.today(), Ground.FULFILLED, null));
        if (record.custody().openApplicationNo() == null) {
            return judged;
        }
        List<String> reasons = new ArrayList<>(judged.reasons());
        reasons.add("该信息已有在办的修复申请，办结前不能重复申请");
        return new Eligibility(false, judged.from(), reasons);
    }

    /** Whether the record itself allows a repair, whoever has applied for it. */
    public Eligibility judge(DishonestyRecord record, Occasion occasion) {
        return policy.judge(record, itemOf(record), occasion, othersOf(record));
    }

    /** The other records of a record's subject that are on display today. */
    public List<DishonestyRecord> othersOf(DishonestyRecord record) {
        return displayedOf(record.region(), record.party().subject().code().value()).stream()
                .filter(other -> !other.recordNo().equals(record.recordNo()))
                .toList();
    }

    /** Why a record's kinds of penalty may never be ended early; empty if they may. */
    public List<String> neverEndedEarly(DishonestyRecord record) {
        return policy.neverEndedEarly(record, itemOf(record));
    }

    /** Whether a sender answers for a record (谁认定、谁修复): see {@link Sender#decidesAbout}. */
    public boolean isAnsweredBy(Sender sender, DishonestyRecord record) {
        return sender.decidesAbout(catalog.region(record.region()), itemOf(record), record);
    }

    private RepairItem itemOf(DishonestyRecord record) {
        return catalog.item(record.region(), record.item());
    }

    /** Notes where a subject can be reached, on its records that say nothing of it. */
    public void reachableAt(RegionCode region, SubjectCode subject, String mobile) {
        store.reachableAt(region, subject.value(), mobile);
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
     * Ends the display of a record, and of those that were listed with it (人社部令第45号); a second call
     * changes nothing.
     *
     * @param state what becomes of it: REPAIRED, SHIELDED, EXPIRED or TRANSFERRED
     * @param reference what ended it, e.g. a case
     * @return the records that go off display with this call or went with an earlier one
     */
    @Transactional
    public List<DishonestyRecord> endDisplay(
            RegionCode region, String recordNo, RecordState state, String reference) {
        List<DishonestyRecord> ended = new ArrayList<>();
        ended.add(store.lock(region, recordNo).orElseThrow());
        ended.addAll(store.listedWith(region, recordNo, RecordState.DISPLAYED));
        for (DishonestyRecord record : ended) {
            store.setState(region, record.recordNo(), state, reference, clock.now());
        }
        return ended;
    }

    /**
     * Lets the display of a record end sooner (缩短期限).
     *
     * @param endsOn first day off display
     */
    @Transactional
    public DishonestyRecord shorten(
            RegionCode region, String recordNo, LocalDate endsOn, String reference) {
        DishonestyRecord record = store.lock(region, recordNo).orElseThrow();
        DisplayPeriod period = record.display().period();
        LocalDate from = period.repairableFrom().isAfter(endsOn) ? endsOn : period.repairableFrom();
        store.setPeriod(
                region,
                recordNo,
                new DisplayPeriod(period.displayed(), from, endsOn, "人民法院缩短期限（" + reference + "）"));
        store.addEvent(region, recordNo, RecordEvent.SHORTENED, reference, clock.now());
        return store.find(region, recordNo).orElseThrow();
    }

    /**
     * Puts a record, and those that were listed with it, on display again (恢复公示).
     *
     * @return the records as they are now
     * @throws IllegalStateException if the decision behind it was annulled
     */
    @Transactional
    public List<DishonestyRecord> restore(RegionCode region, String recordNo, String reference) {
        DishonestyRecord record = store.lock(region, recordNo).orElseThrow();
        if (record.display().state() == RecordState.ANNULLED) {
            throw new IllegalStateException("决定已被撤销或确认无效，不能恢复公示：" + recordNo);
        }
        List<DishonestyRecord> restored = new ArrayList<>(List.of(record));
        restored.addAll(store.listedWith(region, recordNo, record.display().state()));
        for (DishonestyRecord one : restored) {
            store.setState(region, one.recordNo(), RecordState.DISPLAYED, reference, clock.now());
        }
        return restored.stream()
                .map(one -> store.find(region, one.recordNo()).orElseThrow())
                .toList();
    }

    /**
     * Revokes a repair that was won by false promises (承诺不实, 撤销修复): display is restored, and no
     * repair may be applied for as long as the table {@code revocation} says.
     *
     * @return the records as they are now
     */
    @Transactional
    public List<DishonestyRecord> revoke(RegionCode region, String recordNo, String reference) {
        DishonestyRecord record = store.lock(region, recordNo).orElseThrow();
        Revocation revocation = policy.revocation(itemOf(record));
        LocalDate today = clock.today();
        store.block(region, recordNo, today, revocation.blockedUntil(today));
        if (revocation.restartsTerm()) {
            store.setPeriod(
                    region,
                    recordNo,
                    rules.ofListing(itemOf(record), today, today, record.decision().field()));
        }
        return restore(region, recordNo, reference);
    }
}
