package org.creditrepair.notice.message;

import org.creditrepair.clock.BusinessClock;
import org.creditrepair.storage.Inserts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code notice}: every message once, with its masked receiver. */
@Repository
class NoticeRegister {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    NoticeRegister(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What a message is about.
     *
     * @param applicationNo null where it is about a record or a call
     * @param itemNo null where it is about the application as a whole
     * @param recordNo null where it is about an application or a call
     */
    record About(
            @Nullable String applicationNo, @Nullable Integer itemNo, @Nullable String recordNo) {

        static final About CALL = new About(null, null, null);

        static About record(String recordNo) {
            return new About(null, null, recordNo);
        }
    }

    /** Enters a message and tells its number. */
    long enter(About about, String kind, String text, Notice.Receiver receiver) {
        return Inserts.idOf(
                jdbc.sql(
                                """
                                insert into notice (application_no, item_no, record_no, kind,
                                    body, issued_at, receiver)
                                values (?, ?, ?, ?, ?, ?, ?)""")
                        .params(
                                about.applicationNo,
                                about.itemNo,
                                about.recordNo,
                                kind,
                                text,
                                clock.now(),
                                receiver.masked()));
    }
}
