package org.creditrepair.notice;

import java.util.ArrayList;
import java.util.List;
import org.creditrepair.access.account.Accounts;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.Channel;
import org.creditrepair.application.model.ItemResult;
import org.creditrepair.application.model.Stage;
import org.creditrepair.application.model.StageRecord;
import org.creditrepair.application.progress.PinnedRules;
import org.creditrepair.application.progress.ReviewModes;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.document.RepairNoticeContent;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.notice.CaseDocument.Kind;
import org.creditrepair.notice.message.Remedies;
import org.creditrepair.paper.CheckMark;
import org.creditrepair.paper.press.PdfPress;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.Ground;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.registry.review.DisplayReview;
import org.creditrepair.registry.review.DisplayReviews;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The documents of a case (办件文书): which there are follows from what has happened to it, what they
 * say from templates.
 */
@Service
public class CaseDocuments {

    private final Catalog catalog;
    private final RecordRegister register;
    private final PinnedRules rules;
    private final PdfPress press;
    private final ReviewModes modes;
    private final DisplayReviews reviews;
    private final BusinessClock clock;
    private final Commitments commitments;
    private final Accounts accounts;

    public CaseDocuments(
            Catalog catalog,
            RecordRegister register,
            PinnedRules rules,
            PdfPress press,
            ReviewModes modes,
            DisplayReviews reviews,
            BusinessClock clock,
            Commitments commitments,
            Accounts accounts) {
        this.accounts = accounts;
        this.commitments = commitments;
        this.reviews = reviews;
        this.modes = modes;
        this.clock = clock;
        this.catalog = catalog;
        this.register = register;
        this.rules = rules;
        this.press = press;
    }

    /** The documents there are of an application by now, in the order of its items. */
    public List<CaseDocument> documentsOf(CaseFile file) {
        List<CaseDocument> documents = new ArrayList<>();
        documents.add(
                CaseDocument.of(
                        Kind.APPLICATION,
                        file.items().get(0).key().itemNo(),
                        file.filing().submittedAt()));
        documents.add(
                CaseDocument.of(
                        Kind.RECEIPT,
                        file.items().get(0).key().itemNo(),
                        file.filing().submittedAt()));
        for (CaseItem item : file.items()) {
            int no = item.key().itemNo();
            if (item.request().ground() != Ground.OWN_MOTION) {
                documents.add(CaseDocument.of(Kind.COMMITMENT, no, file.filing().submittedAt()));
            }
            for (StageRecord stage : item.stages()) {
                Kind kind = kind(stage);
                if (stage.end().endedAt() != null && kind != null) {
                    documents.add(CaseDocument.of(kind, no, stage.end().endedAt()));
                }
            }
            if (item.state().revokedAt() != null) {
                documents.add(CaseDocument.of(Kind.REVOCATION, no, item.state().revokedAt()));
            }
            boolean ineligible =
                    item.state().result() == ItemResult.REJECTED && item.stages().isEmpty();
            if (ineligible) {
                documents.add(CaseDocument.of(Kind.REJECTION, no, file.filing().submittedAt()));
            }
        }
        return documents;
    }

    private static @Nullable Kind kind(StageRecord stage) {
        if (stage.end().outcome() == null) {
            return null;
        }
        return switch (stage.end().outcome()) {
            case ACCEPT -> Kind.ACCEPTANCE;
            case CORRECT -> Kind.CORRECTION;
            case REJECT -> Kind.REJECTION;
            case REPAIR -> Kind.REPAIR;
            case REFUSE -> Kind.REFUSAL;
            default -> null;
        };
    }

