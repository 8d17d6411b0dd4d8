package org.creditrepair.supervision.preview;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.ItemRules;
import org.creditrepair.catalog.model.Material;
import org.creditrepair.catalog.model.RecordCategory;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.catalog.rules.RuleTables;
import org.creditrepair.registry.display.DisplayPeriodRules;
import org.creditrepair.registry.display.DisplayPeriodRules.PenaltyClass;
import org.creditrepair.registry.display.Eligibility;
import org.creditrepair.registry.display.EligibilityPolicy;
import org.creditrepair.registry.display.Occasion;
import org.creditrepair.registry.display.Scope;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.DishonestyRecord.Display;
import org.creditrepair.registry.record.DishonestyRecordBuilder;
import org.creditrepair.registry.record.Ground;
import org.jspecify.annotations.Nullable;

/**
 * The rules as they are, or as they would be: what they say of an item, a record and a case, part
 * by part in words.
 */
final class World {

    private static final String NONE = "无此事项";

    private final Region region;
    private final Catalog catalog;
    private final DisplayPeriodRules periods;
    private final EligibilityPolicy policy;
    private final LocalDate on;

    World(Region region, Catalog catalog, RuleTables tables, LocalDate on) {
        this.region = region;
        this.catalog = catalog;
        this.periods = new DisplayPeriodRules(tables);
        this.policy = new EligibilityPolicy(tables);
        this.on = on;
    }

    /** The items that exist on the day, by code. */
    Map<String, RepairItem> items() {
        return region.items().stream()
                .filter(item -> item.isValidOn(on))
                .collect(
                        Collectors.toMap(
                                RepairItem::code,
                                item -> item,
                                (first, second) -> first,
                                LinkedHashMap::new));
    }

    /** What the guide says of an item. */
    Map<String, String> guide(String code) {
        RepairItem item = items().get(code);
        Map<String, String> said = new LinkedHashMap<>();
        said.put("事项", item == null ? NONE : item.name());
        if (item == null) {
            return said;
        }
        ItemRules rules = item.on(on);
        said.put("办理单位", names(item));
        said.put("开放情况", item.awaits() == null ? "已开放" : "尚未开放，等待：" + item.awaits());
        said.put("受理时限", days(rules.acceptWorkingDays()));
        said.put("审核决定时限", days(rules.decideWorkingDays()));
        said.put("平台同步时限", days(rules.publishWorkingDays()));
        said.put("公示期限", item.category() == RecordCategory.PENALTY ? classes(item) : term(rules));
        said.put("修复条件", String.join("；", rules.conditions()));
        said.put("材料", materials(rules.materials()));
        said.put("办理渠道", String.join("；", item.channels()));
        said.put("咨询电话", item.phone() == null ? "" : item.phone());
        said.put("依据", String.join("；", rules.basis()));
        return said;
    }

    private String names(RepairItem item) {
        return item.units().stream()
                .map(code -> region.unit(code).name())
                .collect(Collectors.joining("、"));
    }

    private String classes(RepairItem item) {
        return periods.classesOn(Scope.of(item), on).stream()
                .map(World::text)
                .collect(Collectors.joining("；"));
    }

    private static String text(PenaltyClass one) {
        return one.displayed()
                ? "%s：最短 %d 个月，最长 %d 个月"
                        .formatted(one.name(), one.shortestMonths(), one.longestMonths())
                : one.name() + "：不公示";
    }

    private static String term(ItemRules rules) {
        return "最短 %s，最长 %s"
                .formatted(months(rules.earliestMonths()), months(rules.fullTermMonths()));
    }

    private static String days(@Nullable Integer days) {
        return days == null ? "待核" : days + " 个工作日";
    }

    private static String months(@Nullable Integer months) {
        return months == null ? "待核" : months + " 个月";
    }

    private static String materials(List<Material> materials) {
        return materials.stream()
                .map(one -> one.name() + (one.shared() ? "（由单位核取）" : ""))
                .collect(Collectors.joining("、"));
    }

    /**
     * What becomes of a displayed record: its period as if it were collected by these rules, and
     * whether a repair may be applied for on the day.
     *
     * @param others the subject's other records on display
     */
    Map<String, String> record(DishonestyRecord record, List<DishonestyRecord> others) {
        Map<String, String> said = new LinkedHashMap<>();
        RepairItem item = items().get(record.item());
        if (item == null) {
            said.put("事项", NONE);
            return said;
        }
        DishonestyRecord here = byTheseRules(record, item);
        Eligibility judged =
                policy.judge(here, item, new Occasion(on, Ground.FULFILLED, null), others);
        said.put("公示", here.display().period().displayed() ? "公示" : "不公示");
        said.put("公示至", String.valueOf(here.display().period().endsOn()));
        said.put("最早可申请", String.valueOf(judged.from()));
        said.put("当日可否申请", judged.eligible() ? "可以" : String.join("；", judged.reasons()));
        return said;
    }

    /** A period that a revocation or a court has set stays. */
    private DishonestyRecord byTheseRules(DishonestyRecord record, RepairItem item) {
        Display display = record.display();
        return display.revokedOn() != null
                ? record
                : DishonestyRecordBuilder.builder(record)
                        .display(
                                new Display(
                                        periods.of(
                                                item,
                                                record.beginsOn(),
                                                record.beginsOn(),
                                                record.decision().penaltyTypes(),
                                                record.decision().field(),
                                                record.decision().severity()),
                                        display.state(),
                                        null,
                                        display.blockedUntil()))
                        .build();
    }

    /**
     * What becomes of an open case: what the rules hold against it, its papers by the day of
     * application, and its limits by the day asked for.
     */
    Map<String, String> openCase(
            CaseFile file, CaseItem one, DishonestyRecord record, List<DishonestyRecord> others) {
        Map<String, String> said = new LinkedHashMap<>();
        RepairItem item = region.item(one.itemCode()).orElse(null);
        if (item == null) {
            said.put("事项", NONE);
            return said;
        }
        LocalDate applied = file.filing().submittedAt().toLocalDate();
        Occasion occasion =
                new Occasion(
                        applied, one.request().ground(), one.request().obligationsFulfilledOn());
        List<String> against =
                policy.judge(byTheseRules(record, item), item, occasion, others).reasons();
        said.put(
                "办理单位",
                region.units().stream()
                        .filter(unit -> unit.code().equals(one.unit()))
                        .map(Unit::name)
                        .findFirst()
                        .orElse("无此单位：" + one.unit()));
        said.put("规则核验", against.isEmpty() ? "符合条件" : String.join("；", against));
        said.put(
                "材料",
                materials(item.on(applied).materials())
                        + materials(
                                catalog.occasionalMaterials(
                                        item,
                                        applied,
                                        file.applicant().agent() != null,
                                        one.request().ground().text())));
        said.put("受理时限", days(item.on(on).acceptWorkingDays()));
        said.put("审核决定时限", days(item.on(on).decideWorkingDays()));
        return said;
    }
}
