package org.creditrepair.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.creditrepair.application.CaseKey;
import org.creditrepair.application.ItemResult;
import org.creditrepair.application.SlaStatus;
import org.creditrepair.application.Stage;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.catalog.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds cases, open and closed (办件查询). */
@Repository
public class CaseSearch {

    private static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    CaseSearch(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What is looked for; null parts do not matter.
     *
     * @param words number of the case, the application or the record, the subject's code, or its
     *     whole name
     * @param state of open cases: all but MET; of closed ones: MET or BREACHED
     * @param closed whether closed ones are looked for
     * @param from first day of closing
     * @param until last day of closing
     * @param page from 0
     */
    public record Wanted(
            String words,
            String path,
            String unit,
            SlaStatus state,
            boolean closed,
            LocalDate from,
            LocalDate until,
            int page) {}

    /** A case that was found. */
    public record Found(
            CaseKey key,
            String item,
            String path,
            String unit,
            String subject,
            String recordNo,
            OffsetDateTime submittedAt,
            Stage stage,
            OffsetDateTime dueAt,
            OffsetDateTime closedAt,
            ItemResult result,
            SlaStatus sla) {}

    /** A page of up to 50 cases: the most urgent first, or those closed last. */
    public List<Found> of(RegionCode region, Wanted wanted) {
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder sql =
                new StringBuilder(
                        """
                        select c.*, i.record_no, a.subject_name from case_standing c
                        join application_item i
                            on i.application_no = c.application_no and i.item_no = c.item_no
                        join joint_application a on a.application_no = c.application_no
                        """);
        sql.append(joined(values, wanted.words())).append(" where c.region = :region");
        values.put("region", region.value());
        values.put("now", clock.now());
        and(sql, values, "c.path = :path", "path", wanted.path());
        and(sql, values, "c.unit = :unit", "unit", wanted.unit());
        if (wanted.closed()) {
            closed(sql, values, wanted);
        } else {
            open(sql, wanted.state());
        }
        sql.append(
                wanted.closed()
                        ? " order by c.closed_at desc, c.application_no"
                        : " order by c.due_at, c.application_no");
        sql.append(" offset ").append((long) wanted.page() * PAGE).append(" rows fetch first ");
        sql.append(PAGE).append(" rows only");
        if (!sql.toString().contains(":now")) {
            values.remove("now");
        }
        return jdbc.sql(sql.toString()).params(values).query((row, n) -> found(row)).list();
    }

    private static void and(
            StringBuilder sql,
            Map<String, Object> values,
            String condition,
            String name,
            Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            values.put(name, value);
        }
    }

    private static void closed(StringBuilder sql, Map<String, Object> values, Wanted wanted) {
        sql.append(" and c.closed_at is not null");
        and(
                sql,
                values,
                "c.closed_at >= :from",
                "from",
                wanted.from() == null ? null : startOf(wanted.from()));
        and(
                sql,
                values,
                "c.closed_at < :until",
                "until",
                wanted.until() == null ? null : startOf(wanted.until().plusDays(1)));
        if (wanted.state() != null) {
            sql.append(" and c.late = ").append(wanted.state() == SlaStatus.BREACHED);
        }
    }

    private static void open(StringBuilder sql, SlaStatus state) {
        sql.append(" and c.closed_at is null");
        if (state != null) {
            sql.append(
                    switch (state) {
                        case BREACHED ->
                                " and (c.settled = 'BREACHED' or c.settled is null and c.due_at < :now)";
                        case AT_RISK ->
                                " and (c.settled = 'AT_RISK' or c.settled is null and c.due_at >= :now and c.warn_at < :now)";
                        case ON_TRACK ->
                                " and (c.settled = 'ON_TRACK' or c.settled is null and (c.due_at is null or c.due_at >= :now) and (c.warn_at is null or c.warn_at >= :now))";
                        case NOT_STARTED -> " and c.settled = 'NOT_STARTED'";
                        case MET -> " and 1 = 0";
                    });
        }
    }

    /** Each kind of number and name by an index of its own. */
    private static String joined(Map<String, Object> values, String words) {
        if (words == null || words.isBlank()) {
            return "";
        }
        String text = words.strip();
        values.put("words", text);
        String join =
                """
                 join (
                    select application_no, item_no from case_standing
                        where application_no = :words
                    union select application_no, item_no from application_item
                        where record_no = :words
                    union select s.application_no, s.item_no from joint_application n
                        join case_standing s on s.application_no = n.application_no
                        where n.region = :region and n.subject_code = :words
                    union select s.application_no, s.item_no from joint_application n
                        join case_standing s on s.application_no = n.application_no
                        where n.region = :region and n.subject_name = :words
                """;
        if (CaseKey.isWellFormed(text)) {
            CaseKey key = CaseKey.parse(text);
            join +=
                    """
                    union select application_no, item_no from case_standing
                        where application_no = :no and item_no = :item
                    """;
            values.put("no", key.applicationNo());
            values.put("item", key.itemNo());
        }
        return join + ") w on w.application_no = c.application_no and w.item_no = c.item_no";
    }

    private Found found(ResultSet row) throws SQLException {
        String stage = row.getString("stage");
        String result = row.getString("result");
        return new Found(
                new CaseKey(row.getString("application_no"), row.getInt("item_no")),
                row.getString("item"),
                row.getString("path"),
                row.getString("unit"),
                row.getString("subject_name"),
                row.getString("record_no"),
                time(row, "submitted_at"),
                stage == null ? null : Stage.valueOf(stage),
                time(row, "due_at"),
                time(row, "closed_at"),
                result == null ? null : ItemResult.valueOf(result),
                sla(row));
    }

    private SlaStatus sla(ResultSet row) throws SQLException {
        if (row.getObject("closed_at") != null) {
            return row.getBoolean("late") ? SlaStatus.BREACHED : SlaStatus.MET;
        }
        String settled = row.getString("settled");
        if (settled != null) {
            return SlaStatus.valueOf(settled);
        }
        return SlaStatus.running(time(row, "warn_at"), time(row, "due_at"), clock.now());
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime();
    }

    private static OffsetDateTime time(ResultSet row, String column) throws SQLException {
        return BusinessClock.at(row.getObject(column, OffsetDateTime.class));
    }
}
