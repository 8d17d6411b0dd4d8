package org.creditrepair.web.application;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.creditrepair.application.model.AppliedRule;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.StageRecord;
import org.creditrepair.application.model.StoredMaterial;
import org.creditrepair.calendar.DayArrangement;
import org.creditrepair.calendar.WorkingCalendar;
import org.creditrepair.catalog.model.ItemRules;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RegionCode;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.model.RulePart;
import org.creditrepair.catalog.model.Unit;
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
    @Mapping(target = "sources", expression = "java(sources(rules))")
    @Mapping(target = "nationalSite", expression = "java(nationalSite(item))")
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

    default @Nullable String nationalSite(RepairItem item) {
        return item.nationalSite() == null ? null : item.nationalSite().text();
    }

    @Mapping(target = "name", expression = "java(rule.part().text())")
    Views.RuleView rule(AppliedRule rule);

    List<Views.UnitView> units(List<Unit> units);

    @Mapping(target = "subjectName", source = "record.subject.name")
    @Mapping(target = "eligibleFrom", source = "eligibility.from")
    @Mapping(target = "displayUntil", source = "record.period.endsOn")
    @Mapping(target = "displayRule", source = "record.period.source")
    Views.RecordView record(DishonestyRecord record, Eligibility eligibility);

    @Mapping(target = "recordNo", source = "record.recordNo")
    @Mapping(target = "documentNo", source = "record.documentNo")
    @Mapping(target = "item", source = "item.code")
    @Mapping(target = "itemName", source = "item.name")
    @Mapping(target = "eligible", source = "eligibility.eligible")
    @Mapping(target = "eligibleFrom", source = "eligibility.from")
    @Mapping(target = "reasons", source = "eligibility.reasons")
    @Mapping(target = "displayUntil", source = "record.period.endsOn")
    @Mapping(target = "channels", source = "item.channels")
    @Mapping(target = "phone", source = "item.phone")
    @Mapping(target = "acceptWorkingDays", source = "rules.acceptWorkingDays")
    @Mapping(target = "decideWorkingDays", source = "rules.decideWorkingDays")
    @Mapping(target = "conditions", source = "rules.conditions")
    @Mapping(
            target = "toHandIn",
            expression = "java(advice.materials().stream().filter(m -> !m.shared()).toList())")
    @Mapping(
            target = "fetchedByUnit",
            expression = "java(advice.materials().stream().filter(m -> m.shared()).toList())")
    @Mapping(target = "nationalSite", expression = "java(nationalSite(advice.item()))")
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
                now.isEmpty() || now.get(0).record().subject() == null ? null : prefilled(now));
    }

    private Views.PrefilledApplication prefilled(List<Advice> now) {
        Subject subject = now.get(0).record().subject();
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

    @Mapping(target = "subject", expression = "java(subject(file.subject(), file.address()))")
    @Mapping(target = "sla", expression = "java(file.sla(today.now()))")
    Views.ApplicationView application(CaseFile file, @Context Today today);

    @Mapping(target = "uscc", source = "subject.code")
    Views.SubjectView subject(Subject subject, String address);

    @Mapping(target = "itemNo", source = "key.itemNo")
    @Mapping(target = "item", source = "itemCode")
    @Mapping(target = "sla", expression = "java(item.sla(today.now()))")
    Views.ItemStateView itemState(CaseItem item, @Context Today today);

    @Mapping(target = "name", expression = "java(stage.stage().text())")
    @Mapping(target = "sla", expression = "java(stage.sla(today.now()))")
    @Mapping(target = "certain", expression = "java(today.certain(stage))")
    Views.StageView stage(StageRecord stage, @Context Today today);

    default Views.ProgressView progress(CaseFile file, Region region, Today today) {
        return new Views.ProgressView(
                file.status(),
                file.sla(today.now()),
                file.submittedAt(),
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
    @Mapping(target = "statusText", expression = "java(item.status().text())")
    @Mapping(
            target = "resultText",
            expression = "java(item.result() == null ? null : item.result().text())")
    @Mapping(target = "sla", expression = "java(item.sla(today.now()))")
    Views.ProgressItemView progressItem(CaseItem item, String name, @Context Today today);

    @Mapping(target = "name", expression = "java(stage.stage().text())")
    @Mapping(target = "sla", expression = "java(stage.sla(today.now()))")
    @Mapping(target = "certain", expression = "java(today.certain(stage))")
    Views.ProgressStageView progressStage(StageRecord stage, @Context Today today);

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
