package org.creditrepair.registry.record;

import java.time.LocalDate;
import java.util.List;
import org.creditrepair.catalog.model.ItemRules;
import org.creditrepair.catalog.model.RecordCategory;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.vocabulary.RegionCode;

/** Records and items for tests of the rules. */
public final class Records {

    private Records() {}

    /** An item of a path, with a shortest period of two years for what counts it. */
    public static RepairItem item(String path) {
        RecordCategory category =
                path.startsWith("penalty")
                        ? RecordCategory.PENALTY
                        : path.startsWith("abnormal")
                                ? RecordCategory.ABNORMAL
                                : RecordCategory.SERIOUS;
        ItemRules rules = new ItemRules(null, null, null, null, 6, null, null, null, null, null);
        return new RepairItem(
                path,
                "测试事项",
                path,
                category,
                List.of("court"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(rules));
    }

    public static DishonestyRecord of(
            RepairItem item,
            LocalDate day,
            List<String> kinds,
            Severity severity,
            DisplayPeriod period) {
        return of(item, "R-1", day, kinds, severity, period, RecordState.DISPLAYED, null, null);
    }

    public static DishonestyRecord of(
            RepairItem item,
            String recordNo,
            LocalDate day,
            List<String> kinds,
            Severity severity,
            DisplayPeriod period,
            RecordState state,
            LocalDate revokedOn,
            LocalDate blockedUntil) {
        String first17 = "91150100MA0XG0001";
        return new DishonestyRecord(
                new RegionCode("150100"),
                recordNo,
                item.category(),
                item.code(),
                new DishonestyRecord.Party(
                        new Subject(
                                SubjectType.LEGAL_PERSON,
                                "虚构测试有限公司",
                                new Uscc(first17 + Uscc.checkCharacter(first17))),
                        false,
                        null),
                new DishonestyRecord.Decision(
                        "虚构罚决〔2025〕1号", "虚构处罚机关", day, kinds, null, severity, null, false),
                new DishonestyRecord.Listing(
                        item.category() == RecordCategory.PENALTY ? null : day, null, null),
                new DishonestyRecord.Display(period, state, revokedOn, blockedUntil),
                new DishonestyRecord.Custody(null, null));
    }
}
