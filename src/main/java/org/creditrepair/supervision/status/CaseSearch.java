package org.creditrepair.supervision.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.Channel;
import org.creditrepair.application.model.ItemResult;
import org.creditrepair.application.model.SlaStatus;
import org.creditrepair.application.model.Stage;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.storage.PartSearch;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds cases, open and closed (办件查询). */
@Repository
public class CaseSearch {

    /** Cases of a page. */
    public static final int PAGE = 50;

    /** Cases of a file. */
    public static final int MOST = 5_000;

    private static final List<String> KINDS_OF_OPEN =
            List.of(
                    CaseStatus.RUNNING,
                    SlaStatus.NOT_STARTED.name(),
                    SlaStatus.ON_TRACK.name(),
                    SlaStatus.AT_RISK.name(),
                    SlaStatus.BREACHED.name());

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final PartSearch parts;
    private final BusinessRowMapper<Found> found;

    CaseSearch(JdbcClient jdbc, BusinessClock clock, PartSearch parts) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.parts = parts;
        found =
                BusinessRowMapper.of(Found.class)
                        .column("subject", "subject_name")
                        .with("sla", this::sla);
    }

    /** Which cases are looked for. */
    public enum Scope {
        /** 在办: those that are open. */
        OPEN,
        /** 已办结: those that were closed in a period. */
        CLOSED,
        /** 收件: those that were received in a period, open or closed. */
        RECEIVED
    }

    /**
     * Search criteria; null matches all.
     *
     * @param words number of the case, the application or the record, the subject's code, or any
     *     part of its name
     * @param state of open cases: all but MET; of closed ones: MET or BREACHED; of received ones
     *     none
     * @param result of closed cases
     * @param corrected whether a correction was asked for (补正)
     * @param from first day of the period of closing or receipt
     * @param until its last day
     * @param page from 0
     */
    public record Wanted(
            @Nullable String words,
            Kind kind,
            Scope scope,
            @Nullable SlaStatus state,
            @Nullable ItemResult result,
            @Nullable Boolean corrected,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            int page) {}

    /** What does not change about a case; null matches all. */
    public record Kind(
            @Nullable String path,
            @Nullable String item,
            @Nullable String unit,
            @Nullable Channel channel) {}

    /**
     * A case that was found.
     *
     * @param pausedAt since when it is suspended (中止); null if it is not
     */
    public record Found(
            CaseKey key,
            String item,
            String path,
            String unit,
            String subject,
            String recordNo,
            OffsetDateTime submittedAt,
            @Nullable Stage stage,
            OffsetDateTime dueAt,
            @Nullable OffsetDateTime pausedAt,
            OffsetDateTime closedAt,
            @Nullable ItemResult result,
            SlaStatus sla) {}

    /**
     * A page of cases: the most urgent first, or those closed or received last.
     *
     * @param size cases of a page
     */
    public List<Found> search(RegionCode region, Wanted wanted, int size) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("region", region.value());
        String base =
                "select c.* from case_standing c"
                        + joined(values, wanted.words())
                        + " where c.region = :region"
                        + and(values, "path", "c.path = :path", wanted.kind().path())
                        + and(values, "kind", "c.item = :kind", wanted.kind().item())
                        + and(values, "unit", "c.unit = :unit", wanted.kind().unit())
                        + and(
                                values,
                                "channel",
                                "c.channel = :channel",
                                named(wanted.kind().channel()))
                        + and(values, "result", "c.result = :result", named(wanted.result()))
                        + and(values, "corrected", "c.corrected = :corrected", wanted.corrected());
        String order =
                switch (wanted.scope()) {
                    case OPEN -> " order by c.due_at, c.application_no";
                    case CLOSED -> " order by c.closed_at desc, c.application_no desc";
                    case RECEIVED -> " order by c.submitted_at desc, c.application_no desc";
                };
        String most = " fetch first %d rows only".formatted((wanted.page() + 1L) * size);
        String chosen =
                parts(values, wanted).stream()
                        .map(part -> "(" + base + part + order + most + ")")
                        .collect(Collectors.joining(" union all "));
        String sql =
                "select c.*, n.record_no, n.subject_name, p.paused_at from ("
                        + chosen
                        + """
                        ) c
                        join case_subject n
                            on n.application_no = c.application_no and n.item_no = c.item_no
                        join case_progress p
                            on p.application_no = c.application_no and p.item_no = c.item_no"""
                        + order
                        + " offset %d rows fetch first %d rows only"
                                .formatted((long) wanted.page() * size, size);
        return jdbc.sql(sql).params(values).query(found).list();
    }

    private static @Nullable String named(@Nullable Enum<?> code) {
        return code == null ? null : code.name();
    }

    private static String and(
            Map<String, Object> values, String name, String condition, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        values.put(name, value);
        return " and " + condition;
    }

    /** Conditions that each have an index in the order of the list; together they are all. */
    private List<String> parts(Map<String, Object> values, Wanted wanted) {
        if (wanted.scope() == Scope.CLOSED) {
            return List.of(closed(values, wanted));
        }
        if (wanted.scope() == Scope.RECEIVED) {
            return List.of(within(values, wanted, "c.submitted_at"));
        }
        if (wanted.state() == null) {
            return KINDS_OF_OPEN.stream().map(CaseSearch::ofKind).toList();
        }
        String settled = ofKind(wanted.state().name());
        String running =
                switch (wanted.state()) {
                    case BREACHED -> "c.due_at < :now";
                    case AT_RISK -> "c.due_at >= :now and c.warn_at < :now";
                    case ON_TRACK ->
                            """
                            (c.warn_at is null or c.warn_at >= :now) and c.due_at >= coalesce((
                                select min(t.due_at) from open_tally t where t.region = :region
                                and t.settled is null and t.warn_at >= :now), :now)""";
                    case NOT_STARTED, MET -> null;
                };
        if (running == null) {
            return List.of(settled);
        }
        return List.of(
                settled, ofKind(CaseStatus.RUNNING) + and(values, "now", running, clock.now()));
    }

    private static String ofKind(String kind) {
        return " and c.standing = '" + kind + "'";
    }

    private static String closed(Map<String, Object> values, Wanted wanted) {
        return ofKind(CaseStatus.CLOSED)
                + within(values, wanted, "c.closed_at")
                + (wanted.state() == null
                        ? ""
                        : " and c.late = " + (wanted.state() == SlaStatus.BREACHED));
    }

    private static String within(Map<String, Object> values, Wanted wanted, String moment) {
        return and(
                        values,
                        "from",
                        moment + " >= :from",
                        wanted.from() == null ? null : startOf(wanted.from()))
                + and(
                        values,
                        "until",
                        moment + " < :until",
                        wanted.until() == null ? null : startOf(wanted.until().plusDays(1)));
    }

    /** Each kind of number by an index of its own; what is no number may be part of a name. */
    private String joined(Map<String, Object> values, @Nullable String words) {
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
                    union select application_no, item_no from case_subject
                        where region = :region and record_no = :words
                    union select application_no, item_no from case_subject
                        where region = :region and subject_code = :words
                """;
        if (!StringUtils.isAsciiPrintable(text)) {
            join +=
                    """
                    union select application_no, item_no from case_subject
                        where region = :region and \
                    """
                            + parts.in("subject_name")
                            + "\n";
            values.put("part", text);
        }
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

    private SlaStatus sla(ResultSet row) throws SQLException {
        if (row.getObject("closed_at") != null) {
            return row.getBoolean("late") ? SlaStatus.BREACHED : SlaStatus.MET;
        }
        SlaStatus settled = CaseStatus.settled(row.getString("standing"));
        if (settled != null) {
            return settled;
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
