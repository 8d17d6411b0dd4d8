package org.creditrepair.catalog;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.storage.Inserts;
import org.creditrepair.storage.Json;
import org.creditrepair.storage.RecordParameters;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code list_adjustment}. */
@Repository
public class ListAdjustmentStore {

    private final JdbcClient jdbc;
    private final Json json;
    private final BusinessRowMapper<ListAdjustment> adjustment;

    public ListAdjustmentStore(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
        adjustment =
                BusinessRowMapper.of(ListAdjustment.class)
                        .with("item", row -> json.read(row.getString("item"), RepairItem.class));
    }

    public ListAdjustment insert(ListAdjustment adjustment, OffsetDateTime at) {
        long id =
                Inserts.idOf(
                        jdbc.sql(
                                        """
                                        insert into list_adjustment (region, kind, item,
                                            effective_on, reason, filed_by, filed_at, status)
                                        values (:region, :kind, :item, :effectiveOn, :reason,
                                            :filedBy, :filedAt, :status)""")
                                .paramSource(
                                        RecordParameters.of(adjustment)
                                                .with("item", json.write(adjustment.item()))
                                                .with("filedAt", at)));
        return find(id).orElseThrow();
    }

    public Optional<ListAdjustment> find(long id) {
        return jdbc.sql("select * from list_adjustment where id = ?")
                .param(id)
                .query(adjustment)
                .optional();
    }

    public List<ListAdjustment> findByRegion(RegionCode region) {
        return jdbc.sql("select * from list_adjustment where region = ? order by id desc")
                .param(region.value())
                .query(adjustment)
                .list();
    }

    /** The changes that hold, in the order in which they came into force. */
    public List<ListAdjustment> inForce() {
        return jdbc.sql(
                        """
                        select * from list_adjustment where status = 'IN_FORCE'
                        order by effective_on, id""")
                .query(adjustment)
                .list();
    }

    /** Stores the decision about a change; false if none of this number waits. */
    public boolean decide(
            long id,
            RegionCode region,
            ListAdjustment.Status status,
            @Nullable String remark,
            String account,
            OffsetDateTime at) {
        return jdbc.sql(
                                """
                                update list_adjustment set status = :status, remark = :remark,
                                    decided_by = :decidedBy, decided_at = :decidedAt
                                where id = :id and region = :region and status = 'FILED'""")
                        .param("status", status.name())
                        .param("remark", remark)
                        .param("decidedBy", account)
                        .param("decidedAt", at)
                        .param("id", id)
                        .param("region", region.value())
                        .update()
                == 1;
    }

    /** Puts a confirmed change in force; false if none of this number is confirmed. */
    public boolean putInForce(long id, RegionCode region, LocalDate today) {
        return jdbc.sql(
                                """
                                update list_adjustment set status = 'IN_FORCE'
                                where id = ? and region = ? and effective_on <= ?
                                    and (status = 'FILED'
                                        or status = 'CONFIRMED' and decided_by is not null)""")
                        .params(id, region.value(), today)
                        .update()
                == 1;
    }
}
