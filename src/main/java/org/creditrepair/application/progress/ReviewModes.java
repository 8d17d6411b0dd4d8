package org.creditrepair.application.progress;

import java.util.Set;
import java.util.stream.Collectors;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.CourtMeasure;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.RecordCategory;
import org.creditrepair.catalog.model.RepairPath;
import org.creditrepair.catalog.rules.RuleTable;
import org.creditrepair.catalog.rules.RuleTables;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.Ground;
import org.creditrepair.registry.record.ListingCause;
import org.creditrepair.registry.register.RecordRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Chooses how a case is reviewed: gathers what the register knows; the table {@code review-mode}
 * says when that is enough.
 */
@Service
public class ReviewModes {

    static final RuleTable<CaseFacts, ReviewMode> MODES =
            new RuleTable<>("review-mode", CaseFacts.class, ReviewMode.class);
    static final RuleTable<Motion, Decided> MEASURES =
            new RuleTable<>("defaulter-measure", Motion.class, Decided.class);

    private final Applications applications;
    private final RecordRegister register;
    private final Catalog catalog;
    private final RuleTables tables;
    private final ResponsibleUnits responsible;
    private final PinnedRules rules;

    /**
     * A case.
     *
     * @param cause of an abnormal listing; else null
     * @param otherListings of the subject, on display and not applied for
     */
    record CaseFacts(
            String path,
            @Nullable String cause,
            boolean outstanding,
            int otherListings,
            String ground) {}

    /** The measure asked of a court, or taken of its own motion. */
    record Motion(String ground, @Nullable String requested) {}

    /** The measure on the record. */
    record Decided(CourtMeasure measure) {}

    public ReviewModes(
            Applications applications,
            RecordRegister register,
            Catalog catalog,
            RuleTables tables,
            ResponsibleUnits responsible,
            PinnedRules rules) {
        this.rules = rules;
        this.responsible = responsible;
        this.applications = applications;
        this.register = register;
        this.catalog = catalog;
        this.tables = tables;
    }

    public ReviewMode modeOf(CaseKey key) {
        CaseFile file = applications.byNumber(key.applicationNo());
        CaseItem item = file.item(key.itemNo());
        DishonestyRecord record = register.find(file.region(), item.recordNo()).orElseThrow();
        ListingCause cause = record.listing().cause();
        ReviewMode mode =
                tables.row(
                        MODES,
                        new CaseFacts(
                                pathOf(file, item).text(),
                                cause == null ? null : cause.text(),
                                record.decision().outstanding(),
                                otherListings(file, record),
                                item.request().ground().text()));
        boolean doubtful =
                responsible.isToBeAssigned(file, item) || !rules.findings(file, item).isEmpty();
        return doubtful ? mode.byPerson() : mode;
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

    /** The measure on the record when the repair is granted. */
    public CourtMeasure measure(CaseKey key) {
        CaseFile file = applications.byNumber(key.applicationNo());
        CaseItem item = file.item(key.itemNo());
        if (pathOf(file, item) != RepairPath.SERIOUS_JUDGMENT_DEFAULTER) {
            return item.request().ground() == Ground.BANKRUPTCY_RULING
                    ? CourtMeasure.SHIELD
                    : CourtMeasure.DELETE;
        }
        CourtMeasure requested =
                item.request().measure() == null && item.request().shieldUntil() != null
                        ? CourtMeasure.SHIELD
                        : item.request().measure();
        return tables.row(
                        MEASURES,
                        new Motion(
                                item.request().ground().text(),
                                requested == null ? null : requested.text()))
                .measure();
    }

    private RepairPath pathOf(CaseFile file, CaseItem item) {
        return RepairPath.of(catalog.item(file.region(), item.itemCode()).path());
    }
}
