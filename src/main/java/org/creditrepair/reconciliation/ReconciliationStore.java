package org.creditrepair.reconciliation;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.creditrepair.reconciliation.DisplayDifference.Kind;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.storage.Inserts;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tables of reconciliations. What a platform displays is compared with ours by the database.
 */
@Repository
public class ReconciliationStore {

    private static final BusinessRowMapper<Reconciliation> RECONCILIATION =
            BusinessRowMapper.of(Reconciliation.class);

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    public ReconciliationStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    public long begin(RegionCode region, String platform, String by, OffsetDateTime at) {
        return Inserts.idOf(
                jdbc.sql(
                                """
                        insert into reconciliation (region, platform, begun_by, begun_at)
                        values (:region, :platform, :begunBy, :begunAt)""")
                        .param("region", region.value())
                        .param("platform", platform)
                        .param("begunBy", by)
                        .param("begunAt", at));
    }

    public Optional<Reconciliation> find(long id) {
        return jdbc.sql("select * from reconciliation where id = ?")
                .param(id)
                .query(RECONCILIATION)
                .optional();
    }

    /** The reconciliations of a region, the latest first, 200 at most. */
    public List<Reconciliation> findByRegion(RegionCode region) {
        return jdbc.sql(
                        """
                        select * from reconciliation where region = ?
                        order by id desc fetch first 200 rows only""")
                .param(region.value())
                .query(RECONCILIATION)
                .list();
    }

    /** Deletes the records read of a platform. */
    public void clear(long id) {
        jdbc.sql("delete from reconciliation_page where reconciliation_id = ?").param(id).update();
    }

    /** Stores a page of displayed record numbers; duplicates count once. */
    public void addPage(long id, List<String> recordNos) {
        SqlParameterSource[] rows =
                recordNos.stream()
                        .distinct()
                        .map(no -> new MapSqlParameterSource("id", id).addValue("no", no))
                        .toArray(SqlParameterSource[]::new);
        batches.batchUpdate(
                """
                insert into reconciliation_page (reconciliation_id, record_no)
                select r.id, cast(:no as varchar(64)) from reconciliation r
                where r.id = :id and not exists (select 1 from reconciliation_page p
                    where p.reconciliation_id = r.id and p.record_no = :no)""",
                rows);
    }

    public long displayedThere(long id) {
        return jdbc.sql("select count(*) from reconciliation_page where reconciliation_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    public long displayedHere(RegionCode region) {
        return jdbc.sql(
                        """
                        select count(*) from record_display
                        where region = ? and state = 'DISPLAYED'""")
                .param(region.value())
                .query(Long.class)
                .single();
    }

    /** Numbers of the records that differ in a way, behind a number, in order. */
    public List<String> differing(
            Kind kind, Reconciliation reconciliation, String after, int limit) {
        String sql =
                switch (kind) {
                    case MISSING_THERE ->
                            """
                            select r.record_no from record_display r
                            where r.region = :region and r.state = 'DISPLAYED'
                                and r.record_no > :after and not exists (
                                    select 1 from reconciliation_page p
                                    where p.reconciliation_id = :id
                                        and p.record_no = r.record_no)
                            order by r.record_no""";
                    case SHOWN_THERE ->
                            """
                            select p.record_no from reconciliation_page p
                            join record_display r
                                on r.region = :region and r.record_no = p.record_no
                            where p.reconciliation_id = :id and p.record_no > :after
                                and r.state <> 'DISPLAYED'
                            order by p.record_no""";
                    case UNKNOWN_HERE ->
                            """
                            select p.record_no from reconciliation_page p
                            where p.reconciliation_id = :id and p.record_no > :after
                                and not exists (select 1 from record_display r
                                    where r.region = :region and r.record_no = p.record_no)
                            order by p.record_no""";
                };
        return jdbc.sql(sql + " fetch first " + limit + " rows only")
                .param("region", reconciliation.region().value())
                .param("id", reconciliation.id())
                .param("after", after)
                .query(String.class)
                .list();
    }

    /** How many records differ. */
    public long differing(Reconciliation reconciliation) {
        return jdbc.sql(
                        """
                        select
                            (select count(*) from record_display r
                                where r.region = :region and r.state = 'DISPLAYED'
                                and not exists (select 1 from reconciliation_page p
                                    where p.reconciliation_id = :id
                                    and p.record_no = r.record_no))
                            + (select count(*) from reconciliation_page p
                                where p.reconciliation_id = :id
                                and not exists (select 1 from record_display r
                                    where r.region = :region and r.record_no = p.record_no
                                    and r.state = 'DISPLAYED'))""")
                .param("region", reconciliation.region().value())
                .param("id", reconciliation.id())
                .query(Long.class)
                .single();
    }

    public void finish(
            long id,
            long here,
            long there,
            long differences,
            @Nullable String doubt,
            OffsetDateTime at) {
        jdbc.sql(
                        """
                        update reconciliation set displayed_here = :displayedHere,
                            displayed_there = :displayedThere,
                            differences = :differences, doubt = :doubt, finished_at = :finishedAt
                        where id = :id""")
                .param("displayedHere", here)
                .param("displayedThere", there)
                .param("differences", differences)
                .param("doubt", doubt)
                .param("finishedAt", at)
                .param("id", id)
                .update();
    }

    /** Stores the remark; false if no comparison of this number waits for one. */
    public boolean remark(long id, RegionCode region, @Nullable String remark, String account) {
        return jdbc.sql(
                                """
                                update reconciliation set remark = :remark, decided_by = :decidedBy
                                where id = :id and region = :region and doubt is not null
                                    and remark is null""")
                        .param("remark", remark)
                        .param("decidedBy", account)
                        .param("id", id)
                        .param("region", region.value())
                        .update()
                == 1;
    }
}
