package org.creditrepair.application.opinion;

import java.util.List;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.storage.Inserts;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The register of opinions asked for and given (会办台账). */
@Repository
public class Consultations {

    private static final BusinessRowMapper<Consultation> CONSULTATION =
            BusinessRowMapper.of(Consultation.class);

    private final JdbcClient jdbc;
    private final ConsultationProcess process;
    private final BusinessClock clock;

    Consultations(JdbcClient jdbc, ConsultationProcess process, BusinessClock clock) {
        this.process = process;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Asks a unit for its opinion; the task that it is for stays where it is.
     *
     * @param workingDays how long the unit has
     * @param account that asks
     */
    @Transactional
    public Consultation ask(
            RegionCode region,
            String reference,
            String askingGroup,
            String unit,
            String question,
            int workingDays,
            String account) {
        long id =
                Inserts.idOf(
                        jdbc.sql(
                                        """
                        insert into consultation (region, reference, asking_group, unit, question,
                            working_days, asked_by, asked_at)
                        values (:region, :reference, :askingGroup, :unit, :question, :workingDays,
                            :askedBy, :askedAt)""")
                                .param("region", region.value())
                                .param("reference", reference)
                                .param("askingGroup", askingGroup)
                                .param("unit", unit)
                                .param("question", question)
                                .param("workingDays", workingDays)
                                .param("askedBy", account)
                                .param("askedAt", clock.now()));
        Consultation asked = byId(id);
        process.begin(asked);
        return asked;
    }

    /**
     * Keeps the opinion of the unit that was asked.
     *
     * @throws IllegalStateException if the region has no consultation of this number that waits
     */
    @Transactional
    public void answer(long id, RegionCode region, @Nullable String opinion, String account) {
        int answered =
                jdbc.sql(
                                """
                                update consultation
                                set opinion = :opinion, answered_by = :answeredBy,
                                    answered_at = :answeredAt
                                where id = :id and region = :region and opinion is null""")
                        .param("opinion", opinion)
                        .param("answeredBy", account)
                        .param("answeredAt", clock.now())
                        .param("id", id)
                        .param("region", region.value())
                        .update();
        if (answered != 1) {
            throw new IllegalStateException("无待答复的会办：" + region + " " + id);
        }
    }

    /**
     * @throws RefusedException if there is none of this number
     */
    public Consultation byId(long id) {
        return jdbc.sql("select * from consultation where id = ?")
                .param(id)
                .query(CONSULTATION)
                .optional()
                .orElseThrow(() -> RefusedException.notFound("id", "无此会办：" + id));
    }

    /** Those about a case or another matter, the earliest first. */
    public List<Consultation> about(RegionCode region, String reference) {
        return jdbc.sql("select * from consultation where region = ? and reference = ? order by id")
                .params(region.value(), reference)
                .query(CONSULTATION)
                .list();
    }
}
