package org.creditrepair.web.application;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.creditrepair.application.model.AppliedRule;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.ItemResult;
import org.creditrepair.application.model.ItemStatus;
import org.creditrepair.application.model.SlaStatus;
import org.creditrepair.application.model.Stage;
import org.creditrepair.application.model.StageRecord;
import org.creditrepair.application.model.StoredMaterial;
import org.creditrepair.calendar.DayArrangement;
import org.creditrepair.calendar.WorkingCalendar;
import org.creditrepair.catalog.model.ItemRules;
import org.creditrepair.catalog.model.Material;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.model.RulePart;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.region.RegionCode;
import org.creditrepair.registry.daily.SweepReport;
import org.creditrepair.registry.delivery.RowResult;
import org.creditrepair.registry.display.Eligibility;
import org.creditrepair.registry.guidance.Advice;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.Subject;
import org.creditrepair.registry.record.SubjectCode;
import org.creditrepair.supervision.escalation.Breach;
import org.creditrepair.web.shared.Today;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import org.mapstruct.ReportingPolicy;

/** Maps what the modules know to what the REST interface answers. */
@Mapper(componentModel = "spring", unmappedTargetPolicy = ReportingPolicy.ERROR)
public interface ViewMapper {

    Views.RegionView region(Region region);

    List<Views.RegionView> regions(Iterable<Region> regions);

    default Views.ItemView item(RepairItem item, Region region, LocalDate on) {
        return item(item, item.on(on), units(item.units().stream().map(region::unit).toList()));
    }

    @Mapping(target = "units", source = "units")
    @Mapping(target = "materials", source = "rules.materials")
    @Mapping(target = "conditions", source = "rules.conditions")
    @Mapping(target = "basis", source = "rules.basis")
    @Mapping(target = "sources", source = "rules")
    @Mapping(target = "nationalSite", source = "item", qualifiedByName = "nationalSite")
    Views.ItemView item(RepairItem item, ItemRules rules, List<Views.UnitView> units);

    default List<Views.SourceView> sources(ItemRules rules) {
        return Arrays.stream(RulePart.values())
                .map(
                        part ->
                                new Views.SourceView(
                                        part,
                                        part.text(),
                                        rules.sources().getOrDefault(part, List.of())))
                .toList();
    }

    @Named("nationalSite")
    default @Nullable String nationalSite(RepairItem item) {
        return item.nationalSite() == null ? null : item.nationalSite().text();
    }

    @Mapping(target = "name", source = "part", qualifiedByName = "partText")
    Views.RuleView rule(AppliedRule rule);

    List<Views.UnitView> units(List<Unit> units);

    @Mapping(target = "subjectName", source = "record.party.subject.name")
    @Mapping(target = "eligibleFrom", source = "eligibility.from")
    @Mapping(target = "displayUntil", source = "record.display.period.endsOn")
    @Mapping(target = "displayRule", source = "record.display.period.source")
    @Mapping(target = ".", source = "record.decision")
    @Mapping(target = ".", source = "record.listing")
    @Mapping(target = ".", source = "record.display")
    Views.RecordView record(DishonestyRecord record, Eligibility eligibility);

    @Mapping(target = "recordNo", source = "record.recordNo")
    @Mapping(target = "documentNo", source = "record.decision.documentNo")
    @Mapping(target = "item", source = "item.code")
    @Mapping(target = "itemName", source = "item.name")
    @Mapping(target = "eligible", source = "eligibility.eligible")
    @Mapping(target = "eligibleFrom", source = "eligibility.from")
    @Mapping(target = "reasons", source = "eligibility.reasons")
    @Mapping(target = "displayUntil", source = "record.display.period.endsOn")
    @Mapping(target = "channels", source = "item.channels")
    @Mapping(target = "phone", source = "item.phone")
    @Mapping(target = "acceptWorkingDays", source = "rules.acceptWorkingDays")
    @Mapping(target = "decideWorkingDays", source = "rules.decideWorkingDays")
    @Mapping(target = "conditions", source = "rules.conditions")
    @Mapping(target = "toHandIn", source = "materials", qualifiedByName = "handedIn")
    @Mapping(target = "fetchedByUnit", source = "materials", qualifiedByName = "fetched")
    @Mapping(target = "nationalSite", source = "item", qualifiedByName = "nationalSite")
    Views.AdviceView advice(Advice advice);

    /** What can be repaired now, later and never, with an application for what can be now. */
    default Views.GuidanceView guidance(List<Advice> advice) {
        List<Advice> now = advice.stream().filter(one -> one.eligibility().eligible()).toList();
        return new Views.GuidanceView(
                now.stream().map(this::advice).toList(),
                advice.stream()
                        .filter(one -> !one.eligibility().eligible())
                        .filter(one -> one.eligibility().from() != null)
                        .map(this::advice)
                        .toList(),
                advice.stream()
                        .filter(one -> one.eligibility().from() == null)
                        .filter(one -> !one.eligibility().eligible())
                        .map(this::advice)
                        .toList(),
                now.isEmpty() || now.get(0).record().party().subject() == null
                        ? null
                        : prefilled(now));
    }

    private Views.PrefilledApplication prefilled(List<Advice> now) {
        Subject subject = now.get(0).record().party().subject();
        return new Views.PrefilledApplication(
                new Views.SubjectView(
                        subject.type().name(), subject.name(), subject.code().value(), null),
                now.stream().map(ViewMapper::prefilledItem).toList());
    }

