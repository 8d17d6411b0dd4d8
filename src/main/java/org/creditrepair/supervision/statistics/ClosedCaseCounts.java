package org.creditrepair.supervision.statistics;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.supervision.status.CaseCountCells;
import org.creditrepair.supervision.status.CaseCountCells.Cell;
import org.creditrepair.supervision.status.CaseCountCells.Closed;
import org.creditrepair.supervision.status.CaseCountCells.Dimension;
import org.creditrepair.supervision.status.CountLock;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sums of closed cases by day (统计汇总). A reader first adds the cases closed since the last read, one
 * at a time; each case is added once, in the transaction that takes it from the queue.
 */
@Repository
class ClosedCaseCounts {

    private static final int PAGE = 2_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final WorkingCalendars calendars;
    private final TransactionTemplate transaction;

    ClosedCaseCounts(
            JdbcClient jdbc,
            JdbcTemplate batches,
            WorkingCalendars calendars,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.calendars = calendars;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Buckets with cases, by member and measure. */
    record Sum(LocalDate day, String member, String measure, String bucket, long cases) {}

    /** The sums of a time, after everything closed so far has been added. */
    List<Sum> catchUpAndSum(
            RegionCode region, Dimension dimension, LocalDate from, LocalDate until) {
        catchUp();
        return jdbc.sql(
                        """
                        select closed_on, member, measure, bucket, cases from closed_tally
                        where region = :region and dimension = :dimension
                            and closed_on between :from and :until""")
                .param("region", region.value())
                .param("dimension", dimension.name())
                .param("from", from)
                .param("until", until)
                .query(
                        (row, n) ->
                                new Sum(
                                        row.getObject(1, LocalDate.class),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getLong(5)))
                .list();
    }

    /** Adds the cases closed since the last call. */
    private void catchUp() {
        while (hasUntallied() && Boolean.TRUE.equals(transaction.execute(status -> addPage()))) {
            // the next page
        }
    }

    private boolean hasUntallied() {
        return jdbc.sql("select 1 from untallied_case limit 1")
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private boolean addPage() {
        CountLock.take(jdbc);
        List<Closed> page = page();
        CaseCountCells cells = new CaseCountCells();
        page.forEach(closed -> cells.add(closed, calendars.forRegion(closed.region())));
        addStages(page, cells);
        write(cells.counts());
        batches.batchUpdate(
                "delete from untallied_case where application_no = ? and item_no = ?",
                page.stream()
                        .map(closed -> new Object[] {closed.applicationNo(), closed.itemNo()})
                        .toList());
        return page.size() == PAGE;
    }

    private List<Closed> page() {
        return jdbc.sql(
                        """
                        select c.* from case_standing c join (
                            select application_no, item_no from untallied_case
                            order by closed_at limit %d) u
                            on u.application_no = c.application_no and u.item_no = c.item_no"""
                                .formatted(PAGE))
                .query(
                        (row, n) ->
                                new Closed(
                                        row.getString("application_no"),
                                        row.getInt("item_no"),
                                        new RegionCode(row.getString("region")),
                                        row.getString("item"),
                                        row.getString("path"),
                                        row.getString("unit"),
                                        row.getString("channel"),
                                        row.getString("result"),
                                        row.getString("refusal"),
                                        row.getBoolean("corrected"),
                                        row.getBoolean("late"),
                                        day(row.getObject("submitted_at", OffsetDateTime.class)),
                                        day(row.getObject("closed_at", OffsetDateTime.class))))
                .list();
    }

    private void addStages(List<Closed> page, CaseCountCells cells) {
        if (page.isEmpty()) {
            return;
        }
        Map<String, Closed> byKey = new HashMap<>();
        page.forEach(closed -> byKey.put(closed.applicationNo() + "-" + closed.itemNo(), closed));
        jdbc.sql(
                        """
                        select application_no, item_no, stage, started_at, ended_at from ended_stage
                        where application_no in (:numbers)""")
                .param("numbers", page.stream().map(Closed::applicationNo).distinct().toList())
                .query(
                        row -> {
                            Closed closed = byKey.get(row.getString(1) + "-" + row.getInt(2));
                            if (closed != null) {
                                cells.add(
                                        closed,
                                        row.getString(3),
                                        calendars
                                                .forRegion(closed.region())
                                                .remaining(
                                                        day(row.getObject(4, OffsetDateTime.class)),
                                                        day(
                                                                row.getObject(
                                                                        5, OffsetDateTime.class))));
                            }
                        });
    }

    private void write(Map<Cell, Long> cells) {
        List<Map.Entry<Cell, Long>> all = List.copyOf(cells.entrySet());
        int[] known =
                batches.batchUpdate(
                        """
                        update closed_tally set cases = cases + ?
                        where region = ? and dimension = ? and closed_on = ? and member = ?
                            and measure = ? and bucket = ?""",
                        all.stream().map(cell -> row(cell.getKey(), cell.getValue())).toList());
        List<Object[]> fresh = new ArrayList<>();
        for (int i = 0; i < known.length; i++) {
            if (known[i] == 0) {
                fresh.add(row(all.get(i).getKey(), all.get(i).getValue()));
            }
        }
        batches.batchUpdate(
                """
                insert into closed_tally
                    (cases, region, dimension, closed_on, member, measure, bucket)
                values (?, ?, ?, ?, ?, ?, ?)""",
                fresh);
    }

    private static Object[] row(Cell cell, long cases) {
        return new Object[] {
            cases,
            cell.region().value(),
            cell.dimension(),
            cell.day(),
            cell.member(),
            cell.measure(),
            cell.bucket()
        };
    }

    private static LocalDate day(OffsetDateTime moment) {
        return BusinessClock.at(moment).toLocalDate();
    }
}
