package org.creditrepair.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every platform behaves in every bad way while cases of three regions are decided; in the end all
 * platforms say what the register says, and each was told each thing once.
 */
@Tag("postgresql")
class PlatformFaultsTest extends ServerStory {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final LocalDate DECIDED = LocalDate.of(2025, 1, 6);

    /** Where each region displays, and who else is told there. */
    private static final Map<String, List<String>> TOLD =
            Map.of(
                    "150100", PLATFORMS,
                    "620000",
                            List.of(
                                    "creditchina",
                                    "creditchina-local",
                                    "gsxt",
                                    "credit-platform",
                                    "superior-unit"),
                    "330000",
                            List.of(
                                    "creditchina",
                                    "creditchina-local",
                                    "gsxt",
                                    "credit-platform",
                                    "internet-supervision"));

    private static final List<String> ALL =
            List.of(
                    "creditchina",
                    "creditchina-local",
                    "gsxt",
                    "credit-platform",
                    "superior-unit",
                    "government-service",
                    "internet-supervision",
                    "sms");

    /** A case of a region on its way through the fault. */
    private record Story(Town there, Map<String, Object> record, String no, boolean penalty) {

        String unit() {
            return penalty ? "market-regulation" : "tax";
        }

        String event() {
            return penalty ? "REPAIRED" : "REMOVED";
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SLOW",
                "FAILING",
                "DOWN",
                "BUSY",
                "REFUSING",
                "TAKES_SILENTLY",
                "LATE_RECEIPTS",
                "SHUFFLED_RECEIPTS",
                "DOUBLED_RECEIPTS",
                "LOST_RECEIPTS",
                "REFUSING_RECEIPTS"
            })
    void everyPlatformMayMisbehaveAndIsToldOnce(String fault) {
        List<Story> stories = new ArrayList<>();
        TOLD.keySet().forEach(region -> stories.add(begun(new Town(port, region))));
        ALL.forEach(platform -> town.behave(platform, fault));
        for (Story story : stories) {
            story.there().completes(story.unit(), story.no() + "-1", "decision", "REPAIR", null);
        }
        for (String platform : ALL) {
            await().atMost(PATIENCE)
                    .until(() -> stories.stream().anyMatch(story -> isTouched(story, platform)));
        }
        ALL.forEach(platform -> town.behave(platform, "NORMAL"));
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(700))
                .until(
                        () -> {
                            town.moveClock(clock.now().plusHours(2));
                            stories.forEach(this::retry);
                            return stories.stream().allMatch(this::isSettled);
                        });
        stories.forEach(this::isToldOnceEverywhere);
    }

    /** A case that waits for its decision. */
    private Story begun(Town there) {
        boolean penalty = there.region.equals("330000");
        Map<String, Object> record =
                there.collected(
                        penalty
                                ? Town.penalty("penalty-market", Town.uscc(), DECIDED)
                                : Town.listing(
                                        "SERIOUS", "serious-tax", Town.uscc(), DECIDED, null));
        there.await(true, TOLD.get(there.region), record.get("recordNo"));
        String no = there.applied(there.application(List.of(record)));
        Story story = new Story(there, record, no, penalty);
        there.completes(story.unit(), no + "-1", "acceptance", "ACCEPT", null);
        if (!penalty) {
            there.completes(story.unit(), no + "-1", "verification", "CONFIRMED", null);
        }
        return story;
    }

    private static String key(Story story, String platform) {
        return story.no() + "-1-" + platform + "-" + story.event();
    }

    /** Whether the fault has reached a push of a case, or the platform has none of it. */
    private boolean isTouched(Story story, String platform) {
        return platform.equals("sms")
                || platform.equals("government-service")
                || jdbc.sql(
                                        """
                                        select count(*) from push where idempotency_key = ?
                                        and (attempts > 0 or status <> 'PENDING')""")
                                .param(key(story, platform))
                                .query(Integer.class)
                                .single()
                        == 1;
    }

    /** What a supervisor does about incidents. */
    private void retry(Story story) {
        JsonNode failed =
                story.there()
                        .supervisor
                        .get("/engine-rest/external-task?noRetriesLeft=true")
                        .body();
        for (JsonNode task : failed) {
            story.there()
                    .supervisor
                    .put(
                            "/engine-rest/external-task/" + task.path("id").asText() + "/retries",
                            Map.of("retries", 3))
                    .done();
        }
    }

    private boolean isSettled(Story story) {
        return jdbc.sql(
                                        """
                                select count(*) from push
                                where sharing_no like ? and status <> 'DELIVERED'""")
                                .param(story.no() + "%")
                                .query(Integer.class)
                                .single()
                        == 0
                && runtime.createProcessInstanceQuery()
                                .processInstanceBusinessKeyLike(story.no() + "%")
                                .count()
                        == 0;
    }

    private void isToldOnceEverywhere(Story story) {
        String region = story.there().region;
        assertThat(story.there().item(story.no()).path("result").asText()).isEqualTo("REPAIRED");
        for (String platform : TOLD.get(region)) {
            assertThat(story.there().displayed(platform, story.record().get("recordNo")))
                    .as(platform)
                    .isFalse();
            assertThat(
                            story.there()
                                    .deliveries(platform, story.record().get("recordNo"))
                                    .findValuesAsText("event"))
                    .as(platform)
                    .containsExactly("LISTED", story.event());
        }
        Map<String, Long> ledger = new LinkedHashMap<>();
        jdbc.sql("select platform, count(*) from push where sharing_no like ? group by platform")
                .param(story.no() + "%")
                .query(
                        row -> {
                            ledger.put(row.getString(1), row.getLong(2));
                        });
        Map<String, Long> taken = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select platform, count(*) from sandbox_delivery
                        where idempotency_key like ? group by platform""")
                .param(story.no() + "%")
                .query(
                        row -> {
                            taken.put(row.getString(1), row.getLong(2));
                        });
        assertThat(taken).as("counted by key").isEqualTo(ledger).containsKey("sms");
        assertThat(taken.containsKey("government-service")).isEqualTo(region.equals("330000"));
    }
}
