package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.creditrepair.Api;
import org.creditrepair.Papers;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 撤销修复: a commitment proved false restores the display everywhere and blocks applications. */
@Tag("postgresql")
class RepairRevocationTest extends ServerStory {

    private static final String PASSWORD = "Elsewhere-Handed-1";

    @Autowired private IdentityService identity;

    /** Another portal's machine account in the same region. */
    private String otherPortal() {
        String name = "second-portal";
        if (identity.createUserQuery().userId(name).count() == 0) {
            User user = identity.newUser(name);
            user.setPassword(PASSWORD);
            identity.saveUser(user);
            identity.createMembership(name, "150100-portal");
        }
        return name;
    }

    private Map<String, Object> repaired(Map<String, Object> record, String unit) {
        town.collected(record);
        String no = town.applied(town.application(List.of(record)));
        town.completes(unit, no + "-1", "acceptance", "ACCEPT", null);
        if (record.get("category").equals("SERIOUS")) {
            town.completes(unit, no + "-1", "verification", "CONFIRMED", null);
        }
        town.completes(unit, no + "-1", "decision", "REPAIR", null);
        town.closedItem(no);
        town.await(false, PLATFORMS, record.get("recordNo"));
        return record;
    }

    private Api.Answer ask(String unit, Map<String, Object> record, String reason) {
        return town.unit(unit)
                .post(
                        "/api/v1/regions/150100/records/" + record.get("recordNo") + "/revocation",
                        Map.of("reason", reason));
    }

    private Api.Answer states(Map<String, Object> record, boolean hearing) {
        Map<?, ?> subject = (Map<?, ?>) record.get("subject");
        return town.portal.post(
                "/api/v1/regions/150100/records/"
                        + record.get("recordNo")
                        + "/revocation/statement",
                Map.of("uscc", subject.get("uscc"), "statement", "凭证系经办人误传", "hearing", hearing));
    }

