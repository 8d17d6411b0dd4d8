package org.creditrepair.registry.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.stereotype.Service;

/** How good the units' deliveries are (数据质量): complete, right, in time, or missing. */
@Service
public class DataQuality {

    private final Catalog catalog;
    private final DeliveryQualityStore store;

    public DataQuality(Catalog catalog, DeliveryQualityStore store) {
        this.catalog = catalog;
        this.store = store;
    }

    /** One unit in a report. */
    public record UnitQuality(Unit unit, DeliveryCounts counts) {}

    /**
     * A report of a time.
     *
     * @param units that delivered, the best first
     * @param missing units that are responsible for some list or penalty and delivered nothing
     */
    public record Report(
            Region region,
            LocalDate from,
            LocalDate until,
            List<UnitQuality> units,
            List<Unit> missing) {}

    /**
     * @param from first day
     * @param until last day
     * @throws RefusedException if the last day is before the first
     */
    public Report report(RegionCode regionCode, LocalDate from, LocalDate until) {
        if (until.isBefore(from)) {
            throw RefusedException.invalid("until", "INVALID", "截止日期不能早于起始日期");
        }
        Region region = catalog.region(regionCode);
        Map<String, DeliveryCounts> counts = store.between(region.code(), from, until);
        List<UnitQuality> units = new ArrayList<>();
        List<Unit> missing = new ArrayList<>();
        Set<String> responsible = responsible(region);
        for (Unit unit : region.units()) {
            if (counts.containsKey(unit.code())) {
                units.add(new UnitQuality(unit, counts.get(unit.code())));
            } else if (responsible.contains(unit.code())) {
                missing.add(unit);
            }
        }
        DeliveryCounts others = counts.get("");
        if (others != null) {
            units.add(new UnitQuality(new Unit("", "其他来源"), others));
        }
        units.sort(
                Comparator.comparing(
                                (UnitQuality one) ->
                                        Objects.requireNonNullElse(one.counts().accuracy(), 0.0)
                                                + Objects.requireNonNullElse(
                                                        one.counts().completeness(), 0.0))
                        .reversed());
        return new Report(region, from, until, units, missing);
    }

    private static Set<String> responsible(Region region) {
        Set<String> units = new TreeSet<>();
        region.items().forEach(item -> units.addAll(item.units()));
        return units;
    }
}
