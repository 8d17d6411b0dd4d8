package org.creditrepair.application.progress;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.Measure;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.RecordCategory;
import org.creditrepair.catalog.model.RepairPath;
import org.creditrepair.catalog.rules.RuleTables;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.Ground;
import org.creditrepair.registry.register.RecordRegister;
import org.springframework.stereotype.Service;

/**
 * Chooses how a case is reviewed: gathers what the register knows; the table {@code review-mode}
 * says when that is enough.
 */
@Service
public class ReviewModes {

    private static final String TABLE = "review-mode";
    private static final String MEASURES = "defaulter-measure";

    private final Applications applications;
    private final RecordRegister register;
    private final Catalog catalog;
    private final RuleTables tables;

    public ReviewModes(
            Applications applications,
            RecordRegister register,
            Catalog catalog,
            RuleTables tables) {
        this.applications = applications;
        this.register = register;
        this.catalog = catalog;
        this.tables = tables;
    }

    public ReviewMode of(CaseKey key) {
        CaseFile file = applications.byNumber(key.applicationNo());
        CaseItem item = file.item(key.itemNo());
        DishonestyRecord record = register.find(file.region(), item.recordNo()).orElseThrow();
        Map<String, Object> facts = new HashMap<>();
        facts.put("path", pathOf(file, item).text());
        facts.put(
                "cause", record.listing().cause() == null ? null : record.listing().cause().text());
        facts.put("outstanding", record.decision().outstanding());
        facts.put("otherListings", otherListings(file, record));
        facts.put("ground", item.request().ground().text());
        RuleTables.Row row = tables.rows(TABLE, facts).get(0);
        return new ReviewMode(row.flag("automatic"), row.flag("onSite"));
    }

    /** Other listings of the subject on display that this application does not ask to end. */
    private int otherListings(CaseFile file, DishonestyRecord record) {
        Set<String> appliedFor =
                file.items().stream().map(CaseItem::recordNo).collect(Collectors.toSet());
        return (int)
                register.othersOf(record).stream()
                        .filter(other -> other.category() != RecordCategory.PENALTY)
                        .filter(other -> !appliedFor.contains(other.recordNo()))
                        .count();
    }

    /** What becomes of the record when the repair is granted. */
    public Measure measure(CaseKey key) {
        CaseFile file = applications.byNumber(key.applicationNo());
        CaseItem item = file.item(key.itemNo());
        if (pathOf(file, item) != RepairPath.SERIOUS_JUDGMENT_DEFAULTER) {
            return item.request().ground() == Ground.BANKRUPTCY_RULING
                    ? Measure.SHIELD
                    : Measure.DELETE;
        }
        Map<String, Object> facts = new HashMap<>();
        facts.put("ground", item.request().ground().text());
        facts.put(
                "requested",
                item.request().measure() == null ? null : item.request().measure().text());
        return Measure.of(tables.rows(MEASURES, facts).get(0).text("measure"));
    }

    private RepairPath pathOf(CaseFile file, CaseItem item) {
        return RepairPath.of(catalog.item(file.region().value(), item.itemCode()).path());
    }
}
