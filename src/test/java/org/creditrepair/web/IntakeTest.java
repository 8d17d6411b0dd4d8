package org.creditrepair.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.tasks.CaseSheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may apply, for whom, where, and again. */
@Tag("postgresql")
class IntakeTest extends ServerStory {

    private static final LocalDate DECIDED = LocalDate.of(2025, 6, 10);

    @Autowired CaseSheet sheet;

    private Map<String, Object> penalty() {
        return town.collected(Town.penalty("penalty-other", Town.uscc(), DECIDED));
    }

    @Test
    void aNaturalPersonAppliesWithTheJointFormOfJiangxi() {
        town = new Town(port, "360000");
        Map<String, Object> listing =
                Town.listing("SERIOUS", "serious-overload-transport", Town.uscc(), DECIDED, null);
        listing.put("subject", Town.person());
        town.collected(listing);
        String no = town.applied(town.application(List.of(listing)));
        town.completes("transport", no + "-1", "acceptance", "ACCEPT", null);
        town.completes("transport", no + "-1", "verification", "CONFIRMED", null);
        town.completes("transport", no + "-1", "decision", "REPAIR", null);
        assertThat(town.closedItem(no).path("result").asText()).isEqualTo("REPAIRED");
    }

    @Test
    void aPersonsNumberIsCheckedAndItsRecordsAreNotPublic() {
        town = new Town(port, "360000");
        Map<String, Object> listing =
                Town.listing("SERIOUS", "serious-overload-transport", Town.uscc(), DECIDED, null);
        Map<String, Object> person = new LinkedHashMap<>(Town.person());
        String number = (String) person.get("uscc");
        listing.put("subject", person);
        town.collected(listing);
        String records = "/api/v1/regions/360000/subjects/" + number + "/records";
        assertThat(town.anybody.get(records).status()).isIn(401, 403);
        assertThat(town.portal.get(records).body()).hasSize(1);

        person.put("uscc", "150102199013450018");
        Api.Answer wrong = collect(listing);
        assertThat(wrong.body().path("rows").get(0).path("errors").toString()).contains("公民身份号码");
        person.put("uscc", number.substring(0, 17) + (number.endsWith("1") ? "2" : "1"));
        assertThat(collect(listing).body().path("rows").get(0).path("errors").toString())
                .contains("CHECK_CHARACTER");
    }

    private Api.Answer collect(Map<String, Object> record) {
        return town.unit("transport").post("/api/v1/regions/360000/records", List.of(record));
    }

    @Test
    void anAgentNeedsAPowerOfAttorney() {
        Map<String, Object> application = town.application(List.of(penalty()));
        application.put("agent", Map.of("name", "虚构经办人", "mobile", "13900000000"));
        String no = town.applied(application);
        assertThat(sheet.render(new RegionCode("150100"), new CaseKey(no, 1)))
                .contains("授权委托书</td><td>须提交</td><td><span class=\"late\">缺");
        JsonNode materials = rule(no, "MATERIALS");
        assertThat(materials.path("content").asText()).contains("授权委托书");
    }

    @Test
    void eachDayOfTheCaseChoosesItsPartOfTheRules() {
        String no = town.applied(town.application(List.of(penalty())));
        town.completes("credit-center", no + "-1", "acceptance", "ACCEPT", null);
        assertThat(rule(no, "DISPLAY").path("pinnedOn").asText()).isEqualTo("2025-06-10");
        assertThat(rule(no, "DISPLAY").path("content").asText())
                .contains("2025-09-10")
                .contains("2028-06-10");
        assertThat(rule(no, "DISPLAY").path("source").asText()).contains("第58号");
        assertThat(rule(no, "CONDITIONS").path("pinnedOn").asText()).isEqualTo("2026-03-02");
        assertThat(rule(no, "MATERIALS").path("source").asText()).contains("22号");
        assertThat(rule(no, "LIMITS").path("content").asText()).contains("7 个工作日");
        assertThat(sheet.render(new RegionCode("150100"), new CaseKey(no, 1)))
                .contains("适用规定")
                .contains("文书日期 2025-06-10");
        String code =
                town.portal.get("/api/v1/applications/" + no).body().path("progressCode").asText();
        assertThat(
                        town.anybody
                                .get("/api/v1/progress/" + code)
                                .body()
                                .path("items")
                                .get(0)
                                .path("rules"))
                .hasSize(4);
    }

    private JsonNode rule(String no, String part) {
        for (JsonNode rule : town.item(no).path("rules")) {
            if (rule.path("part").asText().equals(part)) {
                return rule;
            }
        }
        throw new AssertionError(part);
    }

    @Test
    void aWindowOfAnotherTownHandsOverToTheDecidingUnit() {
        Api wuhai = town.anybody.as("150300-window");
        Map<String, Object> application = town.application(List.of(penalty()));
        application.put("channel", "WINDOW");
        ((Map<?, ?>) ((List<?>) application.get("items")).get(0)).remove("materials");
        Api.Answer answer = wuhai.post("/api/v1/regions/150100/applications", application);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        String no = answer.body().path("applicationNo").asText();
        assertThat(no).startsWith("150100");
        town.task(no + "-1", "acceptance", "credit-center");
        assertThat(wuhai.get("/api/v1/applications/" + no).status()).isEqualTo(200);
        assertThat(sheet.render(new RegionCode("150100"), new CaseKey(no, 1)))
                .contains("150300 综合窗口收件转办");

        Api jiangxi = town.anybody.as("360000-window");
        assertThat(jiangxi.get("/api/v1/applications/" + no).status()).isEqualTo(404);
        Map<String, Object> foreign = town.application(List.of(penalty()));
        ((Map<?, ?>) ((List<?>) foreign.get("items")).get(0)).remove("materials");
        assertThat(jiangxi.post("/api/v1/regions/150100/applications", foreign).status())
                .isEqualTo(404);
    }

    @Test
    void whoWasRefusedAppliesAgainWithTheEarlierCaseAtHand() {
        Map<String, Object> record = penalty();
        String first = town.applied(town.application(List.of(record)));
        town.completes("credit-center", first + "-1", "acceptance", "ACCEPT", null);
        town.completes("credit-center", first + "-1", "decision", "REFUSE", "罚款尚未缴清");
        town.closedItem(first);
        String again = town.applied(town.application(List.of(record)));
        assertThat(town.item(again).path("earlierCase").asText()).isEqualTo(first + "-1");
        assertThat(sheet.render(new RegionCode("150100"), new CaseKey(again, 1)))
                .contains(first + "-1")
                .contains("不予修复，理由：罚款尚未缴清");
    }
}
