package org.creditrepair.notice;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.document.RepairNoticeContent;
import org.creditrepair.catalog.model.RecordCategory;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.notice.message.Remedies;
import org.creditrepair.paper.IssuedPaper;
import org.creditrepair.paper.PaperFormat;
import org.creditrepair.paper.Papers;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.RecordEvent;
import org.creditrepair.registry.record.RecordState;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.registry.review.DisplayReview;
import org.creditrepair.registry.review.DisplayReviews;
import org.springframework.stereotype.Service;

/**
 * The papers about records (信用修复告知书、撤销修复决定书、履行证明), signed by the unit that decided about the
 * record, under its official name: what a record writes of its authority comes under no seal.
 */
@Service
public class RecordPapers {

    /** Number of a repair notice: region, record, and which edition of it. */
    private static final Pattern NOTICE = Pattern.compile("(\\d{6})-(.+)-告知-(\\d+)");

    private final Catalog catalog;
    private final RecordRegister register;
    private final DisplayReviews reviews;
    private final SealedPress press;
    private final BusinessClock clock;

    RecordPapers(
            Catalog catalog,
            RecordRegister register,
            DisplayReviews reviews,
            SealedPress press,
            BusinessClock clock) {
        this.catalog = catalog;
        this.register = register;
        this.reviews = reviews;
        this.press = press;
        this.clock = clock;
    }

    /**
     * The notice that is served with a penalty decision (信用修复告知书, 两书同达). What is corrected of the
     * record makes another edition of it.
     *
     * @throws RefusedException if the region's document exempts the decision's kinds of penalty
     */
    public byte[] repairNotice(DishonestyRecord record, PaperFormat format) {
        Region region = catalog.region(record.region());
        RepairNoticeContent content = region.common().repairNotice();
        if (content.exempts(record.decision().penaltyTypes())) {
            throw RefusedException.conflict(
                    "penaltyTypes",
                    "NOT_NEEDED",
                    String.join("、", content.exempt()) + "的处罚决定无须同步送达信用修复告知书");
        }
        RepairItem repairItem = region.item(record.item()).orElseThrow();
        Papers.Draft draft =
                draft(
                        record,
                        "告知-" + edition(record),
                        record.category() == RecordCategory.PENALTY ? content.title() : "信用修复告知书",
                        clock.now());
        return press.file(
                draft,
                format,
                "repair-notice",
                model -> {
                    model.setVariable("record", record);
                    model.setVariable("repairItem", repairItem);
                    model.setVariable("content", content);
                    model.setVariable("never", register.neverEndedEarly(record));
                });
    }

    /** Counts what has been changed of a record since it was collected, from 1. */
    private long edition(DishonestyRecord record) {
        return 1
                + register.historyOf(record.region(), record.recordNo()).stream()
                        .filter(
                                entry ->
                                        entry.event() == RecordEvent.CORRECTED
                                                || entry.event() == RecordEvent.SHORTENED)
                        .count();
    }

    /**
     * The decision that last revoked the repair of a record (撤销信用修复决定书).
     *
     * @throws RefusedException if no repair of the record was revoked
     */
    public byte[] revocation(DishonestyRecord record, PaperFormat format) {
        List<DisplayReview> revocations = reviews.revocations(record.region(), record.recordNo());
        if (revocations.isEmpty()) {
            throw RefusedException.notFound("recordNo", "该信息的修复未被撤销");
        }
        return revocation(record, revocations.get(revocations.size() - 1), format);
    }

    /** The decision by which a repair was revoked at a time. */
    byte[] revocation(DishonestyRecord record, OffsetDateTime revokedAt, PaperFormat format) {
        DisplayReview revoked =
                reviews.revocations(record.region(), record.recordNo()).stream()
                        .filter(review -> !decidedAt(review).isAfter(revokedAt))
                        .reduce((first, last) -> last)
                        .orElseThrow();
        return revocation(record, revoked, format);
    }

    private byte[] revocation(DishonestyRecord record, DisplayReview revoked, PaperFormat format) {
        RepairItem repairItem = catalog.item(record.region(), record.item());
        Papers.Draft draft =
                draft(
                        record,
                        "撤销-" + revoked.id(),
                        CaseDocument.Kind.REVOCATION.title(),
                        decidedAt(revoked));
        return press.file(
                draft,
                format,
                "revocation",
                model -> {
                    model.setVariable("record", record);
                    model.setVariable("repairItem", repairItem);
                    model.setVariable("review", revoked);
                    model.setVariable("remedy", Remedies.on(repairItem.path(), draft.unit()));
                });
    }

    /**
     * The proof that the obligations of a record are met, as the unit that punished issues it
     * (履行证明, 呼和浩特方案七（三）), in PDF.
     *
     * @param review the request, decided so
     */
    public byte[] fulfilmentProof(DisplayReview review) {
        DishonestyRecord record = register.find(review.region(), review.recordNo()).orElseThrow();
        RepairItem repairItem = catalog.item(record.region(), record.item());
        Papers.Draft draft = draft(record, "履行-" + review.id(), "处罚决定义务履行证明", decidedAt(review));
        return press.file(
                draft,
                PaperFormat.PDF,
                "fulfilment-proof",
                model -> {
                    model.setVariable("record", record);
                    model.setVariable("repairItem", repairItem);
                    model.setVariable("review", review);
                });
    }

    private static OffsetDateTime decidedAt(DisplayReview review) {
        return Objects.requireNonNull(review.decidedAt());
    }

    /**
     * The unit that signs papers about a record; empty if its authority is none of the region's,
     * whose papers bear no seal.
     */
    public Optional<Unit> signer(DishonestyRecord record) {
        return catalog.region(record.region()).named(record.decision().authority());
    }

    private Papers.Draft draft(
            DishonestyRecord record, String kind, String title, OffsetDateTime issuedAt) {
        Optional<Unit> signer = signer(record);
        return new Papers.Draft(
                record.region() + "-" + record.recordNo() + "-" + kind,
                record.region(),
                signer.map(unit -> record.region() + "-" + unit.code()).orElse(null),
                signer.map(Unit::name).orElse(record.decision().authority()),
                title,
                issuedAt);
    }

    /** What became of a paper about a record; empty if it is of another kind. */
    Optional<PaperStanding> standing(IssuedPaper paper) {
        Matcher notice = NOTICE.matcher(paper.number());
        if (!notice.matches()) {
            return Optional.empty();
        }
        return register.find(paper.region(), notice.group(2))
                .map(
                        record -> {
                            if (record.display().state() == RecordState.ANNULLED) {
                                return PaperStanding.REVOKED;
                            }
                            return Long.parseLong(notice.group(3)) < edition(record)
                                    ? PaperStanding.REPLACED
                                    : PaperStanding.IN_FORCE;
                        });
    }
}
