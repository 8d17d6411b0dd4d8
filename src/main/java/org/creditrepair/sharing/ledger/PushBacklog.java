package org.creditrepair.sharing.ledger;

import java.time.OffsetDateTime;
import java.util.List;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many pushes are not delivered yet, by platform (待推送). */
@Repository
public class PushBacklog {

    private static final BusinessRowMapper<Backlog> BACKLOG = BusinessRowMapper.of(Backlog.class);

    private final JdbcClient jdbc;

    PushBacklog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a platform has not taken in.
     *
     * @param waiting pushes that are sent again by themselves
     * @param refused pushes that the platform refuses and a person has to correct
     * @param since when the oldest was entered
     */
    public record Backlog(
            String platform, long waiting, long refused, @Nullable OffsetDateTime since) {}

    /** The platforms of a region that have not taken in everything. */
    public List<Backlog> ofRegion(RegionCode region) {
        return jdbc.sql(
                        """
                        select platform, sum(case when status = 'REFUSED' then 0 else 1 end) waiting,
                            sum(case when status = 'REFUSED' then 1 else 0 end) refused,
                            min(created_at) since
                        from push where region = ? and status in ('PENDING', 'SENT', 'REFUSED')
                        group by platform order by platform""")
                .param(region.value())
                .query(BACKLOG)
                .list();
    }
}
