package org.creditrepair.web.supervision;

import java.time.OffsetDateTime;
import java.util.List;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.SlaStatus;
import org.creditrepair.application.model.Stage;
import org.creditrepair.application.model.StageRecord;
import org.creditrepair.application.opinion.Consultation;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.model.RepairPath;
import org.creditrepair.notice.message.SentNotice;
import org.creditrepair.sharing.ledger.CorrectPush;
import org.creditrepair.sharing.ledger.Push;
import org.creditrepair.supervision.escalation.Escalation;
import org.creditrepair.supervision.statistics.LimitStates;
import org.creditrepair.supervision.statistics.QueueStates;
import org.creditrepair.supervision.statistics.Work.Durations;
import org.creditrepair.supervision.status.CaseSearch;
import org.creditrepair.web.application.CaseViews;
import org.creditrepair.web.mapping.PersonNames;
import org.creditrepair.web.mapping.Today;
import org.creditrepair.web.mapping.ViewMapping;
import org.creditrepair.web.mapping.ViewTexts;
import org.creditrepair.web.supervision.InterventionController.FailureView;
import org.creditrepair.web.supervision.InterventionController.OpenPushView;
import org.creditrepair.web.supervision.InterventionController.SupervisedTaskView;
import org.creditrepair.web.supervision.ReportController.QueueView;
import org.creditrepair.web.supervision.SupervisionController.SlaView;
import org.creditrepair.web.supervision.SupervisionController.StageDurationView;
import org.creditrepair.web.supervision.SupervisionController.TrendDayView;
import org.creditrepair.web.tasks.TaskViewMapper;
import org.creditrepair.workflow.intervention.Failure;
import org.creditrepair.workflow.tasks.SupervisedTasks;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;

/** Maps limits, breaches, failures and pushes to views for supervisors. */
@Mapper(config = ViewMapping.class, uses = TaskViewMapper.class)
interface SupervisionViewMapper {

    /** 九成不超过. */
    double NINTH_DECILE = 0.9;

    @Mapping(target = "unit", source = "unit.code")
    @Mapping(target = "unitName", source = "unit.name")
    QueueView queue(QueueStates.State state);

    @Mapping(target = "kindName", source = "kind", qualifiedByName = ViewTexts.NAME)
    @Mapping(target = "advice", source = "kind", qualifiedByName = "advice")
    @Mapping(target = "platformName", source = "platform", qualifiedByName = "platform")
    FailureView failure(Failure failure, @Context Region region);

    @Mapping(target = "stageName", source = "stage", qualifiedByName = ViewTexts.NAME)
    @Mapping(target = "assigneeName", source = "assignee", qualifiedByName = PersonNames.PERSON)
    SupervisedTaskView supervisedTask(SupervisedTasks.OpenTask task);

    @Mapping(target = ".", source = "push.content")
    @Mapping(target = ".", source = "push")
    @Mapping(
            target = "platformName",
            source = "push.content.platform",
            qualifiedByName = "platform")
    @Mapping(target = "statusName", source = "push.status", qualifiedByName = ViewTexts.NAME)
    OpenPushView openPush(CorrectPush.Open open, @Context Region region);

    @Mapping(target = ".", source = "content")
    @Mapping(target = "platformName", source = "content.platform", qualifiedByName = "platform")
    @Mapping(target = "statusName", source = "status", qualifiedByName = ViewTexts.NAME)
    CaseViews.CasePushView push(Push push, @Context Region region);

    CaseViews.NoticeView notice(SentNotice notice, List<Push> deliveries, @Context Region region);

    @Mapping(target = "platform", source = "content.platform")
    @Mapping(target = "platformName", source = "content.platform", qualifiedByName = "platform")
    @Mapping(target = "statusName", source = "status", qualifiedByName = ViewTexts.NAME)
    CaseViews.NoticeDeliveryView delivery(Push push, @Context Region region);

    @Named("advice")
    default String advice(Failure.Kind kind) {
        return kind.advice();
    }

    @Named("platform")
    default @Nullable String platform(@Nullable String code, @Context Region region) {
        return code == null ? null : region.platformName(code);
    }

    @Mapping(target = "name", source = "step", qualifiedByName = ViewTexts.NAME)
    @Mapping(target = "stageName", source = "waiting.stage", qualifiedByName = ViewTexts.NAME)
    @Mapping(target = "actorName", source = "actor", qualifiedByName = PersonNames.PERSON)
    CaseViews.EscalationView escalation(Escalation escalation);

