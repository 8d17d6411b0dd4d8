package org.creditrepair.web.tasks;

import java.time.OffsetDateTime;
import java.util.List;
import org.creditrepair.application.model.SlaStatus;
import org.creditrepair.application.model.Stage;
import org.creditrepair.application.opinion.Consultation;
import org.creditrepair.problem.Violation;
import org.creditrepair.workflow.tasks.DeskTask;
import org.creditrepair.workflow.tasks.TaskDesk.Done;
import org.jspecify.annotations.Nullable;

/** What is asked and answered about tasks. */
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
            SlaStatus sla) {

        static TaskView of(DeskTask task) {
            return new TaskView(
                    task.id(),
                    task.stage(),
                    task.name(),
                    task.reference(),
                    task.subject(),
                    task.assignee(),
                    task.createdAt(),
                    task.dueAt(),
                    task.workingDaysLeft(),
                    task.certain(),
                    task.sla());
        }
    }

    record ClaimForm(List<String> taskIds) {}

    record CompletionForm(String taskId, String outcome, String comment, String refusalReason) {}

    enum DoneStatus {
        DONE,
        REFUSED
    }

    record DoneView(String taskId, DoneStatus status, List<Violation> errors) {

        static DoneView of(Done done) {
            return new DoneView(
                    done.taskId(),
                    done.errors().isEmpty() ? DoneStatus.DONE : DoneStatus.REFUSED,
                    done.errors());
        }
    }

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
            OffsetDateTime answeredAt) {

        public static ConsultationView of(Consultation asked) {
            return new ConsultationView(
                    asked.id(),
                    asked.reference(),
                    asked.unit(),
                    asked.asked().question(),
                    asked.asked().workingDays(),
                    asked.asked().askedBy(),
                    asked.asked().askedAt(),
                    asked.given().opinion(),
                    asked.given().answeredBy(),
                    asked.given().answeredAt());
        }
    }

    record CopyForm(List<String> units, String note) {}

    record UrgingForm(String reason) {}

    record ExtensionForm(Integer workingDays, String reason) {}
}
