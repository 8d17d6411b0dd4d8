package org.creditrepair.supervision.escalation;

import java.time.OffsetDateTime;
import org.creditrepair.application.model.Stage;

/**
 * A limit that was missed (超期记录); it stays for statistics.
 *
 * @param reference business key of what was waiting: a case, a display review or a list adjustment
 * @param unitGroup engine group of the unit that had the task
 * @param dueAt last moment of the limit
 * @param breachedAt when the server noticed
 */
public record Breach(
        String reference,
        Stage stage,
        String unitGroup,
        OffsetDateTime dueAt,
        OffsetDateTime breachedAt) {}
