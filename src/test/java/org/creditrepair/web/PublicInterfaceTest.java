package org.creditrepair.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.junit.jupiter.api.Test;

/** What anybody may ask. */
class PublicInterfaceTest extends ServerStory {

    @Test
    void deadlinesAreAnsweredByTheCalendar() {
        JsonNode deadline =
                town.anybody.get("/api/v1/calendar/deadline?from=2026-02-13&workingDays=3").body();
        assertThat(deadline.path("deadline").asText()).isEqualTo("2026-02-25");
        assertThat(deadline.path("certain").asBoolean()).isTrue();
        assertThat(
                        town.anybody
                                .get("/api/v1/calendar/deadline?from=2026-12-31&workingDays=3")
                                .body()
                                .path("certain")
                                .asBoolean(true))
                .isFalse();
        for (String wrong :
                new String[] {
                    "from=2026-02-30&workingDays=3",
                    "from=x&workingDays=3",
                    "workingDays=3",
                    "from=2026-02-13&workingDays=-1",
                    "from=2026-02-13&workingDays=many"
                }) {
            Api.Answer answer = town.anybody.get("/api/v1/calendar/deadline?" + wrong);
            assertThat(answer.status()).as(wrong).isIn(400, 422);
            assertThat(answer.contentType()).as(wrong).startsWith("application/problem+json");
            assertThat(answer.body().path("errors")).as(wrong).isNotEmpty();
        }
    }

    @Test
    void theGuideIsThatOfTheDayAskedFor() {
        String item = "/api/v1/regions/150100/items/penalty-market";
        JsonNode then = town.anybody.get(item + "?on=2025-12-24").body();
        JsonNode now = town.anybody.get(item).body();
        assertThat(then.path("decideWorkingDays").asInt()).isEqualTo(10);
        assertThat(now.path("decideWorkingDays").asInt()).isEqualTo(7);
        assertThat(then.path("acceptWorkingDays").asInt()).as("the shorter one").isEqualTo(3);
        assertThat(
                        town.anybody
                                .get(item + "?on=2025-06-21")
                                .body()
                                .path("acceptWorkingDays")
                                .asInt())
                .isEqualTo(5);
        assertThat(now.path("publishWorkingDays").isNull()).isTrue();
        assertThat(now.path("units").get(0).path("code").asText()).isEqualTo("market-regulation");
        assertThat(now.path("materials").get(0).path("code").asText()).isEqualTo("commitment");
        assertThat(town.anybody.get("/api/v1/regions/150100/items/none").status()).isEqualTo(404);
    }

    @Test
    void theGuideIsAPageForAnybodyToo() {
        String regions = page("/guide");
        for (String region : new String[] {"甘肃省", "呼和浩特市", "乌海市", "浙江省", "江西省"}) {
            assertThat(regions).contains(region);
        }
        String wuhai = page("/guide/150300");
        assertThat(wuhai)
                .contains("统计严重违法失信企业")
                .contains("0473—8992323")
                .contains("不收取任何费用")
                .contains("待核");
        assertThat(page("/guide/150100?on=2025-12-24"))
                .contains("10 个工作日")
                .contains("href=\"https://www.creditchina.gov.cn\"")
                .contains("食品、药品、特种设备、安全生产、消防领域：最短 12 个月");
        assertThat(page("/guide/620000?on=2026-04-01"))
                .contains("轻微：最短不设，最长 3 个月")
                .contains("一般：最短 3 个月，最长 12 个月")
                .contains("甘肃12345");
        assertThat(town.anybody.get("/guide/models/penalty-other.svg").contentType())
                .startsWith("image/svg+xml");
        assertThat(town.anybody.get("/guide/888800").status()).isEqualTo(404);
    }

    private String page(String path) {
        Api.Answer answer = town.anybody.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("text/html");
        return new String(answer.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void anAddressThatDoesNotExistIsAProblemToo() {
        Api.Answer answer = town.portal.get("/api/v1/nothing");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }
}
