package org.creditrepair.catalog;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.creditrepair.catalog.ListAdjustment.Kind;
import org.creditrepair.catalog.ListAdjustment.Status;
import org.creditrepair.catalog.model.ItemRules;
import org.creditrepair.catalog.model.RecordCategory;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.model.RepairPath;
import org.creditrepair.catalog.model.Review;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.creditrepair.problem.Violations;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes of lists, from filing to force (名单动态调整; 江西方案二（六）). */
@Service
public class ListAdjustments {

    /** How long before it takes effect a change is filed at the latest, in months. */
    public static final int NOTICE_MONTHS = 1;

    private static final int MOST_DAYS = 250;
    private static final int MOST_MONTHS = 120;
    private static final ItemRules NO_RULES =
            new ItemRules(
                    null, null, null, null, null, null, List.of(), List.of(), List.of(), Map.of());

    private final Catalog catalog;
    private final ApplicationEventPublisher events;
    private final ListAdjustmentStore store;
    private final ListAdjustmentProcess process;
    private final BusinessClock clock;

    public ListAdjustments(
            Catalog catalog,
            ApplicationEventPublisher events,
            ListAdjustmentStore store,
            ListAdjustmentProcess process,
            BusinessClock clock) {
        this.process = process;
        this.catalog = catalog;
        this.events = events;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Files a change (报备).
     *
     * @param account that files
     * @param units codes of its units in the region
     * @throws RefusedException naming every field that is wrong, or if the list is another unit's
     */
    @Transactional
    public ListAdjustment file(
            RegionCode regionCode, ListAdjustmentForm form, String account, Set<String> units) {
        Region region = catalog.region(regionCode);
        Violations wrong = new Violations(clock.today());
        Kind kind = wrong.code("kind", form.kind(), Kind.class);
        wrong.text("item", form.item(), 64);
        wrong.text("reason", form.reason(), 1000);
        LocalDate effectiveOn = effectiveOn(form.effectiveOn(), wrong);
        rules(form.rules(), wrong);
        RepairItem item = kind == null ? null : item(region, kind, form, wrong);
        wrong.refuse();
        Objects.requireNonNull(item);
        if (!units.contains(region.creditOffice())
                && item.units().stream().noneMatch(units::contains)) {
            throw RefusedException.forbidden("item", "名单调整只能由该名单的认定单位报备");
        }
        boolean twice =
                store.findByRegion(region.code()).stream()
                        .anyMatch(
                                other ->
                                        other.status() == Status.FILED
                                                && other.item().code().equals(item.code())
                                                && other.effectiveOn().equals(effectiveOn));
        if (twice) {
            throw RefusedException.conflict("item", "OPEN_ADJUSTMENT", "该名单同一生效日期的调整正在报备");
        }
        ListAdjustment filed =
                store.insert(
                        new ListAdjustment(
                                0,
                                region.code(),
                                Objects.requireNonNull(kind),
                                item,
                                Objects.requireNonNull(effectiveOn),
                                Objects.requireNonNull(form.reason()).strip(),
                                account,
                                Status.FILED,
                                null),
                        clock.now());
        process.begin(filed);
        return filed;
    }

    /** The same bounds as in a region's file. */
    private static void rules(@Nullable ItemRules rules, Violations wrong) {
        if (rules == null) {
            return;
        }
        Map<String, Integer> limits = new LinkedHashMap<>();
        limits.put("acceptWorkingDays", rules.acceptWorkingDays());
        limits.put("decideWorkingDays", rules.decideWorkingDays());
        limits.put("publishWorkingDays", rules.publishWorkingDays());
        limits.forEach((field, days) -> within("rules." + field, days, 1, MOST_DAYS, wrong));
        within("rules.earliestMonths", rules.earliestMonths(), 0, MOST_MONTHS, wrong);
        within("rules.fullTermMonths", rules.fullTermMonths(), 0, MOST_MONTHS, wrong);
        if (rules.equals(NO_RULES)) {
            wrong.add(Violation.required("rules"));
        }
    }

    private static void within(
            String field, @Nullable Integer value, int least, int most, Violations wrong) {
        if (value != null) {
            wrong.number(field, value, least, most);
        }
    }

    private @Nullable LocalDate effectiveOn(String written, Violations wrong) {
        LocalDate day = wrong.anyDay("effectiveOn", written);
        LocalDate first = clock.today().plusMonths(NOTICE_MONTHS);
        if (day != null && day.isBefore(first)) {
            wrong.add(new Violation("effectiveOn", "TOO_SOON", "名单调整须在生效前一个月报备，生效日期最早为 " + first));
        }
        return day;
    }

    private @Nullable RepairItem item(
            Region region, Kind kind, ListAdjustmentForm form, Violations wrong) {
        Optional<RepairItem> present =
                region.item(form.item()).filter(item -> item.isValidOn(clock.today()));
        if (kind != Kind.ABOLISH && form.rules() == null) {
            wrong.add(Violation.required("rules"));
        }
        if (kind != Kind.ESTABLISH) {
            if (present.isEmpty()) {
                wrong.add(new Violation("item", "UNKNOWN_ITEM", "该地区无此修复事项：" + form.item()));
                return null;
            }
            return form.rules() == null ? present.get() : present.get().with(List.of(form.rules()));
        }
        if (region.item(form.item()).isPresent()) {
            wrong.add(new Violation("item", "KNOWN_ITEM", "该地区已有此修复事项：" + form.item()));
        }
        wrong.text("name", form.name(), 200);
        String path = form.path() == null ? RepairPath.SERIOUS_GENERAL.code() : form.path();
        if (RepairPath.find(path).filter(RepairPath::isSerious).isEmpty()) {
            wrong.add(Violation.invalid("path", "无此严重失信名单修复路径：" + path));
        }
        units(region, form.units(), wrong);
        return wrong.isEmpty()
                ? new RepairItem(
                        form.item(),
                        form.name().strip(),
                        path,
                        RecordCategory.SERIOUS,
                        form.units(),
                        Review.BY_DECIDING_UNIT,
                        null,
                        form.channels(),
                        form.phone(),
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(form.rules().from(null)))
                : null;
    }

    private static void units(Region region, List<String> units, Violations wrong) {
        if (units == null || units.isEmpty()) {
            wrong.add(Violation.required("units"));
            return;
        }
        units.stream()
                .filter(code -> region.units().stream().noneMatch(u -> u.code().equals(code)))
                .forEach(code -> wrong.add(Violation.invalid("units", "该地区无此单位：" + code)));
    }

    /** The changes of a region, newest first. */
    public List<ListAdjustment> findByRegion(RegionCode region) {
        return store.findByRegion(region);
    }

    /**
     * @throws RefusedException if there is none of this number
     */
    public ListAdjustment byId(long id) {
        return store.find(id).orElseThrow(() -> RefusedException.notFound("id", "无此名单调整：" + id));
    }

    /**
     * The credit office agrees (确认) or does not (退回).
     *
     * @param actor account that decides
     * @throws IllegalStateException if the region has no change of this number that waits
     */
    @Transactional
    public void decide(
            long id, RegionCode region, boolean confirmed, @Nullable String remark, String actor) {
        Status status = confirmed ? Status.CONFIRMED : Status.RETURNED;
        if (!store.decide(id, region, status, remark, actor, clock.now())) {
            throw new IllegalStateException("无待确认的名单调整：" + region + " " + id);
        }
    }

    /**
     * The day has come (生效), and the credit office has not objected (江西方案二（六）, 报备). The rules of
     * cases that began before stay theirs.
     *
     * @throws IllegalStateException if the region has no change of this number whose day has come,
     *     or it was returned
     */
    @Transactional
    public void putInForce(long id, RegionCode region) {
        if (!store.putInForce(id, region, clock.today())) {
            throw new IllegalStateException("名单调整未到生效之日或已被退回，不能生效：" + region + " " + id);
        }
        events.publishEvent(new RegionsChanged());
    }
}
