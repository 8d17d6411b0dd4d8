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
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.notice.CaseDocument.Kind;
import org.creditrepair.notice.message.Remedies;
import org.creditrepair.paper.CheckMark;
import org.creditrepair.paper.press.PdfPress;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.Ground;
import org.creditrepair.registry.register.RecordRegister;
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
    private final Commitments commitments;
    private final Accounts accounts;

    public CaseDocuments(
            Catalog catalog,
            RecordRegister register,
            PinnedRules rules,
            PdfPress press,
            ReviewModes modes,
            Commitments commitments,
            Accounts accounts) {
        this.accounts = accounts;
        this.commitments = commitments;
        this.modes = modes;
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

    /** Name of the unit that an item lies with. */
    String unit(CaseFile file, CaseItem item) {
        return catalog.region(file.region()).unit(item.unit()).name();
    }

    DishonestyRecord recordOf(CaseFile file, CaseItem item) {
        return register.find(file.region(), item.recordNo()).orElseThrow();
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
        DishonestyRecord record = recordOf(file, item);
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
                    model.setVariable("unit", unit(file, item));
                    model.setVariable("commitment", commitments.of(file, item).orElse(null));
                    model.setVariable("measure", modes.measure(item.key()).name());
                    model.setVariable("applied", applied(file, region));
                    model.setVariable("remedy", Remedies.on(repairItem.path(), unit(file, item)));
                    model.setVariable("materials", rules.materials(file, item));
                    model.setVariable("stage", stageOf(document, item));
                    model.setVariable("correctionUntil", item.correctionUntil().orElse(null));
                });
    }

    /** Who took the application in at a window (收件人). */
    private @Nullable String clerk(CaseFile file) {
        return file.filing().channel() == Channel.WINDOW
                ? accounts.called(file.filing().submitter().account())
                : null;
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
                                        recordOf(file, item),
                                        unit(file, item),
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
