package org.creditrepair.supervision.statistics;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.supervision.status.CaseCountCells.Dimension;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts of cases by the day they were received (收件), whether they are closed or not. */
@Repository
class ReceivedCases {

    private final JdbcClient jdbc;

    ReceivedCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The cases of each member of a dimension; PATH and BOTH are not counted. */
    Map<String, Long> count(
            RegionCode region, Dimension dimension, LocalDate from, LocalDate until) {
        String column =
                switch (dimension) {
                    case REGION -> "region";
                    case UNIT -> "unit";
                    case ITEM -> "item";
                    case CHANNEL -> "channel";
                    case PATH, BOTH -> throw new IllegalArgumentException(dimension.name());
                };
        Map<String, Long> counts = new TreeMap<>();
        jdbc.sql(
                        """
                        select %1$s, count(*) from case_standing
                        where region = :region and submitted_at >= :from and submitted_at < :until
                        group by %1$s"""
                                .formatted(column))
                .param("region", region.value())
                .param("from", from.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime())
                .param(
                        "until",
                        until.plusDays(1).atStartOfDay(BusinessClock.ZONE).toOffsetDateTime())
                .query(
                        row -> {
                            counts.put(row.getString(1), row.getLong(2));
                        });
        return counts;
    }
}