    @Test
    void aFalseCommitmentRestoresTheDisplayAndBlocksApplicationsUntilItEnds() throws Exception {
        Map<String, Object> record =
                repaired(
                        Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10)),
                        "credit-center");
        String repairing = lastApplication(record);
        String late = town.applied(town.application(List.of(record)));
        assertThat(town.closedItem(late).path("result").asText()).isEqualTo("REJECTED");
        Api.Answer asked = ask("credit-center", record, "缴款凭证系伪造");
        assertThat(asked.status()).isEqualTo(202);
        assertThat(ask("credit-center", record, "再次提出").error("recordNo"))
                .isEqualTo("OPEN_REVOCATION");
        long id = asked.body().path("id").asLong();
        assertThat(town.tasks("review-" + id, "revocation", "credit-center"))
                .as("the subject speaks first")
                .isEmpty();
        assertThat(
                        town.portal
                                .post(
                                        "/api/v1/regions/150100/records/"
                                                + record.get("recordNo")
                                                + "/revocation/statement",
                                        Map.of("uscc", Town.uscc(), "statement", "他人"))
                                .status())
                .isEqualTo(404);
        Api other = town.anybody.as(otherPortal(), PASSWORD);
        Map<?, ?> subject = (Map<?, ?>) record.get("subject");
        assertThat(
                        other.post(
                                        "/api/v1/regions/150100/records/"
                                                + record.get("recordNo")
                                                + "/revocation/statement",
                                        Map.of("uscc", subject.get("uscc"), "statement", "冒名"))
                                .status())
                .as("a portal that did not hand in the application")
                .isEqualTo(403);
        assertThat(states(record, true).status()).isEqualTo(202);
        assertThat(states(record, false).error("statement")).isEqualTo("STATED_ALREADY");
        assertThat(
                        town.triesToDecide(
                                        "credit-center",
                                        "revocation",
                                        "review-" + id,
                                        "REVOKE",
                                        null)
                                .error("comment"))
                .isEqualTo("REQUIRED");
        assertThat(revokes(id, Map.of()).error("hearingOn")).isEqualTo("REQUIRED");
        assertThat(revokes(id, Map.of("hearingOn", "2026-03-01")).error("hearingOn"))
                .as("before the revocation was asked for")
                .isEqualTo("INVALID");
        assertThat(revokes(id, Map.of("hearingOn", "2026-03-03")).error("hearingOn"))
                .isEqualTo("FUTURE_DATE");
        assertThat(revokes(id, Map.of("hearingOn", "2026-03-02")).status()).isEqualTo(204);

        town.await(true, PLATFORMS, record.get("recordNo"));
        JsonNode shown = town.shown(record);
        assertThat(shown.path("eligible").asBoolean()).isFalse();
        assertThat(shown.path("eligibleFrom").isNull()).isTrue();
        assertThat(shown.path("reasons").toString()).contains("承诺不实");
        JsonNode first = town.portal.get("/api/v1/applications/" + repairing).body();
        assertThat(first.at("/items/0/revokedAt").asText()).isNotEmpty();
        assertThat(town.item(late).path("revokedAt").isNull()).as("it repaired nothing").isTrue();
        assertThat(
                        town.anybody
                                .get("/api/v1/progress/" + first.path("progressCode").asText())
                                .body()
                                .at("/items/0/revokedAt"))
                .isEqualTo(first.at("/items/0/revokedAt"));
        byte[] paper =
                town.portal
                        .get("/api/v1/applications/" + repairing + "/documents/1-revocation")
                        .bytes();
        assertThat(paper)
                .isEqualTo(
                        town.unit("credit-center")
                                .get(
                                        "/api/v1/regions/150100/records/"
                                                + record.get("recordNo")
                                                + "/revocation/document")
                                .bytes());
        Papers.requireSealed(paper, "revocation");
        assertThat(Papers.text(paper))
                .contains("撤销信用修复决定书", "凭证系经办人误传", "2026年3月2日举行听证", "伪造缴款凭证属实")
                .contains("至2028年6月10日届满", "公示期内对该信息的修复申请不予受理", "行政复议");
        String no = town.applied(town.application(List.of(record)));
        assertThat(town.rejectedByRules("credit-center", no).path("resultReason").asText())
                .contains("公示期届满前不再受理");
        assertThat(notices(record)).containsExactly("REVOCATION", "REVOCATION_REVOKE");
    }

    private Api.Answer revokes(long id, Map<String, String> details) {
        return town.triesToDecide(
                "credit-center", "revocation", "review-" + id, "REVOKE", "伪造缴款凭证属实", details);
    }

    private String lastApplication(Map<String, Object> record) {
        return jdbc.sql("select application_no from application_item where record_no = ?")
                .param(record.get("recordNo"))
                .query(String.class)
                .single();
    }

    @Test
    void aRecordWhoseDecisionIsNoMoreIsNeverDisplayedAgain() {
        Map<String, Object> record =
                repaired(
                        Town.penalty("penalty-market", Town.uscc(), LocalDate.of(2025, 6, 10)),
                        "market-regulation");
        long id = ask("market-regulation", record, "接到举报").body().path("id").asLong();
        states(record, false).done();
        town.unit("market-regulation")
                .post(
                        "/api/v1/regions/150100/results",
                        Map.of(
                                "recordNo",
                                record.get("recordNo"),
                                "platform",
                                "unit",
                                "event",
                                "ANNULLED",
                                "decidedOn",
                                "2026-03-02",
                                "documentNo",
                                "虚构行复〔2026〕2号",
                                "reason",
                                "原处罚决定被撤销"))
                .done();
        await().until(() -> state(record).equals("ANNULLED"));
        assertThat(
                        town.triesToDecide(
                                        "market-regulation",
                                        "revocation",
                                        "review-" + id,
                                        "REVOKE",
                                        "举报属实")
                                .error("revocationOutcome"))
                .isEqualTo("ANNULLED");
        town.decides("market-regulation", "revocation", "review-" + id, "KEEP", null);
        assertThat(state(record)).isEqualTo("ANNULLED");
    }

    private String state(Map<String, Object> record) {
        return jdbc.sql("select state from dishonesty_record where record_no = ?")
                .param(record.get("recordNo"))
                .query(String.class)
                .single();
    }

    @Test
    void aFraudulentRemovalFromTheWageListRestartsTheTerm() {
        Map<String, Object> employer =
                Town.listing(
                        "SERIOUS",
                        "serious-wage-arrears",
                        Town.uscc(),
                        LocalDate.of(2024, 6, 10),
                        null);
        repaired(employer, "human-resources");
        long id = ask("human-resources", employer, "欠薪未付").body().path("id").asLong();
        states(employer, false).done();
        town.decides("human-resources", "revocation", "review-" + id, "REVOKE", "查实仍欠薪");
        town.await(true, PLATFORMS, employer.get("recordNo"));
        JsonNode shown = town.shown(employer);
        assertThat(shown.path("displayUntil").asText())
                .as("three years anew")
                .isEqualTo("2029-03-02");
        assertThat(shown.path("eligibleFrom").asText()).isEqualTo("2026-09-02");
    }

    @Test
    void personsListedWithAnEmployerLeaveAndReturnWithIt() {
        Map<String, Object> employer =
                Town.listing(
                        "SERIOUS",
                        "serious-wage-arrears",
                        Town.uscc(),
                        LocalDate.of(2024, 6, 10),
                        null);
        Map<String, Object> person =
                Town.listing(
                        "SERIOUS",
                        "serious-wage-arrears",
                        Town.uscc(),
                        LocalDate.of(2024, 6, 10),
                        null);
        person.put("subject", Town.person());
        person.put("listedWith", employer.get("recordNo"));
        town.collected(employer);
        town.collected(person);
        town.await(true, PLATFORMS, person.get("recordNo"));
        repaired(employer, "human-resources");
        town.await(false, PLATFORMS, person.get("recordNo"));

        long id = ask("human-resources", employer, "欠薪未付").body().path("id").asLong();
        states(employer, false).done();
        town.decides("human-resources", "revocation", "review-" + id, "REVOKE", "查实仍欠薪");
        town.await(true, PLATFORMS, person.get("recordNo"));
    }

    @Test
    void whatTurnsOutToBeTrueStaysRepaired() {
        Map<String, Object> record =
                repaired(
                        Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10)),
                        "credit-center");
        long id = ask("credit-center", record, "接到举报").body().path("id").asLong();
        town.moveClock(OffsetDateTime.parse("2026-03-09T23:00:00+08:00"));
        assertThat(town.tasks("review-" + id, "revocation", "credit-center")).isEmpty();
        town.moveClock(OffsetDateTime.parse("2026-03-10T00:00:01+08:00"));
        town.matter("revocation", "credit-center", "review-" + id);
        assertThat(states(record, false).error("status")).isEqualTo("STATE_CHANGED");
        town.moveClock(OffsetDateTime.parse("2026-03-25T00:00:01+08:00"));
        await().until(() -> breaches().contains("review-" + id));
        town.decides("credit-center", "revocation", "review-" + id, "KEEP", null);
        await().untilAsserted(
                        () ->
                                assertThat(notices(record))
                                        .containsExactly("REVOCATION", "REVOCATION_KEEP"));
        assertThat(town.displayed("gsxt", record.get("recordNo"))).isFalse();
    }

    @Test
    void onlyARepairedRecordOfAUnitsOwnRegionCanBeRevoked() {
        Map<String, Object> record =
                town.collected(
                        Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10)));
        assertThat(ask("credit-center", record, "理由").error("recordNo")).isEqualTo("NOT_REPAIRED");
        assertThat(ask("credit-center", record, " ").error("reason")).isEqualTo("REQUIRED");
        String path = "/api/v1/regions/150100/records/" + record.get("recordNo") + "/revocation";
        assertThat(town.portal.post(path, Map.of("reason", "x")).status()).isEqualTo(403);
    }

    private String breaches() {
        return town.supervisor
                .get("/api/v1/regions/150100/supervision/breaches")
                .body()
                .findValuesAsText("reference")
                .toString();
    }

    private List<String> notices(Map<String, Object> record) {
        return jdbc.sql("select kind from notice where record_no = ? order by id")
                .param(record.get("recordNo"))
                .query(String.class)
                .list();
    }
}
