package org.creditrepair.application.opinion;

import java.util.List;
import java.util.stream.Stream;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.storage.Inserts;
import org.creditrepair.task.Outcome;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Comments that reviewers use again and again (意见模板): the server's, and those of their unit. */
@Repository
public class CommentTemplates {

    private static final BusinessRowMapper<Template> TEMPLATE =
            BusinessRowMapper.of(Template.class);

    private static final List<Template> GENERAL =
            List.of(
                    new Template(null, Outcome.ACCEPT, "材料齐全", "申请材料齐全，符合受理要求，予以受理。"),
                    new Template(
                            null, Outcome.CORRECT, "补交履行证明", "请补交已履行全部义务的证明材料（如缴款凭证、整改验收意见），加盖公章。"),
                    new Template(null, Outcome.CORRECT, "承诺书不完整", "信用修复承诺书未签字或未盖章，请补齐后重新提交。"),
                    new Template(null, Outcome.REJECT, "不属于修复范围", "所申请的信息不属于信用修复范围，不予受理。"),
                    new Template(null, Outcome.CONFIRMED, "核查属实", "经核查，申请人已停止违法行为并履行全部义务，情况属实。"),
                    new Template(null, Outcome.NOT_CONFIRMED, "核查不符", "经核查，申请人陈述的履行情况与实际不符，具体为："),
                    new Template(null, Outcome.REPAIR, "符合修复条件", "经审查，符合信用修复条件，准予修复。"),
                    new Template(null, Outcome.REFUSE, "义务未履行完毕", "经审查，申请人尚有义务未履行完毕，不予修复。"));

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    CommentTemplates(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One template.
     *
     * @param id null for the server's own
     * @param outcome that it explains
     */
    public record Template(@Nullable Long id, Outcome outcome, String title, String body) {}

    /** The server's templates, then those of a unit. */
    public List<Template> findByUnit(RegionCode region, String unit) {
        List<Template> own =
                jdbc.sql("select * from comment_template where region = ? and unit = ? order by id")
                        .params(region.value(), unit)
                        .query(TEMPLATE)
                        .list();
        return Stream.concat(GENERAL.stream(), own.stream()).toList();
    }

    /** Adds a template of a unit. */
    @Transactional
    public Template add(RegionCode region, String unit, Template template, String account) {
        long id =
                Inserts.idOf(
                        jdbc.sql(
                                        """
                        insert into comment_template
                            (region, unit, outcome, title, body, written_by, written_at)
                        values (:region, :unit, :outcome, :title, :body, :writtenBy, :writtenAt)""")
                                .param("region", region.value())
                                .param("unit", unit)
                                .param("outcome", template.outcome().name())
                                .param("title", template.title())
                                .param("body", template.body())
                                .param("writtenBy", account)
                                .param("writtenAt", clock.now()));
        return new Template(id, template.outcome(), template.title(), template.body());
    }

    /**
     * Changes a template of a unit.
     *
     * @param template with its number
     * @throws RefusedException if the unit has none of this number
     */
    @Transactional
    public Template change(RegionCode region, String unit, Template template) {
        int changed =
                jdbc.sql(
                                """
                                update comment_template
                                set outcome = :outcome, title = :title, body = :body
                                where id = :id and region = :region and unit = :unit""")
                        .param("outcome", template.outcome().name())
                        .param("title", template.title())
                        .param("body", template.body())
                        .param("id", template.id())
                        .param("region", region.value())
                        .param("unit", unit)
                        .update();
        if (changed == 0) {
            throw RefusedException.notFound("id", "本单位无此意见模板：" + template.id());
        }
        return template;
    }

    /**
     * Removes a template of a unit.
     *
     * @throws RefusedException if the unit has none of this number
     */
    @Transactional
    public void remove(RegionCode region, String unit, long id) {
        int removed =
                jdbc.sql("delete from comment_template where id = ? and region = ? and unit = ?")
                        .params(id, region.value(), unit)
                        .update();
        if (removed == 0) {
            throw RefusedException.notFound("id", "本单位无此意见模板：" + id);
        }
    }
}
