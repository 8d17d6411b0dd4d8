package org.creditrepair.workflow.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.creditrepair.access.account.AsServer;
import org.creditrepair.application.opinion.Consultation;
import org.creditrepair.application.opinion.Consultations;
import org.creditrepair.catalog.ListAdjustment;
import org.creditrepair.catalog.ListAdjustmentForm;
import org.creditrepair.catalog.ListAdjustments;
import org.creditrepair.catalog.model.RegionCode;
import org.creditrepair.hotline.Hotline;
import org.creditrepair.hotline.HotlineForm;
import org.creditrepair.hotline.HotlineRequest;
import org.creditrepair.registry.collection.CollectionFile;
import org.creditrepair.registry.collection.CollectionFiles;
import org.creditrepair.registry.collection.CollectionFiles.Announced;
import org.creditrepair.registry.delivery.Sender;
import org.creditrepair.registry.recognition.ExternalResult;
import org.creditrepair.registry.recognition.ExternalResultForm;
import org.creditrepair.registry.recognition.ExternalResults;
import org.creditrepair.registry.recognition.ResultReceived;
import org.creditrepair.registry.review.DisplayReview;
import org.creditrepair.registry.review.DisplayReviews;
import org.creditrepair.task.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts what is asked for beside joint applications: revocations, list changes, results from
 * elsewhere, hotline requests.
 */
@Service
public class MatterProcesses {

    private final RuntimeService runtime;
    private final AsServer server;
    private final DisplayReviews reviews;
    private final ListAdjustments adjustments;
    private final Hotline hotline;
    private final ExternalResults results;
    private final CollectionFiles files;
    private final Consultations consultations;

    public MatterProcesses(
            RuntimeService runtime,
            AsServer server,
            DisplayReviews reviews,
            ListAdjustments adjustments,
            Hotline hotline,
            ExternalResults results,
            CollectionFiles files,
            Consultations consultations) {
        this.consultations = consultations;
        this.files = files;
        this.results = results;
        this.runtime = runtime;
        this.server = server;
        this.reviews = reviews;
        this.adjustments = adjustments;
        this.hotline = hotline;
    }

    /**
     * Asks for a repair to be revoked (撤销修复).
     *
     * @param sender the unit that answers for the record
     */
    @Transactional
    public DisplayReview revoke(RegionCode region, String recordNo, String reason, Sender sender) {
        DisplayReview review = reviews.askForRevocation(region, recordNo, reason, sender);
        start("repair-revocation", Reference.REVIEW + review.id(), region);
        return review;
    }

    /**
     * Files a change of a list (名单调整报备).
     *
     * @param account that files
     * @param units codes of its units in the region
     */
    @Transactional
    public ListAdjustment adjust(
            String region, ListAdjustmentForm form, String account, Set<String> units) {
        ListAdjustment adjustment = adjustments.file(region, form, account, units);
        start("list-adjustment", Reference.ADJUSTMENT + adjustment.id(), adjustment.region());
        return adjustment;
    }

    /**
     * Takes in a result decided elsewhere (结果互认); the same one again changes nothing.
     *
     * @return false if the same was delivered before
     */
    @Transactional
    public boolean receive(String region, ExternalResultForm form, Sender sender) {
        return results.receive(region, form, sender).isPresent();
    }

    @EventListener
    void begin(ResultReceived received) {
        ExternalResult result = received.result();
        start("external-result", Reference.RESULT + result.id(), result.region());
    }

    /**
     * Takes in a file (文件归集); it is read in a process of its own.
     *
     * @param unit code of the sender's unit; null if it belongs to none
     * @param account that delivers
     */
    @Transactional
    public CollectionFile collect(
            String region,
            Announced announced,
            InputStream content,
            @Nullable String unit,
            String account)
            throws IOException {
        CollectionFile file = files.receive(region, announced, content, unit, account);
        start("record-collection", Reference.COLLECTION + file.id(), file.region());
        return file;
    }

    /**
     * Takes in a hotline request (热线诉求).
     *
     * @param account that asks for somebody
     * @param group as whose member it does: of a portal or a window
     */
    @Transactional
    public HotlineRequest ask(String region, HotlineForm form, String account, String group) {
        HotlineRequest request = hotline.ask(region, form, account, group);
        start("hotline-request", Reference.HOTLINE + request.id(), request.region());
        return request;
    }

    /**
     * Asks another unit for its opinion (会办); the task that it is for stays where it is.
     *
     * @param workingDays how long the unit has
     * @param account that asks
     */
    @Transactional
    public Consultation consult(
            RegionCode region,
            String reference,
            String askingGroup,
            String unit,
            String question,
            int workingDays,
            String account) {
        Consultation asked =
                consultations.ask(
                        region, reference, askingGroup, unit, question, workingDays, account);
        start("consultation", Reference.CONSULTATION + asked.id(), region);
        return asked;
    }

    private void start(String process, String businessKey, RegionCode region) {
        server.run(
                () -> {
                    runtime.startProcessInstanceByKey(
                            process, businessKey, Map.of(Variables.REGION, region.value()));
                });
    }
}
