package org.creditrepair.web.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import org.creditrepair.application.model.SlaStatus;
import org.creditrepair.application.model.Stage;
import org.creditrepair.task.Outcome;
import org.creditrepair.workflow.queue.QueueFilter;
import org.jspecify.annotations.Nullable;

/** Answers about the queue of a reviewer. */
final class QueueViews {

    private QueueViews() {}

    record QueueRowView(
            String taskId,
            Stage stage,
            String stageName,
            String reference,
            @Nullable String caseKey,
            @Nullable String item,
            @Nullable String subject,
            @Nullable String subjectCode,
            @Nullable String recordNo,
            @Nullable String documentNo,
            @Nullable String assignee,
            @Nullable String assigneeName,
            OffsetDateTime createdAt,
            OffsetDateTime dueAt,
            int workingDaysLeft,
            boolean certain,
            SlaStatus sla) {}

    record FilterView(QueueFilter code, String name, int count) {}

    record StageCountView(Stage code, String name, int count) {}

    record QueueView(
            OffsetDateTime asOf,
            int mostCounted,
            List<FilterView> filters,
            List<StageCountView> stages,
            List<QueueRowView> rows,
            boolean more) {}

    record RefusedOutcomeView(Outcome outcome, String reason) {}

    record OpenTaskView(
            QueueRowView row,
            boolean mine,
            boolean readOnly,
            String sheet,
            JsonNode form,
            List<RefusedOutcomeView> refused,
            List<String> awaited) {}

    record OwnFilterView(
            long id,
            String name,
            QueueFilter filter,
            @Nullable Stage stage,
            @Nullable String words,
            int count) {}

    record ColleagueView(String account, String name) {}
}
