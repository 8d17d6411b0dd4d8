package org.creditrepair.workflow;

import java.util.List;
import java.util.stream.IntStream;
import org.creditrepair.application.Applications;
import org.creditrepair.application.CaseFile;
import org.creditrepair.application.CaseKey;
import org.creditrepair.application.Consultation;
import org.creditrepair.application.Consultations;
import org.creditrepair.application.ReviewModes;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.NationalSite;
import org.creditrepair.catalog.Region;
import org.creditrepair.catalog.RegionCode;
import org.creditrepair.catalog.RepairItem;
import org.creditrepair.hotline.Hotline;
import org.creditrepair.hotline.HotlineRequest;
import org.creditrepair.registry.DishonestyRecord;
import org.creditrepair.registry.DisplayReview;
import org.creditrepair.registry.DisplayReviews;
import org.creditrepair.registry.ExternalResult;
import org.creditrepair.registry.ExternalResults;
import org.creditrepair.registry.Ground;
import org.creditrepair.registry.RecordRegister;
import org.creditrepair.sharing.Push;
import org.creditrepair.sharing.PushLedger;
import org.creditrepair.task.Reference;
import org.springframework.stereotype.Component;

/** Where a case goes, as the models ask: which path, which unit, which platforms. */
@Component("routing")
public class CaseRouting {

    private final Applications applications;
    private final Catalog catalog;
    private final RecordRegister register;
    private final PushLedger ledger;
    private final ReviewModes modes;
    private final DisplayReviews reviews;
    private final Hotline hotline;
    private final ExternalResults results;
    private final Consultations consultations;

    public CaseRouting(
            Applications applications,
            Catalog catalog,
            RecordRegister register,
            PushLedger ledger,
            ReviewModes modes,
            DisplayReviews reviews,
            Hotline hotline,
            ExternalResults results,
            Consultations consultations) {
        this.consultations = consultations;
        this.results = results;
        this.hotline = hotline;
        this.modes = modes;
        this.reviews = reviews;
        this.applications = applications;
        this.register = register;
        this.catalog = catalog;
        this.ledger = ledger;
    }

    /** The numbers of an application's items. */
    public List<Integer> itemNos(String applicationNo) {
        int items = applications.byNumber(applicationNo).items().size();
        return IntStream.rangeClosed(1, items).boxed().toList();
    }

    /** The code of the repair item of a case. */
    public String item(String applicationNo, int itemNo) {
        return applications.itemCode(new CaseKey(applicationNo, itemNo));
    }

    /** The key of the path's process. */
    public String path(String region, String applicationNo, int itemNo) {
        return catalog.item(region, item(applicationNo, itemNo)).path();
    }

    /** The engine group of the unit that reviews a case. */
    public String reviewGroup(String caseKey) {
        CaseKey key = CaseKey.parse(caseKey);
        CaseFile file = applications.byNumber(key.applicationNo());
        String unit = file.item(key.itemNo()).unit();
        return catalog.region(file.region().value()).unit(unit).group(file.region());
    }

    /** Whether another unit reviews first (市、省两级审核). */
    public boolean hasPreliminaryReview(String caseKey) {
        return itemOf(CaseKey.parse(caseKey)).preliminaryUnit() != null;
    }

    /** The engine group of the unit that reviews first (初审单位). */
    public String preliminaryGroup(String caseKey) {
        CaseKey key = CaseKey.parse(caseKey);
        Region region = regionOf(key);
        return region.unit(itemOf(key).preliminaryUnit()).group(region.code());
    }

    /** Whether the application is handed in at the national site too (代提交). */
    public boolean handsInNationally(String caseKey) {
        return itemOf(CaseKey.parse(caseKey)).nationalSite() == NationalSite.HANDED_IN;
    }

    /** Whether the court acts of its own motion (依职权). */
    public boolean isOwnMotion(String caseKey) {
        CaseKey key = CaseKey.parse(caseKey);
        return applications.byNumber(key.applicationNo()).item(key.itemNo()).ground()
                == Ground.OWN_MOTION;
    }

    /** Whether a repair stands decided (准予修复), as the tables say. */
    public boolean isRepairDecided(String caseKey) {
        return applications.item(CaseKey.parse(caseKey)).isRepairDecided();
    }

    /** What becomes of a defaulter's listing (处理方式). */
    public String measure(String caseKey) {
        return modes.measure(CaseKey.parse(caseKey)).name();
    }

    /** The engine group of the unit that decides about the display of a record. */
    public String reviewGroupOf(String reference) {
        DisplayReview review = reviews.byId(Reference.number(Reference.REVIEW, reference));
        return unitGroup(review.region(), review.recordNo());
    }

    /** The engine group of the unit that a doubtful result from elsewhere is put before. */
    public String arbitrationGroup(String reference) {
        ExternalResult result = results.byId(Reference.number(Reference.RESULT, reference));
        return unitGroup(result.region(), result.recordNo());
    }

    private String unitGroup(RegionCode code, String recordNo) {
        Region region = catalog.region(code.value());
        DishonestyRecord record = register.find(code, recordNo).orElseThrow();
        return region.reviewUnit(region.item(record.item()).orElseThrow(), record.authority())
                .group(code);
    }

    /** The engine group of the unit that answers a hotline request. */
    public String hotlineGroup(String reference) {
        HotlineRequest request = hotline.byId(Reference.number(Reference.HOTLINE, reference));
        Region region = catalog.region(request.region().value());
        return region.unit(request.unit()).group(region.code());
    }

    /** The engine group of the unit whose opinion is asked for (会办单位). */
    public String consultedGroup(String reference) {
        Consultation asked =
                consultations.byId(Reference.number(Reference.CONSULTATION, reference));
        return catalog.region(asked.region().value()).unit(asked.unit()).group(asked.region());
    }

    /** The engine group of the region's credit office (社会信用体系建设牵头部门). */
    public String creditOffice(String regionCode) {
        Region region = catalog.region(regionCode);
        return region.unit(region.creditOffice()).group(region.code());
    }

    private Region regionOf(CaseKey key) {
        return catalog.region(applications.byNumber(key.applicationNo()).region().value());
    }

    private RepairItem itemOf(CaseKey key) {
        return regionOf(key).item(applications.itemCode(key)).orElseThrow();
    }

    /** How far a platform has answered for a sharing: SETTLED, AWAITED or REFUSED. */
    public String receipts(String sharingNo, String platform) {
        if (ledger.isSettled(sharingNo, platform)) {
            return "SETTLED";
        }
        return ledger.outstanding(sharingNo, platform).stream()
                        .anyMatch(push -> push.status() == Push.Status.REFUSED)
                ? "REFUSED"
                : "AWAITED";
    }

    /** The platforms that a sharing goes to. */
    public List<String> platforms(String sharingNo) {
        return ledger.platformsOf(sharingNo);
    }
}
