package org.creditrepair.workflow.tasks;

import java.time.OffsetDateTime;
import org.creditrepair.application.model.SlaStatus;
import org.creditrepair.application.model.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A task in the list of a reviewer.
 *
 * @param reference business key of the case or matter
 * @param subject name of the applicant; null where there is none
 * @param assignee who has claimed it; null for nobody
 * @param workingDaysLeft 0 on the last day, negative when overdue
 * @param certain false if the due date passes days whose arrangement is not known yet (待核)
 */
public record DeskTask(
        String id,
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
