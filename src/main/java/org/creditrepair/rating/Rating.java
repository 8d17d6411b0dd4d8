package org.creditrepair.rating;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What an applicant says of a joint application once it is closed; a row of the table {@code
 * application_rating}.
 *
 * @param score from 1 (非常不满意) to 5 (非常满意)
 */
public record Rating(
        String applicationNo, int score, @Nullable String comment, OffsetDateTime ratedAt) {

    /** The best score. */
    public static final int BEST = 5;
}
