package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.OffsetDateTime;
import java.util.Map;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 热线诉求: answered by the unit of the item, else by the credit office (浙江方案二（一）). */
@Tag("database")
class HotlineRequestTest extends ServerStory {

    private static final String HOTLINE = "/api/v1/regions/330000/hotline";

    @Override
    protected String region() {
        return "330000";
    }

    @Test
    void aQuestionIsAnsweredByTheUnitOfItsItem() {
        Api.Answer asked =
                town.portal.post(
                        HOTLINE,
                        Map.of(
                                "type", "CONSULTATION",
                                "name", "虚构来电人",
                                "mobile", "13800000000",
                                "content", "市场监管处罚何时可以修复？",
                                "item", "penalty-market"));
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.body().path("unit").asText()).isEqualTo("market-regulation");
        long id = asked.body().path("id").asLong();
        town.decides("market-regulation", "reply", "hotline-" + id, "ANSWERED", "最短公示期届满即可申请");
        assertThat(town.portal.get(HOTLINE + "/" + id).body().path("answer").asText())
                .isEqualTo("最短公示期届满即可申请");
        await().untilAsserted(
                        () ->
                                assertThat(
                                                count(
                                                        "push where platform = 'sms' and status = 'DELIVERED' and sharing_no like 'hotline-"
                                                                + id
                                                                + "-%'"))
                                        .isEqualTo(1));
    }

    @Test
    void whatNamesNoItemGoesToTheCreditOfficeWhichIsWatched() {
        Api.Answer asked =
                town.portal.post(
                        HOTLINE,
                        Map.of(
                                "type", "COMPLAINT",
                                "name", "虚构来电人",
                                "mobile", "13800000000",
                                "content", "有人收费代办"));
        long id = asked.body().path("id").asLong();
        town.matter("reply", "development-reform", "hotline-" + id);
        town.moveClock(OffsetDateTime.parse("2026-03-17T00:00:01+08:00"));
        await().untilAsserted(
                        () ->
                                assertThat(
                                                town.supervisor
                                                        .get(
                                                                "/api/v1/regions/330000/supervision/breaches")
                                                        .body()
                                                        .findValuesAsText("reference"))
                                        .contains("hotline-" + id));
    }

    @Test
    void aComplaintGoesToTheCreditOfficeNotToTheUnitComplainedOf() {
        Api.Answer asked =
                town.portal.post(
                        HOTLINE,
                        Map.of(
                                "type", "COMPLAINT",
                                "name", "虚构来电人",
                                "mobile", "13800000000",
                                "content", "材料齐全却不予受理",
                                "item", "penalty-market"));
        assertThat(asked.body().path("unit").asText()).isEqualTo("development-reform");
        Api.Answer guided =
                town.portal.post(
                        HOTLINE,
                        Map.of(
                                "type", "GUIDANCE",
                                "name", "虚构来电人",
                                "mobile", "13800000000",
                                "content", "上传材料时如何选择事项？",
                                "item", "penalty-market"));
        assertThat(guided.body().path("unit").asText()).isEqualTo("market-regulation");
    }

    @Test
    void aWrongRequestIsRefused() {
        Api.Answer answer = town.portal.post(HOTLINE, Map.of("type", "CHAT", "mobile", "1"));
        assertThat(answer.error("type")).isEqualTo("INVALID");
        assertThat(answer.error("name")).isEqualTo("REQUIRED");
        assertThat(answer.error("mobile")).isEqualTo("INVALID");
        assertThat(answer.error("content")).isEqualTo("REQUIRED");
    }
}
