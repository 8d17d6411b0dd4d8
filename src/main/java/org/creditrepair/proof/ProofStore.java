package org.creditrepair.proof;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.creditrepair.clock.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code applicant_code} and {@code applicant_login}. */
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

    /** The last code of an application, its row locked. */
    Optional<Sent> lastOf(String applicationNo) {
        return jdbc.sql(
                        """
                        select sent_at, sent_today from applicant_code
                        where application_no = ? for update""")
                .param(applicationNo)
                .query(
                        (row, n) ->
                                new Sent(
                                        BusinessClock.at(row.getObject(1, OffsetDateTime.class)),
                                        row.getInt(2)))
                .optional();
    }

    /** Replaces the code of an application; of two first ones at a time, one fails by its key. */
    void keep(String applicationNo, String codeHash, Sent sent) {
        jdbc.sql("delete from applicant_code where application_no = ?")
                .param(applicationNo)
                .update();
        jdbc.sql(
                        """
                        insert into applicant_code (application_no, code_hash, sent_at, sent_today,
                            wrong)
                        values (?, ?, ?, ?, 0)""")
                .params(applicationNo, codeHash, sent.sentAt(), sent.sentToday())
                .update();
    }

    /** Counts an attempt; false if there is no code that may still be tried. */
    boolean mayTry(String applicationNo, OffsetDateTime sentAfter, int most) {
        return jdbc.sql(
                                """
                                update applicant_code set wrong = wrong + 1
                                where application_no = ? and code_hash is not null
                                    and sent_at > ? and wrong < ?""")
                        .params(applicationNo, sentAfter, most)
                        .update()
                == 1;
    }

    /** Takes a code, once; false if it is another. */
    boolean take(String applicationNo, String codeHash) {
        return jdbc.sql(
                                """
                                update applicant_code set code_hash = null
                                where application_no = ? and code_hash = ?""")
                        .params(applicationNo, codeHash)
                        .update()
                == 1;
    }

    void insertLogin(String tokenHash, String applicationNo, OffsetDateTime validUntil) {
        jdbc.sql(
                        """
                        insert into applicant_login (token_hash, application_no, valid_until)
                        values (?, ?, ?)""")
                .params(tokenHash, applicationNo, validUntil)
                .update();
    }

    void deleteLoginsBefore(OffsetDateTime moment) {
        jdbc.sql("delete from applicant_login where valid_until < ?").param(moment).update();
    }

    Optional<String> applicationOf(String tokenHash, OffsetDateTime moment) {
        return jdbc.sql(
                        """
                        select application_no from applicant_login
                        where token_hash = ? and valid_until > ?""")
                .params(tokenHash, moment)
                .query(String.class)
                .optional();
    }
}
