package org.creditrepair.web.application;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.creditrepair.application.model.ApplicationStatus;
import org.creditrepair.application.model.ItemResult;
import org.creditrepair.application.model.ItemStatus;
import org.creditrepair.application.model.SlaStatus;
import org.creditrepair.application.model.Stage;
import org.creditrepair.catalog.model.RulePart;
import org.creditrepair.registry.record.Ground;
import org.jspecify.annotations.Nullable;

/** Answers about applications and their items. */
public final class ApplicationViews {

    private ApplicationViews() {}

    record MaterialView(String id, String sha256, long size, String contentType) {}

    record SubmissionView(String applicationNo, String progressCode, List<ItemStateView> items) {}

    record ItemStateView(
            int itemNo,
            String item,
            String recordNo,
            ItemStatus status,
            ItemResult result,
            String resultReason,
            @Nullable OffsetDateTime revokedAt,
            SlaStatus sla,
            List<StageView> stages,
            Ground ground,
            String earlierCase,
            List<RuleView> rules) {}

    /** A rule that was applied, chosen by a day of the case. */
    record RuleView(
            RulePart part, String name, LocalDate pinnedOn, String content, String source) {}

    record StageView(
            Stage stage,
            String name,
            OffsetDateTime startedAt,
            OffsetDateTime dueAt,
            Boolean certain,
            OffsetDateTime endedAt,
            String outcome,
            String remark,
            SlaStatus sla) {}

    record PersonView(String name, String mobile) {}

    public record SubjectView(String type, String name, String uscc, @Nullable String address) {}

    record ApplicationView(
            String applicationNo,
            String region,
            String progressCode,
            ApplicationStatus status,
            SlaStatus sla,
            String channel,
            SubjectView subject,
            PersonView contact,
            PersonView agent,
            OffsetDateTime submittedAt,
            OffsetDateTime closedAt,
            List<ItemStateView> items) {}

    /** An application in the list of the window or portal that handed it in. */
    record HandedInView(
            String applicationNo,
            String progressCode,
            ApplicationStatus status,
            SlaStatus sla,
            String subject,
            OffsetDateTime submittedAt,
            @Nullable OffsetDateTime closedAt,
            List<HandedInItemView> items) {}

    record HandedInItemView(
            int itemNo,
            String item,
            String name,
            String recordNo,
            ItemStatus status,
            String statusText,
            @Nullable ItemResult result,
            @Nullable String resultText) {}

    /** Progress for anybody who has the code: nothing personal in it. */
    record ProgressView(
            String applicationNo,
            ApplicationStatus status,
            SlaStatus sla,
            OffsetDateTime submittedAt,
            OffsetDateTime closedAt,
            List<ProgressItemView> items) {}

    record ProgressItemView(
            int itemNo,
            String name,
            ItemStatus status,
            String statusText,
            ItemResult result,
            String resultText,
            @Nullable OffsetDateTime revokedAt,
            SlaStatus sla,
            List<ProgressStageView> stages,
            List<RuleView> rules) {}

    record ProgressStageView(
            Stage stage,
            String name,
            OffsetDateTime startedAt,
            OffsetDateTime dueAt,
            Boolean certain,
            OffsetDateTime endedAt,
            String outcome,
            SlaStatus sla) {}
}
