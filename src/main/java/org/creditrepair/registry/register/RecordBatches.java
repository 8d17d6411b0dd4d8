package org.creditrepair.registry.register;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.RecordEvent;
import org.creditrepair.registry.record.RecordState;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code dishonesty_record} with many records at once. */
@Repository
public class RecordBatches {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    public RecordBatches(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * Finds records and locks them until the transaction ends, always in the same order, so that
     * two batches about the same records wait for each other.
     */
    public Map<String, DishonestyRecord> lockAll(RegionCode region, Collection<String> recordNos) {
        if (recordNos.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        """
                        select * from dishonesty_record
                        where region = :region and record_no in (:nos)
                        order by record_no for update""")
                .param("region", region.value())
                .param("nos", recordNos)
                .query(RecordRow.RECORD)
                .list()
                .stream()
                .collect(Collectors.toMap(DishonestyRecord::recordNo, record -> record));
    }

    /**
     * The records of some subjects about some decisions, whatever their numbers.
     *
     * @param codes of the subjects
     * @param documentNos numbers of the decisions
     */
    public List<DishonestyRecord> about(
            RegionCode region, Collection<String> codes, Collection<String> documentNos) {
        if (codes.isEmpty() || documentNos.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        select * from dishonesty_record
                        where region = :region and subject_code in (:codes)
                            and document_no in (:documents)""")
                .param("region", region.value())
                .param("codes", codes)
                .param("documents", documentNos)
                .query(RecordRow.RECORD)
                .list();
    }

    /** All records of a subject in whatever state, those on display first, then the latest. */
    public List<DishonestyRecord> findBySubject(RegionCode region, String code) {
        return jdbc.sql(
                        """
                        select * from dishonesty_record
                        where region = :region and subject_code = :code
                        order by case state when 'DISPLAYED' then 0 else 1 end, decided_on desc,
                            record_no""")
                .param("region", region.value())
                .param("code", code)
                .query(RecordRow.RECORD)
                .list();
    }

    public void insert(List<DishonestyRecord> records, String sender, OffsetDateTime at) {
        batch(
                """
                insert into dishonesty_record (region, record_no, category, item,
                    subject_type, subject_name, subject_code, uscc_confirmed, document_no,
                    authority, decided_on, penalty_types, field, severity, obligations, listed_on,
                    cause, listed_with, outstanding, mobile, display_rule, displayed,
                    repairable_from, display_ends_on, state, delivered_by)
                values (:region, :recordNo, :category, :item, :subjectType, :subjectName,
                    :code, :usccConfirmed, :documentNo, :authority, :decidedOn, :penaltyTypes,
                    :field, :severity, :obligations, :listedOn, :cause, :listedWith, :outstanding,
                    :mobile, :displayRule, :displayed, :repairableFrom, :endsOn, :state,
                    :deliveredBy)""",
                records);
        addEvents(
                records.stream()
                        .flatMap(
                                record ->
                                        record.display().state() == RecordState.DISPLAYED
                                                ? Stream.of(event(record, RecordEvent.COLLECTED))
                                                : Stream.of(
                                                        event(record, RecordEvent.COLLECTED),
                                                        event(
                                                                record,
                                                                RecordEvent.endOfDisplay(
                                                                        record.display()
                                                                                .state())))),
                sender,
                at);
    }

    public void correct(List<DishonestyRecord> records, String sender, OffsetDateTime at) {
        batch(
                """
                update dishonesty_record set category = :category, item = :item,
                    subject_type = :subjectType, subject_name = :subjectName,
                    subject_code = :code, uscc_confirmed = :usccConfirmed,
                    document_no = :documentNo, authority = :authority, decided_on = :decidedOn,
                    penalty_types = :penaltyTypes, field = :field, severity = :severity,
                    obligations = :obligations, listed_on = :listedOn, cause = :cause,
                    listed_with = :listedWith, outstanding = :outstanding, mobile = :mobile,
                    display_rule = :displayRule, displayed = :displayed,
                    repairable_from = :repairableFrom, display_ends_on = :endsOn, state = :state
                where region = :region and record_no = :recordNo""",
                records);
        addEvents(records.stream().map(record -> event(record, RecordEvent.CORRECTED)), sender, at);
    }

    private void batch(String sql, List<DishonestyRecord> records) {
        if (!records.isEmpty()) {
            batches.batchUpdate(
                    sql,
                    records.stream()
                            .map(RecordRow::columns)
                            .map(MapSqlParameterSource::new)
                            .toArray(SqlParameterSource[]::new));
        }
    }

    private static Map<String, Object> event(DishonestyRecord record, RecordEvent event) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("region", record.region().value());
        columns.put("recordNo", record.recordNo());
        columns.put("event", event.name());
        return columns;
    }

    private void addEvents(
            Stream<Map<String, Object>> events, String reference, OffsetDateTime at) {
        SqlParameterSource[] rows =
                events.map(
                                columns ->
                                        new MapSqlParameterSource(columns)
                                                .addValue("at", at)
                                                .addValue("reference", reference))
                        .toArray(SqlParameterSource[]::new);
        if (rows.length > 0) {
            batches.batchUpdate(
                    """
                    insert into record_event (region, record_no, event, happened_at, reference)
                    values (:region, :recordNo, :event, :at, :reference)""",
                    rows);
        }
    }
}
