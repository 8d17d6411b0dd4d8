package org.creditrepair.registry.guidance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Material;
import org.creditrepair.catalog.model.RecordCategory;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.registry.display.DisplayPeriodRules;
import org.creditrepair.registry.display.Eligibility;
import org.creditrepair.registry.display.EligibilityPolicy;
import org.creditrepair.registry.display.Occasion;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.DishonestyRecord.Custody;
import org.creditrepair.registry.record.DishonestyRecord.Decision;
import org.creditrepair.registry.record.DishonestyRecord.Display;
import org.creditrepair.registry.record.DishonestyRecord.Listing;
import org.creditrepair.registry.record.DishonestyRecord.Party;
import org.creditrepair.registry.record.DisplayPeriod;
import org.creditrepair.registry.record.Ground;
import org.creditrepair.registry.record.RecordState;
import org.creditrepair.registry.register.RecordRegister;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Guides a subject (智能导办): what of its records can be repaired, when and where. */
@Service
public class RepairGuidance {

    private final Catalog catalog;
    private final RecordRegister register;
    private final EligibilityPolicy policy;
    private final DisplayPeriodRules periods;
    private final BusinessClock clock;

    public RepairGuidance(
            Catalog catalog,
            RecordRegister register,
            EligibilityPolicy policy,
            DisplayPeriodRules periods,
            BusinessClock clock) {
        this.catalog = catalog;
        this.register = register;
        this.policy = policy;
        this.periods = periods;
        this.clock = clock;
    }

    /** Advice for each record of the subject on display, oldest decision first. */
    public List<Advice> adviseOn(Region region, String code) {
        return register.displayedOf(region.code(), code).stream()
                .map(record -> advice(region, record, eligibility(record), false, Ground.FULFILLED))
                .toList();
    }

    /** While an application is open, no day can be told from which on another one may follow. */
    private Eligibility eligibility(DishonestyRecord record) {
        Eligibility judged = register.eligibility(record);
        boolean toCome = judged.from() != null && judged.from().isAfter(clock.today());
        return record.custody().openApplicationNo() == null || toCome
                ? judged
                : new Eligibility(false, null, judged.reasons());
    }

    /** Advice for a record that is not looked up but told of. */
    public Advice adviseOn(Region region, Answers answers) {
        RepairItem item = catalog.item(region.code(), answers.item());
        DishonestyRecord told = told(region, item, answers);
        Eligibility eligibility =
                policy.judge(
                        told, item, new Occasion(clock.today(), answers.ground(), null), List.of());
        return advice(region, told, eligibility, answers.byAgent(), answers.ground());
    }

    @NullUnmarked // what is told of has no number, subject and document yet
    private DishonestyRecord told(Region region, RepairItem item, Answers answers) {
        LocalDate day = answers.decidedOn() == null ? clock.today() : answers.decidedOn();
        boolean penalty = item.category() == RecordCategory.PENALTY;
        DisplayPeriod period =
                periods.of(
                        item,
                        day,
                        day,
                        answers.penaltyTypes(),
                        answers.field(),
                        answers.severity());
        return new DishonestyRecord(
                region.code(),
                null,
                item.category(),
                item.code(),
                new Party(null, false, null),
                new Decision(
                        null,
                        null,
                        day,
                        answers.penaltyTypes(),
                        answers.field(),
                        answers.severity(),
                        null,
                        false),
                new Listing(penalty ? null : day, null, null),
                new Display(
                        period,
                        period.displayed() ? RecordState.DISPLAYED : RecordState.NOT_DISPLAYED,
                        null,
                        null),
                new Custody(null, null));
    }

    private Advice advice(
            Region region,
            DishonestyRecord record,
            Eligibility eligibility,
            boolean byAgent,
            Ground ground) {
        RepairItem item = catalog.item(region.code(), record.item());
        List<Material> materials = new ArrayList<>(item.on(clock.today()).materials());
        materials.addAll(catalog.occasionalMaterials(item, clock.today(), byAgent, ground.text()));
        return new Advice(
                record,
                item,
                item.on(clock.today()),
                materials,
                reviewUnit(region, item, record.decision().authority()),
                eligibility);
    }

    /** To who asks in general, the only unit that answers for an item is named. */
    private static Unit reviewUnit(Region region, RepairItem item, @Nullable String authority) {
        return authority == null && item.units().size() == 1
                ? region.unit(item.units().get(0))
                : region.reviewUnit(item, authority);
    }
}
