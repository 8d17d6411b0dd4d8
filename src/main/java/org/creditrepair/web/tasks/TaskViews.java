package org.creditrepair.web.tasks;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.creditrepair.application.model.SlaStatus;
import org.creditrepair.application.model.Stage;
import org.creditrepair.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Requests and answers about tasks. */
public final class TaskViews {

    private TaskViews() {}

    record TaskView(
            String taskId,
            Stage stage,
            String name,
            @Nullable String reference,
            @Nullable String subject,
            String assignee,
            OffsetDateTime createdAt,
            OffsetDateTime dueAt,
            int workingDaysLeft,
            boolean certain,
            SlaStatus sla) {}

    record ClaimForm(List<String> taskIds) {}

    record CompletionForm(
            String taskId,
            String outcome,
            String comment,
            String refusalReason,
            @Nullable Map<String, String> details) {}

    enum DoneStatus {
        DONE,
        REFUSED
    }

    record DoneView(String taskId, DoneStatus status, List<Violation> errors) {}

    record TransferForm(String unit, String account, String reason) {}

    record TransfersForm(List<String> taskIds, String unit, String account, String reason) {}

    record ConsultationForm(String unit, String question, Integer workingDays) {}

    public record ConsultationView(
            long id,
            String reference,
            String unit,
            String question,
            int workingDays,
            String askedBy,
            OffsetDateTime askedAt,
            String opinion,
            String answeredBy,
            OffsetDateTime answeredAt) {}

    record CopyForm(List<String> units, String note) {}

    record UrgingForm(String reason) {}

    record ExtensionForm(Integer workingDays, String reason) {}
}
