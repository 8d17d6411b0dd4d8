package org.creditrepair.supervision.assessment;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.notice.Bulletins;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.storage.Json;
import org.creditrepair.supervision.statistics.Statistics;
import org.creditrepair.supervision.statistics.Statistics.By;
import org.creditrepair.supervision.status.QueueLooks;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The monthly reports of the regions (月报), made once each. */
@Repository
public class MonthlyReports {

    /** How many months a report compares. */
    private static final int MONTHS = 6;

    private final JdbcClient jdbc;
    private final Catalog catalog;
    private final Statistics statistics;
    private final Assessment assessment;
    private final QueueLooks looks;
    private final Bulletins bulletins;
    private final BusinessClock clock;
    private final Json json;

    MonthlyReports(
            JdbcClient jdbc,
            Catalog catalog,
            Statistics statistics,
            Assessment assessment,
            QueueLooks looks,
            Bulletins bulletins,
            BusinessClock clock,
            Json json) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.statistics = statistics;
        this.assessment = assessment;
        this.looks = looks;
        this.bulletins = bulletins;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Makes the report of a month that is over and keeps it.
     *
     * @return false if it was made before
     */
    @Transactional
    public boolean make(RegionCode regionCode, YearMonth month) {
        if (find(regionCode, month).isPresent()) {
            return false;
        }
        Region region = catalog.region(regionCode);
        LocalDate from = month.atDay(1);
        LocalDate until = month.atEndOfMonth();
        MonthlyReport report =
                new MonthlyReport(
                        regionCode,
                        region.name(),
                        from,
                        statistics.compile(regionCode, By.REGION, from, until),
                        statistics.compile(
                                regionCode, By.MONTH, from.minusMonths(MONTHS - 1), until),
                        statistics.compile(regionCode, By.UNIT, from, until),
                        statistics.compile(regionCode, By.ITEM, from, until),
                        statistics.compile(regionCode, By.CHANNEL, from, until),
                        assessment.score(regionCode, from, until),
                        missed(regionCode, from, until),
                        backlog(region, until),
                        looks.diligenceBetween(region.code(), from, until).entrySet().stream()
                                .filter(unit -> unit.getValue().looked() < unit.getValue().days())
                                .map(unit -> region.unit(unit.getKey()).name())
                                .toList(),
                        clock.now());
        jdbc.sql(
                        """
                        insert into monthly_report (region, month_begun, body, made_at)
                        values (:region, :monthBegun, :body, :madeAt)""")
                .param("region", regionCode.value())
                .param("monthBegun", from)
                .param("body", json.write(report))
                .param("madeAt", report.madeAt())
                .update();
        return true;
    }

    /**
     * The months that are over and have no report yet, the earliest first: since the last report,
     * or since the first case; the last month in any case, a year at most.
     */
    public List<YearMonth> outstanding(RegionCode region) {
        YearMonth last = YearMonth.from(clock.today()).minusMonths(1);
        YearMonth begin =
                months(region).stream()
                        .findFirst()
                        .map(made -> made.plusMonths(1))
                        .orElseGet(() -> firstMonth(region).filter(last::isAfter).orElse(last));
        return Stream.iterate(begin, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .filter(month -> month.isAfter(last.minusYears(1)))
                .toList();
    }

    private Optional<YearMonth> firstMonth(RegionCode region) {
        return jdbc.sql(
                        """
                        select submitted_at from case_standing where region = ?
                        order by submitted_at fetch first 1 rows only""")
                .param(region.value())
                .query((row, n) -> BusinessClock.at(row.getObject(1, OffsetDateTime.class)))
                .optional()
                .map(YearMonth::from);
    }

    /** The months of which there are reports, the latest first. */
    public List<YearMonth> months(RegionCode region) {
        return jdbc
                .sql("select month_begun from monthly_report where region = ? order by 1 desc")
                .param(region.value())
                .query(LocalDate.class)
                .list()
                .stream()
                .map(YearMonth::from)
                .toList();
    }

    /**
     * @throws RefusedException if the report has not been made
     */
    public MonthlyReport require(RegionCode region, YearMonth month) {
        return find(region, month)
                .orElseThrow(() -> RefusedException.notFound("month", "该月月报尚未出具：" + month));
    }

    /** The report as the circular that goes to the units (通报), as PDF. */
    public byte[] bulletin(MonthlyReport report) {
        return bulletins.monthly(
                catalog.region(report.region()),
                YearMonth.from(report.month()),
                report.madeAt(),
                report);
    }

    private Optional<MonthlyReport> find(RegionCode region, YearMonth month) {
        return jdbc.sql("select body from monthly_report where region = ? and month_begun = ?")
                .params(region.value(), month.atDay(1))
                .query((row, n) -> json.read(row.getString(1), MonthlyReport.class))
                .optional();
    }

    /** What each unit had open when a month was over. */
    private List<MonthlyReport.Backlog> backlog(Region region, LocalDate until) {
        return jdbc.sql(
                        """
                        select c.unit, count(*) as waiting, count(b.reference) as overdue
                        from case_standing c
                        left join (
                            select distinct reference from limit_breach
                            where region = :region and due_at < :end) b
                            on b.reference = c.application_no || '-' || c.item_no
                        where c.region = :region and c.submitted_at < :end
                            and (c.closed_at is null or c.closed_at >= :end)
                        group by c.unit order by overdue desc, waiting desc, c.unit""")
                .param("region", region.code().value())
                .param("end", until.plusDays(1).atStartOfDay(BusinessClock.ZONE).toOffsetDateTime())
                .query(
                        (row, n) ->
                                new MonthlyReport.Backlog(
                                        region.unit(row.getString("unit")).name(),
                                        row.getLong("waiting"),
                                        row.getLong("overdue")))
                .list();
    }

    private long missed(RegionCode region, LocalDate from, LocalDate until) {
        return jdbc.sql(
                        """
                        select count(*) from limit_breach
                        where region = ? and due_at >= ? and due_at < ?""")
                .params(
                        region.value(),
                        from.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime(),
                        until.plusDays(1).atStartOfDay(BusinessClock.ZONE).toOffsetDateTime())
                .query(Long.class)
                .single();
    }
}
