package org.creditrepair.supervision.escalation;

import java.util.Collection;
import java.util.List;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.storage.RecordParameters;
import org.creditrepair.supervision.escalation.Escalation.Step;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The register of escalations (督办台账); each is entered once, and its messages go out with it. */
@Repository
public class Escalations {

    private static final BusinessRowMapper<Escalation> ESCALATION =
            BusinessRowMapper.of(Escalation.class);

    private final JdbcClient jdbc;
    private final StaffMessages messages;

    Escalations(JdbcClient jdbc, StaffMessages messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    /**
     * Enters an escalation and notifies the recipients; idempotent by its key.
     *
     * @param recipients groups and accounts
     * @param text what they read
     * @return false if it was entered before
     */
    @Transactional
    public boolean enter(Escalation escalation, Collection<String> recipients, String text) {
        boolean known =
                jdbc.sql("select 1 from escalation where waiting_id = ? and step = ? and turn = ?")
                        .params(
                                escalation.waiting().waitingId(),
                                escalation.step().name(),
                                escalation.turn())
                        .query(Integer.class)
                        .optional()
                        .isPresent();
        if (known) {
            return false;
        }
        jdbc.sql(
                        """
                        insert into escalation (region, reference, waiting_id, stage, step, turn,
                            unit_group, assignee, reason, actor, happened_at)
                        values (:waiting.region, :waiting.reference, :waiting.waitingId, :waiting.stage,
                            :step, :turn, :waiting.unitGroup, :waiting.assignee, :reason,
                            :actor, :happenedAt)""")
                .paramSource(RecordParameters.of(escalation))
                .update();
        messages.send(
                escalation.waiting().region(),
                recipients,
                escalation.step().text(),
                escalation.waiting().reference(),
                text);
        return true;
    }

    /** Everything that was done about a case or another matter, the earliest first. */
    public List<Escalation> about(RegionCode region, String reference) {
        return jdbc.sql("select * from escalation where region = ? and reference = ? order by id")
                .params(region.value(), reference)
                .query(ESCALATION)
                .list();
    }

    /** Whether a step was entered before for a waiting execution. */
    public boolean wasTaken(String waitingId, Step step) {
        return jdbc.sql("select 1 from escalation where waiting_id = ? and step = ? limit 1")
                .params(waitingId, step.name())
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
