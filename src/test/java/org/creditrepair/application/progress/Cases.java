package org.creditrepair.application.progress;

import java.time.OffsetDateTime;
import java.util.List;
import org.creditrepair.application.model.ApplicationStatus;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.Channel;
import org.creditrepair.application.model.ItemStatus;
import org.creditrepair.application.model.Stage;
import org.creditrepair.application.model.StageRecord;
import org.creditrepair.application.model.Submitter;
import org.creditrepair.registry.record.Ground;
import org.creditrepair.registry.record.Subject;
import org.creditrepair.registry.record.SubjectType;
import org.creditrepair.registry.record.Uscc;
import org.creditrepair.task.Outcome;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/** Applications of one item, as a database would give them. */
final class Cases {

    static final CaseKey KEY = new CaseKey("15010020260302000001", 1);
    static final RegionCode REGION = new RegionCode("150100");

    private Cases() {}

    static CaseFile file(ItemStatus status, StageRecord... stages) {
        CaseItem item =
                new CaseItem(
                        KEY,
                        "penalty-other",
                        "A-1",
                        new CaseItem.Request("已纠正", null, Ground.FULFILLED, null, null, null, null),
                        "credit-center",
                        new CaseItem.State(status, null, null, false, null),
                        List.of(),
                        List.of(stages),
                        List.of());
        return new CaseFile(
                KEY.applicationNo(),
                REGION,
                "ABCDEFGHJK",
                new CaseFile.Applicant(
                        new Subject(
                                SubjectType.LEGAL_PERSON,
                                "虚构商贸有限公司",
                                new Uscc("91150100MA0000001X")),
                        "",
                        null,
                        null,
                        new CaseFile.Person("某甲", "13900000000"),
                        null,
                        null),
                new CaseFile.Filing(
                        Channel.PORTAL,
                        new Submitter("portal", null, null),
                        moment("2026-03-02T09:00")),
                ApplicationStatus.IN_PROGRESS,
                null,
                List.of(item));
    }

    /** A stage with a limit that is not over. */
    static StageRecord open(Stage stage, String warnAt, String dueAt, @Nullable String pausedAt) {
        return new StageRecord(
                stage,
                moment("2026-03-02T09:00"),
                new StageRecord.Limit(
                        warnAt == null ? null : moment(warnAt),
                        dueAt == null ? null : moment(dueAt),
                        pausedAt == null ? null : moment(pausedAt),
                        0),
                new StageRecord.End(null, null, null, null));
    }

    /** A stage that is over. */
    static StageRecord ended(Stage stage, Outcome outcome, @Nullable String actor) {
        return new StageRecord(
                stage,
                moment("2026-03-02T09:00"),
                new StageRecord.Limit(null, null, null, 0),
                new StageRecord.End(moment("2026-03-03T09:00"), outcome, null, actor));
    }

    static OffsetDateTime moment(String local) {
        return OffsetDateTime.parse(local + ":00+08:00");
    }
}
