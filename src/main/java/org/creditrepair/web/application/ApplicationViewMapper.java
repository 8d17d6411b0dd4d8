package org.creditrepair.web.application;

import java.util.List;
import org.creditrepair.application.model.AppliedRule;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.SlaStatus;
import org.creditrepair.application.model.StageRecord;
import org.creditrepair.application.model.StoredMaterial;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.web.mapping.Today;
import org.creditrepair.web.mapping.ViewMapping;
import org.creditrepair.web.mapping.ViewTexts;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Maps applications, items and materials to views. */
@Mapper(config = ViewMapping.class)
public interface ApplicationViewMapper {

    @Mapping(target = "name", source = "part", qualifiedByName = ViewTexts.NAME)
    ApplicationViews.RuleView rule(AppliedRule rule);

    ApplicationViews.MaterialView material(StoredMaterial material);

    ApplicationViews.SubmissionView submission(CaseFile file, @Context Today today);

    @Mapping(target = ".", source = "filing")
    @Mapping(target = "subject", source = "applicant")
    @Mapping(target = "contact", source = "applicant.contact")
    @Mapping(target = "agent", source = "applicant.agent")
    @Mapping(target = "sla", source = "file")
    ApplicationViews.ApplicationView application(CaseFile file, @Context Today today);

    @Mapping(target = ".", source = "subject")
    @Mapping(target = "uscc", source = "subject.code")
    ApplicationViews.SubjectView subject(CaseFile.Applicant applicant);

    @Mapping(target = "itemNo", source = "key.itemNo")
    @Mapping(target = "item", source = "itemCode")
    @Mapping(target = ".", source = "request")
    @Mapping(target = ".", source = "state")
    @Mapping(target = "sla", source = "item")
    ApplicationViews.ItemStateView itemState(CaseItem item, @Context Today today);

    @Mapping(target = ".", source = "limit")
    @Mapping(target = ".", source = "end")
    @Mapping(target = "name", source = "stage", qualifiedByName = ViewTexts.NAME)
    @Mapping(target = "sla", source = "passed")
    @Mapping(target = "certain", source = "passed")
    ApplicationViews.StageView stage(StageRecord passed, @Context Today today);

    default ApplicationViews.ProgressView progress(CaseFile file, Region region, Today today) {
        return new ApplicationViews.ProgressView(
                file.applicationNo(),
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

    @Mapping(target = ".", source = "file.filing")
    @Mapping(target = "subject", source = "file.applicant.subject.name")
    @Mapping(target = "status", source = "file.status")
    @Mapping(target = "sla", source = "file")
    @Mapping(target = "items", expression = "java(handedInItems(file, region))")
    ApplicationViews.HandedInView handedIn(CaseFile file, Region region, @Context Today today);

    default List<ApplicationViews.HandedInItemView> handedInItems(CaseFile file, Region region) {
        return file.items().stream()
                .map(
                        item ->
                                handedInItem(
                                        item,
                                        region.item(item.itemCode())
                                                .map(RepairItem::name)
                                                .orElse(item.itemCode())))
                .toList();
    }

    @Mapping(target = "itemNo", source = "item.key.itemNo")
    @Mapping(target = "item", source = "item.itemCode")
    @Mapping(target = "name", source = "name")
    @Mapping(target = ".", source = "item.state")
    @Mapping(target = "statusText", source = "item.state.status", qualifiedByName = ViewTexts.NAME)
    @Mapping(target = "resultText", source = "item.state.result", qualifiedByName = ViewTexts.NAME)
    ApplicationViews.HandedInItemView handedInItem(CaseItem item, String name);

    @Mapping(target = "itemNo", source = "item.key.itemNo")
    @Mapping(target = "name", source = "name")
    @Mapping(target = "status", source = "item.state.status")
    @Mapping(target = "result", source = "item.state.result")
    @Mapping(target = "statusText", source = "item.state.status", qualifiedByName = ViewTexts.NAME)
    @Mapping(target = "resultText", source = "item.state.result", qualifiedByName = ViewTexts.NAME)
    @Mapping(target = "revokedAt", source = "item.state.revokedAt")
    @Mapping(target = "sla", source = "item")
    ApplicationViews.ProgressItemView progressItem(
            CaseItem item, String name, @Context Today today);

    @Mapping(target = ".", source = "limit")
    @Mapping(target = ".", source = "end")
    @Mapping(target = "name", source = "stage", qualifiedByName = ViewTexts.NAME)
    @Mapping(target = "sla", source = "passed")
    @Mapping(target = "certain", source = "passed")
    ApplicationViews.ProgressStageView progressStage(StageRecord passed, @Context Today today);

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
        return today.certain(stage.limit().dueAt());
    }
}
