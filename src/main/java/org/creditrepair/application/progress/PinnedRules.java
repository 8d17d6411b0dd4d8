package org.creditrepair.application.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.creditrepair.application.model.AppliedRule;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.store.AppliedRuleStore;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.ItemRules;
import org.creditrepair.catalog.model.Material;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.model.RulePart;
import org.creditrepair.registry.display.Occasion;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.DisplayPeriod;
import org.creditrepair.registry.register.RecordRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Notes which rules a case follows (适用规定): three days are pinned when they happen, and each chooses
 * its part: of the document the display period, of the application conditions and documents, of
 * acceptance the limits.
 */
@Component
public class PinnedRules {

    private static final String OPEN = "未见规定，待核";

    private final Catalog catalog;
    private final RecordRegister register;
    private final AppliedRuleStore store;

    PinnedRules(Catalog catalog, RecordRegister register, AppliedRuleStore store) {
        this.catalog = catalog;
        this.register = register;
        this.store = store;
    }

    /** The documents a case needs by the rules of its day, and by its occasion. */
    public List<Material> materials(CaseFile file, CaseItem item) {
        RepairItem repairItem = catalog.item(file.region(), item.itemCode());
        LocalDate applied = file.filing().submittedAt().toLocalDate();
        List<Material> materials = new ArrayList<>(repairItem.on(applied).materials());
        materials.addAll(
                catalog.occasionalMaterials(
                        repairItem,
                        applied,
                        file.applicant().agent() != null,
                        item.request().ground().text()));
        return materials;
    }

    /**
     * What the rules of the day of application hold against a repair of the item's record, as it
     * stands now (核验修复条件); empty for nothing.
     */
    public List<String> findings(CaseFile file, CaseItem item) {
        DishonestyRecord record = register.find(file.region(), item.recordNo()).orElseThrow();
        return register.judge(
                        record,
                        new Occasion(
                                file.filing().submittedAt().toLocalDate(),
                                item.request().ground(),
                                item.request().obligationsFulfilledOn()))
                .reasons();
    }

    public void pinAtSubmission(CaseFile file, CaseItem item) {
        DishonestyRecord record = register.find(file.region(), item.recordNo()).orElseThrow();
        LocalDate applied = file.filing().submittedAt().toLocalDate();
        ItemRules rules = catalog.item(file.region(), item.itemCode()).on(applied);
        store.pin(
                item.key(),
                List.of(
                        rule(
                                RulePart.DISPLAY,
                                record.beginsOn(),
                                period(record.display().period()),
                                record.display().period().source()),
                        rule(
                                RulePart.CONDITIONS,
                                applied,
                                String.join("；", rules.conditions()),
                                rules.source(RulePart.CONDITIONS)),
                        rule(
                                RulePart.MATERIALS,
                                applied,
                                materials(file, item).stream()
                                        .map(Material::name)
                                        .collect(Collectors.joining("、")),
                                rules.source(RulePart.MATERIALS))));
    }

    void pinAtAcceptance(CaseFile file, CaseItem item, LocalDate accepted) {
        ItemRules rules = catalog.item(file.region(), item.itemCode()).on(accepted);
        Integer days = rules.decideWorkingDays();
        store.pin(
                item.key(),
                List.of(
                        rule(
                                RulePart.LIMITS,
                                accepted,
                                days == null ? "未见决定时限的规定，按平台设定的期限" : "受理后 " + days + " 个工作日内决定",
                                days == null ? "" : rules.source(RulePart.LIMITS))));
    }

    private static String period(DisplayPeriod period) {
        return "最短公示期 %s 届满，%s"
                .formatted(
                        period.repairableFrom(),
                        period.endsOn() == null ? "最长公示期未载明" : "最长公示期 " + period.endsOn() + " 届满");
    }

    private static AppliedRule rule(
            RulePart part, LocalDate day, String content, @Nullable String source) {
        return new AppliedRule(
                part,
                day,
                content.isEmpty() ? OPEN : content,
                source == null || source.isEmpty() ? OPEN : source);
    }
}
