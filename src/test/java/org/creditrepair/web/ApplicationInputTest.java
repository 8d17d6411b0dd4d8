package org.creditrepair.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is wrong is said field by field, all at once, and leaves nothing behind. */
class ApplicationInputTest extends ServerStory {

    private static final String APPLICATIONS = "/api/v1/regions/150100/applications";

    private Map<String, Object> record;
    private Map<String, Object> application;

    @BeforeEach
    void anApplicationThatIsRight() {
        record =
                town.collected(
                        Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10)));
        application = town.application(List.of(record));
        await().until(() -> town.displayed("gsxt", record.get("recordNo")));
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnce() {
        assertThat(fields(refused(422, Map.of())))
                .containsExactlyInAnyOrder("subject", "contact", "commitment", "items");
        assertThat(
                        fields(
                                refused(
                                        422,
                                        Map.of(
                                                "subject", Map.of(),
                                                "contact", Map.of(),
                                                "items", List.of(Map.of())))))
                .containsExactlyInAnyOrder(
                        "subject.type",
                        "subject.name",
                        "subject.uscc",
                        "contact.name",
                        "contact.mobile",
                        "commitment",
                        "items[0].item",
                        "items[0].recordNo",
                        "items[0].reason",
                        "items[0].obligationsFulfilledOn");
    }

    @Test
    void malformedJsonIsRefused() {
        List<Integer> before = traces();
        Map<String, String> fields =
                Map.of(
                        "{", "body",
                        "", "body",
                        "[]", "body",
                        "\"x\"", "body",
                        "{\"items\": 5}", "items",
                        "{\"subject\": []}", "subject",
                        "{\"subject\": {\"name\": \"a\\u0000b\"}}", "subject.name");
        fields.forEach(
                (text, field) -> {
                    Api.Answer answer = town.portal.post(APPLICATIONS, text);
                    assertThat(answer.status()).as(text).isEqualTo(400);
                    assertThat(answer.contentType()).startsWith("application/problem+json");
                    assertThat(answer.error(field)).as(text).isEqualTo("MALFORMED");
                });
        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void anUnknownItemIsRefused() {
        item().put("item", "penalty-of-another-world");
        assertThat(refused(422, application).error("items[0].item")).isEqualTo("UNKNOWN_ITEM");
    }

    @Test
    void aRecordOfAnotherRegionIsRefused() {
        Map<String, Object> foreign =
                Town.penalty("penalty-other", subject().get("uscc"), LocalDate.of(2025, 6, 10));
        Api.Answer collected =
                town.anybody
                        .as("999900-credit-center")
                        .post("/api/v1/regions/999900/records", List.of(foreign));
        assertThat(collected.body().path("accepted").asInt()).isEqualTo(1);
        item().put("recordNo", foreign.get("recordNo"));
        assertThat(refused(422, application).error("items[0].recordNo"))
                .isEqualTo("UNKNOWN_RECORD");
    }

    @Test
    void aRecordOfAnotherSubjectIsRefused() {
        subject().put("uscc", Town.uscc());
        assertThat(refused(422, application).error("items[0].recordNo")).isEqualTo("OTHER_SUBJECT");
    }

    @Test
    void aFalseCheckCharacterIsRefused() {
        String right = subject().get("uscc");
        char last = right.charAt(17);
        subject().put("uscc", right.substring(0, 17) + (last == '0' ? '1' : '0'));
        assertThat(refused(422, application).error("subject.uscc")).isEqualTo("CHECK_CHARACTER");
    }

    @Test
    void aFutureOrImpossibleDateIsRefused() {
        item().put("obligationsFulfilledOn", "2026-03-03");
        assertThat(refused(422, application).error("items[0].obligationsFulfilledOn"))
                .isEqualTo("FUTURE_DATE");
        for (String impossible : List.of("2026-02-30", "-999999999-01-01", "0001-01-01")) {
            item().put("obligationsFulfilledOn", impossible);
            assertThat(refused(422, application).error("items[0].obligationsFulfilledOn"))
                    .as(impossible)
                    .isEqualTo("INVALID");
        }
    }

    @Test
    void aNumberOrTruthValueIsNoTextAndATextNoTruthValue() {
        item().put("reason", true);
        assertThat(refused(400, application).error("items[0].reason")).isEqualTo("MALFORMED");
        item().put("reason", "已履行");
        application.put("commitment", "true");
        assertThat(refused(400, application).error("commitment")).isEqualTo("MALFORMED");
    }

    @Test
    void aMissingCommitmentIsRefused() {
        application.put("commitment", false);
        assertThat(refused(422, application).error("commitment")).isEqualTo("REQUIRED");
        application.remove("commitment");
        assertThat(refused(422, application).error("commitment")).isEqualTo("REQUIRED");
    }

    @Test
    void aCodeWithSpacesAroundItIsRefusedAndABlankChannelIsThePortal() {
        application.put("channel", " WINDOW");
        assertThat(refused(422, application).error("channel")).isEqualTo("INVALID");
        application.put("channel", "");
        subject().put("type", "LEGAL_PERSON ");
        assertThat(refused(422, application).error("subject.type")).isEqualTo("INVALID");
        subject().put("type", "LEGAL_PERSON");
        item().put("obligationsFulfilledOn", " 2026-01-15");
        assertThat(refused(422, application).error("items[0].obligationsFulfilledOn"))
                .isEqualTo("INVALID");
        item().put("obligationsFulfilledOn", "2026-01-15");
        String no = town.applied(application);
        assertThat(town.portal.get("/api/v1/applications/" + no).body().path("channel").asText())
                .isEqualTo("PORTAL");
    }

    @Test
    void oneWrongItemKeepsTheWholeApplicationOut() {
        Map<String, Object> second = new LinkedHashMap<>(item());
        second.put("recordNo", "no such record");
        application.put("items", List.of(item(), second));
        assertThat(refused(422, application).error("items[1].recordNo"))
                .isEqualTo("UNKNOWN_RECORD");
    }

    @Test
    void aDocumentThatSomebodyElseUploadedIsRefused() {
        String foreign =
                town.anybody
                        .as("150100-window")
                        .upload("承诺书.pdf", Town.PDF)
                        .body()
                        .path("id")
                        .asText();
        item().put("materials", List.of(Map.of("code", "commitment", "materialId", foreign)));
        assertThat(refused(422, application).error("items[0].materials[0].materialId"))
                .isEqualTo("UNKNOWN_MATERIAL");
    }

    @Test
    void aSecondOpenApplicationForARecordIsRefused() {
        town.applied(application);
        assertThat(refused(409, town.application(List.of(record))).error("items[0].recordNo"))
                .isEqualTo("OPEN_APPLICATION");
        JsonNode shown =
                town.anybody
                        .get(
                                "/api/v1/regions/150100/subjects/"
                                        + subject().get("uscc")
                                        + "/records")
                        .body();
        assertThat(shown.get(0).path("eligible").asBoolean()).isFalse();
    }

    @Test
    void anUnknownRegionIsNotFound() {
        Api.Answer answer = town.portal.post("/api/v1/regions/888800/applications", application);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.error("region")).isNotNull();
    }

    private Api.Answer refused(int status, Object body) {
        List<Integer> before = traces();
        Api.Answer answer = town.portal.post(APPLICATIONS, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        for (JsonNode error : answer.body().path("errors")) {
            assertThat(error.path("message").asText()).as("in Chinese").matches(".*\\p{IsHan}.*");
        }
        assertThat(traces()).as("nothing left behind").isEqualTo(before);
        return answer;
    }

    private List<Integer> traces() {
        long started =
                history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey("joint-application")
                        .count();
        return List.of(
                count("joint_application"),
                count("application_item"),
                count("idempotent_submission"),
                (int) started);
    }

    private static List<String> fields(Api.Answer answer) {
        return StreamSupport.stream(answer.body().path("errors").spliterator(), false)
                .map(error -> error.path("field").asText())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> item() {
        return ((List<Map<String, Object>>) application.get("items")).get(0);
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> subject() {
        return (Map<String, String>) application.get("subject");
    }
}
