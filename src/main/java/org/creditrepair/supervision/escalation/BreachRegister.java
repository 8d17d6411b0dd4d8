package org.creditrepair.supervision.escalation;

import java.time.OffsetDateTime;
import java.util.List;
import org.creditrepair.application.model.Stage;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The register of missed limits (超期台账). */
@Repository
public class BreachRegister {

    private static final BusinessRowMapper<Breach> BREACH = BusinessRowMapper.of(Breach.class);

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    public BreachRegister(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Records that a step missed its limit; a second call for the same step changes nothing.
     *
     * @param reference business key of the process that waits, e.g. a case's
     * @param waitingId the engine's execution that waits, for which a breach is recorded once
     * @return false if it was recorded before
     */
    @Transactional
    public boolean record(
            RegionCode region,
            String reference,
            Stage stage,
            String unitGroup,
            String waitingId,
            OffsetDateTime dueAt) {
        boolean known =
                jdbc.sql("select 1 from limit_breach where waiting_id = ?")
                        .param(waitingId)
                        .query(Integer.class)
                        .optional()
                        .isPresent();
        if (known) {
            return false;
        }
        jdbc.sql(
                        """
                        insert into limit_breach (region, reference, stage,
                            unit_group, waiting_id, due_at, breached_at)
                        values (:region, :reference, :stage, :unitGroup, :waitingId, :dueAt,
                            :breachedAt)""")
                .param("region", region.value())
                .param("reference", reference)
                .param("stage", stage.name())
                .param("unitGroup", unitGroup)
                .param("waitingId", waitingId)
                .param("dueAt", dueAt)
                .param("breachedAt", clock.now())
                .update();
        return true;
    }

    /** The breaches of a region, the latest first, 1,000 at most. */
    public List<Breach> findByRegion(RegionCode region) {
        return jdbc.sql(
                        """
                        select * from limit_breach where region = ?
                        order by breached_at desc, id desc fetch first 1000 rows only""")
                .param(region.value())
                .query(BREACH)
                .list();
    }
}
