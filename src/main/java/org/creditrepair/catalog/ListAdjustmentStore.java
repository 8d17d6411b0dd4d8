package org.creditrepair.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.creditrepair.catalog.model.RegionCode;
import org.creditrepair.catalog.model.RepairItem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The table {@code list_adjustment}. */
@Repository
public class ListAdjustmentStore {

    private final ObjectMapper json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private final JdbcClient jdbc;

    public ListAdjustmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public ListAdjustment insert(ListAdjustment adjustment, OffsetDateTime at) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into list_adjustment (region, kind, item, effective_on, reason,
                            filed_by, filed_at, status)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        adjustment.region().value(),
                        adjustment.kind().name(),
                        write(adjustment.item()),
                        adjustment.effectiveOn(),
                        adjustment.reason(),
                        adjustment.filedBy(),
                        at,
                        adjustment.status().name())
                .update(key, "id");
        return find(key.getKey().longValue()).orElseThrow();
    }

    public Optional<ListAdjustment> find(long id) {
        return jdbc.sql("select * from list_adjustment where id = ?")
                .param(id)
                .query(this::adjustment)
                .optional();
    }

    public List<ListAdjustment> of(RegionCode region) {
        return jdbc.sql("select * from list_adjustment where region = ? order by id desc")
                .param(region.value())
                .query(this::adjustment)
                .list();
    }

    /** The changes that hold, in the order in which they came into force. */
    public List<ListAdjustment> inForce() {
        return jdbc.sql(
                        """
                        select * from list_adjustment where status = 'IN_FORCE'
                        order by effective_on, id""")
                .query(this::adjustment)
                .list();
    }

    /** Keeps what was decided about a change; false if none of this number waits. */
    public boolean decide(
            long id,
            RegionCode region,
            ListAdjustment.Status status,
            @Nullable String remark,
            String account,
            OffsetDateTime at) {
        return jdbc.sql(
                                """
                                update list_adjustment set status = ?, remark = ?,
                                    decided_by = ?, decided_at = ?
                                where id = ? and region = ? and status = 'FILED'""")
                        .params(status.name(), remark, account, at, id, region.value())
                        .update()
                == 1;
    }

    /** Puts a confirmed change in force; false if none of this number is confirmed. */
    public boolean putInForce(long id, RegionCode region) {
        return jdbc.sql(
                                """
                                update list_adjustment set status = 'IN_FORCE'
                                where id = ? and region = ? and status = 'CONFIRMED'
                                    and decided_by is not null""")
                        .params(id, region.value())
                        .update()
                == 1;
    }

    private ListAdjustment adjustment(ResultSet row, int number) throws SQLException {
        return new ListAdjustment(
                row.getLong("id"),
                new RegionCode(row.getString("region")),
                ListAdjustment.Kind.valueOf(row.getString("kind")),
                read(row.getString("item")),
                row.getObject("effective_on", LocalDate.class),
                row.getString("reason"),
                row.getString("filed_by"),
                ListAdjustment.Status.valueOf(row.getString("status")),
                row.getString("remark"));
    }

    private String write(@Nullable RepairItem item) {
        try {
            return json.writeValueAsString(item);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private RepairItem read(String item) {
        try {
            return json.readValue(item, RepairItem.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
