package org.creditrepair.registry.review;

import java.util.EnumSet;
import java.util.Set;
import org.creditrepair.registry.recognition.ExternalResults;
import org.creditrepair.task.HumanTask;
import org.creditrepair.task.Reference;
import org.creditrepair.task.TaskAnswer;
import org.creditrepair.task.TaskHandler;
import org.creditrepair.task.TaskSubject;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.stereotype.Component;

/** The human tasks about records: reviews of a display, and results from elsewhere. */
@Component
class RegistryTasks implements TaskHandler {

    private final DisplayReviews reviews;
    private final RecordRequests requests;
    private final ExternalResults results;

    RegistryTasks(DisplayReviews reviews, RecordRequests requests, ExternalResults results) {
        this.reviews = reviews;
        this.requests = requests;
        this.results = results;
    }

    @Override
    public Set<HumanTask> tasks() {
        return EnumSet.of(
                HumanTask.REASSESSMENT,
                HumanTask.REVOCATION,
                HumanTask.OBJECTION,
                HumanTask.ISSUANCE,
                HumanTask.ARBITRATION);
    }

    @Override
    public void completed(TaskSubject subject, TaskAnswer answer, String actor) {
        RegionCode region = subject.region();
        if (answer.task() == HumanTask.ARBITRATION) {
            results.decide(subject.number(Reference.RESULT), region, answer, actor);
        } else {
            long id = subject.number(Reference.REVIEW);
            requests.checkMended(reviews.byId(id), answer);
            reviews.decide(id, region, answer, actor);
        }
    }
}
