package org.creditrepair.catalog;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.creditrepair.catalog.files.RegionFiles;
import org.creditrepair.problem.RefusedException;
import org.springframework.stereotype.Component;

/** All regions the server runs, with what they offer. */
@Component
public class Catalog {

    private final Map<String, Region> regions = new TreeMap<>();

    /**
     * @throws IllegalStateException if a region file is wrong, naming file, place and reason
     */
    public Catalog(RegionFiles files) {
        files.read().forEach(region -> regions.put(region.code().value(), region));
    }

    public Collection<Region> regions() {
        return regions.values();
    }

    public Optional<Region> find(String code) {
        return Optional.ofNullable(regions.get(code));
    }

    /**
     * @throws RefusedException if the server does not run the region
     */
    public Region region(String code) {
        return find(code)
                .orElseThrow(() -> RefusedException.notFound("region", "本平台未开通该地区：" + code));
    }

    /**
     * @throws RefusedException if the region does not offer the item
     */
    public RepairItem item(String region, String item) {
        return region(region)
                .item(item)
                .orElseThrow(() -> RefusedException.notFound("item", "该地区无此修复事项：" + item));
    }
}
