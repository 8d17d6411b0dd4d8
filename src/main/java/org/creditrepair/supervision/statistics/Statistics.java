package org.creditrepair.supervision.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
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

    private static final int MOST_MONTHS = 36;
    private static final DateTimeFormatter MONTH_NAME = DateTimeFormatter.ofPattern("yyyy年M月");

    private final ClosedCaseCounts tallies;
    private final ReceivedCases received;
    private final Catalog catalog;

    Statistics(ClosedCaseCounts tallies, ReceivedCases received, Catalog catalog) {
        this.tallies = tallies;
        this.received = received;
        this.catalog = catalog;
    }

    /** Dimensions of the statistics. */
    public enum By {
        REGION(Dimension.REGION),
        UNIT(Dimension.UNIT),
        ITEM(Dimension.ITEM),
        CHANNEL(Dimension.CHANNEL),
        /** Month, in their order; months without cases have lines too. */
        MONTH(Dimension.REGION);

        private final Dimension dimension;

        By(Dimension dimension) {
            this.dimension = dimension;
        }

        private String name(Region region, String code) {
            return switch (this) {
                case REGION, MONTH -> region.name();
                case UNIT -> region.unit(code).name();
                case ITEM -> region.item(code).map(RepairItem::name).orElse(code);
                case CHANNEL -> Channel.valueOf(code).text();
            };
        }
    }

    /**
     * The cases received and closed in a time, a line for each code of what they are counted by.
     *
     * @param from first day
     * @param until last day
     * @throws RefusedException if the last day is before the first, or there are more than 36
     *     months to be compared
     */
    public List<WorkLine> compile(RegionCode regionCode, By by, LocalDate from, LocalDate until) {
        if (until.isBefore(from)) {
            throw RefusedException.invalid("until", "INVALID", "截止日期不能早于起始日期");
        }
        Region region = catalog.region(regionCode);
        return by == By.MONTH ? months(region, from, until) : lines(region, by, from, until);
    }

    private List<WorkLine> months(Region region, LocalDate from, LocalDate until) {
        List<WorkLine> lines = new ArrayList<>();
        for (YearMonth month = YearMonth.from(from);
                !month.isAfter(YearMonth.from(until));
                month = month.plusMonths(1)) {
            if (lines.size() == MOST_MONTHS) {
                throw RefusedException.invalid(
                        "until", "RANGE", "按月比较的期间不超过 " + MOST_MONTHS + " 个月");
            }
            LocalDate first = month.atDay(1).isBefore(from) ? from : month.atDay(1);
            LocalDate last = month.atEndOfMonth().isAfter(until) ? until : month.atEndOfMonth();
            lines.add(
                    WorkLine.of(
                            month.toString(),
                            month.format(MONTH_NAME),
                            received(region, By.MONTH, first, last)
                                    .getOrDefault(region.code().value(), 0L),
                            work(region, By.MONTH, first, last)
                                    .getOrDefault(region.code().value(), new Work())));
        }
        return lines;
    }

    private List<WorkLine> lines(Region region, By by, LocalDate from, LocalDate until) {
        Map<String, Work> work = work(region, by, from, until);
        Map<String, Long> cases = received(region, by, from, until);
        return Stream.concat(work.keySet().stream(), cases.keySet().stream())
                .distinct()
                .sorted()
                .map(
                        code ->
                                WorkLine.of(
                                        code,
                                        by.name(region, code),
                                        cases.getOrDefault(code, 0L),
                                        work.getOrDefault(code, new Work())))
                .toList();
    }

    private Map<String, Long> received(Region region, By by, LocalDate from, LocalDate until) {
        return received.count(region.code(), by.dimension, from, until);
    }

    private Map<String, Work> work(Region region, By by, LocalDate from, LocalDate until) {
        Map<String, Work> work = new TreeMap<>();
        tallies.catchUpAndSum(region.code(), by.dimension, from, until)
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
