package org.creditrepair.registry.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.creditrepair.catalog.model.RecordCategory;
import org.creditrepair.catalog.model.RegionCode;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.DisplayPeriod;
import org.creditrepair.registry.record.ListingCause;
import org.creditrepair.registry.record.RecordState;
import org.creditrepair.registry.record.Severity;
import org.creditrepair.registry.record.Subject;
import org.creditrepair.registry.record.SubjectCode;
import org.creditrepair.registry.record.SubjectType;
import org.jspecify.annotations.Nullable;

/** How a record lies in the table {@code dishonesty_record}. */
final class RecordRow {

    private static final String LIST_SEPARATOR = "、";

    private RecordRow() {}

    /** The columns that a record fills. */
    static Map<String, Object> columns(DishonestyRecord record) {
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
        columns.put("deliveredBy", record.deliveredBy());
        return columns;
    }

    static DishonestyRecord record(ResultSet row, int number) throws SQLException {
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
                row.getString("open_application_no"),
                row.getString("delivered_by"));
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
