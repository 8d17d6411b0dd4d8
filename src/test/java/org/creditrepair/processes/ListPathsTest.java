package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The serious lists that share one graph, each by what is its own: unit, limits and terms. What the
 * graph does besides is told for one of them, by {@link SeriousTaxTest}.
 */
class ListPathsTest extends ServerStory {

    /**
     * @param listedOn long enough ago for a repair on Monday, 2 March 2026
     * @param acceptBy last day of acceptance for an application of that Monday
     * @param decideBy last day of the decision if it is accepted on that Monday
     */
    @ParameterizedTest
    @DisplayName("A repair is granted within the list's own limits and the record vanishes")
    @CsvSource(
            textBlock =
                    """
                    150100, serious-customs,             customs,           2024-06-10, 2026-03-05, 2026-03-11
                    150100, serious-culture-tourism,     culture-tourism,   2024-06-10, 2026-03-05, 2026-03-11
                    150100, serious-market-regulation,   market-regulation, 2024-06-10, 2026-03-05, 2026-03-11
                    150100, serious-overload-transport,  transport,         2024-06-10, 2026-03-05, 2026-03-11
                    150100, serious-social-organization, civil-affairs,     2023-06-10, 2026-03-05, 2026-03-11
                    150100, serious-statistics,          statistics,        2024-06-10, 2026-03-05, 2026-03-11
                    150100, serious-work-safety,         emergency,         2024-06-10, 2026-03-05, 2026-03-11
                    360000, serious-agriculture,         agriculture,       2024-06-10, 2026-03-05, 2026-03-11""")
    void granted(
            String region,
            String path,
            String unit,
            LocalDate listedOn,
            LocalDate acceptBy,
            LocalDate decideBy) {
        Town there = new Town(port, region);
        Map<String, Object> record = there.collected(listing(path, listedOn));
        there.await(true, List.of("creditchina"), record.get("recordNo"));
        String no = there.applied(there.application(List.of(record)));
        String key = no + "-1";
        assertThat(dueOf(there, no, "ACCEPTANCE")).isEqualTo(acceptBy);
        there.completes(unit, key, "acceptance", "ACCEPT", null);
        assertThat(dueOf(there, no, "VERIFICATION")).isEqualTo(decideBy);
        there.completes(unit, key, "verification", "CONFIRMED", "整改到位");
        assertThat(dueOf(there, no, "DECISION")).isEqualTo(decideBy);
        there.completes(unit, key, "decision", "REPAIR", null);
        JsonNode item = there.closedItem(no);
        assertThat(item.path("result").asText()).isEqualTo("REPAIRED");
        assertThat(item.path("sla").asText()).isEqualTo("MET");
        assertThat(there.displayed("creditchina", record.get("recordNo"))).isFalse();
    }

    /**
     * @param listedOn too late for a repair on the day
     * @param firstDay on which it may be applied for
     */
    @ParameterizedTest
    @DisplayName("An application before the list's own term is told from when on it may be made")
    @CsvSource(
            textBlock =
                    """
                    150100, serious-customs,             2026-03-02, 2025-06-10, 2026-06-10
                    150100, serious-culture-tourism,     2026-03-02, 2025-12-10, 2026-06-10
                    150100, serious-market-regulation,   2026-03-02, 2025-06-10, 2026-06-10
                    150100, serious-overload-transport,  2026-04-20, 2026-04-10, 2027-04-10
                    150100, serious-social-organization, 2026-03-02, 2024-06-10, 2026-06-10
                    150100, serious-statistics,          2026-03-02, 2025-12-10, 2026-06-10
                    150100, serious-work-safety,         2026-03-02, 2025-06-10, 2026-06-10
                    360000, serious-agriculture,         2026-04-20, 2026-04-10, 2027-04-10""")
    void tooEarly(
            String region, String path, LocalDate day, LocalDate listedOn, LocalDate firstDay) {
        clock.moveTo(OffsetDateTime.parse(day + "T09:00:00+08:00").toInstant());
        Town there = new Town(port, region);
        Map<String, Object> record = there.collected(listing(path, listedOn));
        JsonNode item =
                there.rejectedByRules(
                        there.unitOf(path), there.applied(there.application(List.of(record))));
        assertThat(item.path("resultReason").asText()).contains(firstDay.toString());
    }

    private static Map<String, Object> listing(String path, LocalDate listedOn) {
        Map<String, Object> listing = Town.listing("SERIOUS", path, Town.uscc(), listedOn, null);
        listing.remove("cause");
        return listing;
    }

    private static LocalDate dueOf(Town there, String no, String stage) {
        JsonNode stages = there.item(no).path("stages");
        JsonNode last = stages.get(stages.size() - 1);
        assertThat(last.path("stage").asText()).isEqualTo(stage);
        return OffsetDateTime.parse(last.path("dueAt").asText()).toLocalDate();
    }
}
