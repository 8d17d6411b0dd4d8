package org.creditrepair.registry.register;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.DisplayPeriod;
import org.creditrepair.registry.record.RecordEvent;
import org.creditrepair.registry.record.RecordHistoryEntry;
import org.creditrepair.registry.record.RecordState;
import org.creditrepair.registry.record.Subject;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code dishonesty_record} and {@code record_event}. */
@Repository
public class RecordStore {

    private static final BusinessRowMapper<RecordHistoryEntry> ENTRY =
            BusinessRowMapper.of(RecordHistoryEntry.class).column("at", "happened_at");

    private final JdbcClient jdbc;

    public RecordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<DishonestyRecord> find(RegionCode region, String recordNo) {
        return byNumber(region, recordNo, "");
    }

    /** Finds a record and locks it until the transaction ends. */
    public Optional<DishonestyRecord> lock(RegionCode region, String recordNo) {
        return byNumber(region, recordNo, " for update");
    }

    private Optional<DishonestyRecord> byNumber(RegionCode region, String recordNo, String suffix) {
        return jdbc.sql(
                        "select * from dishonesty_record where region = :region and record_no = :no"
                                + suffix)
                .param("region", region.value())
                .param("no", recordNo)
                .query(RecordRow.RECORD)
                .optional();
    }

    /** The records of a region that are on display, behind a number, in order. */
    public List<DishonestyRecord> displayedAfter(RegionCode region, String recordNo, int most) {
        return jdbc.sql(
                        """
                        select * from dishonesty_record
                        where region = :region and state = 'DISPLAYED' and record_no > :after
                        order by record_no fetch first :most rows only""")
                .param("region", region.value())
                .param("after", recordNo)
                .param("most", most)
                .query(RecordRow.RECORD)
                .list();
    }

    /** The records of a subject that are on display, whatever kind of code the value is. */
    public List<DishonestyRecord> displayedOf(RegionCode region, String code) {
        return jdbc.sql(
                        """
                        select * from dishonesty_record
                        where region = :region and subject_code = :code and state = 'DISPLAYED'
                        order by decided_on, record_no""")
                .param("region", region.value())
                .param("code", code)
                .query(RecordRow.RECORD)
                .list();
    }

    public void reachableAt(RegionCode region, String code, String mobile) {
        jdbc.sql(
                        """
                        update dishonesty_record set mobile = ?
                        where region = ? and subject_code = ? and mobile is null""")
                .params(mobile, region.value(), code)
                .update();
    }

    public boolean hold(RegionCode region, String recordNo, String applicationNo) {
        return jdbc.sql(
                                """
                                update dishonesty_record set open_application_no = :application
                                where region = :region and record_no = :no
                                and open_application_no is null""")
                        .param("application", applicationNo)
                        .param("region", region.value())
                        .param("no", recordNo)
                        .update()
                == 1;
    }

    public void release(RegionCode region, String recordNo, String applicationNo) {
        jdbc.sql(
                        """
                        update dishonesty_record set open_application_no = null
                        where region = :region and record_no = :no
                        and open_application_no = :application""")
                .param("application", applicationNo)
                .param("region", region.value())
                .param("no", recordNo)
                .update();
    }

    /** Those listed with an employer (随同列入) that stand in a state. */
    public List<DishonestyRecord> listedWith(
            RegionCode region, String employerRecordNo, RecordState state) {
        return jdbc.sql(
                        """
                        select * from dishonesty_record
                        where region = :region and listed_with = :employer and state = :state
                        order by record_no""")
                .param("region", region.value())
                .param("employer", employerRecordNo)
                .param("state", state.name())
                .query(RecordRow.RECORD)
                .list();
    }

    /** Moves a record to another state; false if it was in it already. */
    public boolean setState(
            RegionCode region,
            String recordNo,
            RecordState state,
            String reference,
            OffsetDateTime at) {
        boolean changed =
                jdbc.sql(
                                        """
                                        update dishonesty_record set state = :state
                                        where region = :region and record_no = :no
                                        and state <> :state""")
                                .param("state", state.name())
                                .param("region", region.value())
                                .param("no", recordNo)
                                .update()
                        == 1;
        if (changed) {
            RecordEvent event =
                    state == RecordState.DISPLAYED
                            ? RecordEvent.RESTORED
                            : RecordEvent.endOfDisplay(state);
            addEvent(region, recordNo, event, reference, at);
        }
        return changed;
    }

    /** Gives a record another display period. */
    public void setPeriod(RegionCode region, String recordNo, DisplayPeriod period) {
        jdbc.sql(
                        """
                        update dishonesty_record set repairable_from = :repairableFrom,
                            display_ends_on = :displayEndsOn,
                            display_rule = :displayRule
                        where region = :region and record_no = :recordNo""")
                .param("repairableFrom", period.repairableFrom())
                .param("displayEndsOn", period.endsOn())
                .param("displayRule", period.source())
                .param("region", region.value())
                .param("recordNo", recordNo)
                .update();
    }

    /** Notes that a repair was revoked, and until when none may be applied for. */
    public void block(
            RegionCode region, String recordNo, LocalDate revokedOn, @Nullable LocalDate until) {
        jdbc.sql(
                        """
                        update dishonesty_record set revoked_on = :revokedOn,
                            blocked_until = :blockedUntil
                        where region = :region and record_no = :recordNo""")
                .param("revokedOn", revokedOn)
                .param("blockedUntil", until)
                .param("region", region.value())
                .param("recordNo", recordNo)
                .update();
    }

    public List<RecordHistoryEntry> historyOf(RegionCode region, String recordNo) {
        return jdbc.sql(
                        """
                        select event, happened_at, reference from record_event
                        where region = :region and record_no = :no order by id""")
                .param("region", region.value())
                .param("no", recordNo)
                .query(ENTRY)
                .list();
    }

    public void addEvent(
            RegionCode region,
            String recordNo,
            RecordEvent event,
            String reference,
            OffsetDateTime at) {
        jdbc.sql(
                        """
                        insert into record_event (region, record_no, event, happened_at, reference)
                        values (:region, :recordNo, :event, :happenedAt, :reference)""")
                .param("region", region.value())
                .param("recordNo", recordNo)
                .param("event", event.name())
                .param("happenedAt", at)
                .param("reference", reference)
                .update();
    }

    /**
     * The subjects with a record on display whose whole name is one of some, natural persons left
     * out, 20 at most.
     */
    public List<Subject> displayedNamed(RegionCode region, Set<String> names) {
        return jdbc.sql(
                        """
                        select distinct subject_type, subject_name, subject_code
                        from dishonesty_record
                        where region = :region and subject_name in (:names)
                            and state = 'DISPLAYED' and subject_type <> 'NATURAL_PERSON'
                        order by subject_code fetch first 20 rows only""")
                .param("region", region.value())
                .param("names", names)
                .query(SubjectRow.SUBJECT)
                .list();
    }
}
