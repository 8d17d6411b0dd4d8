package org.creditrepair.workflow;

import java.util.List;
import java.util.stream.IntStream;
import org.creditrepair.application.Applications;
import org.creditrepair.application.CaseFile;
import org.creditrepair.application.CaseItem;
import org.creditrepair.application.CaseKey;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.Region;
import org.creditrepair.registry.RecordRegister;
import org.creditrepair.sharing.PushLedger;
import org.springframework.stereotype.Component;

/** Where a case goes, as the models ask: which path, which unit, which platforms. */
@Component("routing")
public class CaseRouting {

    private final Applications applications;
    private final Catalog catalog;
    private final RecordRegister register;
    private final PushLedger ledger;

    public CaseRouting(
            Applications applications,
            Catalog catalog,
            RecordRegister register,
            PushLedger ledger) {
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
        CaseItem item = file.item(key.itemNo());
        Region region = catalog.region(file.region().value());
        String authority = register.find(file.region(), item.recordNo()).orElseThrow().authority();
        return region.reviewUnit(region.item(item.itemCode()).orElseThrow(), authority)
                .group(region.code());
    }

    /** The platforms that a sharing goes to. */
    public List<String> platforms(String sharingNo) {
        return ledger.platformsOf(sharingNo);
    }
}