    default SlaView sla(LimitStates.State state) {
        return new SlaView(
                state.path(),
                RepairPath.of(state.path()).text(),
                state.unit().code(),
                state.unit().name(),
                state.open(SlaStatus.NOT_STARTED),
                state.open(SlaStatus.ON_TRACK),
                state.open(SlaStatus.AT_RISK),
                state.open(SlaStatus.BREACHED),
                state.met(),
                state.late());
    }

    TrendDayView trendDay(LimitStates.Day day);

    default StageDurationView stage(Stage stage, Durations days) {
        return new StageDurationView(
                stage,
                stage.text(),
                days.count(),
                days.mean(),
                days.percentile(0.5),
                days.percentile(NINTH_DECILE));
    }

    @Mapping(target = "caseKey", source = "key")
    @Mapping(target = "itemName", source = "item", qualifiedByName = "item")
    @Mapping(target = "unitName", source = "unit", qualifiedByName = "unit")
    @Mapping(target = "stageName", source = "stage", qualifiedByName = ViewTexts.NAME)
    @Mapping(target = "workingDaysLeft", source = "dueAt", qualifiedByName = "left")
    @Mapping(target = "certain", source = "dueAt", qualifiedByName = "certain")
    @Mapping(target = "resultName", source = "result", qualifiedByName = ViewTexts.NAME)
    CaseViews.FoundView found(CaseSearch.Found found, @Context Region region, @Context Today today);

    @Mapping(target = "caseKey", source = "item.key")
    @Mapping(target = "subject", source = "file.applicant.subject.name")
    @Mapping(target = "subjectCode", source = "file.applicant.subject.code")
    @Mapping(target = "item", source = "item.itemCode")
    @Mapping(target = "itemName", source = "item.itemCode", qualifiedByName = "item")
    @Mapping(target = "recordNo", source = "item.recordNo")
    @Mapping(target = "unitName", source = "item.unit", qualifiedByName = "unit")
    @Mapping(target = "channel", source = "file.filing.channel", qualifiedByName = ViewTexts.NAME)
    @Mapping(target = "submittedAt", source = "file.filing.submittedAt")
    @Mapping(target = "result", source = "item.state.result")
    @Mapping(target = "resultName", source = "item.state.result", qualifiedByName = ViewTexts.NAME)
    @Mapping(target = "resultReason", source = "item.state.resultReason")
    @Mapping(target = "sla", source = "item")
    @Mapping(target = "stages", source = "item.stages")
    CaseViews.CaseView caseView(
            CaseFile file,
            CaseItem item,
            List<Push> pushes,
            List<Escalation> escalations,
            List<Consultation> consultations,
            List<CaseViews.NoticeView> notices,
            @Context Region region,
            @Context Today today);

    @Mapping(target = ".", source = "limit")
    @Mapping(target = ".", source = "end")
    @Mapping(target = "name", source = "stage", qualifiedByName = ViewTexts.NAME)
    @Mapping(target = "certain", source = "limit.dueAt", qualifiedByName = "certain")
    @Mapping(target = "daysTaken", source = "passed", qualifiedByName = "taken")
    @Mapping(target = "daysLeft", source = "passed", qualifiedByName = "left")
    @Mapping(target = "outcomeName", source = "end.outcome", qualifiedByName = ViewTexts.NAME)
    @Mapping(target = "actorName", source = "end.actor", qualifiedByName = PersonNames.PERSON)
    @Mapping(target = "sla", source = "passed")
    CaseViews.CaseStageView stage(StageRecord passed, @Context Today today);

    default SlaStatus sla(CaseItem item, @Context Today today) {
        return item.sla(today.now());
    }

    default SlaStatus sla(StageRecord stage, @Context Today today) {
        return stage.sla(today.now());
    }

    @Named("item")
    default String item(String code, @Context Region region) {
        return region.item(code).map(RepairItem::name).orElse(code);
    }

    @Named("unit")
    default String unit(String code, @Context Region region) {
        return region.unit(code).name();
    }

    @Named("certain")
    default @Nullable Boolean certain(@Nullable OffsetDateTime dueAt, @Context Today today) {
        return today.certain(dueAt);
    }

    @Named("left")
    default @Nullable Integer left(@Nullable OffsetDateTime dueAt, @Context Today today) {
        return today.left(dueAt);
    }

    @Named("left")
    default @Nullable Integer left(StageRecord stage, @Context Today today) {
        return today.left(stage);
    }

    @Named("taken")
    default @Nullable Integer taken(StageRecord stage, @Context Today today) {
        return today.taken(stage);
    }
}
