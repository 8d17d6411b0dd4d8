package org.creditrepair.supervision.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.registry.quality.DataQuality;
import org.creditrepair.registry.quality.DataQuality.UnitQuality;
import org.creditrepair.registry.quality.DeliveryCounts;
import org.creditrepair.supervision.statistics.Statistics;
import org.creditrepair.supervision.statistics.Statistics.By;
import org.creditrepair.supervision.statistics.WorkLine;
import org.creditrepair.supervision.status.QueueLooks;
import org.creditrepair.supervision.status.QueueLooks.Diligence;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/** Scores the units of a region (部门考核; 浙江方案三（二）). */
@Service
@EnableConfigurationProperties(AssessmentProperties.class)
public class Assessment {

    private static final double FULL = 100;

    private final Catalog catalog;
    private final Statistics statistics;
    private final QueueLooks looks;
    private final DataQuality quality;
    private final AssessmentProperties weights;

    Assessment(
            Catalog catalog,
            Statistics statistics,
            QueueLooks looks,
            DataQuality quality,
            AssessmentProperties weights) {
        this.catalog = catalog;
        this.statistics = statistics;
        this.looks = looks;
        this.quality = quality;
        this.weights = weights;
    }

    /**
     * A unit's score with its parts, shares from 0 to 1; null where it has no figures.
     *
     * @param score 0 to 100
     */
    public record Score(
            String unit,
            String name,
            @Nullable Double onTime,
            @Nullable Double dailyLook,
            @Nullable Double completeness,
            @Nullable Double accuracy,
            @Nullable Double timeliness,
            double score) {}

    /**
     * The units that have figures in a time, the best first.
     *
     * @param from first day
     * @param until last day
     */
    public List<Score> score(RegionCode regionCode, LocalDate from, LocalDate until) {
        Region region = catalog.region(regionCode);
        Map<String, WorkLine> work =
                statistics.compile(regionCode, By.UNIT, from, until).stream()
                        .filter(line -> line.lateShare() != null)
                        .collect(Collectors.toMap(WorkLine::code, line -> line));
        Map<String, Diligence> diligence = looks.diligenceBetween(region.code(), from, until);
        Map<String, DeliveryCounts> deliveries =
                quality.report(regionCode, from, until).units().stream()
                        .collect(Collectors.toMap(one -> one.unit().code(), UnitQuality::counts));
        List<Score> scores = new ArrayList<>();
        for (Unit unit : region.units()) {
            WorkLine line = work.get(unit.code());
            Diligence days = diligence.get(unit.code());
            DeliveryCounts delivered = deliveries.get(unit.code());
            if (line != null || days != null || delivered != null) {
                scores.add(
                        score(unit, onTime(line), days == null ? null : days.share(), delivered));
            }
        }
        scores.sort(Comparator.comparing(Score::score).reversed().thenComparing(Score::unit));
        return scores;
    }

    private static @Nullable Double onTime(@Nullable WorkLine line) {
        Double late = line == null ? null : line.lateShare();
        return late == null ? null : 1 - late;
    }

    private Score score(
            Unit unit,
            @Nullable Double onTime,
            @Nullable Double dailyLook,
            @Nullable DeliveryCounts delivered) {
        Double completeness = delivered == null ? null : delivered.completeness();
        Double accuracy = delivered == null ? null : delivered.accuracy();
        Double timeliness = delivered == null ? null : delivered.timeliness();
        Double[] parts = {onTime, dailyLook, completeness, accuracy, timeliness};
        int[] weight = {
            weights.onTime(),
            weights.dailyLook(),
            weights.completeness(),
            weights.accuracy(),
            weights.timeliness()
        };
        double sum = 0;
        int known = 0;
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] != null) {
                sum += parts[i] * weight[i];
                known += weight[i];
            }
        }
        return new Score(
                unit.code(),
                unit.name(),
                onTime,
                dailyLook,
                completeness,
                accuracy,
                timeliness,
                known == 0 ? 0 : FULL * sum / known);
    }
}
