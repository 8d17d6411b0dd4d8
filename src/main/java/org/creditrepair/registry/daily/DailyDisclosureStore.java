package org.creditrepair.registry.daily;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.creditrepair.registry.record.RecordEvent;
import org.creditrepair.registry.record.RecordState;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the daily sweep asks of {@code dishonesty_record}: page by page along the record numbers,
 * each by an index on the day that counts, so that it costs what is due and not what is on display.
 */
@Repository
public class DailyDisclosureStore {

    private static final BusinessRowMapper<DailyJobReport> REPORT =
            BusinessRowMapper.of(DailyJobReport.class).column("at", "swept_at");

    private final JdbcClient jdbc;

    public DailyDisclosureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Numbers of records whose longest term is reached. */
    public List<String> termReached(
            RegionCode region, LocalDate today, boolean outstanding, String after, int limit) {
        return jdbc.sql(
                        """
                        select record_no from dishonesty_record
                        where region = ? and state = 'DISPLAYED' and display_ends_on <= ?
                        and outstanding = ? and record_no > ?
                        order by record_no fetch first %d rows only"""
                                .formatted(limit))
                .params(region.value(), today, outstanding, after)
                .query(String.class)
                .list();
    }

    /** Numbers of listings of an item that began on or before a day. */
    public List<String> listedUntil(
            RegionCode region, String item, LocalDate day, String after, int limit) {
        return jdbc.sql(
                        """
                        select record_no from dishonesty_record
                        where region = ? and state = 'DISPLAYED' and item = ? and listed_on <= ?
                        and record_no > ?
                        order by record_no fetch first %d rows only"""
                                .formatted(limit))
                .params(region.value(), item, day, after)
                .query(String.class)
                .list();
    }

    /**
     * Numbers of records that become eligible in a span of days and whose subject can be reached.
     */
    public List<String> eligibleSoon(
            RegionCode region, LocalDate from, LocalDate to, String after, int limit) {
        return jdbc.sql(
                        """
                        select record_no from dishonesty_record
                        where region = ? and state = 'DISPLAYED' and repairable_from > ?
                        and repairable_from <= ? and reminded_on is null and mobile is not null
                        and open_application_no is null and record_no > ?
                        order by record_no fetch first %d rows only"""
                                .formatted(limit))
                .params(region.value(), from, to, after)
                .query(String.class)
                .list();
    }

    /** Ends the display of many records at once. */
    public void expire(RegionCode region, List<String> recordNos, OffsetDateTime at) {
        jdbc.sql(
                        """
                        insert into record_event (region, record_no, event, happened_at, reference)
                        select region, record_no, :event, :at, :reference from dishonesty_record
                        where region = :region and record_no in (:numbers)
                        and state = 'DISPLAYED'""")
                .param("event", RecordEvent.EXPIRED.name())
                .param("at", at)
                .param("reference", "disclosure-sweep")
                .param("region", region.value())
                .param("numbers", recordNos)
                .update();
        jdbc.sql(
                        """
                        update dishonesty_record set state = :state
                        where region = :region and record_no in (:numbers)
                        and state = 'DISPLAYED'""")
                .param("state", RecordState.EXPIRED.name())
                .param("region", region.value())
                .param("numbers", recordNos)
                .update();
    }

    /** Notes that subjects were reminded. */
    public void reminded(RegionCode region, List<String> recordNos, LocalDate today) {
        jdbc.sql(
                        """
                        update dishonesty_record set reminded_on = :today
                        where region = :region and record_no in (:numbers)""")
                .param("today", today)
                .param("region", region.value())
                .param("numbers", recordNos)
                .update();
    }

    /** Keeps what a step of the sweep did. */
    public void report(DailyJobReport report) {
        jdbc.sql(
                        """
                        insert into sweep_report (region, step, swept_at, done, failed, detail)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        report.region().value(),
                        report.step(),
                        report.at(),
                        report.done(),
                        report.failed(),
                        report.detail())
                .update();
    }

    /** The latest reports of a region, 200 at most. */
    public List<DailyJobReport> reports(RegionCode region) {
        return jdbc.sql(
                        """
                        select * from sweep_report where region = ?
                        order by id desc fetch first 200 rows only""")
                .param(region.value())
                .query(REPORT)
                .list();
    }
}
