package org.creditrepair.supervision.status;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.creditrepair.application.model.SlaStatus;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts of open cases by path, unit and status (在办汇总). Each event appends delta rows, so writers
 * never contend for a row; a reader compacts the deltas past a bound.
 */
@Repository
public class OpenCaseCounts {

    private static final int MOST_SINGLE = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    OpenCaseCounts(
            JdbcClient jdbc,
            JdbcTemplate batches,
            BusinessClock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Open cases of one unit along one path in one state. */
    public record Count(String path, String unit, SlaStatus state, long cases) {}

    private record Group(
            RegionCode region,
            String path,
            String unit,
            String settled,
            OffsetDateTime warnAt,
            OffsetDateTime dueAt) {}

    /** One open case more, or one less, that stands so. */
    void tally(CaseStatus standing, int cases) {
        jdbc.sql(
                        """
                        insert into open_tally
                            (region, path, unit, settled, warn_at, due_at, cases, summed)
                        values (:region, :path, :unit, :settled, :warnAt, :dueAt, :cases, false)""")
                .param("region", standing.filed().region().value())
                .param("path", standing.filed().path())
                .param("unit", standing.unit())
                .param(
                        "settled",
                        standing.limit().settled() == null
                                ? null
                                : standing.limit().settled().name())
                .param("warnAt", standing.limit().warnAt())
                .param("dueAt", standing.limit().dueAt())
                .param("cases", cases)
                .update();
    }

    /** The open cases of a region as they stand now. */
    public List<Count> compactAndCount(RegionCode region) {
        sumUp();
        return jdbc.sql(
                        """
                        select path, unit, state, sum(cases) from (
                            select path, unit, cases, case
                                when settled is not null then settled
                                when due_at < :now then 'BREACHED'
                                when warn_at < :now then 'AT_RISK'
                                else 'ON_TRACK' end as state
                            from open_tally where region = :region) t
                        group by path, unit, state having sum(cases) > 0""")
                .param("now", clock.now())
                .param("region", region.value())
                .query(
                        (row, n) ->
                                new Count(
                                        row.getString(1),
                                        row.getString(2),
                                        SlaStatus.valueOf(row.getString(3)),
                                        row.getLong(4)))
                .list();
    }

    private void sumUp() {
        long single =
                jdbc.sql("select count(*) from open_tally where summed = false")
                        .query(Long.class)
                        .single();
        if (single > MOST_SINGLE) {
            transaction.executeWithoutResult(status -> sumUpNow());
        }
    }

    /** Rows that others write meanwhile stay as they are: only those read here are replaced. */
    private void sumUpNow() {
        CountLock.take(jdbc);
        List<Object[]> read = new ArrayList<>();
        Map<Group, Long> sums = new HashMap<>();
        jdbc.sql("select * from open_tally")
                .query(
                        row -> {
                            read.add(new Object[] {row.getLong("id")});
                            Group group =
                                    new Group(
                                            new RegionCode(row.getString("region")),
                                            row.getString("path"),
                                            row.getString("unit"),
                                            row.getString("settled"),
                                            row.getObject("warn_at", OffsetDateTime.class),
                                            row.getObject("due_at", OffsetDateTime.class));
                            sums.merge(group, row.getLong("cases"), Long::sum);
                        });
        batches.batchUpdate("delete from open_tally where id = ?", read);
        batches.batchUpdate(
                """
                insert into open_tally (region, path, unit, settled, warn_at, due_at, cases, summed)
                values (?, ?, ?, ?, ?, ?, ?, true)""",
                sums.entrySet().stream()
                        .filter(sum -> sum.getValue() != 0)
                        .map(sum -> row(sum.getKey(), sum.getValue()))
                        .toList());
    }

    private static Object[] row(Group group, long cases) {
        return new Object[] {
            group.region().value(),
            group.path(),
            group.unit(),
            group.settled(),
            group.warnAt(),
            group.dueAt(),
            cases
        };
    }
}
