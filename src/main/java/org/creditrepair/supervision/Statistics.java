package org.creditrepair.supervision;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.creditrepair.application.Stage;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.Region;
import org.creditrepair.supervision.Tallies.Dimension;
import org.creditrepair.supervision.Work.Durations;
import org.springframework.stereotype.Service;

/** What was done in a region (统计). */
@Service
public class Statistics {

    private final Tallies tallies;
    private final Catalog catalog;

    Statistics(Tallies tallies, Catalog catalog) {
        this.tallies = tallies;
        this.catalog = catalog;
    }

    /** By what the closed cases of a region are counted. */
    public enum By {
        REGION(Dimension.REGION),
        UNIT(Dimension.UNIT),
        ITEM(Dimension.ITEM),
        CHANNEL(Dimension.CHANNEL);

        private final Dimension dimension;

        By(Dimension dimension) {
            this.dimension = dimension;
        }
    }

    /**
     * The cases closed in a time, by the codes of what they are counted by.
     *
     * @param from first day
     * @param until last day
     */
    public Map<String, Work> of(String regionCode, By by, LocalDate from, LocalDate until) {
        Region region = catalog.region(regionCode);
        Map<String, Work> work = new TreeMap<>();
        tallies.of(region.code().value(), by.dimension, from, until)
                .forEach(sum -> work.computeIfAbsent(sum.member(), key -> new Work()).add(sum));
        return work;
    }

    /**
     * How long the stages of a path took in cases that were closed in a time.
     *
     * @param from first day
     * @param until last day
     */
    public Map<Stage, Durations> stages(
            String regionCode, String path, LocalDate from, LocalDate until) {
        Region region = catalog.region(regionCode);
        Map<Stage, Durations> stages = new EnumMap<>(Stage.class);
        for (Tallies.Sum sum : tallies.of(region.code().value(), Dimension.PATH, from, until)) {
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
