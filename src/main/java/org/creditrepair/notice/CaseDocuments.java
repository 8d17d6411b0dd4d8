package org.creditrepair.notice;

import java.util.ArrayList;
import java.util.List;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.ItemResult;
import org.creditrepair.application.model.Stage;
import org.creditrepair.application.model.StageRecord;
import org.creditrepair.application.progress.PinnedRules;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.notice.CaseDocument.Kind;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.registry.record.DishonestyRecord;
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

    public CaseDocuments(
            Catalog catalog, RecordRegister register, PinnedRules rules, PdfPress press) {
        this.catalog = catalog;
        this.register = register;
        this.rules = rules;
        this.press = press;
    }

    /** The documents there are of an application by now, in the order of its items. */
    public List<CaseDocument> documentsOf(CaseFile file) {
        List<CaseDocument> documents = new ArrayList<>();
        for (CaseItem item : file.items()) {
            int no = item.key().itemNo();
            documents.add(CaseDocument.of(Kind.COMMITMENT, no, file.filing().submittedAt()));
            for (StageRecord stage : item.stages()) {
                Kind kind = kind(stage);
                if (stage.end().endedAt() != null && kind != null) {
                    documents.add(CaseDocument.of(kind, no, stage.end().endedAt()));
                }
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
     * One document as PDF.
     *
     * @throws RefusedException if the application has none of this id
     */
    public byte[] pdf(CaseFile file, String id) {
        CaseDocument document =
                documentsOf(file).stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> RefusedException.notFound("id", "该申请无此文书：" + id));
        CaseItem item = file.item(document.itemNo());
        Region region = catalog.region(file.region());
        RepairItem repairItem = region.item(item.itemCode()).orElseThrow();
        DishonestyRecord record = register.find(region.code(), item.recordNo()).orElseThrow();
        return press.print(
                "documents/" + document.kind().template(),
                model -> {
                    model.setVariable("document", document);
                    model.setVariable("file", file);
                    model.setVariable("item", item);
                    model.setVariable("repairItem", repairItem);
                    model.setVariable("record", record);
                    model.setVariable("unit", region.unit(item.unit()).name());
                    model.setVariable("remedy", Remedies.on(repairItem.path()));
                    model.setVariable("materials", rules.materials(file, item));
                    model.setVariable("stage", stageOf(document, item));
                });
    }

    /**
     * The notice that is served with a penalty decision (信用修复告知书, 两书同达).
     *
     * @throws RefusedException if the decision needs none: only 警告 and 通报批评
     */
    public byte[] repairNotice(DishonestyRecord record) {
        boolean none =
                !record.decision().penaltyTypes().isEmpty()
                        && List.of("警告", "通报批评").containsAll(record.decision().penaltyTypes());
        if (none) {
            throw RefusedException.conflict(
                    "penaltyTypes", "NOT_NEEDED", "警告、通报批评的处罚决定无须同步送达信用修复告知书");
        }
        Region region = catalog.region(record.region());
        RepairItem repairItem = region.item(record.item()).orElseThrow();
        return press.print(
                "documents/repair-notice",
                model -> {
                    model.setVariable("record", record);
                    model.setVariable("repairItem", repairItem);
                    model.setVariable("region", region);
                });
    }

    private static @Nullable StageRecord stageOf(CaseDocument document, CaseItem item) {
        return item.stages().stream()
                .filter(stage -> stage.stage() != Stage.CORRECTION)
                .filter(stage -> stage.end().endedAt() != null && kind(stage) == document.kind())
                .reduce((first, last) -> last)
                .orElse(null);
    }
}
