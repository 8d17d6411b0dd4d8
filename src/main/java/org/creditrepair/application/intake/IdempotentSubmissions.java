package org.creditrepair.application.intake;

import java.util.Optional;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.storage.BusinessRowMapper;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which submission each account's idempotency keys were used for. */
@Repository
public class IdempotentSubmissions {

    private static final BusinessRowMapper<Known> KNOWN = BusinessRowMapper.of(Known.class);

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    public IdempotentSubmissions(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A submission that was stored under a key. */
    public record Known(String bodySha256, String applicationNo) {}

    public Optional<Known> find(String account, String key) {
        return jdbc.sql(
                        """
                        select body_sha256, application_no from idempotent_submission
                        where account = ? and idempotency_key = ? and application_no is not null""")
                .params(account, key)
                .query(KNOWN)
                .optional();
    }

    /**
     * Takes a key inside the transaction that submits.
     *
     * @throws DuplicateKeyException if it is taken
     */
    public void claim(String account, String key, String bodySha256) {
        jdbc.sql(
                        """
                        insert into idempotent_submission
                            (account, idempotency_key, body_sha256, submitted_at)
                        values (:account, :idempotencyKey, :bodySha256, :submittedAt)""")
                .param("account", account)
                .param("idempotencyKey", key)
                .param("bodySha256", bodySha256)
                .param("submittedAt", clock.now())
                .update();
    }

    /** Notes which application the key led to. */
    public void settle(String account, String key, String applicationNo) {
        jdbc.sql(
                        """
                        update idempotent_submission set application_no = ?
                        where account = ? and idempotency_key = ?""")
                .params(applicationNo, account, key)
                .update();
    }
}
