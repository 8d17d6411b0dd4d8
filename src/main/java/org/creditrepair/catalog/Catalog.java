package org.creditrepair.catalog;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.creditrepair.catalog.files.RegionFiles;
import org.creditrepair.catalog.model.Material;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.model.RepairPath;
import org.creditrepair.catalog.rules.NationalRules;
import org.creditrepair.catalog.rules.RuleTables;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** All regions the server runs, with what they offer: their files, and the adjustments since. */
@Component
public class Catalog {

    /** 其他补充材料: taken for every item, for what no list foresees. */
    private static final Material SUPPLEMENT = new Material("supplement", "其他补充材料", false, false);

    /** 身份证明: of an item's own list; of an agent it includes the power of attorney (授权委托书). */
    private static final String IDENTITY = "identity";

    private static final String POWER_OF_ATTORNEY = "power-of-attorney";

    private final RegionFiles reader;
    private final Map<RegionCode, Region> files = new TreeMap<>();
    private final NationalRules national;
    private final Supplier<List<ListAdjustment>> adjustments;
    private volatile Map<RegionCode, Region> regions = Map.of();
    private volatile @Nullable List<ListAdjustment> applied;

    /**
     * @throws IllegalStateException if a region file is wrong, naming file, line and reason
     */
    @Autowired
    Catalog(RegionFiles files, RuleTables tables, ListAdjustmentStore adjustments) {
        this(files, tables, adjustments::inForce);
    }

    private Catalog(
            RegionFiles reader, RuleTables tables, Supplier<List<ListAdjustment>> adjustments) {
        this(reader, reader.read(), tables, adjustments);
    }

    private Catalog(
            RegionFiles reader,
            Collection<Region> files,
            RuleTables tables,
            Supplier<List<ListAdjustment>> adjustments) {
        this.reader = reader;
        this.national = new NationalRules(tables);
        this.adjustments = adjustments;
        files.forEach(region -> this.files.put(region.code(), region));
        refresh();
    }

    /** The catalogue as it would be by other tables. */
    public Catalog with(RuleTables tables) {
        return new Catalog(reader, files.values(), tables, adjustments);
    }

    /**
     * The catalogue as it would be with another file of a region that is served.
     *
     * @param file text of the region file
     * @throws RefusedException if it is wrong, naming line and reason, or of another region
     */
    public Catalog with(RegionCode region, String file, RuleTables tables) {
        Map<RegionCode, Region> changed = new TreeMap<>(files);
        try {
            Region read = reader.parse(region + ".yaml", file);
            if (!read.code().equals(region)) {
                throw RefusedException.invalid("file", "OTHER_REGION", "不是本地区的文件：" + read.code());
            }
            changed.put(region, read);
        } catch (IllegalStateException e) {
            throw RefusedException.invalid("file", "MALFORMED", String.valueOf(e.getMessage()));
        }
        return new Catalog(reader, changed.values(), tables, adjustments);
    }

    /** The catalogue as the files have it, without adjustments. */
    public static Catalog ofFiles(RuleTables tables) {
        return new Catalog(new RegionFiles(), tables, List::of);
    }

    /** Takes in the adjustments that came into force, on this node or another. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    @TransactionalEventListener(RegionsChanged.class)
    public synchronized void refresh() {
        List<ListAdjustment> inForce = adjustments.get();
        if (inForce.equals(applied)) {
            return;
        }
        Map<RegionCode, Region> adjusted = new TreeMap<>(files);
        for (ListAdjustment adjustment : inForce) {
            adjusted.computeIfPresent(
                    adjustment.region(), (code, region) -> adjusted(region, adjustment));
        }
        adjusted.replaceAll((code, region) -> national.complete(region));
        regions = adjusted;
        applied = inForce;
    }

    private static Region adjusted(Region region, ListAdjustment adjustment) {
        Map<String, RepairItem> items = new LinkedHashMap<>();
        region.items().forEach(item -> items.put(item.code(), item));
        items.compute(adjustment.item().code(), (code, item) -> adjustment.appliedTo(item));
        return region.with(List.copyOf(items.values()));
    }

    public Collection<Region> regions() {
        return regions.values();
    }

    /** The codes of all regions. */
    public Set<RegionCode> regionCodes() {
        return Set.copyOf(regions.keySet());
    }

    public Optional<Region> find(RegionCode code) {
        return Optional.ofNullable(regions.get(code));
    }

    /**
     * @throws RefusedException if the server does not run the region
     */
    public Region region(RegionCode code) {
        return find(code)
                .orElseThrow(() -> RefusedException.notFound("region", "本平台未开通该地区：" + code));
    }

    /**
     * @throws RefusedException if the region does not offer the item
     */
    public RepairItem item(RegionCode region, String item) {
        return region(region)
                .item(item)
                .orElseThrow(() -> RefusedException.notFound("item", "该地区无此修复事项：" + item));
    }

    /**
     * Every document that is taken for an item, whichever rules or occasion call for it, by code.
     */
    public Map<String, Material> knownMaterials(RepairItem item) {
        Map<String, Material> known = new LinkedHashMap<>();
        item.rules().stream()
                .flatMap(rules -> rules.materials().stream())
                .forEach(material -> known.put(material.code(), material));
        national.everyMaterial().forEach(material -> known.putIfAbsent(material.code(), material));
        known.put(SUPPLEMENT.code(), SUPPLEMENT);
        return known;
    }

    /**
     * Documents that the occasion of an application calls for besides those of the item's rules.
     *
     * @param day of the application
     * @param byAgent whether somebody acts for the subject (委托办理)
     * @param ground why a repair is applied for, as the table {@code materials} names it
     */
    public List<Material> occasionalMaterials(
            RepairItem item, LocalDate day, boolean byAgent, String ground) {
        List<Material> occasional =
                national.occasional(RepairPath.of(item.path()), day, byAgent, ground);
        Set<String> asked = new HashSet<>();
        item.on(day).materials().forEach(material -> asked.add(material.code()));
        if (asked.contains(IDENTITY)) {
            asked.add(POWER_OF_ATTORNEY);
        }
        return occasional.stream().filter(material -> !asked.contains(material.code())).toList();
    }
}