    /**
     * @throws RefusedException if the application has none of this id
     */
    CaseDocument require(CaseFile file, String id) {
        return documentsOf(file).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> RefusedException.notFound("id", "该申请无此文书：" + id));
    }

    /** Name of the unit that signs a document. */
    String signedBy(CaseFile file, CaseDocument document) {
        CaseItem item = file.item(document.itemNo());
        return document.kind() == Kind.REVOCATION
                ? register.find(file.region(), item.recordNo()).orElseThrow().decision().authority()
                : catalog.region(file.region()).unit(item.unit()).name();
    }

    /**
     * One document as PDF.
     *
     * @param mark by which it is checked; null if it is not issued under a seal
     */
    byte[] pdf(CaseFile file, CaseDocument document, @Nullable CheckMark mark) {
        CaseItem item = file.item(document.itemNo());
        Region region = catalog.region(file.region());
        RepairItem repairItem = region.item(item.itemCode()).orElseThrow();
        DishonestyRecord record = register.find(region.code(), item.recordNo()).orElseThrow();
        return press.print(
                "documents/" + document.kind().template(),
                model -> {
                    model.setVariable("mark", mark);
                    model.setVariable("clerk", clerk(file));
                    model.setVariable("document", document);
                    model.setVariable("region", region);
                    model.setVariable("file", file);
                    model.setVariable("item", item);
                    model.setVariable("repairItem", repairItem);
                    model.setVariable("record", record);
                    model.setVariable("unit", region.unit(item.unit()).name());
                    model.setVariable("commitment", commitments.of(file, item).orElse(null));
                    model.setVariable("measure", modes.measure(item.key()).name());
                    model.setVariable("applied", applied(file, region));
                    model.setVariable(
                            "remedy",
                            Remedies.on(repairItem.path(), region.unit(item.unit()).name()));
                    model.setVariable("materials", rules.materials(file, item));
                    model.setVariable("stage", stageOf(document, item));
                    model.setVariable("correctionUntil", item.correctionUntil().orElse(null));
                    model.setVariable(
                            "review",
                            reviews.lastRevoked(region.code(), item.recordNo()).orElse(null));
                });
    }

    /** Who took the application in at a window (收件人). */
    private @Nullable String clerk(CaseFile file) {
        return file.filing().channel() == Channel.WINDOW
                ? accounts.called(file.filing().submitter().account())
                : null;
    }

    /**
     * The notice that is served with a penalty decision (信用修复告知书, 两书同达).
     *
     * @throws RefusedException if the region's document exempts the decision's kinds of penalty
     */
    public byte[] repairNotice(DishonestyRecord record) {
        Region region = catalog.region(record.region());
        RepairNoticeContent content = region.common().repairNotice();
        if (content.exempts(record.decision().penaltyTypes())) {
            throw RefusedException.conflict(
                    "penaltyTypes",
                    "NOT_NEEDED",
                    String.join("、", content.exempt()) + "的处罚决定无须同步送达信用修复告知书");
        }
        RepairItem repairItem = region.item(record.item()).orElseThrow();
        return press.print(
                "documents/repair-notice",
                model -> {
                    model.setVariable("record", record);
                    model.setVariable("repairItem", repairItem);
                    model.setVariable("region", region);
                    model.setVariable("content", content);
                    model.setVariable("never", register.neverEndedEarly(record));
                    model.setVariable("today", clock.today());
                });
    }

    /**
     * The decision that revoked the repair of a record (撤销信用修复决定书).
     *
     * @throws RefusedException if no repair of the record was revoked
     */
    public byte[] revocation(DishonestyRecord record) {
        DisplayReview revoked =
                reviews.lastRevoked(record.region(), record.recordNo())
                        .orElseThrow(() -> RefusedException.notFound("recordNo", "该信息的修复未被撤销"));
        RepairItem repairItem = catalog.item(record.region(), record.item());
        return press.print(
                "documents/revocation",
                model -> {
                    model.setVariable("record", record);
                    model.setVariable("repairItem", repairItem);
                    model.setVariable("review", revoked);
                    model.setVariable(
                            "remedy",
                            Remedies.on(repairItem.path(), record.decision().authority()));
                });
    }

    /**
     * The proof that the obligations of a record are met, as the unit that punished issues it
     * (履行证明, 呼和浩特方案七（三）).
     *
     * @param review the request, decided so
     * @param unit name of the unit
     */
    public byte[] fulfilmentProof(DisplayReview review, String unit) {
        DishonestyRecord record = register.find(review.region(), review.recordNo()).orElseThrow();
        RepairItem repairItem = catalog.item(record.region(), record.item());
        return press.print(
                "documents/fulfilment-proof",
                model -> {
                    model.setVariable("record", record);
                    model.setVariable("repairItem", repairItem);
                    model.setVariable("review", review);
                    model.setVariable("unit", unit);
                });
    }

    /**
     * An item as the joint form lists it (江西方案附件3).
     *
     * @param unit name of the unit that reviews
     * @param opinion 修复决定意见; empty until there is one
     */
    public record Applied(
            CaseItem item,
            RepairItem repairItem,
            DishonestyRecord record,
            String unit,
            String opinion) {}

    private List<Applied> applied(CaseFile file, Region region) {
        return file.items().stream()
                .map(
                        item ->
                                new Applied(
                                        item,
                                        region.item(item.itemCode()).orElseThrow(),
                                        register.find(region.code(), item.recordNo()).orElseThrow(),
                                        region.unit(item.unit()).name(),
                                        item.state().result() == null
                                                ? ""
                                                : item.state().result().text()))
                .toList();
    }

    private static @Nullable StageRecord stageOf(CaseDocument document, CaseItem item) {
        return item.stages().stream()
                .filter(stage -> stage.stage() != Stage.CORRECTION)
                .filter(stage -> stage.end().endedAt() != null && kind(stage) == document.kind())
                .reduce((first, last) -> last)
                .orElse(null);
    }
}
