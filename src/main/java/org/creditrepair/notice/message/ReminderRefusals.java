package org.creditrepair.notice.message;

import org.creditrepair.clock.BusinessClock;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who wants no reminders (退订修复提醒), by mobile and region. */
@Service
public class ReminderRefusals {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    ReminderRefusals(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether reminders go to a mobile. */
    public boolean isReminded(RegionCode region, String mobile) {
        return jdbc.sql("select count(*) from reminder_refusal where region = ? and mobile = ?")
                        .params(region.value(), mobile)
                        .query(Integer.class)
                        .single()
                == 0;
    }

    /** No reminders go to a mobile from now on. */
    public void refuse(RegionCode region, String mobile) {
        try {
            jdbc.sql("insert into reminder_refusal (region, mobile, refused_at) values (?, ?, ?)")
                    .params(region.value(), mobile, clock.now())
                    .update();
        } catch (DuplicateKeyException already) {
            // refused before, which is what is wanted
        }
    }

    /** Reminders go to a mobile again. */
    public void accept(RegionCode region, String mobile) {
        jdbc.sql("delete from reminder_refusal where region = ? and mobile = ?")
                .params(region.value(), mobile)
                .update();
    }
}
