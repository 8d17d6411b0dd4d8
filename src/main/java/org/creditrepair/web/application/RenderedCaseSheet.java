package org.creditrepair.web.application;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.ItemMaterial;
import org.creditrepair.application.model.ItemResult;
import org.creditrepair.application.model.SlaStatus;
import org.creditrepair.application.model.StageRecord;
import org.creditrepair.application.opinion.Consultation;
import org.creditrepair.application.opinion.Consultations;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.application.progress.PinnedRules;
import org.creditrepair.calendar.WorkingCalendar;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Material;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RegionCode;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.model.RepairPath;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.catalog.rules.RuleTables;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.supervision.escalation.Escalations;
import org.creditrepair.workflow.tasks.CaseSheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Renders the case sheet: subject, record, display period, materials, limits and what was done. */
@Component("caseSheet")
class RenderedCaseSheet implements CaseSheet {

    private final Applications applications;
    private final RecordRegister register;
    private final Catalog catalog;
    private final PinnedRules rules;
    private final RuleTables tables;
    private final WorkingCalendars calendars;
    private final BusinessClock clock;
    private final Consultations consultations;
    private final Escalations escalations;
    private final ITemplateEngine templates;

    RenderedCaseSheet(
            Applications applications,
            RecordRegister register,
            Catalog catalog,
            PinnedRules rules,
            RuleTables tables,
            WorkingCalendars calendars,
            BusinessClock clock,
            Consultations consultations,
            Escalations escalations,
            ITemplateEngine templates) {
        this.consultations = consultations;
        this.escalations = escalations;
        this.applications = applications;
        this.register = register;
        this.catalog = catalog;
        this.rules = rules;
        this.tables = tables;
        this.calendars = calendars;
        this.clock = clock;
        this.templates = templates;
    }

    /** A material the item needs, with what was handed in for it. */
    public record Needed(Material material, List<ItemMaterial> handedIn) {}

    /**
     * A stage as it stands.
     *
     * @param left working days that are left of it; null once it has ended or without limit
     * @param certain false if its limit passes days whose arrangement is not known yet (待核)
     * @param words how it stands against its limit, in Chinese
     */
    public record StageRow(
            StageRecord stage, @Nullable Integer left, boolean certain, String words) {}

    /** An opinion asked for, with the unit that is asked. */
    public record Asked(Unit unit, Consultation asked) {}

    /** Another case of the same subject. */
    public record Other(
            CaseKey key,
            String itemName,
            String recordNo,
            OffsetDateTime submittedAt,
            @Nullable ItemResult result,
            String reason) {}

    @Override
    public String render(RegionCode region, CaseKey key) {
        CaseFile file = applications.byNumber(key.applicationNo());
        if (!file.region().equals(region)) {
            throw new IllegalStateException(key + " 不属于办理地区 " + region);
        }
        CaseItem item = file.item(key.itemNo());
        DishonestyRecord record = register.find(file.region(), item.recordNo()).orElseThrow();
        RepairItem repairItem = catalog.item(file.region().value(), item.itemCode());
        Context model = new Context();
        model.setVariable("file", file);
        model.setVariable("item", item);
        model.setVariable("repairItem", repairItem);
        model.setVariable("record", record);
        model.setVariable("state", record.stateOn(clock.today()));
        model.setVariable("history", register.historyOf(file.region(), item.recordNo()));
        model.setVariable("needed", needed(file, repairItem, item));
        model.setVariable("earlier", earlier(item));
        model.setVariable("superior", superior(record, repairItem));
        model.setVariable("others", others(file));
        model.setVariable("consultations", asked(file, key));
        model.setVariable("escalations", escalations.about(file.region(), key.toString()));
        model.setVariable("stages", item.stages().stream().map(s -> row(file, s)).toList());
        return templates
                .process("case-sheet", model)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining());
    }

    /** The procedure that the superior of the deciding unit has laid down; null for none. */
    private @Nullable String superior(DishonestyRecord record, RepairItem repairItem) {
        return tables.rows(
                        "superior-unit",
                        Map.of(
                                "path",
                                RepairPath.of(repairItem.path()).text(),
                                "category",
                                record.category().text()))
                .get(0)
                .text("procedure");
    }

    /** The last earlier case about the record, with how it ended; null for none. */
    private @Nullable CaseItem earlier(CaseItem item) {
        CaseKey key = item.earlierCase();
        return key == null ? null : applications.byNumber(key.applicationNo()).item(key.itemNo());
    }

    private List<Asked> asked(CaseFile file, CaseKey key) {
        Region region = catalog.region(file.region().value());
        return consultations.about(file.region(), key.toString()).stream()
                .map(asked -> new Asked(region.unit(asked.unit()), asked))
                .toList();
    }

    /** The subject's other cases, the latest first. */
    private List<Other> others(CaseFile file) {
        return applications
                .ofSubject(file.region(), file.subject().code().value(), file.applicationNo())
                .stream()
                .flatMap(
                        other ->
                                other.items().stream()
                                        .map(
                                                item ->
                                                        new Other(
                                                                item.key(),
                                                                catalog.item(
                                                                                file.region()
                                                                                        .value(),
                                                                                item.itemCode())
                                                                        .name(),
                                                                item.recordNo(),
                                                                other.submittedAt(),
                                                                item.result(),
                                                                item.resultReason())))
                .toList();
    }

    private StageRow row(CaseFile file, StageRecord stage) {
        WorkingCalendar calendar = calendars.of(file.region().value());
        if (stage.dueAt() == null) {
            return new StageRow(stage, null, true, "—");
        }
        LocalDate due = stage.dueAt().toLocalDate();
        if (stage.endedAt() != null) {
            int late = -calendar.remaining(stage.endedAt().toLocalDate(), due);
            return new StageRow(
                    stage,
                    null,
                    true,
                    stage.sla(clock.now()) == SlaStatus.BREACHED ? "超期 " + late + " 个工作日" : "按时");
        }
        if (stage.pausedAt() != null) {
            int kept = calendar.remaining(stage.pausedAt().toLocalDate(), due);
            return new StageRow(stage, null, true, "中止，留存 " + Math.max(0, kept) + " 个工作日");
        }
        int left = calendar.remaining(clock.today(), due);
        return new StageRow(
                stage,
                left,
                calendar.isCertain(due),
                left < 0 ? "超期 " + -left + " 个工作日" : "剩余 " + left + " 个工作日");
    }

    private List<Needed> needed(CaseFile file, RepairItem repairItem, CaseItem item) {
        List<Material> listed = rules.materials(file, item);
        return Stream.concat(listed.stream(), others(repairItem, listed, item).stream())
                .map(
                        material ->
                                new Needed(
                                        material,
                                        item.materials().stream()
                                                .filter(m -> m.code().equals(material.code()))
                                                .toList()))
                .toList();
    }

    /**
     * Materials handed in that the rules of the day do not list, by their name in earlier rules.
     */
    private List<Material> others(RepairItem repairItem, List<Material> listed, CaseItem item) {
        Map<String, Material> known = catalog.knownMaterials(repairItem);
        return item.materials().stream()
                .map(ItemMaterial::code)
                .distinct()
                .filter(code -> listed.stream().noneMatch(m -> m.code().equals(code)))
                .map(known::get)
                .filter(Objects::nonNull)
                .map(m -> new Material(m.code(), m.name(), false, m.shared()))
                .toList();
    }
}
