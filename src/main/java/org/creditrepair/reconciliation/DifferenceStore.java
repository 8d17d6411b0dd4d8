package org.creditrepair.reconciliation;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.storage.RecordParameters;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code display_difference}. */
@Repository
public class DifferenceStore {

    private static final BusinessRowMapper<DisplayDifference> DIFFERENCE =
            BusinessRowMapper.of(DisplayDifference.class).column("since", "first_seen_at");

    private final JdbcClient jdbc;

    public DifferenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The difference about a record that lasts at a platform. */
    public Optional<DisplayDifference> open(RegionCode region, String platform, String recordNo) {
        return jdbc.sql(
                        """
                        select * from display_difference
                        where region = ? and platform = ? and record_no = ?
                            and settled_at is null""")
                .params(region.value(), platform, recordNo)
                .query(DIFFERENCE)
                .optional();
    }

    /** Notes that a difference was seen, for the first time or again. */
    public void seen(DisplayDifference difference, long reconciliation) {
        RecordParameters row =
                RecordParameters.of(difference).with("reconciliation", reconciliation);
        boolean known =
                jdbc.sql(
                                        """
                                        update display_difference set last_seen_at = :lastSeenAt,
                                            kind = :kind, handling = :handling, cause = :cause,
                                            reconciliation_id = :reconciliation
                                        where region = :region and platform = :platform
                                            and record_no = :recordNo and settled_at is null""")
                                .paramSource(row)
                                .update()
                        > 0;
        if (!known) {
            jdbc.sql(
                            """
                            insert into display_difference (region, platform, record_no, kind,
                                reconciliation_id, first_seen_at, last_seen_at, handling, cause)
                            values (:region, :platform, :recordNo, :kind, :reconciliation,
                                :since, :lastSeenAt, :handling, :cause)""")
                    .paramSource(row)
                    .update();
        }
    }

    /** The differences at a platform that this reconciliation has not seen are gone. */
    public void settle(Reconciliation reconciliation, OffsetDateTime at) {
        jdbc.sql(
                        """
                        update display_difference set settled_at = :settledAt
                        where region = :region and platform = :platform and settled_at is null
                            and reconciliation_id < :beforeReconciliationId""")
                .param("settledAt", at)
                .param("region", reconciliation.region().value())
                .param("platform", reconciliation.platform())
                .param("beforeReconciliationId", reconciliation.id())
                .update();
    }

    /** The differences of a region, those that last first, the latest first, 10,000 at most. */
    public List<DisplayDifference> differences(RegionCode region) {
        return jdbc.sql(
                        """
                        select * from display_difference where region = ?
                        order by case when settled_at is null then 0 else 1 end, id desc
                        fetch first 10000 rows only""")
                .param(region.value())
                .query(DIFFERENCE)
                .list();
    }

    /** The unknown records that this reconciliation was the first to see. */
    public List<String> newlyUnknown(long reconciliation) {
        return jdbc.sql(
                        """
                        select record_no from display_difference
                        where reconciliation_id = ? and kind = 'UNKNOWN_HERE'
                            and first_seen_at = last_seen_at
                        order by record_no fetch first 200 rows only""")
                .param(reconciliation)
                .query(String.class)
                .list();
    }

    /** How many differences of a region stand. */
    long open(RegionCode region) {
        return jdbc.sql(
                        "select count(*) from display_difference where region = ? and settled_at is null")
                .param(region.value())
                .query(Long.class)
                .single();
    }
}
