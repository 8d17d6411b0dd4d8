package org.creditrepair.application.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.OffsetDateTime;
import java.util.List;
import org.creditrepair.registry.record.Subject;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * A joint application with all its items (办件).
 *
 * @param progressCode code with which anybody who has it sees the progress (办理进度查询码)
 * @param closedAt null while open
 */
@RecordBuilder
public record CaseFile(
        String applicationNo,
        RegionCode region,
        String progressCode,
        Applicant applicant,
        Filing filing,
        ApplicationStatus status,
        OffsetDateTime closedAt,
        List<CaseItem> items) {

    /**
     * Who applies, and where they are told.
     *
     * @param legalRepresentative who signs for it (法定代表人、负责人、经营者); null if not given
     * @param registrationAuthority who registered it (登记、发证机关); null if not given
     * @param agent null if the subject acts itself
     * @param email where messages go besides the mobile; null if not given
     */
    public record Applicant(
            Subject subject,
            String address,
            @Nullable String legalRepresentative,
            @Nullable String registrationAuthority,
            Person contact,
            @Nullable Person agent,
            @Nullable String email) {}

    /** How an application came in. */
    public record Filing(Channel channel, Submitter submitter, OffsetDateTime submittedAt) {}

    /** A person with a mobile number. */
    public record Person(String name, String mobile) {}

    public CaseFile {
        items = List.copyOf(items);
    }

    /** How the application stands against its limits at a moment: as the worst of its items. */
    public SlaStatus sla(OffsetDateTime now) {
        return SlaStatus.worst(items.stream().map(item -> item.sla(now)).toList());
    }

    /**
     * @throws IllegalArgumentException if there is no such item
     */
    public CaseItem item(int itemNo) {
        return items.stream()
                .filter(item -> item.key().itemNo() == itemNo)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(applicationNo + " 无第 " + itemNo + " 项"));
    }
}
