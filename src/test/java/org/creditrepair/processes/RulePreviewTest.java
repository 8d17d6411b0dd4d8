package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 规则预览: what a changed table or file would do, and that it does nothing. */
@Tag("postgresql")
class RulePreviewTest extends ServerStory {

    private static final String PREVIEW = "/api/v1/regions/150100/rules/preview";
    private static final String LIMITS = "processes/rules/limits.dmn";
    private static final String PERIODS = "processes/rules/penalty-display-period.dmn";

    private static String file(String path) throws IOException {
        return Files.readString(Path.of(path));
    }

    private Api.Answer preview(String name, String content) {
        return town.supervisor.uploadTo(PREVIEW, name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> parts(JsonNode differences, Object reference) {
        return StreamSupport.stream(differences.spliterator(), false)
                .filter(one -> one.path("reference").asText().equals(reference))
                .map(
                        one ->
                                "%s：%s → %s"
                                        .formatted(
                                                one.path("part").asText(),
                                                one.path("before").asText(),
                                                one.path("after").asText()))
                .toList();
    }

    @Test
    void whatIsInForceComesOutTheSame() throws IOException {
        town.collected(Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10)));
        Api.Answer same = preview("limits.dmn", file(LIMITS));
        assertThat(same.status()).as(same.text()).isEqualTo(200);
        assertThat(same.body().path("guide")).isEmpty();
        assertThat(same.body().at("/records/looked").asInt()).isPositive();
        assertThat(same.body().at("/records/changed").asInt()).isZero();
        assertThat(same.body().at("/records/complete").asBoolean()).isTrue();
        assertThat(same.body().at("/cases/changed").asInt()).isZero();
    }

    @Test
    void aChangedPeriodIsToldForTheGuideTheRecordAndTheOpenCaseAndChangesNothing()
            throws IOException {
        Map<String, Object> record =
                town.collected(
                        Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10)));
        String no = town.applied(town.application(List.of(record)));
        String longer =
                file(PERIODS)
                        .replace(
                                "rule_11_shortestMonths_out\"><text>3<",
                                "rule_11_shortestMonths_out\"><text>30<");
        Api.Answer answer = preview("penalty-display-period.dmn", longer);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode told = answer.body();
        assertThat(parts(told.at("/records/differences"), record.get("recordNo")))
                .contains("最早可申请：2025-09-10 → 2027-12-10")
                .anyMatch(part -> part.startsWith("当日可否申请：可以 → 最短公示期未届满"));
        assertThat(parts(told.at("/cases/differences"), no + "-1"))
                .anyMatch(part -> part.startsWith("规则核验：符合条件 → 最短公示期未届满"));
        assertThat(parts(told.path("guide"), "penalty-other"))
                .anyMatch(part -> part.startsWith("公示期限："));
        assertThat(town.shown(record).path("eligibleFrom").asText()).isEqualTo("2025-09-10");
    }

    @Test
    void aChangedRegionFileIsToldToo() throws IOException {
        String changed =
                file("src/main/resources/regions/150100.yaml")
                        .replaceFirst("acceptWorkingDays: 5", "acceptWorkingDays: 2");
        JsonNode told = preview("150100.yaml", changed).body();
        assertThat(parts(told.path("guide"), "penalty-market")).contains("受理时限：3 个工作日 → 2 个工作日");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limits.dmn | <x/> | MALFORMED",
                "unknown.dmn | <x/> | UNKNOWN_TABLE",
                "150300.yaml | code: 1 | UNKNOWN_FILE",
                "150100.yaml | code: 1 | MALFORMED"
            })
    void aFileThatIsNoneOfTheRulesIsRefused(String name, String content, String code) {
        assertThat(preview(name, content).error("file")).isEqualTo(code);
    }

    /** Cells hold values and comparisons, so that nobody runs anything on the server by a table. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for i in 1..1000000000 return i",
                "string join([1], 2)",
                "function(x) x",
                "some x in 1..9 satisfies x > 1"
            })
    void aTableThatComputesIsRefused(String cell) throws IOException {
        String wrong = file(LIMITS).replaceFirst("<text></text>", "<text>" + cell + "</text>");
        assertThat(wrong).contains(cell);
        assertThat(preview("limits.dmn", wrong).error("file")).isEqualTo("MALFORMED");
    }

    @Test
    void aTableThatSpeaksAnotherLanguageOrReadsOtherFilesIsRefused() throws IOException {
        String scripted =
                file(LIMITS)
                        .replaceFirst(
                                "<inputExpression ",
                                "<inputExpression expressionLanguage=\"javascript\" ");
        assertThat(preview("limits.dmn", scripted).error("file")).isEqualTo("MALFORMED");
        String entity =
                file(LIMITS)
                        .replaceFirst(
                                "<definitions ",
                                "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><definitions ");
        assertThat(preview("limits.dmn", entity).error("file")).isEqualTo("MALFORMED");
    }

    @Test
    void aTableOfOtherTypesOrAnotherPolicyIsRefusedByRowAndColumn() throws IOException {
        String text =
                file(LIMITS).replaceFirst("(acceptWorkingDays_out\"><text>)\\d+<", "$1\"五\"<");
        assertThat(preview("limits.dmn", text).text()).contains("第 ", "受理（工作日）", "取值类型不符");
        String unique = file(LIMITS).replace("hitPolicy=\"COLLECT\"", "hitPolicy=\"UNIQUE\"");
        assertThat(preview("limits.dmn", unique).error("file")).isEqualTo("OTHER_POLICY");
    }

    @Test
    void aRegionFileThatSaysAThingTwiceOrForgetsTheUnitOfACaseIsTold() throws IOException {
        String region = file("src/main/resources/regions/150100.yaml");
        assertThat(preview("150100.yaml", region + "\nname: 别的市\n").text()).contains("键有重复");
        Map<String, Object> record =
                town.collected(
                        Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10)));
        String no = town.applied(town.application(List.of(record)));
        JsonNode told =
                preview("150100.yaml", region.replace("credit-center", "credit-centre")).body();
        assertThat(parts(told.at("/cases/differences"), no + "-1"))
                .anyMatch(part -> part.contains("无此单位：credit-center"));
    }

    @Test
    void onlyWhoSupervisesTheRegionMayAsk() throws IOException {
        byte[] table = file(LIMITS).getBytes(StandardCharsets.UTF_8);
        assertThat(town.portal.uploadTo(PREVIEW, "limits.dmn", table).status()).isEqualTo(403);
        assertThat(town.unit("tax").uploadTo(PREVIEW, "limits.dmn", table).status()).isEqualTo(403);
        assertThat(
                        town.anybody
                                .as("150300-supervisor")
                                .uploadTo(PREVIEW, "limits.dmn", table)
                                .status())
                .isEqualTo(404);
        assertThat(town.unit("development-reform").uploadTo(PREVIEW, "limits.dmn", table).status())
                .as("the credit office")
                .isEqualTo(200);
    }
}
