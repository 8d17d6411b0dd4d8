package org.creditrepair.workflow.queue;

import java.time.OffsetDateTime;
import org.creditrepair.application.model.Stage;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * A row of the queue.
 *
 * @param taskId of the engine
 * @param instance process instance that waits
 * @param reference business key of the case or matter
 * @param about what it is about
 */
public record QueuedTask(
        String taskId,
        String instance,
        RegionCode region,
        Stage stage,
        String reference,
        About about,
        Holder holder,
        Limits limits) {

    /**
     * Who has it.
     *
     * @param taskGroup engine group of the unit
     * @param assignee account that has claimed it; null for nobody
     * @param active false while its process is suspended (中止)
     */
    public record Holder(String taskGroup, @Nullable String assignee, boolean active) {}

    /**
     * What a task is about; nothing of what its matter has not.
     *
     * @param caseKey the case that it concerns, where its own reference is another
     * @param item name of the repair item, or of what is asked instead
     * @param subject name of the subject
     */
    public record About(
            @Nullable String caseKey,
            @Nullable String item,
            @Nullable String subject,
            @Nullable String subjectCode,
            @Nullable String recordNo,
            @Nullable String documentNo) {}

    /** Since when it waits, from when it is at risk, and until when it is to be done. */
    public record Limits(OffsetDateTime createdAt, OffsetDateTime warnAt, OffsetDateTime dueAt) {}
}
