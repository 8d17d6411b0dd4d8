package org.creditrepair.supervision.status;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.creditrepair.application.model.SlaStatus;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.storage.RecordParameters;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts of open cases by path, unit and status (在办汇总). Each event appends delta rows, so writers
 * never contend for a row; a reader compacts the deltas past a bound.
 */
@Repository
public class OpenCaseCounts {

    private static final int MOST_SINGLE = 1_000;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    OpenCaseCounts(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate batches,
            BusinessClock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Open cases of one unit along one path in one state. */
    public record Count(String path, String unit, SlaStatus state, long cases) {}

    private record Group(
            RegionCode region,
            String path,
            String unit,
            @Nullable SlaStatus settled,
            @Nullable OffsetDateTime warnAt,
            @Nullable OffsetDateTime dueAt) {

        static Group of(CaseStatus status) {
            CaseStatus.Limit limit = status.limit();
            boolean running = limit.settled() == null;
            return new Group(
                    status.filed().region(),
                    status.filed().path(),
                    status.unit(),
                    limit.settled(),
                    running ? limit.warnAt() : null,
                    running ? limit.dueAt() : null);
        }
    }

    /** So many cases more, or less, in a group; or, summed, all of it. */
    private record Delta(Group group, long cases, boolean summed) {}

    /**
     * Counts a case that changes.
     *
     * @param before null where it is new or was not open
     * @param now null where it is not open any more
     */
    void move(@Nullable CaseStatus before, @Nullable CaseStatus now) {
        insert(
                Stream.concat(
                        Stream.ofNullable(before)
                                .map(status -> new Delta(Group.of(status), -1, false)),
                        Stream.ofNullable(now)
                                .map(status -> new Delta(Group.of(status), 1, false))));
    }

    private void insert(Stream<Delta> deltas) {
        batches.batchUpdate(
                """
                insert into open_tally (region, path, unit, settled, warn_at, due_at, cases, summed)
                values (:group.region, :group.path, :group.unit, :group.settled, :group.warnAt,
                    :group.dueAt, :cases, :summed)""",
                deltas.map(RecordParameters::of).toArray(RecordParameters[]::new));
    }

    /** The open cases of a region as they stand now. */
    public List<Count> compactAndCount(RegionCode region) {
        sumUp();
        return jdbc.sql(
                        """
                        select path, unit, state, sum(cases) from (
                            select path, unit, cases, case
                                when settled is not null then settled
                                when due_at < :now then 'BREACHED'
                                when warn_at < :now then 'AT_RISK'
                                else 'ON_TRACK' end as state
                            from open_tally where region = :region) t
                        group by path, unit, state having sum(cases) > 0""")
                .param("now", clock.now())
                .param("region", region.value())
                .query(
                        (row, n) ->
                                new Count(
                                        row.getString(1),
                                        row.getString(2),
                                        SlaStatus.valueOf(row.getString(3)),
                                        row.getLong(4)))
                .list();
    }

    private void sumUp() {
        long single =
                jdbc.sql("select count(*) from open_tally where summed = false")
                        .query(Long.class)
                        .single();
        if (single > MOST_SINGLE) {
            transaction.executeWithoutResult(status -> sumUpNow());
        }
    }

    /** Rows that others write meanwhile stay as they are: only those read here are replaced. */
    private void sumUpNow() {
        CountLock.take(jdbc);
        List<Long> read = new ArrayList<>();
        Map<Group, Long> sums = new HashMap<>();
        jdbc.sql("select * from open_tally")
                .query(
                        row -> {
                            String settled = row.getString("settled");
                            read.add(row.getLong("id"));
                            Group group =
                                    new Group(
                                            new RegionCode(row.getString("region")),
                                            row.getString("path"),
                                            row.getString("unit"),
                                            settled == null ? null : SlaStatus.valueOf(settled),
                                            row.getObject("warn_at", OffsetDateTime.class),
                                            row.getObject("due_at", OffsetDateTime.class));
                            sums.merge(group, row.getLong("cases"), Long::sum);
                        });
        batches.batchUpdate(
                "delete from open_tally where id = :id",
                read.stream()
                        .map(id -> new MapSqlParameterSource("id", id))
                        .toArray(MapSqlParameterSource[]::new));
        insert(
                sums.entrySet().stream()
                        .filter(sum -> sum.getValue() != 0)
                        .map(sum -> new Delta(sum.getKey(), sum.getValue(), true)));
    }
}
