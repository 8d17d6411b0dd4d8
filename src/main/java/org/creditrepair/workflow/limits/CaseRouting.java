package org.creditrepair.workflow.limits;

import java.util.List;
import java.util.stream.IntStream;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.application.progress.ItemProgress;
import org.creditrepair.application.progress.ResponsibleUnits;
import org.creditrepair.application.progress.ReviewModes;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.NationalSite;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.registry.record.Ground;
import org.creditrepair.task.Outcome;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.process.NamedInModels;
import org.springframework.stereotype.Component;

/** Which way a case goes, as gateways ask it of the tables. */
@NamedInModels
@Component("cases")
public class CaseRouting {

    private final Applications applications;
    private final Catalog catalog;
    private final ReviewModes modes;
    private final ResponsibleUnits responsible;
    private final ItemProgress progress;

    public CaseRouting(
            Applications applications,
            Catalog catalog,
            ReviewModes modes,
            ResponsibleUnits responsible,
            ItemProgress progress) {
        this.progress = progress;
        this.responsible = responsible;
        this.applications = applications;
        this.catalog = catalog;
        this.modes = modes;
    }

    /** The numbers of an application's items. */
    public List<Integer> itemNos(String applicationNo) {
        int items = applications.byNumber(applicationNo).items().size();
        return IntStream.rangeClosed(1, items).boxed().toList();
    }

    /** The code of the repair item of a case. */
    public String item(String applicationNo, int itemNo) {
        return applications.item(new CaseKey(applicationNo, itemNo)).itemCode();
    }

    /** The key of the path's process. */
    public String path(String region, String applicationNo, int itemNo) {
        return catalog.item(new RegionCode(region), item(applicationNo, itemNo)).path();
    }

    /** Whether the record was found on display (仍在公示); if not, the reasons are pinned. */
    public boolean isDisplayed(String caseKey) {
        return applications.item(CaseKey.parse(caseKey)).state().resultReason() == null;
    }

    /**
     * Whether the longest term of the record is over and only its display has not been ended yet.
     */
    public boolean isAtFullTerm(String caseKey) {
        return progress.isAtFullTerm(CaseKey.parse(caseKey));
    }

    /** Whether another unit reviews first (市、省两级审核). */
    public boolean hasPreliminaryReview(String caseKey) {
        CaseKey key = CaseKey.parse(caseKey);
        CaseFile file = applications.byNumber(key.applicationNo());
        return responsible.preliminary(file, file.item(key.itemNo())).isPresent();
    }

    /** Whether the application is handed in at the national site too (代提交). */
    public boolean handsInNationally(String caseKey) {
        return itemOf(caseKey).nationalSite() == NationalSite.HANDED_IN;
    }

    /** Whether it was handed in there, which it is once accepted. */
    public boolean isHandedInNationally(String caseKey) {
        return handsInNationally(caseKey)
                && applications.item(CaseKey.parse(caseKey)).stages().stream()
                        .anyMatch(stage -> stage.end().outcome() == Outcome.ACCEPT);
    }

    /** Whether the court acts of its own motion (依职权). */
    public boolean isOwnMotion(String caseKey) {
        return applications.item(CaseKey.parse(caseKey)).request().ground() == Ground.OWN_MOTION;
    }

    /** Whether a repair stands decided (准予修复), as the tables say. */
    public boolean isRepairDecided(String caseKey) {
        return applications.item(CaseKey.parse(caseKey)).isRepairDecided();
    }

    /** The measure on a defaulter's listing (处理方式). */
    public String measure(String caseKey) {
        return modes.measure(CaseKey.parse(caseKey)).name();
    }

    private RepairItem itemOf(String caseKey) {
        CaseKey key = CaseKey.parse(caseKey);
        RegionCode region = applications.byNumber(key.applicationNo()).region();
        return catalog.item(region, applications.item(key).itemCode());
    }
}
