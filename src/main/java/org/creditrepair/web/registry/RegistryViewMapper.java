package org.creditrepair.web.registry;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.catalog.ListAdjustment;
import org.creditrepair.catalog.model.ItemRules;
import org.creditrepair.catalog.model.Material;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.model.RulePart;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.hotline.HotlineRequest;
import org.creditrepair.registry.collection.CollectionFile;
import org.creditrepair.registry.daily.DailyJobReport;
import org.creditrepair.registry.delivery.RowResult;
import org.creditrepair.registry.display.Eligibility;
import org.creditrepair.registry.guidance.Advice;
import org.creditrepair.registry.quality.DataQuality;
import org.creditrepair.registry.quality.DeliveryCounts;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.Subject;
import org.creditrepair.supervision.escalation.Breach;
import org.creditrepair.web.application.ApplicationViews.SubjectView;
import org.creditrepair.web.mapping.UnitView;
import org.creditrepair.web.mapping.ViewMapping;
import org.creditrepair.web.mapping.ViewTexts;
import org.creditrepair.web.registry.CollectionController.FileView;
import org.creditrepair.web.registry.HotlineController.HotlineAnswerView;
import org.creditrepair.web.registry.HotlineController.HotlineView;
import org.creditrepair.web.registry.ListAdjustmentController.AdjustmentView;
import org.creditrepair.web.registry.QualityController.QualityView;
import org.creditrepair.web.registry.QualityController.UnitQualityView;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;

/** Maps regions, items and records to views. */
@Mapper(config = ViewMapping.class)
public interface RegistryViewMapper {

    RegistryViews.RegionView region(Region region);

    List<RegistryViews.RegionView> regions(Iterable<Region> regions);

    default RegistryViews.ItemView item(RepairItem item, Region region, LocalDate on) {
        return item(item, item.on(on), units(item.units().stream().map(region::unit).toList()));
    }

    @Mapping(target = "units", source = "units")
    @Mapping(target = "materials", source = "rules.materials")
    @Mapping(target = "conditions", source = "rules.conditions")
    @Mapping(target = "basis", source = "rules.basis")
    @Mapping(target = "sources", source = "rules")
    @Mapping(
            target = "nationalSite",
            source = "item.nationalSite",
            qualifiedByName = ViewTexts.NAME)
    RegistryViews.ItemView item(RepairItem item, ItemRules rules, List<UnitView> units);

    default List<RegistryViews.SourceView> sources(ItemRules rules) {
        return Arrays.stream(RulePart.values())
                .map(
                        part ->
                                new RegistryViews.SourceView(
                                        part,
                                        part.text(),
                                        rules.sources().getOrDefault(part, List.of())))
                .toList();
    }

    List<UnitView> units(List<Unit> units);

    @Mapping(target = "subjectName", source = "record.party.subject.name")
    @Mapping(target = "eligibleFrom", source = "eligibility.from")
    @Mapping(target = "displayUntil", source = "record.display.period.endsOn")
    @Mapping(target = "displayRule", source = "record.display.period.source")
    @Mapping(target = ".", source = "record.decision")
    @Mapping(target = ".", source = "record.listing")
    @Mapping(target = ".", source = "record.display")
    RegistryViews.RecordView record(DishonestyRecord record, Eligibility eligibility);

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
    @Mapping(
            target = "nationalSite",
            source = "item.nationalSite",
            qualifiedByName = ViewTexts.NAME)
    RegistryViews.AdviceView advice(Advice advice);

    /** What can be repaired now, later and never, with an application for what can be now. */
    default RegistryViews.GuidanceView guidance(List<Advice> advice) {
        List<Advice> now = advice.stream().filter(one -> one.eligibility().eligible()).toList();
        return new RegistryViews.GuidanceView(
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

    private RegistryViews.PrefilledApplication prefilled(List<Advice> now) {
        Subject subject = now.get(0).record().party().subject();
        return new RegistryViews.PrefilledApplication(
                subject(subject), now.stream().map(RegistryViewMapper::prefilledItem).toList());
    }

    default SubjectView subject(Subject subject) {
        return new SubjectView(subject.type().name(), subject.name(), subject.code().value(), null);
    }

    private static RegistryViews.PrefilledItem prefilledItem(Advice advice) {
        return new RegistryViews.PrefilledItem(
                advice.item().code(),
                advice.record().recordNo(),
                advice.materials().stream()
                        .filter(material -> !material.shared())
                        .map(material -> new RegistryViews.PrefilledMaterial(material.code()))
                        .toList());
    }

    RegistryViews.RowView row(RowResult row);

    List<RegistryViews.RowView> rows(List<RowResult> rows);

    /** The application's number and item of a case; what is no case has only its reference. */
    default RegistryViews.BreachView breach(Breach breach) {
        CaseKey key =
                breach.reference().matches("\\d+-\\d+") ? CaseKey.parse(breach.reference()) : null;
        return new RegistryViews.BreachView(
                key == null ? null : key.applicationNo(),
                key == null ? null : key.itemNo(),
                breach.reference(),
                breach.stage(),
                breach.unitGroup(),
                breach.dueAt(),
                breach.breachedAt());
    }

    List<RegistryViews.BreachView> breaches(List<Breach> breaches);

    List<RegistryViews.SweepView> sweeps(List<DailyJobReport> reports);

    @Named("handedIn")
    default List<Material> handedIn(List<Material> materials) {
        return materials.stream().filter(material -> !material.shared()).toList();
    }

    @Named("fetched")
    default List<Material> fetched(List<Material> materials) {
        return materials.stream().filter(Material::shared).toList();
    }

    @Mapping(target = "item", source = "item.code")
    @Mapping(target = "name", source = "item.name")
    AdjustmentView adjustment(ListAdjustment adjustment);

    @Mapping(target = ".", source = "asked")
    @Mapping(target = ".", source = "answered")
    HotlineView hotline(HotlineRequest request);

    @Mapping(target = ".", source = "request.asked")
    @Mapping(target = ".", source = "request.answered")
    @Mapping(target = "typeName", source = "request.type", qualifiedByName = ViewTexts.NAME)
    @Mapping(target = "unitName", expression = "java(region.unit(request.unit()).name())")
    HotlineAnswerView hotlineAnswer(HotlineRequest request, Region region);

    @Mapping(target = "mode", source = "stock", qualifiedByName = "mode")
    @Mapping(target = ".", source = "content")
    @Mapping(target = ".", source = "state")
    @Mapping(target = "deliveredAt", source = "delivery.deliveredAt")
    @Mapping(target = "statusName", source = "state.status", qualifiedByName = ViewTexts.NAME)
    FileView file(CollectionFile file);

    @Named("mode")
    default String mode(boolean stock) {
        return stock ? "STOCK" : "INCREMENT";
    }

    QualityView quality(DataQuality.Report report);

    default UnitQualityView quality(DataQuality.UnitQuality one) {
        DeliveryCounts counts = one.counts();
        return new UnitQualityView(
                one.unit().code(),
                one.unit().name(),
                counts.rows(),
                counts.completeness(),
                counts.accuracy(),
                counts.timeliness(),
                counts.meanDays(),
                counts.rejected(),
                counts.corrected(),
                counts.duplicate(),
                counts.unconfirmed());
    }
}
