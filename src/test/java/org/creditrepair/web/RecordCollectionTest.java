package org.creditrepair.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Units deliver records; each row is answered for itself. */
@Tag("database")
class RecordCollectionTest extends ServerStory {

    private static final String RECORDS = "/api/v1/regions/150100/records";

    @Test
    void aBadRowNeverBlocksTheGoodOnes() {
        Map<String, Object> good = penalty();
        Map<String, Object> bad = penalty();
        bad.put("decidedOn", "2026-03-03");
        bad.put("item", "unknown");
        bad.remove("authority");
        List<Object> batch = new ArrayList<>(List.of(bad, good, "not a record"));
        batch.add(null);
        batch.add(Map.of("recordNo", List.of("x")));

        JsonNode answer = deliver(batch).body();
        assertThat(answer.path("accepted").asInt()).isEqualTo(1);
        assertThat(answer.path("rejected").asInt()).isEqualTo(4);
        JsonNode rows = answer.path("rows");
        assertThat(rows).hasSize(5);
        assertThat(rows.get(0).path("status").asText()).isEqualTo("REJECTED");
        assertThat(rows.get(0).path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("authority", "item", "decidedOn");
        assertThat(rows.get(1).path("status").asText()).isEqualTo("ACCEPTED");
        for (int i = 2; i < 5; i++) {
            assertThat(rows.get(i).path("errors").findValuesAsText("code"))
                    .containsExactly("MALFORMED");
        }
    }

    @Test
    void aKnownRowIsADuplicateOrACorrection() {
        Map<String, Object> record = penalty();
        assertThat(status(record)).isEqualTo("ACCEPTED");
        assertThat(status(record)).isEqualTo("DUPLICATE");
        record.put("obligations", "缴纳罚款并公开更正");
        assertThat(status(record)).isEqualTo("CORRECTED");
        assertThat(status(record)).isEqualTo("DUPLICATE");
        assertThat(
                        jdbc.sql("select event from record_event where record_no = ? order by id")
                                .param(record.get("recordNo"))
                                .query(String.class)
                                .list())
                .hasSize(2);
    }

    @Test
    void aCodeThatFailsItsCheckIsTakenWhenConfirmedAndMarked() {
        Map<String, Object> record = penalty();
        String right = Town.uscc();
        String wrong = right.substring(0, 17) + (right.charAt(17) == '0' ? '1' : '0');
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("type", "LEGAL_PERSON");
        subject.put("name", "虚构测试有限公司");
        subject.put("uscc", wrong);
        record.put("subject", subject);
        JsonNode refused = deliver(List.of(record)).body().path("rows").get(0);
        assertThat(refused.path("errors").get(0).path("code").asText())
                .isEqualTo("CHECK_CHARACTER");

        subject.put("usccConfirmed", true);
        assertThat(status(record)).isEqualTo("ACCEPTED");
        assertThat(
                        jdbc.sql("select uscc_confirmed from dishonesty_record where record_no = ?")
                                .param(record.get("recordNo"))
                                .query(Boolean.class)
                                .single())
                .isTrue();
        String no = town.applied(town.application(List.of(record)));
        assertThat(no).startsWith("150100");
    }

    @Test
    void aCollectedRecordIsShownToAnybodyAndOnThePlatforms() {
        Map<String, Object> record = penalty();
        record.put("field", "食品");
        record.put("decidedOn", "2025-06-10");
        status(record);
        JsonNode shown = records(record).get(0);
        assertThat(shown.path("eligible").asBoolean()).isFalse();
        assertThat(shown.path("eligibleFrom").asText()).isEqualTo("2026-06-10");
        assertThat(shown.path("displayUntil").asText()).isEqualTo("2028-06-10");
        assertThat(shown.path("reasons").get(0).asText()).contains("2026-06-10");
        for (String platform : PLATFORMS) {
            await().until(() -> town.displayed(platform, record.get("recordNo")));
        }
    }

    @Test
    void aRecordWhoseLongestPeriodIsOverIsNotShown() {
        Map<String, Object> record = penalty();
        record.put("decidedOn", "2023-03-02");
        assertThat(status(record)).isEqualTo("ACCEPTED");
        assertThat(records(record)).isEmpty();
        Api.Answer application =
                town.portal.post(
                        "/api/v1/regions/150100/applications", town.application(List.of(record)));
        assertThat(application.status()).isEqualTo(201);
        JsonNode item = town.closedItem(application.body().path("applicationNo").asText());
        assertThat(item.path("result").asText()).isEqualTo("REJECTED");
        assertThat(item.path("resultReason").asText()).contains("无须申请");
    }

    @Test
    void aBatchHasOneToAThousandRows() {
        assertThat(deliver(List.of()).error("records")).isEqualTo("SIZE");
        assertThat(deliver(Collections.nCopies(1001, penalty())).error("records"))
                .isEqualTo("SIZE");
        assertThat(deliver("7").error("records")).isEqualTo("MALFORMED");
    }

    @Test
    void aBatchMayBeAnObjectToo() {
        assertThat(deliver(Map.of("records", List.of(penalty()))).body().path("accepted").asInt())
                .isEqualTo(1);
    }

    private Map<String, Object> penalty() {
        return Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10));
    }

    private Api.Answer deliver(Object body) {
        return town.unit("credit-center").post(RECORDS, body);
    }

    private String status(Map<String, Object> record) {
        return deliver(List.of(record)).body().path("rows").get(0).path("status").asText();
    }

    private JsonNode records(Map<String, Object> record) {
        Object uscc = ((Map<?, ?>) record.get("subject")).get("uscc");
        return town.anybody.get("/api/v1/regions/150100/subjects/" + uscc + "/records").body();
    }
}
