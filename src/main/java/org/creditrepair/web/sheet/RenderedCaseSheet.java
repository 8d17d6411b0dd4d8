package org.creditrepair.web.sheet;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.ItemMaterial;
import org.creditrepair.application.model.ItemResult;
import org.creditrepair.application.opinion.Consultation;
import org.creditrepair.application.opinion.Consultations;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.application.progress.PinnedRules;
import org.creditrepair.application.progress.ResponsibleUnits;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Material;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.supervision.escalation.Escalations;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.tasks.CaseSheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Renders the case sheet: subject, record, display period, materials, limits and what was done. */
@Component("caseSheet")
class RenderedCaseSheet implements CaseSheet {

    private final Applications applications;
    private final RecordFacts records;
    private final Catalog catalog;
    private final PinnedRules rules;
    private final StageRows stages;
    private final Consultations consultations;
    private final Escalations escalations;
    private final ResponsibleUnits responsible;
    private final SheetTemplates templates;

    RenderedCaseSheet(
            Applications applications,
            RecordFacts records,
            Catalog catalog,
            PinnedRules rules,
            StageRows stages,
            Consultations consultations,
            Escalations escalations,
            ResponsibleUnits responsible,
            SheetTemplates templates) {
        this.responsible = responsible;
        this.applications = applications;
        this.records = records;
        this.catalog = catalog;
        this.rules = rules;
        this.stages = stages;
        this.consultations = consultations;
        this.escalations = escalations;
        this.templates = templates;
    }

    /** A material the item needs, with what was handed in for it. */
    public record Needed(Material material, List<ItemMaterial> handedIn) {}

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
        RepairItem repairItem = catalog.item(file.region(), item.itemCode());
        Map<String, Object> model = records.model(file.region(), item.recordNo());
        model.put("file", file);
        model.put("item", item);
        model.put("repairItem", repairItem);
        model.put("needed", needed(file, repairItem, item));
        model.put("earlier", earlier(item));
        model.put("others", others(file));
        model.put(
                "findings", item.state().result() == null ? rules.findings(file, item) : List.of());
        model.put(
                "sameName",
                model.get("record") instanceof DishonestyRecord record
                        && record.party().subject().isNamed(file.applicant().subject().name()));
        model.put("toBeAssigned", responsible.isToBeAssigned(file, item));
        model.put("consultations", asked(file, key));
        model.put("escalations", escalations.about(file.region(), key.toString()));
        model.put("stages", stages.rows(file.region(), item.stages()));
        return templates.render("case-sheet", model);
    }

    /** The last earlier case about the record, with how it ended; null for none. */
    private @Nullable CaseItem earlier(CaseItem item) {
        CaseKey key = item.request().earlierCase();
        return key == null ? null : applications.byNumber(key.applicationNo()).item(key.itemNo());
    }

    private List<Asked> asked(CaseFile file, CaseKey key) {
        Region region = catalog.region(file.region());
        return consultations.about(file.region(), key.toString()).stream()
                .map(asked -> new Asked(region.unit(asked.unit()), asked))
                .toList();
    }

    /** The subject's other cases, the latest first. */
    private List<Other> others(CaseFile file) {
        return applications
                .ofSubject(
                        file.region(),
                        file.applicant().subject().code().value(),
                        file.applicationNo())
                .stream()
                .flatMap(
                        other ->
                                other.items().stream()
                                        .map(
                                                item ->
                                                        new Other(
                                                                item.key(),
                                                                catalog.item(
                                                                                file.region(),
                                                                                item.itemCode())
                                                                        .name(),
                                                                item.recordNo(),
                                                                other.filing().submittedAt(),
                                                                item.state().result(),
                                                                item.state().resultReason())))
                .toList();
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
