package org.creditrepair.registry.quality;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code delivery_quality}: a row a batch and unit, so that no two batches meet. */
@Repository
public class DeliveryQualityStore {

    private final JdbcClient jdbc;

    public DeliveryQualityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param byUnit counts by unit code
     */
    public void keep(RegionCode region, LocalDate day, Map<String, DeliveryCounts> byUnit) {
        byUnit.forEach(
                (unit, counts) ->
                        jdbc.sql(
                                        """
                                        insert into delivery_quality (region, unit, delivered_on,
                                            all_rows, complete, rejected, corrected, duplicate,
                                            unconfirmed, timed, days, timely)
                                        values (:region, :unit, :deliveredOn, :allRows, :complete,
                                            :rejected, :corrected, :duplicate, :unconfirmed,
                                            :timed, :days, :timely)""")
                                .param("region", region.value())
                                .param("unit", unit)
                                .param("deliveredOn", day)
                                .param("allRows", counts.rows())
                                .param("complete", counts.complete())
                                .param("rejected", counts.rejected())
                                .param("corrected", counts.corrected())
                                .param("duplicate", counts.duplicate())
                                .param("unconfirmed", counts.unconfirmed())
                                .param("timed", counts.timed())
                                .param("days", counts.days())
                                .param("timely", counts.timely())
                                .update());
    }

    /**
     * The counts of a time by unit code.
     *
     * @param from first day
     * @param until last day
     */
    public Map<String, DeliveryCounts> between(RegionCode region, LocalDate from, LocalDate until) {
        Map<String, DeliveryCounts> byUnit = new TreeMap<>();
        jdbc.sql(
                        """
                        select unit, sum(all_rows), sum(complete), sum(rejected), sum(corrected),
                            sum(duplicate), sum(unconfirmed), sum(timed), sum(days), sum(timely)
                        from delivery_quality
                        where region = ? and delivered_on between ? and ? group by unit""")
                .params(region.value(), from, until)
                .query(
                        row -> {
                            byUnit.put(
                                    row.getString(1),
                                    new DeliveryCounts(
                                            row.getLong(2),
                                            row.getLong(3),
                                            row.getLong(4),
                                            row.getLong(5),
                                            row.getLong(6),
                                            row.getLong(7),
                                            row.getLong(8),
                                            row.getLong(9),
                                            row.getLong(10)));
                        });
        return byUnit;
    }
}
