package org.creditrepair.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.catalog.RecordCategory;
import org.creditrepair.catalog.RegionCode;
import org.creditrepair.registry.DishonestyRecord;
import org.creditrepair.registry.DisplayPeriod;
import org.creditrepair.registry.ListingCause;
import org.creditrepair.registry.RecordEvent;
import org.creditrepair.registry.RecordHistoryEntry;
import org.creditrepair.registry.RecordState;
import org.creditrepair.registry.Severity;
import org.creditrepair.registry.Subject;
import org.creditrepair.registry.SubjectCode;
import org.creditrepair.registry.SubjectType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code dishonesty_record} and {@code record_event}. */
@Repository
public class RecordStore {

    private static final String LIST_SEPARATOR = "、";

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
                .query(RecordStore::record)
                .optional();
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
                .query(RecordStore::record)
                .list();
    }

    public void insert(DishonestyRecord record, String sender, OffsetDateTime at) {
        jdbc.sql(
                        """
                        insert into dishonesty_record (region, record_no, category, item,
                            subject_type, subject_name, subject_code, uscc_confirmed, document_no,
                            authority, decided_on, penalty_types, field, severity, obligations,
                            listed_on, cause, listed_with, outstanding, mobile, display_rule, displayed, repairable_from,
                            display_ends_on, state)
                        values (:region, :recordNo, :category, :item, :subjectType, :subjectName,
                            :code, :usccConfirmed, :documentNo, :authority, :decidedOn,
                            :penaltyTypes, :field, :severity, :obligations, :listedOn, :cause,
                            :listedWith, :outstanding, :mobile, :displayRule, :displayed, :repairableFrom, :endsOn, :state)""")
                .params(columns(record))
                .update();
        addEvent(record.region(), record.recordNo(), RecordEvent.COLLECTED, sender, at);
        if (record.state() != RecordState.DISPLAYED) {
            addEvent(
                    record.region(),
                    record.recordNo(),
                    RecordEvent.endOfDisplay(record.state()),
                    sender,
                    at);
        }
    }

    public void correct(DishonestyRecord record, String sender, OffsetDateTime at) {
        jdbc.sql(
                        """
                        update dishonesty_record set category = :category, item = :item,
                            subject_type = :subjectType, subject_name = :subjectName,
                            subject_code = :code, uscc_confirmed = :usccConfirmed,
                            document_no = :documentNo, authority = :authority,
                            decided_on = :decidedOn, penalty_types = :penaltyTypes, field = :field,
                            severity = :severity, obligations = :obligations,
                            listed_on = :listedOn, cause = :cause, listed_with = :listedWith,
                            outstanding = :outstanding, mobile = :mobile,
                            display_rule = :displayRule,
                            displayed = :displayed, repairable_from = :repairableFrom,
                            display_ends_on = :endsOn, state = :state
                        where region = :region and record_no = :recordNo""")
                .params(columns(record))
                .update();
        addEvent(record.region(), record.recordNo(), RecordEvent.CORRECTED, sender, at);
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
                .query(RecordStore::record)
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
                        update dishonesty_record set repairable_from = ?, display_ends_on = ?,
                            display_rule = ?
                        where region = ? and record_no = ?""")
                .params(
                        period.repairableFrom(),
                        period.endsOn(),
                        period.source(),
                        region.value(),
                        recordNo)
                .update();
    }

    /** Notes that a repair was revoked, and until when none may be applied for. */
    public void block(RegionCode region, String recordNo, LocalDate revokedOn, LocalDate until) {
        jdbc.sql(
                        """
                        update dishonesty_record set revoked_on = ?, blocked_until = ?
                        where region = ? and record_no = ?""")
                .params(revokedOn, until, region.value(), recordNo)
                .update();
    }

    public List<RecordHistoryEntry> historyOf(RegionCode region, String recordNo) {
        return jdbc.sql(
                        """
                        select event, happened_at, reference from record_event
                        where region = :region and record_no = :no order by id""")
                .param("region", region.value())
                .param("no", recordNo)
                .query(
                        (row, n) ->
                                new RecordHistoryEntry(
                                        RecordEvent.valueOf(row.getString("event")),
                                        BusinessClock.at(
                                                row.getObject("happened_at", OffsetDateTime.class)),
                                        row.getString("reference")))
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
                        values (?, ?, ?, ?, ?)""")
                .params(region.value(), recordNo, event.name(), at, reference)
                .update();
    }

    private static Map<String, Object> columns(DishonestyRecord record) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("region", record.region().value());
        columns.put("recordNo", record.recordNo());
        columns.put("category", record.category().name());
        columns.put("item", record.item());
        columns.put("subjectType", record.subject().type().name());
        columns.put("subjectName", record.subject().name());
        columns.put("code", record.subject().code().value());
        columns.put("usccConfirmed", record.usccConfirmed());
        columns.put("documentNo", record.documentNo());
        columns.put("authority", record.authority());
        columns.put("decidedOn", record.decidedOn());
        columns.put("penaltyTypes", String.join(LIST_SEPARATOR, record.penaltyTypes()));
        columns.put("field", record.field());
        columns.put("severity", name(record.severity()));
        columns.put("obligations", record.obligations());
        columns.put("listedOn", record.listedOn());
        columns.put("cause", name(record.cause()));
        columns.put("listedWith", record.listedWith());
        columns.put("outstanding", record.outstanding());
        columns.put("mobile", record.mobile());
        columns.put("displayRule", record.period().source());
        columns.put("displayed", record.period().displayed());
        columns.put("repairableFrom", record.period().repairableFrom());
        columns.put("endsOn", record.period().endsOn());
        columns.put("state", record.state().name());
        return columns;
    }

    private static DishonestyRecord record(ResultSet row, int number) throws SQLException {
        String types = row.getString("penalty_types");
        SubjectType subjectType = SubjectType.valueOf(row.getString("subject_type"));
        return new DishonestyRecord(
                new RegionCode(row.getString("region")),
                row.getString("record_no"),
                RecordCategory.valueOf(row.getString("category")),
                row.getString("item"),
                new Subject(
                        subjectType,
                        row.getString("subject_name"),
                        SubjectCode.of(subjectType, row.getString("subject_code"))),
                row.getString("document_no"),
                row.getString("authority"),
                row.getObject("decided_on", LocalDate.class),
                types.isEmpty() ? List.of() : Arrays.asList(types.split(LIST_SEPARATOR)),
                row.getString("field"),
                constant(Severity.class, row.getString("severity")),
                row.getString("obligations"),
                row.getObject("listed_on", LocalDate.class),
                constant(ListingCause.class, row.getString("cause")),
                row.getString("listed_with"),
                row.getBoolean("outstanding"),
                row.getString("mobile"),
                row.getBoolean("uscc_confirmed"),
                new DisplayPeriod(
                        row.getBoolean("displayed"),
                        row.getObject("repairable_from", LocalDate.class),
                        row.getObject("display_ends_on", LocalDate.class),
                        row.getString("display_rule")),
                RecordState.valueOf(row.getString("state")),
                row.getObject("revoked_on", LocalDate.class),
                row.getObject("blocked_until", LocalDate.class),
                row.getString("open_application_no"));
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
