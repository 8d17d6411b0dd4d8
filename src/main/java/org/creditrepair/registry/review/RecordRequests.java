package org.creditrepair.registry.review;

import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violations;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.RecordEvent;
import org.creditrepair.registry.record.RecordHistoryEntry;
import org.creditrepair.registry.record.RecordState;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.registry.review.DisplayReview.Kind;
import org.creditrepair.registry.review.DisplayReview.Question;
import org.creditrepair.task.HumanTask;
import org.creditrepair.task.Outcome;
import org.creditrepair.task.TaskAnswer;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the subject of a record asks of its unit: to put right what is displayed (异议, 国办发〔2025〕22号),
 * or to certify that its obligations are met (开具履行证明, 呼和浩特方案七（三）).
 */
@Service
public class RecordRequests {

    private static final Set<HumanTask> REQUESTS =
            EnumSet.of(HumanTask.OBJECTION, HumanTask.ISSUANCE);

    private final DisplayReviewStore store;
    private final RecordRegister register;
    private final ReviewProcess process;
    private final BusinessClock clock;

    RecordRequests(
            DisplayReviewStore store,
            RecordRegister register,
            ReviewProcess process,
            BusinessClock clock) {
        this.store = store;
        this.register = register;
        this.process = process;
        this.clock = clock;
    }

    /** What an objection is about (异议事项). */
    enum About {
        CONTENT(Kind.OBJECTION_CONTENT),
        PERIOD(Kind.OBJECTION_PERIOD),
        RESULT(Kind.OBJECTION_RESULT);

        private final Kind kind;

        About(Kind kind) {
            this.kind = kind;
        }
    }

    /**
     * An objection as a portal or window hands it in; every field may be missing or wrong.
     *
     * @param uscc code of the subject, which must be the record's
     * @param about CONTENT, PERIOD or RESULT
     * @param mobile where the subject is told; may be missing where the register knows it
     */
    public record ObjectionForm(
            @Nullable String uscc,
            @Nullable String about,
            @Nullable String reason,
            @Nullable String mobile) {}

    /**
     * A request for a proof as a portal or window hands it in; every field may be missing or wrong.
     *
     * @param uscc code of the subject, which must be the record's
     * @param reason what was done to meet the obligations
     * @param mobile where the subject is told; may be missing where the register knows it
     */
    public record ProofForm(
            @Nullable String uscc, @Nullable String reason, @Nullable String mobile) {}

    /**
     * Takes in an objection.
     *
     * @throws RefusedException naming every field that is wrong, if the subject has no such record,
     *     its decision was annulled, or an objection is being looked into already
     */
    @Transactional
    public DisplayReview object(
            RegionCode region, String recordNo, ObjectionForm form, String account) {
        Violations wrong = new Violations(clock.today());
        About about = wrong.code("about", form.about(), About.class);
        check(wrong, form.uscc(), form.reason(), form.mobile());
        DishonestyRecord record = own(region, recordNo, form.uscc());
        if (record.display().state() == RecordState.ANNULLED) {
            throw RefusedException.conflict("recordNo", "ANNULLED", "该决定已被撤销或确认无效，信息已撤回公示，无须异议");
        }
        DisplayReview asked =
                file(
                        record,
                        Objects.requireNonNull(about).kind,
                        form.reason(),
                        form.mobile(),
                        account);
        process.objection(asked);
        return asked;
    }

    /**
     * Asks the unit that punished for a proof that the obligations of a record are met.
     *
     * @throws RefusedException naming every field that is wrong, if the subject has no such record,
     *     it is not displayed, or a proof is being issued already
     */
    @Transactional
    public DisplayReview askForProof(
            RegionCode region, String recordNo, ProofForm form, String account) {
        Violations wrong = new Violations(clock.today());
        check(wrong, form.uscc(), form.reason(), form.mobile());
        DishonestyRecord record = own(region, recordNo, form.uscc());
        if (!record.isDisplayedOn(clock.today())) {
            throw RefusedException.conflict(
                    "recordNo",
                    "NOT_DISPLAYED",
                    "该信息已不在公示（" + record.stateOn(clock.today()).text() + "），无须开具");
        }
        DisplayReview asked = file(record, Kind.PROOF, form.reason(), form.mobile(), account);
        process.issuance(asked);
        return asked;
    }

    /** How many requests an account has made since a moment. */
    public int countSince(String account, OffsetDateTime moment) {
        return store.countSince(account, moment);
    }

    /**
     * A request of a region.
     *
     * @throws RefusedException if it has none of this number
     */
    public DisplayReview found(RegionCode region, long id) {
        return store.find(id)
                .filter(review -> review.region().equals(region))
                .filter(review -> REQUESTS.contains(review.question().kind().task()))
                .orElseThrow(() -> RefusedException.notFound("id", "无此请求：" + id));
    }

    private static void check(
            Violations wrong,
            @Nullable String uscc,
            @Nullable String reason,
            @Nullable String mobile) {
        wrong.text("uscc", uscc, 18);
        wrong.text("reason", reason, 1000);
        if (!Violations.isBlank(mobile)) {
            wrong.mobile("mobile", mobile);
        }
        wrong.refuse();
    }

    private DishonestyRecord own(RegionCode region, String recordNo, @Nullable String uscc) {
        return register.lock(region, recordNo)
                .filter(record -> record.party().subject().code().value().equals(uscc))
                .orElseThrow(() -> RefusedException.notFound("recordNo", "该主体在本地区没有此失信信息"));
    }

    private DisplayReview file(
            DishonestyRecord record,
            Kind kind,
            @Nullable String reason,
            @Nullable String mobile,
            String account) {
        if (store.isOpen(record.region(), record.recordNo(), kind.task())) {
            throw RefusedException.conflict("recordNo", "OPEN_REQUEST", "该信息的同类请求正在办理");
        }
        return store.insert(
                DisplayReview.asked(
                        record.region(),
                        record.recordNo(),
                        new Question(
                                kind,
                                Objects.requireNonNull(reason).strip(),
                                null,
                                clock.today(),
                                account,
                                clock.now()),
                        Violations.isBlank(mobile) ? record.party().mobile() : mobile));
    }

    /**
     * Checks that what an upheld objection says has been put right: the unit corrects its data
     * first, by the same way as always, and then closes the objection.
     *
     * @throws RefusedException if the record has not been corrected since the objection
     */
    void checkMended(DisplayReview review, TaskAnswer answer) {
        boolean demanded =
                answer.outcome() == Outcome.UPHOLD
                        && review.question().kind() != Kind.OBJECTION_RESULT;
        boolean mended =
                register.historyOf(review.region(), review.recordNo()).stream()
                        .filter(entry -> !entry.at().isBefore(review.question().filedAt()))
                        .map(RecordHistoryEntry::event)
                        .anyMatch(event -> event != RecordEvent.COLLECTED);
        if (demanded && !mended) {
            throw RefusedException.conflict(
                    HumanTask.OBJECTION.outcomeField(),
                    "NOT_CORRECTED",
                    "异议成立的，请先重新报送更正该信息（或报送其结果），再办结异议");
        }
    }

    /** Puts down which stored document a proof became. */
    @Transactional
    public void issued(DisplayReview review, String materialId) {
        store.refer(review.id(), materialId);
    }
}
