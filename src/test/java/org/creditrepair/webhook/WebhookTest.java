package org.creditrepair.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A portal is told of each state of what it handed in, signed, until it has taken it. */
class WebhookTest extends ServerStory {

    private static final String SANDBOX = "/sandbox/portal";

    @Override
    protected String region() {
        return "330000";
    }

    @AfterEach
    void answersAgain() {
        failing(false);
    }

    private void failing(boolean failing) {
        assertThat(town.anybody.put(SANDBOX + "/behaviour", Map.of("failing", failing)).status())
                .isEqualTo(200);
    }

    private List<JsonNode> told(String no) {
        return StreamSupport.stream(
                        town.anybody.get(SANDBOX + "/events").body().spliterator(), false)
                .filter(
                        event ->
                                event.path("content")
                                        .path("data")
                                        .path("applicationNo")
                                        .asText()
                                        .equals(no))
                .toList();
    }

    private List<String> states(String no) {
        return told(no).stream()
                .map(event -> event.path("content").path("data").path("status").asText())
                .toList();
    }

    private String applied() {
        Map<String, Object> record =
                town.collected(
                        Town.penalty("penalty-market", Town.uscc(), LocalDate.of(2025, 6, 10)));
        return town.applied(town.application(List.of(record)));
    }

    @Test
    void eachStateIsToldOnceAndNothingPersonalWithIt() {
        String no = applied();
        town.completes("market-regulation", no + "-1", "acceptance", "REJECT", "不属于修复范围");
        await().untilAsserted(
                        () ->
                                assertThat(states(no))
                                        .containsExactlyInAnyOrder("SUBMITTED", "CLOSED"));
        JsonNode closed =
                told(no).stream()
                        .filter(event -> event.toString().contains("CLOSED"))
                        .findFirst()
                        .orElseThrow();
        assertThat(closed.path("content").path("data").path("result").asText())
                .isEqualTo("REJECTED");
        assertThat(closed.toString()).doesNotContain("138").doesNotContain("有限公司");
    }

    @Test
    void aPortalThatFailsAtFirstIsToldAgainAndTheCaseGoesOn() {
        failing(true);
        String no = applied();
        town.completes("market-regulation", no + "-1", "acceptance", "REJECT", "不属于修复范围");
        await().untilAsserted(
                        () ->
                                assertThat(states(no))
                                        .containsExactlyInAnyOrder("SUBMITTED", "CLOSED"));
    }

    @Test
    void anEventWithoutTheRightSignatureIsNotBelieved() {
        Api.Answer forged =
                town.anybody.post(
                        SANDBOX + "/events",
                        Map.of("type", "item.state"),
                        Map.of(
                                "webhook-id", "state-1",
                                "webhook-timestamp", "1",
                                "webhook-signature", "v1,AAAA"));
        assertThat(forged.status()).isEqualTo(401);
    }
}
