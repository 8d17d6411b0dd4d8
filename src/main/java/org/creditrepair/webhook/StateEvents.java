package org.creditrepair.webhook;

import java.util.Optional;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.application.progress.CaseMoved;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.storage.Inserts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** The table {@code state_event}: what portals with a webhook have been told, and will be. */
@Component
public class StateEvents {

    private static final BusinessRowMapper<StateEvent> EVENT =
            BusinessRowMapper.of(StateEvent.class);

    private final WebhookProperties properties;
    private final Applications applications;
    private final StateEventProcess process;
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    StateEvents(
            WebhookProperties properties,
            Applications applications,
            StateEventProcess process,
            JdbcClient jdbc,
            BusinessClock clock) {
        this.properties = properties;
        this.applications = applications;
        this.process = process;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Once the item stands as it will: moves that leave its state as it was are no event. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void note(CaseMoved moved) {
        if (properties.portals().isEmpty()) {
            return;
        }
        CaseFile file = applications.byNumber(moved.key().applicationNo());
        String account = file.filing().submitter().account();
        CaseItem item = file.item(moved.key().itemNo());
        if (!properties.portals().containsKey(account) || isKnown(item)) {
            return;
        }
        long id =
                Inserts.idOf(
                        jdbc.sql(
                                        """
                                        insert into state_event (region, account, application_no,
                                            item_no, status, result, happened_at)
                                        values (?, ?, ?, ?, ?, ?, ?)""")
                                .params(
                                        file.region().value(),
                                        account,
                                        item.key().applicationNo(),
                                        item.key().itemNo(),
                                        item.state().status().name(),
                                        item.state().result() == null
                                                ? null
                                                : item.state().result().name(),
                                        clock.now()));
        process.announce(byId(id));
    }

    private boolean isKnown(CaseItem item) {
        Optional<StateEvent> last =
                jdbc.sql(
                                """
                                select * from state_event where application_no = ? and item_no = ?
                                order by id desc fetch first 1 row only""")
                        .params(item.key().applicationNo(), item.key().itemNo())
                        .query(EVENT)
                        .optional();
        return last.filter(
                        event ->
                                event.status() == item.state().status()
                                        && event.result() == item.state().result())
                .isPresent();
    }

    /** An event that there is. */
    public StateEvent byId(long id) {
        return jdbc.sql("select * from state_event where id = ?").param(id).query(EVENT).single();
    }
}
