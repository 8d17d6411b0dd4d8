package org.creditrepair.workflow.steps;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.creditrepair.application.material.Materials;
import org.creditrepair.application.model.StoredMaterial;
import org.creditrepair.catalog.model.PlatformEvent;
import org.creditrepair.notice.RecordPapers;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.registry.review.DisplayReview;
import org.creditrepair.registry.review.DisplayReviews;
import org.creditrepair.registry.review.RecordRequests;
import org.creditrepair.sharing.ledger.Announcement;
import org.creditrepair.sharing.ledger.ShareRecords;
import org.creditrepair.task.Outcome;
import org.creditrepair.task.Reference;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.process.ProcessVariables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of what subjects ask about their records (异议、履行证明), one bean each. */
@Configuration(proxyBeanMethods = false)
class RequestSteps {

    /** 核对各平台公示: each is told again how the record stands now. */
    @Bean
    JavaDelegate tellPlatformsAgain(
            DisplayReviews reviews, RecordRegister register, ShareRecords share) {
        return execution -> {
            String reference = execution.getProcessBusinessKey();
            DisplayReview upheld =
                    reviews.decided(
                            Reference.number(Reference.REVIEW, reference),
                            new RegionCode(execution.getTenantId()),
                            Outcome.UPHOLD);
            DishonestyRecord record =
                    register.find(upheld.region(), upheld.recordNo()).orElseThrow();
            PlatformEvent event = ShareRecords.standing(record);
            String sharingNo = reference + "-" + event;
            share.announce(new Announcement(sharingNo, event, sharingNo, List.of(record)));
            execution.setVariable(ProcessVariables.SHARING_NO, sharingNo);
        };
    }

    /** 制发履行证明: the paper becomes a document of the account that asked. */
    @Bean
    JavaDelegate issueProof(
            DisplayReviews reviews,
            RecordRequests requests,
            RecordPapers papers,
            Materials materials) {
        return execution -> {
            DisplayReview issued =
                    reviews.decided(
                            Reference.number(Reference.REVIEW, execution.getProcessBusinessKey()),
                            new RegionCode(execution.getTenantId()),
                            Outcome.ISSUE);
            StoredMaterial stored =
                    materials.store(
                            "履行证明-" + issued.recordNo() + ".pdf",
                            new ByteArrayInputStream(papers.fulfilmentProof(issued)),
                            issued.question().filedBy());
            requests.issued(issued, stored.id());
        };
    }
}
