package org.creditrepair.hotline;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.creditrepair.problem.Violations;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.storage.Inserts;
import org.creditrepair.vocabulary.CopiedCode;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers requests to the hotline and their answers (修复热线; 浙江方案二（一）). */
@Service
public class Hotline {

    private static final BusinessRowMapper<HotlineRequest> REQUEST =
            BusinessRowMapper.of(HotlineRequest.class);

    private static final int CODE_LENGTH = 14;

    private final Catalog catalog;
    private final JdbcClient jdbc;
    private final HotlineProcess process;
    private final BusinessClock clock;

    public Hotline(Catalog catalog, JdbcClient jdbc, HotlineProcess process, BusinessClock clock) {
        this.process = process;
        this.catalog = catalog;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes in a request; the only unit of the item answers, else the credit office.
     *
     * @param account that asks, for itself or for somebody
     * @param group as whose member it does: of a portal or a window; null for an applicant
     * @throws RefusedException naming every field that is wrong
     */
    @Transactional
    public HotlineRequest ask(
            RegionCode regionCode, HotlineForm form, String account, @Nullable String group) {
        Region region = catalog.region(regionCode);
        Violations wrong = new Violations(clock.today());
        HotlineRequest.Type type = wrong.code("type", form.type(), HotlineRequest.Type.class);
        wrong.text("name", form.name(), 100);
        if (Violations.isBlank(form.mobile())) {
            wrong.add(Violation.required("mobile"));
        }
        wrong.mobile("mobile", form.mobile());
        wrong.text("content", form.content(), 2000);
        boolean general = Violations.isBlank(form.item());
        if (!general && region.item(form.item()).isEmpty()) {
            wrong.add(new Violation("item", "UNKNOWN_ITEM", "该地区无此修复事项：" + form.item()));
        }
        wrong.refuse();
        List<String> units = general ? List.of() : region.item(form.item()).orElseThrow().units();
        String unit =
                units.size() != 1 || type == HotlineRequest.Type.COMPLAINT
                        ? region.creditOffice()
                        : units.get(0);
        long id =
                Inserts.idOf(
                        jdbc.sql(
                                        """
                        insert into hotline_request (region, type, name, mobile, content, unit,
                            asked_at, asked_by, asked_group, code)
                        values (:region, :type, :name, :mobile, :content, :unit, :askedAt,
                            :askedBy, :askedGroup, :code)""")
                                .param("region", region.code().value())
                                .param("type", Objects.requireNonNull(type).name())
                                .param("name", form.name().strip())
                                .param("mobile", form.mobile())
                                .param("content", form.content().strip())
                                .param("unit", unit)
                                .param("askedAt", clock.now())
                                .param("askedBy", account)
                                .param("askedGroup", group)
                                .param("code", CopiedCode.random(CODE_LENGTH)));
        HotlineRequest request = byId(id);
        process.begin(request);
        return request;
    }

    /**
     * @throws RefusedException if there is none of this number
     */
    public HotlineRequest byId(long id) {
        return jdbc.sql("select * from hotline_request where id = ?")
                .param(id)
                .query(REQUEST)
                .optional()
                .orElseThrow(() -> RefusedException.notFound("id", "无此热线诉求：" + id));
    }

    /**
     * @throws RefusedException if there is none with this code
     */
    public HotlineRequest byCode(String code) {
        return jdbc.sql("select * from hotline_request where code = ?")
                .param(code)
                .query(REQUEST)
                .optional()
                .orElseThrow(() -> RefusedException.notFound("code", "查询码有误"));
    }

    /** How many requests an account has made since a moment. */
    public int countSince(String account, OffsetDateTime moment) {
        return jdbc.sql("select count(*) from hotline_request where asked_by = ? and asked_at >= ?")
                .params(account, moment)
                .query(Integer.class)
                .single();
    }

    /**
     * Keeps the answer of the unit.
     *
     * @throws IllegalStateException if the region has no request of this number that waits
     */
    @Transactional
    public void answer(long id, RegionCode region, @Nullable String answer, String account) {
        int answered =
                jdbc.sql(
                                """
                                update hotline_request
                                set answer = :answer, answered_by = :answeredBy,
                                    answered_at = :answeredAt
                                where id = :id and region = :region and answer is null""")
                        .param("answer", answer)
                        .param("answeredBy", account)
                        .param("answeredAt", clock.now())
                        .param("id", id)
                        .param("region", region.value())
                        .update();
        if (answered != 1) {
            throw new IllegalStateException("无待答复的热线诉求：" + region + " " + id);
        }
    }
}
