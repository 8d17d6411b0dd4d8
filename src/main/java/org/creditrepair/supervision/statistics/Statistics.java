package org.creditrepair.supervision.statistics;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.creditrepair.application.model.Channel;
import org.creditrepair.application.model.Stage;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.supervision.statistics.Work.Durations;
import org.creditrepair.supervision.status.CaseCountCells.Dimension;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.stereotype.Service;

/** Statistics of a region over a period (统计). */
@Service
public class Statistics {

    private final ClosedCaseCounts tallies;
    private final Catalog catalog;

    Statistics(ClosedCaseCounts tallies, Catalog catalog) {
        this.tallies = tallies;
        this.catalog = catalog;
    }

    /** Dimensions of the statistics. */
    public enum By {
        REGION(Dimension.REGION),
        UNIT(Dimension.UNIT),
        ITEM(Dimension.ITEM),
        CHANNEL(Dimension.CHANNEL);

        private final Dimension dimension;

        By(Dimension dimension) {
            this.dimension = dimension;
        }

        private String name(Region region, String code) {
            return switch (this) {
                case REGION -> region.name();
                case UNIT -> region.unit(code).name();
                case ITEM -> region.item(code).map(RepairItem::name).orElse(code);
                case CHANNEL -> Channel.valueOf(code).text();
            };
        }
    }

    /**
     * The cases closed in a time, a line for each code of what they are counted by.
     *
     * @param from first day
     * @param until last day
     * @throws RefusedException if the last day is before the first
     */
    public List<WorkLine> compile(RegionCode regionCode, By by, LocalDate from, LocalDate until) {
        if (until.isBefore(from)) {
            throw RefusedException.invalid("until", "INVALID", "截止日期不能早于起始日期");
        }
        Region region = catalog.region(regionCode);
        Map<String, Work> work = new TreeMap<>();
        tallies.catchUpAndSum(region.code(), by.dimension, from, until)
                .forEach(sum -> work.computeIfAbsent(sum.member(), key -> new Work()).add(sum));
        return work.entrySet().stream()
                .map(
                        one ->
                                WorkLine.of(
                                        one.getKey(),
                                        by.name(region, one.getKey()),
                                        one.getValue()))
                .toList();
    }

    /**
     * How long the stages of a path took in cases that were closed in a time.
     *
     * @param from first day
     * @param until last day
     */
    public Map<Stage, Durations> stages(
            RegionCode regionCode, String path, LocalDate from, LocalDate until) {
        Region region = catalog.region(regionCode);
        Map<Stage, Durations> stages = new EnumMap<>(Stage.class);
        for (ClosedCaseCounts.Sum sum :
                tallies.catchUpAndSum(region.code(), Dimension.PATH, from, until)) {
            if (sum.member().equals(path) && isStage(sum.measure())) {
                stages.computeIfAbsent(Stage.valueOf(sum.measure()), stage -> new Durations())
                        .add(Integer.parseInt(sum.bucket()), sum.cases());
            }
        }
        return stages;
    }

    private static boolean isStage(String measure) {
        for (Stage stage : Stage.values()) {
            if (stage.name().equals(measure)) {
                return true;
            }
        }
        return false;
    }
}
