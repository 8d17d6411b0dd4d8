package org.creditrepair.registry.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.creditrepair.problem.Violations;
import org.creditrepair.registry.delivery.Sender;
import org.creditrepair.registry.record.DishonestyRecord;
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

/** Questions about the display of records, from asking to decision (公示复核). */
@Service
public class DisplayReviews {

    /** Stands for an account where the server itself asks. */
    public static final String SYSTEM = "system";

    private final DisplayReviewStore store;
    private final RecordRegister register;
    private final ReviewProcess process;
    private final BusinessClock clock;

    public DisplayReviews(
            DisplayReviewStore store,
            RecordRegister register,
            ReviewProcess process,
            BusinessClock clock) {
        this.process = process;
        this.store = store;
        this.register = register;
        this.clock = clock;
    }

    /**
     * Asks for a repair to be revoked because what was promised for it is false (撤销修复).
     *
     * @param reason what is false and how that is known
     * @throws RefusedException if there is no such record, it was not repaired, its revocation is
     *     being decided already, the reason is missing, or the sender does not answer for it
     */
    @Transactional
    public DisplayReview askForRevocation(
            RegionCode region, String recordNo, String reason, Sender sender) {
        Violations wrong = new Violations(clock.today());
        wrong.text("reason", reason, 1000);
        if (!wrong.isEmpty()) {
            throw RefusedException.invalid(wrong.found());
        }
        DishonestyRecord record =
                register.lock(region, recordNo)
                        .orElseThrow(
                                () ->
                                        RefusedException.notFound(
                                                "recordNo", "本地区未归集此失信信息：" + recordNo));
        if (!register.isAnsweredBy(sender, record)) {
            throw RefusedException.forbidden("recordNo", "谁认定、谁修复：只能由该信息的认定单位提出撤销修复");
        }
        if (record.display().state() != RecordState.REPAIRED
                && record.display().state() != RecordState.SHIELDED) {
            throw RefusedException.conflict(
                    "recordNo",
                    "NOT_REPAIRED",
                    "该信息未经修复（" + record.display().state().text() + "），无可撤销");
        }
        if (store.isOpen(region, recordNo, HumanTask.REVOCATION)) {
            throw RefusedException.conflict("recordNo", "OPEN_REVOCATION", "该信息的撤销修复正在办理");
        }
        DisplayReview asked =
                file(
                        DisplayReview.asked(
                                region,
                                recordNo,
                                new Question(
                                        Kind.REVOCATION,
                                        reason.strip(),
                                        null,
                                        clock.today(),
                                        sender.account(),
                                        clock.now()),
                                record.party().mobile()));
        process.revocation(asked);
        return asked;
    }

    /** Working days within which a subject may speak (行政处罚法第六十四条: 听证). */
    public static final int STATEMENT_WORKING_DAYS = 5;

    /**
     * What a subject says, as a portal or window hands it in for it.
     *
     * @param uscc code of the subject, which must be the record's
     * @param hearing whether it asks to be heard
     */
    public record StatementForm(
            @Nullable String uscc, @Nullable String statement, @Nullable Boolean hearing) {}

    /**
     * Keeps what the subject of a record says against the revocation of its repair (陈述、申辩), once.
     *
     * @throws RefusedException if a field is wrong, no revocation of this subject's record is open,
     *     or its time to speak is over
     */
    @Transactional
    public DisplayReview state(
            RegionCode region, String recordNo, StatementForm form, String account) {
        Violations wrong = new Violations(clock.today());
        wrong.text("uscc", form.uscc(), 18);
        wrong.text("statement", form.statement(), 2000);
        wrong.refuse();
        DisplayReview open =
                register.find(region, recordNo)
                        .filter(
                                record ->
                                        record.party().subject().code().value().equals(form.uscc()))
                        .flatMap(record -> store.openRevocation(region, recordNo))
                        .orElseThrow(() -> RefusedException.notFound("recordNo", "该主体没有正在办理的撤销修复"));
        boolean kept =
                store.state(
                        open.id(),
                        Objects.requireNonNull(form.statement()).strip(),
                        Boolean.TRUE.equals(form.hearing()),
                        account,
                        clock.now());
        if (!kept) {
            throw RefusedException.conflict("statement", "STATED_ALREADY", "已提交过陈述、申辩");
        }
        process.stated(open);
        return byId(open.id());
    }

