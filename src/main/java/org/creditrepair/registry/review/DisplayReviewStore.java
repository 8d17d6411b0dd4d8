package org.creditrepair.registry.review;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.storage.Inserts;
import org.creditrepair.storage.RecordParameters;
import org.creditrepair.task.HumanTask;
import org.creditrepair.task.Outcome;
import org.creditrepair.task.TaskAnswer;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code display_review}. */
@Repository
public class DisplayReviewStore {

    private static final BusinessRowMapper<DisplayReview> REVIEW =
            BusinessRowMapper.of(DisplayReview.class);

    private final JdbcClient jdbc;

    public DisplayReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public DisplayReview insert(DisplayReview review) {
        long id =
                Inserts.idOf(
                        jdbc.sql(
                                        """
                                        insert into display_review (region, record_no, kind, reason,
                                            mobile, reference, review_on, filed_by, filed_at)
                                        values (:region, :recordNo, :question.kind,
                                            :question.reason, :mobile, :question.reference,
                                            :question.reviewOn, :question.filedBy,
                                            :question.filedAt)""")
                                .paramSource(RecordParameters.of(review)));
        return find(id).orElseThrow();
    }

    public Optional<DisplayReview> find(long id) {
        return jdbc.sql("select * from display_review where id = ?")
                .param(id)
                .query(REVIEW)
                .optional();
    }

    /** Whether a task about a record waits for a person. */
    /** How many reviews an account has asked for since a moment. */
    int countSince(String account, OffsetDateTime moment) {
        return jdbc.sql("select count(*) from display_review where filed_by = ? and filed_at >= ?")
                .params(account, moment)
                .query(Integer.class)
                .single();
    }

    public boolean isOpen(RegionCode region, String recordNo, HumanTask task) {
        return jdbc
                .sql(
                        """
                        select 1 from display_review
                        where region = :region and record_no = :recordNo and kind in (:kinds)
                            and outcome is null""")
                .param("region", region.value())
                .param("recordNo", recordNo)
                .param(
                        "kinds",
                        Arrays.stream(DisplayReview.Kind.values())
                                .filter(kind -> kind.task() == task)
                                .map(Enum::name)
                                .toList())
                .query(Integer.class)
                .list()
                .stream()
                .findAny()
                .isPresent();
    }

    /** Puts down what a decided question came to, e.g. the paper that was issued. */
    public void refer(long id, String reference) {
        jdbc.sql("update display_review set reference = ? where id = ?")
                .params(reference, id)
                .update();
    }

    /** The revocation of a record's repair that is being decided. */
    public Optional<DisplayReview> openRevocation(RegionCode region, String recordNo) {
        return jdbc.sql(
                        """
                        select * from display_review
                        where region = ? and record_no = ? and kind = 'REVOCATION'
                            and outcome is null""")
                .params(region.value(), recordNo)
                .query(REVIEW)
                .optional();
    }

    /** The decisions that revoked repairs of a record, the earliest first. */
    public List<DisplayReview> revocations(RegionCode region, String recordNo) {
        return jdbc.sql(
                        """
                        select * from display_review
                        where region = ? and record_no = ? and kind = 'REVOCATION'
                            and outcome = 'REVOKE'
                        order by id""")
                .params(region.value(), recordNo)
                .query(REVIEW)
                .list();
    }

    /** Keeps what the subject says; false if it has spoken already, or all is decided. */
    public boolean state(
            long id, String statement, boolean hearing, String account, OffsetDateTime at) {
        return jdbc.sql(
                                """
                                update display_review
                                set statement = :statement, hearing_asked = :hearing,
                                    stated_by = :account, stated_at = :at
                                where id = :id and stated_at is null and outcome is null""")
                        .param("statement", statement)
                        .param("hearing", hearing)
                        .param("account", account)
                        .param("at", at)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Whether a question of a kind was ever asked about a record. */
    public boolean wasAsked(RegionCode region, String recordNo, DisplayReview.Kind kind) {
        return jdbc.sql(
                                "select count(*) from display_review where region = ? and record_no = ? and kind = ?")
                        .params(region.value(), recordNo, kind.name())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Stores the decision; false if no review of this number is open. */
    public boolean decide(
            long id,
            RegionCode region,
            TaskAnswer answer,
            @Nullable LocalDate hearingOn,
            String account,
            OffsetDateTime at) {
        return jdbc.sql(
                                """
                                update display_review
                                set outcome = :outcome, remark = :remark, decided_by = :decidedBy,
                                    decided_at = :decidedAt, hearing_on = :hearingOn
                                where id = :id and region = :region and outcome is null""")
                        .param("outcome", answer.outcome().name())
                        .param("remark", answer.comment())
                        .param("decidedBy", account)
                        .param("decidedAt", at)
                        .param("hearingOn", hearingOn)
                        .param("id", id)
                        .param("region", region.value())
                        .update()
                == 1;
    }

    /** Whether a person has decided a question so. */
    public boolean isDecided(long id, RegionCode region, Outcome outcome) {
        return jdbc.sql(
                        """
                        select 1 from display_review
                        where id = ? and region = ? and outcome = ? and decided_by is not null""")
                .params(id, region.value(), outcome.name())
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
