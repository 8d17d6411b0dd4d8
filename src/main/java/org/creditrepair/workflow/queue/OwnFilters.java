package org.creditrepair.workflow.queue;

import java.util.List;
import java.util.Objects;
import org.creditrepair.application.model.Stage;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Text;
import org.creditrepair.problem.Violations;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.storage.Inserts;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Parts of the queue that an account has kept under a name of its own (自设筛选). */
@Repository
public class OwnFilters {

    /** How many an account may keep in a region. */
    public static final int MOST = 20;

    private static final int MAX_NAME = 60;
    private static final BusinessRowMapper<OwnFilter> FILTER =
            BusinessRowMapper.of(OwnFilter.class);

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    OwnFilters(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A kept part.
     *
     * @param stage null for all
     * @param words part of a name, code or number; null for any
     */
    public record OwnFilter(
            long id,
            String name,
            QueueFilter filter,
            @Nullable Stage stage,
            @Nullable String words) {}

    /** What is to be kept, as it comes; every field may be missing or wrong. */
    public record FilterForm(
            @Nullable String name,
            @Nullable String filter,
            @Nullable String stage,
            @Nullable String words) {}

    /** What an account has kept in a region, the oldest first. */
    public List<OwnFilter> findByAccount(RegionCode region, String account) {
        return jdbc.sql(
                        """
                        select id, name, filter, stage, words from queue_own_filter
                        where account = ? and region = ? order by id""")
                .params(account, region.value())
                .query(FILTER)
                .list();
    }

    /**
     * Keeps a part of the queue for an account.
     *
     * @throws RefusedException if a field is wrong, the account has {@link #MOST} already, or one
     *     of this name
     */
    @Transactional
    public OwnFilter add(RegionCode region, String account, FilterForm asked) {
        Violations wrong = new Violations(clock.today());
        wrong.text("name", asked.name(), MAX_NAME);
        QueueFilter filter = wrong.code("filter", asked.filter(), QueueFilter.class);
        Stage stage = wrong.optionalCode("stage", asked.stage(), Stage.class);
        wrong.optional("words", asked.words(), TaskQueue.MAX_WORDS);
        wrong.refuse();
        List<OwnFilter> kept = findByAccount(region, account);
        if (kept.size() >= MOST) {
            throw RefusedException.conflict("name", "TOO_MANY", "最多保存 " + MOST + " 个，请先删除不用的");
        }
        String name = Text.normalized(Objects.requireNonNull(asked.name()).strip());
        if (kept.stream().anyMatch(one -> one.name().equals(name))) {
            throw RefusedException.conflict("name", "DUPLICATE", "已有同名的筛选");
        }
        String words = Violations.isBlank(asked.words()) ? null : asked.words().strip();
        long id =
                Inserts.idOf(
                        jdbc.sql(
                                        """
                                        insert into queue_own_filter
                                            (account, region, name, filter, stage, words)
                                        values (:account, :region, :name, :filter, :stage, :words)""")
                                .param("account", account)
                                .param("region", region.value())
                                .param("name", name)
                                .param("filter", Objects.requireNonNull(filter).name())
                                .param("stage", stage == null ? null : stage.name())
                                .param("words", words));
        return new OwnFilter(id, name, filter, stage, words);
    }

    /**
     * Removes what an account has kept.
     *
     * @throws RefusedException if it has none of this number in the region
     */
    @Transactional
    public void remove(RegionCode region, String account, long id) {
        int removed =
                jdbc.sql("delete from queue_own_filter where id = ? and account = ? and region = ?")
                        .params(id, account, region.value())
                        .update();
        if (removed == 0) {
            throw RefusedException.notFound("id", "没有保存过此筛选：" + id);
        }
    }
}
