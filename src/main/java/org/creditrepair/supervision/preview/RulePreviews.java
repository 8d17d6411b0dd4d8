package org.creditrepair.supervision.preview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.rules.RuleTables;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.creditrepair.problem.Violations;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.supervision.preview.RulePreview.Difference;
import org.creditrepair.supervision.preview.RulePreview.Part;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells what a changed table of rules, or a changed file of a region, would do before it is in
 * force (规则预览): both are asked about the same guide, records and cases.
 */
@Service
public class RulePreviews {

    /** Largest file, in characters. */
    public static final int MAX_FILE = 500_000;

    static final int MAX_RECORDS = 20_000;
    static final int MAX_CASES = 5_000;
    private static final int PAGE = 500;
    private static final int MAX_DIFFERENCES = 500;
    private static final String TABLE = ".dmn";

    private final Catalog catalog;
    private final RuleTables tables;
    private final RecordRegister register;
    private final Applications applications;
    private final BusinessClock clock;
    private final Semaphore running = new Semaphore(1);

    RulePreviews(
            Catalog catalog,
            RuleTables tables,
            RecordRegister register,
            Applications applications,
            BusinessClock clock) {
        this.catalog = catalog;
        this.tables = tables;
        this.register = register;
        this.applications = applications;
        this.clock = clock;
    }

    /**
     * Compares what is in force with what would be.
     *
     * @param file name of the changed file: {@code {table}.dmn} or {@code {region}.yaml}
     * @param content the changed file
     * @param on day asked about; today if missing
     * @throws RefusedException if the file is none of these or wrong, or another preview is running
     */
    @Transactional(readOnly = true)
    public RulePreview preview(
            RegionCode code, @Nullable String file, String content, @Nullable String on) {
        Violations wrong = new Violations(clock.today());
        wrong.text("file", file, 100);
        LocalDate day = Violations.isBlank(on) ? clock.today() : wrong.anyDay("on", on);
        if (content.length() > MAX_FILE) {
            wrong.add(new Violation("file", "TOO_LARGE", "文件不能超过 " + MAX_FILE + " 字"));
        }
        wrong.refuse();
        if (!running.tryAcquire()) {
            throw RefusedException.conflict("file", "BUSY", "另一项预览正在进行，请稍后再试");
        }
        try {
            return compare(
                    catalog.region(code),
                    Objects.requireNonNull(file),
                    content,
                    Objects.requireNonNull(day));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw RefusedException.invalid("file", "UNUSABLE", "按此文件无法办理：" + e.getMessage());
        } finally {
            running.release();
        }
    }

    private RulePreview compare(Region region, String file, String content, LocalDate day) {
        RuleTables changedTables = tables;
        Catalog changed;
        if (file.endsWith(TABLE)) {
            String table = file.substring(0, file.length() - TABLE.length());
            changedTables = tables.with(table, content);
            changed = catalog.with(changedTables);
        } else if (file.equals(region.code() + ".yaml")) {
            changed = catalog.with(region.code(), content, tables);
        } else {
            throw RefusedException.invalid(
                    "file", "UNKNOWN_FILE", "文件名须为 规则表代码.dmn 或 " + region.code() + ".yaml");
        }
        World now = new World(region, catalog, tables, day);
        World then = new World(changed.region(region.code()), changed, changedTables, day);
        return new RulePreview(
                file, day, guide(now, then), records(region, now, then), cases(region, now, then));
    }

    private static List<Difference> guide(World now, World then) {
        Set<String> codes = new LinkedHashSet<>(now.items().keySet());
        codes.addAll(then.items().keySet());
        List<Difference> differences = new ArrayList<>();
        for (String code : codes) {
            RepairItem item = now.items().get(code);
            String name = item == null ? code : item.name();
            differences.addAll(differences(code, name, now.guide(code), then.guide(code)));
        }
        return differences;
    }

    private Part records(Region region, World now, World then) {
        Tally tally = new Tally();
        String after = "";
        while (tally.looked < MAX_RECORDS) {
            List<DishonestyRecord> page = register.displayedAfter(region.code(), after, PAGE);
            for (DishonestyRecord record : page) {
                List<DishonestyRecord> others = register.othersOf(record);
                tally.add(
                        record.recordNo(),
                        name(region, record.item()),
                        world -> world.record(record, others),
                        now,
                        then);
                after = record.recordNo();
            }
            if (page.size() < PAGE) {
                return tally.part(true);
            }
        }
        return tally.part(false);
    }

    private Part cases(Region region, World now, World then) {
        Tally tally = new Tally();
        String after = "";
        while (tally.looked < MAX_CASES) {
            List<CaseFile> page = applications.openAfter(region.code(), after, PAGE);
            for (CaseFile file : page) {
                for (CaseItem item : file.items()) {
                    if (item.state().result() == null) {
                        look(tally, file, item, now, then);
                    }
                }
                after = file.applicationNo();
            }
            if (page.size() < PAGE) {
                return tally.part(true);
            }
        }
        return tally.part(false);
    }

    private void look(Tally tally, CaseFile file, CaseItem item, World now, World then) {
        DishonestyRecord record = register.find(file.region(), item.recordNo()).orElseThrow();
        List<DishonestyRecord> others = register.othersOf(record);
        tally.add(
                item.key().toString(),
                name(catalog.region(file.region()), item.itemCode()),
                world -> world.openCase(file, item, record, others),
                now,
                then);
    }

    private static String name(Region region, String item) {
        return region.item(item).map(RepairItem::name).orElse(item);
    }

    private static List<Difference> differences(
            String reference, String item, Map<String, String> now, Map<String, String> then) {
        Set<String> parts = new LinkedHashSet<>(now.keySet());
        parts.addAll(then.keySet());
        return parts.stream()
                .filter(part -> !now.getOrDefault(part, "").equals(then.getOrDefault(part, "")))
                .map(
                        part ->
                                new Difference(
                                        reference,
                                        item,
                                        part,
                                        now.getOrDefault(part, ""),
                                        then.getOrDefault(part, "")))
                .toList();
    }

    /** Counts what was looked at, and keeps the first differences. */
    private static final class Tally {

        private final List<Difference> found = new ArrayList<>();
        private long looked;
        private long changed;

        void add(
                String reference,
                String item,
                Function<World, Map<String, String>> said,
                World now,
                World then) {
            looked++;
            List<Difference> differences =
                    differences(reference, item, said.apply(now), said.apply(then));
            if (!differences.isEmpty()) {
                changed++;
                differences.stream().limit(MAX_DIFFERENCES - found.size()).forEach(found::add);
            }
        }

        Part part(boolean complete) {
            return new Part(looked, complete, changed, found);
        }
    }
}
