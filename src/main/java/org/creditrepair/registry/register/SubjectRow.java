package org.creditrepair.registry.register;

import org.creditrepair.registry.record.Subject;
import org.creditrepair.registry.record.SubjectCode;
import org.creditrepair.registry.record.SubjectType;
import org.creditrepair.storage.BusinessRowMapper;

/** How a subject lies in the tables that name one. */
public final class SubjectRow {

    /** Reads the columns {@code subject_type}, {@code subject_name} and {@code subject_code}. */
    public static final BusinessRowMapper<Subject> SUBJECT =
            BusinessRowMapper.of(Subject.class)
                    .column("type", "subject_type")
                    .column("name", "subject_name")
                    .with(
                            "code",
                            row ->
                                    SubjectCode.of(
                                            SubjectType.valueOf(row.getString("subject_type")),
                                            row.getString("subject_code")));

    private SubjectRow() {}
}
