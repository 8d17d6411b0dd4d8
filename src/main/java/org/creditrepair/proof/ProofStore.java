package org.creditrepair.proof;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.creditrepair.clock.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table {@code applicant_code}: the last code sent to an application or to a mobile, as a
 * digest.
 */
@Repository
class ProofStore {

    private final JdbcClient jdbc;

    ProofStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * When and how often codes have been sent.
     *
     * @param sentToday codes sent on the day of the last one
     */
    record Sent(OffsetDateTime sentAt, int sentToday) {}

    /** The last code of a subject, its row locked. */
    Optional<Sent> lastOf(String subject) {
        return jdbc.sql(
                        """
                        select sent_at, sent_today from applicant_code
                        where subject = ? for update""")
                .param(subject)
                .query(
                        (row, n) ->
                                new Sent(
                                        BusinessClock.at(row.getObject(1, OffsetDateTime.class)),
                                        row.getInt(2)))
                .optional();
    }

    /** Replaces the code of a subject; of two first ones at a time, one fails by its key. */
    void keep(String subject, String codeHash, Sent sent) {
        jdbc.sql("delete from applicant_code where subject = ?").param(subject).update();
        jdbc.sql(
                        """
                        insert into applicant_code (subject, code_hash, sent_at, sent_today,
                            wrong)
                        values (?, ?, ?, ?, 0)""")
                .params(subject, codeHash, sent.sentAt(), sent.sentToday())
                .update();
    }

    /** Counts an attempt; false if there is no code that may still be tried. */
    boolean mayTry(String subject, OffsetDateTime sentAfter, int most) {
        return jdbc.sql(
                                """
                                update applicant_code set wrong = wrong + 1
                                where subject = ? and code_hash is not null
                                    and sent_at > ? and wrong < ?""")
                        .params(subject, sentAfter, most)
                        .update()
                == 1;
    }

    /** Takes a code, once; false if it is another. */
    boolean take(String subject, String codeHash) {
        return jdbc.sql(
                                """
                                update applicant_code set code_hash = null
                                where subject = ? and code_hash = ?""")
                        .params(subject, codeHash)
                        .update()
                == 1;
    }
}
