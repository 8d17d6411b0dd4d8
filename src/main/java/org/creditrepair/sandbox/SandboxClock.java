package org.creditrepair.sandbox;

import jakarta.annotation.PostConstruct;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves business time forward for the whole server and remembers how far. */
@Component
@Profile("demo")
class SandboxClock {

    private final BusinessClock clock;
    private final JdbcClient jdbc;

    SandboxClock(BusinessClock clock, JdbcClient jdbc) {
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @PostConstruct
    void restore() {
        jdbc.sql("select offset_millis from sandbox_clock where id = 1")
                .query(Long.class)
                .optional()
                .ifPresent(millis -> clock.shift(Duration.ofMillis(millis)));
    }

    OffsetDateTime now() {
        return clock.now();
    }

    /**
     * @throws RefusedException if the moment is missing or in the past
     */
    @Transactional
    OffsetDateTime moveTo(OffsetDateTime now) {
        if (now == null) {
            throw RefusedException.invalid(
                    "now", "REQUIRED", "必填项，须为带时区的时间，如 2026-03-02T09:00:00+08:00");
        }
        if (now.isBefore(clock.now())) {
            throw RefusedException.invalid("now", "PAST", "演示时钟只能向前拨，当前为 " + clock.now());
        }
        clock.moveTo(now.toInstant());
        jdbc.sql("delete from sandbox_clock").update();
        jdbc.sql("insert into sandbox_clock (id, offset_millis) values (1, ?)")
                .param(clock.offset().toMillis())
                .update();
        return clock.now();
    }
}
