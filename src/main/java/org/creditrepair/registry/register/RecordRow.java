package org.creditrepair.registry.register;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.DishonestyRecord.Decision;
import org.creditrepair.registry.record.DishonestyRecord.Display;
import org.creditrepair.registry.record.DishonestyRecord.Party;
import org.creditrepair.registry.record.DisplayPeriod;
import org.creditrepair.storage.BusinessRowMapper;
import org.jspecify.annotations.Nullable;

/** How a record lies in the table {@code dishonesty_record}. */
final class RecordRow {

    private static final String LIST_SEPARATOR = "、";

    /** Reads a row. */
    static final BusinessRowMapper<DishonestyRecord> RECORD =
            BusinessRowMapper.of(DishonestyRecord.class)
                    .with(
                            "party",
                            BusinessRowMapper.of(Party.class).with("subject", SubjectRow.SUBJECT))
                    .with(
                            "decision",
                            BusinessRowMapper.of(Decision.class)
                                    .with(
                                            "penaltyTypes",
                                            row -> list(row.getString("penalty_types"))))
                    .with(
                            "display",
                            BusinessRowMapper.of(Display.class)
                                    .with(
                                            "period",
                                            BusinessRowMapper.of(DisplayPeriod.class)
                                                    .column("endsOn", "display_ends_on")
                                                    .column("source", "display_rule")));

    private RecordRow() {}

    /** The columns that a record fills. */
    static Map<String, Object> columns(DishonestyRecord record) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("region", record.region().value());
        columns.put("recordNo", record.recordNo());
        columns.put("category", record.category().name());
        columns.put("item", record.item());
        columns.put("subjectType", record.party().subject().type().name());
        columns.put("subjectName", record.party().subject().name());
        columns.put("code", record.party().subject().code().value());
        columns.put("usccConfirmed", record.party().usccConfirmed());
        columns.put("documentNo", record.decision().documentNo());
        columns.put("authority", record.decision().authority());
        columns.put("decidedOn", record.decision().decidedOn());
        columns.put("penaltyTypes", String.join(LIST_SEPARATOR, record.decision().penaltyTypes()));
        columns.put("field", record.decision().field());
        columns.put("severity", name(record.decision().severity()));
        columns.put("obligations", record.decision().obligations());
        columns.put("listedOn", record.listing().listedOn());
        columns.put("cause", name(record.listing().cause()));
        columns.put("listedWith", record.listing().listedWith());
        columns.put("outstanding", record.decision().outstanding());
        columns.put("mobile", record.party().mobile());
        columns.put("displayRule", record.display().period().source());
        columns.put("displayed", record.display().period().displayed());
        columns.put("repairableFrom", record.display().period().repairableFrom());
        columns.put("endsOn", record.display().period().endsOn());
        columns.put("state", record.display().state().name());
        columns.put("deliveredBy", record.custody().deliveredBy());
        return columns;
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static List<String> list(String types) {
        return types.isEmpty() ? List.of() : Arrays.asList(types.split(LIST_SEPARATOR));
    }
}
