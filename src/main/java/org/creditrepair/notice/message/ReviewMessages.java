package org.creditrepair.notice.message;

import java.util.HashMap;
import java.util.Map;
import org.creditrepair.catalog.document.MessageKind;
import org.creditrepair.registry.review.DisplayReview;
import org.creditrepair.registry.review.DisplayReviews;
import org.creditrepair.task.HumanTask;

/** Kind and values of the messages about the review of a record's display. */
final class ReviewMessages {

    private ReviewMessages() {}

    static MessageKind kind(DisplayReview review) {
        if (review.outcome() != null) {
            return MessageKind.valueOf(review.outcome());
        }
        return review.question().kind().task() == HumanTask.REVOCATION
                ? MessageKind.REVOCATION_PROPOSED
                : MessageKind.MATTER_RECEIVED;
    }

    static Map<String, Object> values(DisplayReview review, String remedy) {
        Map<String, Object> values = new HashMap<>();
        values.put("remedy", remedy);
        values.put("matter", review.question().kind().text());
        values.put("days", DisplayReviews.STATEMENT_WORKING_DAYS);
        values.put(
                "reason", review.outcome() == null ? review.question().reason() : review.remark());
        return values;
    }
}
