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
import org.creditrepair.registry.SubjectType;
import org.creditrepair.registry.Uscc;
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

    public List<DishonestyRecord> displayedOf(RegionCode region, Uscc subject) {
        return jdbc.sql(
                        """
                        select * from dishonesty_record
                        where region = :region and subject_uscc = :uscc and state = 'DISPLAYED'
                        order by decided_on, record_no""")
                .param("region", region.value())
                .param("uscc", subject.value())
                .query(RecordStore::record)
                .list();
    }

    public void insert(DishonestyRecord record, String sender, OffsetDateTime at) {
        jdbc.sql(
                        """
                        insert into dishonesty_record (region, record_no, category, item,
                            subject_type, subject_name, subject_uscc, uscc_confirmed, document_no,
                            authority, decided_on, penalty_types, field, severity, obligations,
                            listed_on, cause, display_rule, displayed, repairable_from,
                            display_ends_on, state)
                        values (:region, :recordNo, :category, :item, :subjectType, :subjectName,
                            :uscc, :usccConfirmed, :documentNo, :authority, :decidedOn,
                            :penaltyTypes, :field, :severity, :obligations, :listedOn, :cause,
                            :displayRule, :displayed, :repairableFrom, :endsOn, :state)""")
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
                            subject_uscc = :uscc, uscc_confirmed = :usccConfirmed,
                            document_no = :documentNo, authority = :authority,
                            decided_on = :decidedOn, penalty_types = :penaltyTypes, field = :field,
                            severity = :severity, obligations = :obligations,
                            listed_on = :listedOn, cause = :cause, display_rule = :displayRule,
                            displayed = :displayed, repairable_from = :repairableFrom,
                            display_ends_on = :endsOn, state = :state
                        where region = :region and record_no = :recordNo""")
                .params(columns(record))
                .update();
        addEvent(record.region(), record.recordNo(), RecordEvent.CORRECTED, sender, at);
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

    public void endDisplay(
            RegionCode region,
            String recordNo,
            RecordState state,
            String reference,
            OffsetDateTime at) {
        int changed =
                jdbc.sql(
                                """
                                update dishonesty_record set state = :state
                                where region = :region and record_no = :no and state <> :state""")
                        .param("state", state.name())
                        .param("region", region.value())
                        .param("no", recordNo)
                        .update();
        if (changed == 1) {
            addEvent(region, recordNo, RecordEvent.endOfDisplay(state), reference, at);
        }
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

    private void addEvent(
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
        columns.put("uscc", record.subject().uscc().value());
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
        columns.put("displayRule", record.period().source());
        columns.put("displayed", record.period().displayed());
        columns.put("repairableFrom", record.period().repairableFrom());
        columns.put("endsOn", record.period().endsOn());
        columns.put("state", record.state().name());
        return columns;
    }

    private static DishonestyRecord record(ResultSet row, int number) throws SQLException {
        String types = row.getString("penalty_types");
        return new DishonestyRecord(
                new RegionCode(row.getString("region")),
                row.getString("record_no"),
                RecordCategory.valueOf(row.getString("category")),
                row.getString("item"),
                new Subject(
                        SubjectType.valueOf(row.getString("subject_type")),
                        row.getString("subject_name"),
                        new Uscc(row.getString("subject_uscc"))),
                row.getString("document_no"),
                row.getString("authority"),
                row.getObject("decided_on", LocalDate.class),
                types.isEmpty() ? List.of() : Arrays.asList(types.split(LIST_SEPARATOR)),
                row.getString("field"),
                constant(Severity.class, row.getString("severity")),
                row.getString("obligations"),
                row.getObject("listed_on", LocalDate.class),
                constant(ListingCause.class, row.getString("cause")),
                row.getBoolean("uscc_confirmed"),
                new DisplayPeriod(
                        row.getBoolean("displayed"),
                        row.getObject("repairable_from", LocalDate.class),
                        row.getObject("display_ends_on", LocalDate.class),
                        row.getString("display_rule")),
                RecordState.valueOf(row.getString("state")),
                row.getString("open_application_no"));
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
