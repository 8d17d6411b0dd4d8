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
 * Queries of the daily jobs on {@code dishonesty_record}: page by page along the record numbers,
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
                        where region = :region and state = 'DISPLAYED'
                            and display_ends_on <= :untilDisplayEndsOn
                        and outstanding = :outstanding and record_no > :afterRecordNo
                        order by record_no fetch first %d rows only"""
                                .formatted(limit))
                .param("region", region.value())
                .param("untilDisplayEndsOn", today)
                .param("outstanding", outstanding)
                .param("afterRecordNo", after)
                .query(String.class)
                .list();
    }

    /** Numbers of listings of an item that began on or before a day. */
    public List<String> listedUntil(
            RegionCode region, String item, LocalDate day, String after, int limit) {
        return jdbc.sql(
                        """
                        select record_no from dishonesty_record
                        where region = :region and state = 'DISPLAYED' and item = :item
                            and listed_on <= :untilListedOn
                        and record_no > :afterRecordNo
                        order by record_no fetch first %d rows only"""
                                .formatted(limit))
                .param("region", region.value())
                .param("item", item)
                .param("untilListedOn", day)
                .param("afterRecordNo", after)
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
                        where region = :region and state = 'DISPLAYED'
                            and repairable_from > :afterRepairableFrom
                        and repairable_from <= :untilRepairableFrom and reminded_on is null
                            and mobile is not null
                        and open_application_no is null and record_no > :afterRecordNo
                        order by record_no fetch first %d rows only"""
                                .formatted(limit))
                .param("region", region.value())
                .param("afterRepairableFrom", from)
                .param("untilRepairableFrom", to)
                .param("afterRecordNo", after)
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

    /** Stores the report of a job. */
    public void report(DailyJobReport report) {
        jdbc.sql(
                        """
                        insert into sweep_report (region, step, swept_at, done, failed, detail)
                        values (:region, :step, :sweptAt, :done, :failed, :detail)""")
                .param("region", report.region().value())
                .param("step", report.step())
                .param("sweptAt", report.at())
                .param("done", report.done())
                .param("failed", report.failed())
                .param("detail", report.detail())
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
