package org.creditrepair.registry.register;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.DisplayPeriod;
import org.creditrepair.storage.BusinessRowMapper;
import org.jspecify.annotations.Nullable;

/** How a record lies in the table {@code dishonesty_record}. */
final class RecordRow {

    private static final String LIST_SEPARATOR = "、";

    /** Reads a row. */
    static final BusinessRowMapper<DishonestyRecord> RECORD =
            BusinessRowMapper.of(DishonestyRecord.class)
                    .with("subject", SubjectRow.SUBJECT)
                    .with("penaltyTypes", row -> list(row.getString("penalty_types")))
                    .with(
                            "period",
                            BusinessRowMapper.of(DisplayPeriod.class)
                                    .column("endsOn", "display_ends_on")
                                    .column("source", "display_rule"));

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

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static List<String> list(String types) {
        return types.isEmpty() ? List.of() : Arrays.asList(types.split(LIST_SEPARATOR));
    }
}
