package org.creditrepair.web.application;

import java.time.OffsetDateTime;
import java.util.List;
import org.creditrepair.application.model.ItemResult;
import org.creditrepair.application.model.SlaStatus;
import org.creditrepair.application.model.Stage;
import org.creditrepair.catalog.model.PlatformEvent;
import org.creditrepair.sharing.ledger.Push;
import org.creditrepair.supervision.escalation.Escalation;
import org.creditrepair.task.Outcome;
import org.creditrepair.web.tasks.TaskViews;
import org.jspecify.annotations.Nullable;

/** The answers about cases that supervisors look for. */
public final class CaseViews {

    private CaseViews() {}

    public record FoundView(
            String caseKey,
            String item,
            String itemName,
            String path,
            String unit,
            String unitName,
            String subject,
            String recordNo,
            OffsetDateTime submittedAt,
            @Nullable Stage stage,
            @Nullable String stageName,
            OffsetDateTime dueAt,
            @Nullable OffsetDateTime pausedAt,
            @Nullable Integer workingDaysLeft,
            @Nullable Boolean certain,
            OffsetDateTime closedAt,
            @Nullable ItemResult result,
            @Nullable String resultName,
            SlaStatus sla) {}

    /** A stage with its limit; days are working days, and what is not over has none taken yet. */
    public record CaseStageView(
            Stage stage,
            String name,
            OffsetDateTime startedAt,
            OffsetDateTime dueAt,
            @Nullable Boolean certain,
            OffsetDateTime pausedAt,
            int addedDays,
            @Nullable OffsetDateTime endedAt,
            @Nullable Integer daysTaken,
            @Nullable Integer daysLeft,
            @Nullable Outcome outcome,
            @Nullable String outcomeName,
            @Nullable String actor,
            @Nullable String actorName,
            @Nullable String remark,
            SlaStatus sla) {}

    public record CasePushView(
            String platform,
            String platformName,
            PlatformEvent event,
            Push.Status status,
            String statusName,
            int attempts,
            String lastError,
            String receipt,
            OffsetDateTime createdAt,
            OffsetDateTime deliveredAt) {}

    public record EscalationView(
            Escalation.Step step,
            String name,
            String stageName,
            @Nullable String reason,
            @Nullable String actor,
            @Nullable String actorName,
            OffsetDateTime happenedAt) {}

    public record CaseView(
            String caseKey,
            String subject,
            String subjectCode,
            String item,
            String itemName,
            String recordNo,
            String unit,
            String unitName,
            String channel,
            OffsetDateTime submittedAt,
            @Nullable ItemResult result,
            @Nullable String resultName,
            String resultReason,
            SlaStatus sla,
            List<CaseStageView> stages,
            List<CasePushView> pushes,
            List<EscalationView> escalations,
            List<TaskViews.ConsultationView> consultations,
            List<NoticeView> notices) {}

    /** A message to the applicant. */
    public record NoticeView(
            String body,
            @Nullable String receiver,
            OffsetDateTime issuedAt,
            List<NoticeDeliveryView> deliveries) {}

    /** How far a message has come by one way. */
    public record NoticeDeliveryView(
            String platform,
            String platformName,
            Push.Status status,
            String statusName,
            int attempts,
            @Nullable String lastError,
            @Nullable OffsetDateTime deliveredAt) {}
}