    private static Views.PrefilledItem prefilledItem(Advice advice) {
        return new Views.PrefilledItem(
                advice.item().code(),
                advice.record().recordNo(),
                advice.materials().stream()
                        .filter(material -> !material.shared())
                        .map(material -> new Views.PrefilledMaterial(material.code()))
                        .toList());
    }

    Views.RowView row(RowResult row);

    List<Views.RowView> rows(List<RowResult> rows);

    Views.MaterialView material(StoredMaterial material);

    Views.SubmissionView submission(CaseFile file, @Context Today today);

    @Mapping(target = ".", source = "filing")
    @Mapping(target = "subject", source = "applicant")
    @Mapping(target = "contact", source = "applicant.contact")
    @Mapping(target = "agent", source = "applicant.agent")
    @Mapping(target = "sla", source = "file")
    Views.ApplicationView application(CaseFile file, @Context Today today);

    @Mapping(target = ".", source = "subject")
    @Mapping(target = "uscc", source = "subject.code")
    Views.SubjectView subject(CaseFile.Applicant applicant);

    @Mapping(target = "itemNo", source = "key.itemNo")
    @Mapping(target = "item", source = "itemCode")
    @Mapping(target = ".", source = "request")
    @Mapping(target = ".", source = "state")
    @Mapping(target = "sla", source = "item")
    Views.ItemStateView itemState(CaseItem item, @Context Today today);

    @Mapping(target = ".", source = "limit")
    @Mapping(target = ".", source = "end")
    @Mapping(target = "name", source = "stage", qualifiedByName = "stageText")
    @Mapping(target = "sla", source = "passed")
    @Mapping(target = "certain", source = "passed")
    Views.StageView stage(StageRecord passed, @Context Today today);

    default Views.ProgressView progress(CaseFile file, Region region, Today today) {
        return new Views.ProgressView(
                file.status(),
                file.sla(today.now()),
                file.filing().submittedAt(),
                file.closedAt(),
                file.items().stream()
                        .map(
                                item ->
                                        progressItem(
                                                item,
                                                region.item(item.itemCode())
                                                        .map(RepairItem::name)
                                                        .orElse(item.itemCode()),
                                                today))
                        .toList());
    }

    @Mapping(target = "itemNo", source = "item.key.itemNo")
    @Mapping(target = "name", source = "name")
    @Mapping(target = "status", source = "item.state.status")
    @Mapping(target = "result", source = "item.state.result")
    @Mapping(target = "statusText", source = "item.state.status", qualifiedByName = "statusText")
    @Mapping(target = "resultText", source = "item.state.result", qualifiedByName = "resultText")
    @Mapping(target = "sla", source = "item")
    Views.ProgressItemView progressItem(CaseItem item, String name, @Context Today today);

    @Mapping(target = ".", source = "limit")
    @Mapping(target = ".", source = "end")
    @Mapping(target = "name", source = "stage", qualifiedByName = "stageText")
    @Mapping(target = "sla", source = "passed")
    @Mapping(target = "certain", source = "passed")
    Views.ProgressStageView progressStage(StageRecord passed, @Context Today today);

    /** The application's number and item of a case; what is no case has only its reference. */
    default Views.BreachView breach(Breach breach) {
        CaseKey key =
                breach.reference().matches("\\d+-\\d+") ? CaseKey.parse(breach.reference()) : null;
        return new Views.BreachView(
                key == null ? null : key.applicationNo(),
                key == null ? null : key.itemNo(),
                breach.reference(),
                breach.stage(),
                breach.unitGroup(),
                breach.dueAt(),
                breach.breachedAt());
    }

    List<Views.BreachView> breaches(List<Breach> breaches);

    List<Views.SweepView> sweeps(List<SweepReport> reports);

    @Mapping(target = "deadline", source = "date")
    Views.DeadlineView deadline(WorkingCalendar.Deadline deadline);

    List<Views.DayView> days(List<DayArrangement> days);

    default SlaStatus sla(CaseFile file, @Context Today today) {
        return file.sla(today.now());
    }

    default SlaStatus sla(CaseItem item, @Context Today today) {
        return item.sla(today.now());
    }

    default SlaStatus sla(StageRecord stage, @Context Today today) {
        return stage.sla(today.now());
    }

    default @Nullable Boolean certain(StageRecord stage, @Context Today today) {
        return today.certain(stage);
    }

    @Named("partText")
    default String text(RulePart part) {
        return part.text();
    }

    @Named("stageText")
    default String text(Stage stage) {
        return stage.text();
    }

    @Named("statusText")
    default String text(ItemStatus status) {
        return status.text();
    }

    @Named("resultText")
    default @Nullable String text(@Nullable ItemResult result) {
        return result == null ? null : result.text();
    }

    @Named("handedIn")
    default List<Material> handedIn(List<Material> materials) {
        return materials.stream().filter(material -> !material.shared()).toList();
    }

    @Named("fetched")
    default List<Material> fetched(List<Material> materials) {
        return materials.stream().filter(Material::shared).toList();
    }

    default String text(RegionCode region) {
        return region.value();
    }

    default @Nullable String text(CaseKey key) {
        return key == null ? null : key.toString();
    }

    default String text(SubjectCode code) {
        return code.value();
    }
}
