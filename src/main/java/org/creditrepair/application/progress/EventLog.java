package org.creditrepair.application.progress;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.Stage;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.task.Outcome;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The stages that cases have passed, as auditors and process mining read them (事件日志): page by page,
 * so that a long period takes no more memory than a short one.
 */
@Repository
public class EventLog {

    private static final int PAGE = 1_000;
    private static final BusinessRowMapper<Event> EVENT = BusinessRowMapper.of(Event.class);

    private final JdbcClient jdbc;

    EventLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A stage of a case.
     *
     * @param item code of the repair item
     * @param unit code of the unit that has the case
     * @param byPerson whether somebody ended it, and not the server
     */
    public record Event(
            long id,
            CaseKey key,
            String item,
            String unit,
            Stage stage,
            OffsetDateTime startedAt,
            @Nullable OffsetDateTime endedAt,
            @Nullable Outcome outcome,
            boolean byPerson) {

        /** Whose step it is: persons are told as roles. */
        public String role() {
            return switch (stage) {
                case CORRECTION -> "申请人";
                case SHARING -> "系统";
                default -> byPerson || endedAt == null ? "认定单位经办人员" : "系统";
            };
        }
    }

    /**
     * Gives the stages of a region that began in a period, in the order of their beginning.
     *
     * @param until last day
     */
    public void read(RegionCode region, LocalDate from, LocalDate until, Consumer<Event> reader) {
        long after = 0;
        List<Event> page;
        do {
            page = page(region, from, until, after);
            for (Event event : page) {
                reader.accept(event);
                after = event.id();
            }
        } while (page.size() == PAGE);
    }

    private List<Event> page(RegionCode region, LocalDate from, LocalDate until, long after) {
        return jdbc.sql(
                        """
                        select s.id, s.application_no, s.item_no, i.item, i.unit, s.stage,
                            s.started_at, s.ended_at, s.outcome,
                            case when s.actor is null then false else true end as by_person
                        from case_stage s
                        join application_item i
                            on i.application_no = s.application_no and i.item_no = s.item_no
                        join joint_application a on a.application_no = s.application_no
                        where s.id > :after and a.region = :region and s.started_at >= :from
                            and s.started_at < :until
                        order by s.id fetch first :most rows only""")
                .param("after", after)
                .param("region", region.value())
                .param("from", start(from))
                .param("until", start(until.plusDays(1)))
                .param("most", PAGE)
                .query(EVENT)
                .list();
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime();
    }
}
