package org.creditrepair.supervision;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.calendar.WorkingCalendar;
import org.creditrepair.calendar.WorkingCalendars;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sums of closed cases by day (统计汇总). Whoever asks first adds what has been closed since, one at a
 * time; each case is added once, in the transaction that takes it from the queue.
 */
@Repository
class Tallies {

    private static final int PAGE = 2_000;
    private static final int MOST_SINGLE = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final WorkingCalendars calendars;
    private final TransactionTemplate transaction;

    Tallies(
            JdbcClient jdbc,
            JdbcTemplate batches,
            WorkingCalendars calendars,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.calendars = calendars;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** By what cases are counted. */
    enum Dimension {
        REGION,
        UNIT,
        ITEM,
        CHANNEL,
        /** Path; only how long its stages took. */
        PATH,
        /** Path and unit, joined by a slash; only whether a limit was missed. */
        BOTH
    }

    /** What is counted of them; its buckets are in brackets. */
    enum Measure {
        /** How they ended (the result). */
        RESULT,
        /** Whether a limit was missed (true, false). */
        LATE,
        /** Whether a correction was asked for (true, false). */
        CORRECTED,
        /** Kind of reason of refusals (the kind). */
        REFUSAL,
        /** Working days from application to end (their number). */
        DAYS
    }

    /** Buckets with cases, by member and measure. */
    record Sum(LocalDate day, String member, String measure, String bucket, long cases) {}

    private record Cell(
            String region,
            String dimension,
            LocalDate day,
            String member,
            String measure,
            String bucket) {}

    private record Closed(
            String applicationNo,
            int itemNo,
            String region,
            String item,
            String path,
            String unit,
            String channel,
            String result,
            String refusal,
            boolean corrected,
            boolean late,
            LocalDate submittedOn,
            LocalDate closedOn) {}

    private record StageSpan(Closed closed, String stage, LocalDate from, LocalDate until) {}

    /** The sums of a time, after everything closed so far has been added. */
    List<Sum> of(String region, Dimension dimension, LocalDate from, LocalDate until) {
        catchUp();
        return jdbc.sql(
                        """
                        select closed_on, member, measure, bucket, cases from closed_tally
                        where region = ? and dimension = ? and closed_on between ? and ?""")
                .params(region, dimension.name(), from, until)
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

    /** Adds what has been closed since the last time, and sums up what was noted one by one. */
    void catchUp() {
        while (hasUntallied() && Boolean.TRUE.equals(transaction.execute(status -> addPage()))) {
            // the next page
        }
        if (single() > MOST_SINGLE) {
            transaction.executeWithoutResult(status -> sumOpen());
        }
    }

    private boolean hasUntallied() {
        return jdbc.sql("select 1 from untallied_case limit 1")
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private long single() {
        return jdbc.sql("select count(*) from open_tally where summed = false")
                .query(Long.class)
                .single();
    }

    private void takeTurn() {
        jdbc.sql("select id from tally_turn where id = 1 for update").query(Integer.class).single();
    }

    private boolean addPage() {
        takeTurn();
        List<Closed> page = page();
        Map<Cell, Long> cells = new HashMap<>();
        page.forEach(closed -> add(closed, cells));
        stages(page).forEach(span -> add(span, cells));
        Map<Cell, Long> sorted = new TreeMap<>(java.util.Comparator.comparing(Cell::toString));
        sorted.putAll(cells);
        write(sorted);
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
                                        row.getString("region"),
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

    private List<StageSpan> stages(List<Closed> page) {
        if (page.isEmpty()) {
            return List.of();
        }
        Map<String, Closed> byKey = new HashMap<>();
        page.forEach(closed -> byKey.put(closed.applicationNo() + "-" + closed.itemNo(), closed));
        List<StageSpan> spans = new ArrayList<>();
        jdbc.sql(
                        """
                        select application_no, item_no, stage, started_at, ended_at from case_stage
                        where application_no in (:numbers) and ended_at is not null""")
                .param("numbers", page.stream().map(Closed::applicationNo).distinct().toList())
                .query(
                        row -> {
                            Closed closed = byKey.get(row.getString(1) + "-" + row.getInt(2));
                            if (closed != null) {
                                spans.add(
                                        new StageSpan(
                                                closed,
                                                row.getString(3),
                                                day(row.getObject(4, OffsetDateTime.class)),
                                                day(row.getObject(5, OffsetDateTime.class))));
                            }
                        });
        return spans;
    }

    private void add(Closed closed, Map<Cell, Long> cells) {
        Map<Dimension, String> members =
                Map.of(
                        Dimension.REGION, closed.region(),
                        Dimension.UNIT, closed.unit(),
                        Dimension.ITEM, closed.item(),
                        Dimension.CHANNEL, closed.channel());
        Map<Measure, String> buckets = new HashMap<>();
        buckets.put(Measure.RESULT, closed.result());
        buckets.put(Measure.LATE, String.valueOf(closed.late()));
        buckets.put(Measure.CORRECTED, String.valueOf(closed.corrected()));
        buckets.put(
                Measure.DAYS,
                String.valueOf(
                        calendar(closed).remaining(closed.submittedOn(), closed.closedOn())));
        if (closed.refusal() != null) {
            buckets.put(Measure.REFUSAL, closed.refusal());
        }
        members.forEach(
                (dimension, member) ->
                        buckets.forEach(
                                (measure, bucket) ->
                                        add(
                                                closed,
                                                dimension,
                                                member,
                                                measure.name(),
                                                bucket,
                                                cells)));
        add(
                closed,
                Dimension.BOTH,
                closed.path() + "/" + closed.unit(),
                Measure.LATE.name(),
                buckets.get(Measure.LATE),
                cells);
    }

    private static void add(
            Closed closed,
            Dimension dimension,
            String member,
            String measure,
            String bucket,
            Map<Cell, Long> cells) {
        Cell cell =
                new Cell(
                        closed.region(),
                        dimension.name(),
                        closed.closedOn(),
                        member,
                        measure,
                        bucket);
        cells.merge(cell, 1L, Long::sum);
    }

    /** How long a stage took; the measure is the stage's name. */
    private void add(StageSpan span, Map<Cell, Long> cells) {
        int days = calendar(span.closed()).remaining(span.from(), span.until());
        add(
                span.closed(),
                Dimension.PATH,
                span.closed().path(),
                span.stage(),
                String.valueOf(days),
                cells);
    }

    private WorkingCalendar calendar(Closed closed) {
        return calendars.of(closed.region());
    }

    private void write(Map<Cell, Long> cells) {
        List<Cell> all = List.copyOf(cells.keySet());
        int[] known =
                batches.batchUpdate(
                        """
                        update closed_tally set cases = cases + ?
                        where region = ? and dimension = ? and closed_on = ? and member = ?
                            and measure = ? and bucket = ?""",
                        all.stream().map(cell -> row(cell, cells.get(cell))).toList());
        List<Object[]> fresh = new ArrayList<>();
        for (int i = 0; i < known.length; i++) {
            if (known[i] == 0) {
                fresh.add(row(all.get(i), cells.get(all.get(i))));
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
            cell.region(),
            cell.dimension(),
            cell.day(),
            cell.member(),
            cell.measure(),
            cell.bucket()
        };
    }

    /** Rows that others write meanwhile stay as they are: only those read here are replaced. */
    private void sumOpen() {
        takeTurn();
        record Group(
                String region,
                String path,
                String unit,
                String settled,
                OffsetDateTime warnAt,
                OffsetDateTime dueAt) {}
        List<Object[]> read = new ArrayList<>();
        Map<Group, Long> sums = new HashMap<>();
        jdbc.sql("select * from open_tally")
                .query(
                        row -> {
                            read.add(new Object[] {row.getLong("id")});
                            sums.merge(
                                    new Group(
                                            row.getString("region"),
                                            row.getString("path"),
                                            row.getString("unit"),
                                            row.getString("settled"),
                                            row.getObject("warn_at", OffsetDateTime.class),
                                            row.getObject("due_at", OffsetDateTime.class)),
                                    row.getLong("cases"),
                                    Long::sum);
                        });
        batches.batchUpdate("delete from open_tally where id = ?", read);
        batches.batchUpdate(
                """
                insert into open_tally (region, path, unit, settled, warn_at, due_at, cases, summed)
                values (?, ?, ?, ?, ?, ?, ?, true)""",
                sums.entrySet().stream()
                        .filter(sum -> sum.getValue() != 0)
                        .map(
                                sum ->
                                        new Object[] {
                                            sum.getKey().region(),
                                            sum.getKey().path(),
                                            sum.getKey().unit(),
                                            sum.getKey().settled(),
                                            sum.getKey().warnAt(),
                                            sum.getKey().dueAt(),
                                            sum.getValue()
                                        })
                        .toList());
    }

    private static LocalDate day(OffsetDateTime moment) {
        return BusinessClock.at(moment).toLocalDate();
    }
}
