package org.creditrepair.notice.message;

import java.util.List;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.storage.BusinessRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The messages to applicants, by case. */
@Repository
public class SentNotices {

    private static final BusinessRowMapper<SentNotice> NOTICE =
            BusinessRowMapper.of(SentNotice.class);

    private final JdbcClient jdbc;

    SentNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those about a case, and about its application as a whole, in their order. */
    public List<SentNotice> about(CaseKey key) {
        return jdbc.sql(
                        """
                        select id, application_no, item_no, body, receiver, issued_at from notice
                        where application_no = ? and (item_no is null or item_no = ?)
                        order by id""")
                .params(key.applicationNo(), key.itemNo())
                .query(NOTICE)
                .list();
    }
}
