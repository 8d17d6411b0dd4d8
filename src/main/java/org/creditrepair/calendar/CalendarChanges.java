package org.creditrepair.calendar;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.storage.Inserts;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The changes of the working calendar (日历变更台账), with the deadlines each has moved and has yet to
 * move.
 */
@Repository
public class CalendarChanges {

    private static final BusinessRowMapper<CalendarChange> CHANGE =
            BusinessRowMapper.of(CalendarChange.class)
                    .column("year", "calendar_year")
                    .column("before", "days_before")
                    .column("after", "days_after");
    private static final BusinessRowMapper<Affected> AFFECTED =
            BusinessRowMapper.of(Affected.class);
    private static final BusinessRowMapper<Moved> MOVED =
            BusinessRowMapper.of(Moved.class)
                    .column("before", "due_before")
                    .column("after", "due_after");

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    CalendarChanges(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A process whose limits are to be moved. */
    public record Affected(String instanceId, String reference) {}

    /** A limit that was moved. */
    public record Moved(String reference, OffsetDateTime before, OffsetDateTime after) {}

    /** Number of the latest change; 0 if there was none. */
    long version() {
        return jdbc.sql("select coalesce(max(id), 0) from calendar_change")
                .query(Long.class)
                .single();
    }

    /** All changes, the earliest first. */
    public List<CalendarChange> all() {
        return jdbc.sql("select * from calendar_change order by id").query(CHANGE).list();
    }

    /**
     * @throws RefusedException if there is none of this number
     */
    public CalendarChange byId(long id) {
        return jdbc.sql("select * from calendar_change where id = ?")
                .param(id)
                .query(CHANGE)
                .optional()
                .orElseThrow(() -> RefusedException.notFound("id", "无此日历变更：" + id));
    }

    /** The latest change of a year's arrangement. */
    public Optional<CalendarChange> latest(int year, @Nullable RegionCode region) {
        return all().stream()
                .filter(change -> change.year() == year)
                .filter(change -> Objects.equals(change.region(), region))
                .reduce((first, last) -> last);
    }

    /** Enters a change. */
    @Transactional
    public CalendarChange enter(
            int year,
            @Nullable RegionCode region,
            String source,
            @Nullable String before,
            @Nullable String after,
            @Nullable Long revokes,
            String account) {
        long id =
                Inserts.idOf(
                        jdbc.sql(
                                        """
                        insert into calendar_change (calendar_year, region, source, days_before,
                            days_after, revokes, changed_by, changed_at)
                        values (:year, :region, :source, :before, :after, :revokes,
                            :account, :now)""")
                                .param("year", year)
                                .param("region", region == null ? null : region.value())
                                .param("source", source)
                                .param("before", before)
                                .param("after", after)
                                .param("revokes", revokes)
                                .param("account", account)
                                .param("now", clock.now()));
        return byId(id);
    }

    /** Notes which processes a change affects. */
    @Transactional
    public void affects(long change, List<Affected> all) {
        for (Affected one : all) {
            jdbc.sql(
                            """
                            insert into calendar_change_case
                                (change_id, instance_id, reference, done)
                            values (?, ?, ?, false)""")
                    .params(change, one.instanceId(), one.reference())
                    .update();
        }
    }

    /** The next processes whose limits are to be moved. */
    public List<Affected> next(long change, int most) {
        return jdbc.sql(
                        """
                        select instance_id, reference from calendar_change_case
                        where change_id = ? and done = false order by instance_id
                        fetch first %d rows only"""
                                .formatted(most))
                .param(change)
                .query(AFFECTED)
                .list();
    }

    /** Stores the deadlines moved of a process. */
    @Transactional
    public void done(long change, Affected affected, List<Moved> moved) {
        moved.forEach(
                one ->
                        jdbc.sql(
                                        """
                                        insert into calendar_change_log
                                            (change_id, reference, due_before, due_after)
                                        values (:changeId, :reference, :dueBefore, :dueAfter)""")
                                .param("changeId", change)
                                .param("reference", one.reference())
                                .param("dueBefore", one.before())
                                .param("dueAfter", one.after())
                                .update());
        jdbc.sql(
                        """
                        update calendar_change_case set done = true
                        where change_id = ? and instance_id = ?""")
                .params(change, affected.instanceId())
                .update();
    }

    /** Everything has been moved. */
    @Transactional
    public void finish(long change) {
        jdbc.sql("update calendar_change set finished_at = ? where id = ?")
                .params(clock.now(), change)
                .update();
    }

    /** Deadlines that a change has moved so far, 1,000 at most. */
    public List<Moved> movedBy(long change) {
        return jdbc.sql(
                        """
                        select * from calendar_change_log where change_id = ? order by id
                        fetch first 1000 rows only""")
                .param(change)
                .query(MOVED)
                .list();
    }

    /** How many limits a change has moved so far. */
    public long countMovedBy(long change) {
        return jdbc.sql("select count(*) from calendar_change_log where change_id = ?")
                .param(change)
                .query(Long.class)
                .single();
    }
}
