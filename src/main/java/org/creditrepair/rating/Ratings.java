package org.creditrepair.rating;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.creditrepair.problem.Violations;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Keeps what applicants say, once for each application, and counts it. */
@Service
public class Ratings {

    private static final BusinessRowMapper<Rating> RATING = BusinessRowMapper.of(Rating.class);
    private static final int COMMENT = 500;
    private static final int MOST_COMMENTS = 200;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    Ratings(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * How a region was rated in a period.
     *
     * @param mean of the scores; null if there are none
     * @param scores how many ratings by score
     * @param comments the last ratings with words, the newest first, 200 at most
     */
    public record RatingSummary(
            long count, @Nullable Double mean, Map<Integer, Long> scores, List<Rating> comments) {}

    /**
     * Keeps the rating of an application.
     *
     * @throws RefusedException naming every field that is wrong; if the application is open, or was
     *     rated before
     */
    public Rating rate(CaseFile file, RatingForm form) {
        Violations wrong = new Violations(clock.today());
        if (form.score() == null) {
            wrong.add(Violation.required("score"));
        }
        wrong.number("score", form.score(), 1, Rating.BEST);
        wrong.optional("comment", form.comment(), COMMENT);
        wrong.refuse();
        if (file.closedAt() == null) {
            throw RefusedException.conflict("applicationNo", "OPEN", "申请全部办结后可以评价");
        }
        Rating rating =
                new Rating(
                        file.applicationNo(),
                        Objects.requireNonNull(form.score()),
                        StringUtils.trimToNull(form.comment()),
                        clock.now());
        try {
            jdbc.sql(
                            """
                            insert into application_rating (application_no, region, score, comment,
                                rated_at)
                            values (?, ?, ?, ?, ?)""")
                    .params(
                            rating.applicationNo(),
                            file.region().value(),
                            rating.score(),
                            rating.comment(),
                            rating.ratedAt())
                    .update();
        } catch (DuplicateKeyException again) {
            throw RefusedException.conflict("applicationNo", "RATED", "该申请已经评价过");
        }
        return rating;
    }

    /** The rating of an application, if there is one. */
    public Optional<Rating> of(String applicationNo) {
        return jdbc.sql("select * from application_rating where application_no = ?")
                .param(applicationNo)
                .query(RATING)
                .optional();
    }

    /**
     * @param from first day
     * @param until last day
     */
    public RatingSummary summary(RegionCode region, LocalDate from, LocalDate until) {
        Object[] period = {
            region.value(),
            from.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime(),
            until.plusDays(1).atStartOfDay(BusinessClock.ZONE).toOffsetDateTime()
        };
        Map<Integer, Long> scores =
                jdbc
                        .sql(
                                """
                                select score, count(*) from application_rating
                                where region = ? and rated_at >= ? and rated_at < ?
                                group by score order by score""")
                        .params(period)
                        .query((row, n) -> Map.entry(row.getInt(1), row.getLong(2)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        long count = scores.values().stream().mapToLong(Long::longValue).sum();
        long sum = scores.entrySet().stream().mapToLong(e -> e.getKey() * e.getValue()).sum();
        List<Rating> comments =
                jdbc.sql(
                                """
                                select * from application_rating
                                where region = ? and rated_at >= ? and rated_at < ?
                                    and comment is not null
                                order by rated_at desc fetch first %d rows only"""
                                        .formatted(MOST_COMMENTS))
                        .params(period)
                        .query(RATING)
                        .list();
        return new RatingSummary(count, count == 0 ? null : (double) sum / count, scores, comments);
    }
}
