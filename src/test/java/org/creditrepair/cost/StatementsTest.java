package org.creditrepair.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a case costs the database, so that it never creeps up. */
@Tag("database")
class StatementsTest extends ServerStory {

    private static final int CASES = 20;
    private static final String UNIT = "development-reform";

    @Autowired private CountedStatements counted;

    /** A region that tells four platforms of every result. */
    @Override
    protected String region() {
        return "150300";
    }

    @Test
    void aWholeCaseTakesAtMostSoManyStatements() {
        run(5);
        counted.reset();
        run(CASES);
        assertThat(counted.statements() / (double) CASES)
                .as(() -> counted.mostFrequent(CASES, 40))
                .isLessThan(425);
        assertThat(counted.commits() / (double) CASES).as("commits").isLessThan(32);
    }

    private void run(int cases) {
        List<Map<String, Object>> applications =
                IntStream.range(0, cases)
                        .mapToObj(
                                i ->
                                        town.collected(
                                                Town.penalty(
                                                        "penalty-other",
                                                        Town.uscc(),
                                                        LocalDate.parse("2025-09-02"))))
                        .map(record -> town.application(List.of(record)))
                        .toList();
        counted.reset();
        List<String> numbers = applications.stream().map(town::applied).toList();
        for (String no : numbers) {
            complete(no + "-1", "acceptance", "ACCEPT");
            complete(no + "-1", "decision", "REPAIR");
        }
        numbers.forEach(this::awaitClosed);
    }

    private void awaitClosed(String no) {
        await().atMost(Duration.ofMinutes(5))
                .until(
                        () ->
                                runtime.createProcessInstanceQuery()
                                                .processInstanceBusinessKey(no)
                                                .count()
                                        == 0);
    }

    private void complete(String key, String task, String outcome) {
        String id = town.tasks(key, task, UNIT).get(0).path("id").asText();
        Api unit = town.unit(UNIT);
        unit.post("/engine-rest/task/" + id + "/claim", Map.of("userId", "150300-" + UNIT)).done();
        assertThat(town.complete(UNIT, id, task + "Outcome", outcome, null).status())
                .isEqualTo(204);
    }
}
