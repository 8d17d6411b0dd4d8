package org.creditrepair.supervision.status;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who looks at its queue on which day (每个工作日点击查询; 江西方案三（八）). */
@Repository
public class QueueLooks {

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final Set<String> noted = ConcurrentHashMap.newKeySet();
    private volatile @Nullable LocalDate notedOn;

    QueueLooks(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A unit's day.
     *
     * @param days working days on which it had tasks waiting
     * @param looked on how many of them it looked
     */
    public record Diligence(long days, long looked) {

        /** 每日点击率: share of the days on which it looked, 0 to 1; 1 where nothing ever waited. */
        public double share() {
            return days == 0 ? 1 : (double) looked / days;
        }
    }

    /** Notes that a member of units looks at the queue now; once a day is enough. */
    public void note(String account, Collection<String> groups) {
        LocalDate today = clock.today();
        if (!today.equals(notedOn)) {
            noted.clear();
            notedOn = today;
        }
        for (String group : groups) {
            if (noted.add(group)) {
                insert(account, group, today);
            }
        }
    }

    private void insert(String account, String group, LocalDate today) {
        if (lookedAt(group, today).isEmpty()) {
            try {
                jdbc.sql(
                                """
                                insert into queue_look (unit_group, looked_on, account, looked_at)
                                values (:unitGroup, :lookedOn, :account, :lookedAt)""")
                        .param("unitGroup", group)
                        .param("lookedOn", today)
                        .param("account", account)
                        .param("lookedAt", clock.now())
                        .update();
            } catch (DuplicateKeyException e) {
                // a colleague looked at the same moment
                noted.add(group);
            }
        }
    }

    /** When a unit first looked on a day. */
    public Optional<OffsetDateTime> lookedAt(String group, LocalDate day) {
        return jdbc.sql("select looked_at from queue_look where unit_group = ? and looked_on = ?")
                .params(group, day)
                .query((row, n) -> BusinessClock.at(row.getObject(1, OffsetDateTime.class)))
                .optional();
    }

    /**
     * Stores the summary of a unit's working day; idempotent.
     *
     * @param waiting tasks that nobody had claimed
     * @return false if it was kept before
     */
    public boolean close(
            RegionCode region, String unit, LocalDate day, int waiting, boolean looked) {
        return jdbc.sql(
                                """
                        insert into queue_day (region, unit, looked_on, waiting, looked)
                        select ?, ?, ?, ?, ? where not exists (
                            select 1 from queue_day where region = ? and unit = ?
                                and looked_on = ?)""")
                        .params(
                                region.value(),
                                unit,
                                day,
                                waiting,
                                looked,
                                region.value(),
                                unit,
                                day)
                        .update()
                > 0;
    }

    /** How diligent the units of a region were in a time, by their codes. */
    public Map<String, Diligence> diligenceBetween(
            RegionCode region, LocalDate from, LocalDate until) {
        Map<String, Diligence> units = new TreeMap<>();
        jdbc.sql(
                        """
                        select unit, count(*), sum(case when looked then 1 else 0 end)
                        from queue_day where region = ? and looked_on between ?
                            and ? group by unit""")
                .params(region.value(), from, until)
                .query(
                        row -> {
                            units.put(
                                    row.getString(1),
                                    new Diligence(row.getLong(2), row.getLong(3)));
                        });
        return units;
    }

    /** The units of a region that did not look on a day although tasks waited. */
    public List<String> untouchedOn(RegionCode region, LocalDate day) {
        return jdbc.sql(
                        """
                        select unit from queue_day
                        where region = ? and looked_on = ? and looked = false order by unit""")
                .params(region.value(), day)
                .query(String.class)
                .list();
    }
}