    /** A shielded record is put before a person on a day (屏蔽期满重新评估). */
    @Transactional
    public void reassessAfterShield(
            RegionCode region, String recordNo, LocalDate day, String mobile, String reference) {
        reassess(
                DisplayReview.asked(
                        region,
                        recordNo,
                        new Question(
                                Kind.SHIELD_ENDED,
                                Kind.SHIELD_ENDED.text(),
                                reference,
                                day,
                                SYSTEM,
                                clock.now()),
                        mobile));
    }

    /** A record at its longest term with its obligations not met is put before a person. */
    @Transactional
    public void reassessAtFullTerm(DishonestyRecord record) {
        reassess(
                DisplayReview.asked(
                        record.region(),
                        record.recordNo(),
                        new Question(
                                Kind.OBLIGATIONS_UNMET,
                                Kind.OBLIGATIONS_UNMET.text(),
                                null,
                                clock.today(),
                                SYSTEM,
                                clock.now()),
                        record.party().mobile()));
    }

    private void reassess(DisplayReview review) {
        process.reassessment(file(review));
    }

    private DisplayReview file(DisplayReview review) {
        return store.insert(review);
    }

    /** Whether a question of a kind was ever asked about a record. */
    public boolean wasAsked(RegionCode region, String recordNo, Kind kind) {
        return store.wasAsked(region, recordNo, kind);
    }

    public DisplayReview byId(long id) {
        return store.find(id).orElseThrow(() -> new IllegalArgumentException("无此公示复核：" + id));
    }

    /**
     * Stores the decision and its account.
     *
     * @throws RefusedException if a record whose decision was annulled would be displayed again, or
     *     the subject asked for a hearing and none was held before its repair is revoked
     * @throws IllegalStateException if the region has no open question of this number, or it is of
     *     the other kind of task
     */
    @Transactional
    public void decide(long id, RegionCode region, TaskAnswer answer, String account) {
        DisplayReview review = byId(id);
        checkStanding(review, answer);
        LocalDate hearingOn = hearingOn(review, answer);
        if (review.question().kind().task() != answer.task()
                || !store.decide(id, region, answer, hearingOn, account, clock.now())) {
            throw new IllegalStateException("无待决定的公示复核：" + region + " " + id);
        }
    }

    private void checkStanding(DisplayReview review, TaskAnswer answer) {
        boolean displays =
                answer.outcome() == Outcome.REVOKE || answer.outcome() == Outcome.CONTINUE;
        if (displays && register.isAnnulled(review.region(), review.recordNo())) {
            throw RefusedException.conflict(
                    answer.task().outcomeField(), "ANNULLED", "该决定已被撤销或确认无效，不能恢复公示");
        }
    }

    private @Nullable LocalDate hearingOn(DisplayReview review, TaskAnswer answer) {
        Violations wrong = new Violations(clock.today());
        String given = answer.details().get(HumanTask.HEARING_ON);
        boolean due = answer.outcome() == Outcome.REVOKE && review.heard().hearingAsked();
        LocalDate day =
                due
                        ? wrong.day(HumanTask.HEARING_ON, given)
                        : wrong.optionalDay(HumanTask.HEARING_ON, given);
        if (day != null && day.isBefore(review.question().reviewOn())) {
            wrong.add(
                    Violation.invalid(
                            HumanTask.HEARING_ON,
                            "不能早于提出撤销修复之日（" + review.question().reviewOn() + "）"));
        }
        wrong.refuse();
        return day;
    }

    /** The decisions that revoked repairs of a record, the earliest first. */
    public List<DisplayReview> revocations(RegionCode region, String recordNo) {
        return store.revocations(region, recordNo);
    }

    /**
     * A question that a person of its region has decided so.
     *
     * @throws IllegalStateException if none was decided so
     */
    public DisplayReview decided(long id, RegionCode region, Outcome outcome) {
        if (!store.isDecided(id, region, outcome)) {
            throw new IllegalStateException(
                    "公示复核未决定为“" + outcome.text() + "”：" + region + " " + id);
        }
        return byId(id);
    }
}
