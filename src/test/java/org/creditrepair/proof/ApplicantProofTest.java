package org.creditrepair.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever has the applicant's mobile may act on the application, and on no other. */
@Tag("database")
class ApplicantProofTest extends ServerStory {

    private static final String REGION = "/api/v1/regions/150100";

    @Autowired private LoginStore store;

    private String no;
    private String codes;
    private String logins;

    @BeforeEach
    void apply() {
        JsonNode applied = handIn();
        no = applied.path("applicationNo").asText();
        String progress = "/api/v1/progress/" + applied.path("progressCode").asText();
        codes = progress + "/codes";
        logins = progress + "/logins";
    }

    private JsonNode handIn() {
        Map<String, Object> record =
                town.collected(
                        Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10)));
        Api.Answer answer =
                town.portal.post(
                        "/api/v1/regions/150100/applications", town.application(List.of(record)));
        answer.done();
        return answer.body();
    }

    private Api proved() {
        town.anybody.post(codes, Map.of()).done();
        Api.Answer login = town.anybody.post(logins, Map.of("code", town.sentCode(no)));
        assertThat(login.status()).isEqualTo(201);
        assertThat(login.body().path("applicationNo").asText()).isEqualTo(no);
        return town.anybody.withToken(login.body().path("token").asText());
    }

    @Test
    void theCodeSentToTheMobileOpensTheApplicationAndNothingElse() {
        Api applicant = proved();
        assertThat(applicant.get("/api/v1/applications/" + no).body().path("contact").isObject())
                .isTrue();
        assertThat(applicant.get("/api/v1/applications/" + no + "/documents").status())
                .isEqualTo(200);
        String other = handIn().path("applicationNo").asText();
        assertThat(applicant.get("/api/v1/applications/" + other).status()).isEqualTo(404);
        assertThat(applicant.get("/api/v1/applications/" + other + "/documents").status())
                .isEqualTo(404);
        assertThat(
                        applicant
                                .post(
                                        "/api/v1/applications/" + other + "/items/1/withdrawal",
                                        Map.of())
                                .status())
                .isEqualTo(404);
        for (String elsewhere :
                List.of(
                        "/api/v1/me",
                        "/api/v1/messages",
                        "/api/v1/regions/150100/queue",
                        "/engine-rest/task")) {
            assertThat(applicant.get(elsewhere).status()).as(elsewhere).isEqualTo(401);
        }
        assertThat(applicant.post("/api/v1/regions/150100/applications", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void theApplicantHandsInACorrectionAndWithdraws() {
        town.completes("credit-center", no + "-1", "acceptance", "CORRECT", "承诺书缺少印章");
        Api applicant = proved();
        Api.Answer uploaded = applicant.upload("承诺书.pdf", Town.PDF);
        assertThat(uploaded.status()).isEqualTo(201);
        String id = uploaded.body().path("id").asText();
        assertThat(applicant.get("/api/v1/materials/" + id).status()).isEqualTo(200);
        assertThat(town.portal.get("/api/v1/materials/" + id).status()).isEqualTo(404);
        applicant
                .post(
                        "/api/v1/applications/" + no + "/items/1/corrections",
                        Map.of(
                                "materials",
                                List.of(Map.of("code", "commitment", "materialId", id))))
                .done();
        assertThat(town.item(no).path("status").asText()).isEqualTo("SUBMITTED");
        applicant.post("/api/v1/applications/" + no + "/items/1/withdrawal", Map.of()).done();
        assertThat(town.closedItem(no).path("result").asText()).isEqualTo("WITHDRAWN");
    }

    @Test
    void codesAreNotGuessed() {
        town.anybody.post(codes, Map.of()).done();
        String code = town.sentCode(no);
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < ApplicantProof.MOST_ATTEMPTS; i++) {
            assertThat(town.anybody.post(logins, Map.of("code", wrong)).error("code"))
                    .isEqualTo("WRONG");
        }
        assertThat(town.anybody.post(logins, Map.of("code", code)).error("code"))
                .isEqualTo("OUTLIVED");
    }

    @Test
    void aCodeIsUsedOnceAndSoon() {
        town.anybody.post(codes, Map.of()).done();
        assertThat(town.anybody.post(codes, Map.of()).error("progressCode")).isEqualTo("TOO_OFTEN");
        String code = town.sentCode(no);
        town.anybody.post(logins, Map.of("code", code)).done();
        assertThat(town.anybody.post(logins, Map.of("code", code)).error("code"))
                .isEqualTo("OUTLIVED");
        pass("applicant_code", "sent_at", 2, "subject");
        town.anybody.post(codes, Map.of()).done();
        pass("applicant_code", "sent_at", 6, "subject");
        assertThat(town.anybody.post(logins, Map.of("code", town.sentCode(no))).error("code"))
                .isEqualTo("OUTLIVED");
    }

    @Test
    void aTokenIsOutlived() {
        Api applicant = proved();
        assertThat(applicant.get("/api/v1/applications/" + no).status()).isEqualTo(200);
        pass("applicant_login", "valid_until", 31, "application_no");
        assertThat(applicant.get("/api/v1/applications/" + no).status()).isEqualTo(401);
    }

    /** Another clerk who looks into the register sees that a code was sent, not which. */
    @Test
    void theRegisterOfNoticesKeepsNoCode() {
        town.anybody.post(codes, Map.of()).done();
        String code = town.sentCode(no);
        assertThat(
                        jdbc.sql(
                                        "select body from notice where application_no = ? and kind = 'CODE'")
                                .param(no)
                                .query(String.class)
                                .single())
                .doesNotContain(code);
    }

    @Test
    void whatIsUnknownIsNotFound() {
        assertThat(town.anybody.post("/api/v1/progress/AAAAAAAAAAAAAA/codes", Map.of()).status())
                .isEqualTo(404);
        assertThat(town.anybody.post(logins, Map.of("code", "")).error("code"))
                .isEqualTo("REQUIRED");
        assertThat(town.anybody.post(logins, Map.of("code", "123456")).error("code"))
                .isEqualTo("OUTLIVED");
    }

    /** Without any account: a mobile is proved, papers are uploaded, the application is in. */
    @Test
    void whoeverHasProvedAMobileAppliesThere() {
        String mobile = "139" + "%08d".formatted(System.nanoTime() % 100_000_000);
        String region = "/api/v1/regions/150100/";
        assertThat(
                        town.anybody
                                .post(region + "mobile-codes", Map.of("mobile", "123"))
                                .error("mobile"))
                .isEqualTo("INVALID");
        town.anybody.post(region + "mobile-codes", Map.of("mobile", mobile)).done();
        Api applicant =
                town.anybody.withToken(
                        town.anybody
                                .post(
                                        region + "mobile-logins",
                                        Map.of("mobile", mobile, "code", town.codeSentTo(mobile)))
                                .body()
                                .path("token")
                                .asText());
        Map<String, Object> record =
                town.collected(
                        Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10)));
        Map<String, Object> form = town.application(List.of(record), applicant);
        assertThat(applicant.post(region + "applications", form).error("contact.mobile"))
                .isEqualTo("NOT_PROVED");
        form.put("contact", Map.of("name", "虚构联系人", "mobile", mobile));
        assertThat(applicant.post("/api/v1/regions/360000/applications", form).status())
                .isEqualTo(404);
        Map<String, Object> pretending = new HashMap<>(form);
        pretending.put("channel", "AUTHORITY");
        assertThat(applicant.post(region + "applications", pretending).error("channel"))
                .isEqualTo("INVALID");
        Api.Answer applied = applicant.post(region + "applications", form);
        assertThat(applied.status()).isEqualTo(201);
        String number = applied.body().path("applicationNo").asText();
        assertThat(applicant.get("/api/v1/applications/" + number).status())
                .as("only after proof of the application itself")
                .isEqualTo(403);
        town.completes("credit-center", number + "-1", "acceptance", "ACCEPT", null);
    }

    /** A mobile gets no more codes by asking in several regions. */
    @Test
    void codesOfAMobileCountWhateverTheRegion() {
        Map<String, String> mobile =
                Map.of("mobile", "136" + "%08d".formatted(System.nanoTime() % 100_000_000));
        town.anybody.post("/api/v1/regions/150100/mobile-codes", mobile).done();
        assertThat(town.anybody.post("/api/v1/regions/360000/mobile-codes", mobile).error("mobile"))
                .isEqualTo("TOO_OFTEN");
    }

    private void pass(String table, String column, int minutes, String key) {
        int moved =
                jdbc.sql(
                                "update %s set %s = %s - interval '%d' minute where %s = ?"
                                        .formatted(table, column, column, minutes, key))
                        .param(no)
                        .update();
        assertThat(moved).isEqualTo(1);
    }

    @Test
    void theApplicantRatesOnceWhatIsClosed() {
        Api applicant = proved();
        String rating = "/api/v1/applications/" + no + "/rating";
        assertThat(applicant.post(rating, Map.of("score", 5)).status()).isEqualTo(409);
        town.completes("credit-center", no + "-1", "acceptance", "REJECT", "不属于修复范围");
        await().until(
                        () ->
                                applicant
                                        .get("/api/v1/applications/" + no)
                                        .body()
                                        .hasNonNull("closedAt"));
        assertThat(applicant.get(rating).status()).isEqualTo(404);
        assertThat(applicant.post(rating, Map.of("score", 6)).error("score")).isEqualTo("RANGE");
        assertThat(applicant.post(rating, Map.of("comment", "好")).error("score"))
                .isEqualTo("REQUIRED");
        assertThat(applicant.post(rating, Map.of("score", 4, "comment", "办得快")).status())
                .isEqualTo(201);
        assertThat(applicant.post(rating, Map.of("score", 1)).status()).isEqualTo(409);
        assertThat(town.anybody.post(rating, Map.of("score", 1)).status()).isEqualTo(401);
        String other = handIn().path("applicationNo").asText();
        assertThat(
                        applicant
                                .post(
                                        "/api/v1/applications/" + other + "/rating",
                                        Map.of("score", 1))
                                .status())
                .isEqualTo(404);
        Api.Answer seen = town.supervisor.get(REGION + "/supervision/ratings");
        assertThat(seen.body().path("count").asLong()).isPositive();
        assertThat(seen.body().path("comments").findValuesAsText("comment")).contains("办得快");
        assertThat(town.portal.get(REGION + "/supervision/ratings").status()).isEqualTo(403);
    }

    /** Who was served says how, not who served. */
    @Test
    void aWindowDoesNotRateItself() {
        Api window = town.anybody.as("150100-window");
        Map<String, Object> record =
                town.collected(
                        Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10)));
        Map<String, Object> application = new HashMap<>(town.application(List.of(record), window));
        application.put("channel", "WINDOW");
        Api.Answer handedIn = window.post(REGION + "/applications", application);
        String number = handedIn.body().path("applicationNo").asText();
        assertThat(number).as(handedIn.text()).isNotEmpty();
        assertThat(
                        window.post(
                                        "/api/v1/applications/" + number + "/rating",
                                        Map.of("score", 5))
                                .status())
                .isEqualTo(403);
    }

    /** A token of somebody who has proved a mobile in the region. */
    private Api reached(String mobile) {
        town.anybody.post(REGION + "/mobile-codes", Map.of("mobile", mobile)).done();
        Api.Answer login =
                town.anybody.post(
                        REGION + "/mobile-logins",
                        Map.of("mobile", mobile, "code", town.codeSentTo(mobile)));
        return town.anybody.withToken(login.body().path("token").asText());
    }

    @Test
    void whoeverIsReachedAsksAndObjectsForItself() {
        String mobile = "13800000031";
        Api asker = reached(mobile);
        Map<String, Object> question =
                Map.of("type", "HELP", "name", "虚构求助人", "mobile", mobile, "content", "如何补正");
        assertThat(town.anybody.post(REGION + "/hotline", question).status()).isEqualTo(401);
        Api.Answer asked = asker.post(REGION + "/hotline", question);
        assertThat(asked.status()).isEqualTo(201);
        String code = asked.body().path("code").asText();
        Api.Answer found = town.anybody.get("/api/v1/hotline/" + code);
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body().toString()).doesNotContain("虚构求助人").doesNotContain(mobile);
        assertThat(town.anybody.get("/api/v1/hotline/" + code.substring(1) + "2").status())
                .isEqualTo(404);
        Map<String, Object> another = new HashMap<>(question);
        another.put("mobile", "13800000032");
        assertThat(asker.post(REGION + "/hotline", another).status()).isEqualTo(422);
        assertThat(asker.post("/api/v1/regions/330000/hotline", question).status()).isEqualTo(404);
        assertThat(asker.get(REGION + "/hotline/" + asked.body().path("id").asLong()).status())
                .isIn(401, 403);
        String uscc = Town.uscc();
        Object record =
                town.collected(Town.penalty("penalty-market", uscc, LocalDate.of(2025, 6, 10)))
                        .get("recordNo");
        Map<String, Object> objection =
                Map.of("uscc", uscc, "about", "CONTENT", "reason", "金额不符", "mobile", mobile);
        String objections = REGION + "/records/" + record + "/objections";
        assertThat(town.anybody.post(objections, objection).status()).isEqualTo(401);
        Map<String, Object> ofOther = new HashMap<>(objection);
        ofOther.put("uscc", Town.uscc());
        assertThat(asker.post(objections, ofOther).status()).isEqualTo(404);
        Api stranger = reached("13800000033");
        jdbc.sql("update dishonesty_record set mobile = ? where subject_code = ?")
                .params(mobile, uscc)
                .update();
        Map<String, Object> strange = new HashMap<>(objection);
        strange.put("mobile", "13800000033");
        assertThat(stranger.post(objections, strange).error("mobile")).isEqualTo("OTHER_MOBILE");
        assertThat(asker.post(objections, objection).status()).isEqualTo(202);
        assertThat(asker.post(objections, objection).status()).isEqualTo(409);
        ofOther.put("uscc", "11010519491231002X");
        assertThat(asker.post(objections, ofOther).status()).isEqualTo(422);
        for (int i = 1; i < 10; i++) {
            asker.post(REGION + "/hotline", question).done();
        }
        assertThat(asker.post(REGION + "/hotline", question).status()).isEqualTo(409);
    }

    /** A mobile alone speaks for no person, for no other name, and not past the one on record. */
    @Test
    void aStrangersMobileAppliesForNobodyElse() {
        String mobile = "13800000041";
        Api stranger = reached(mobile);
        Map<String, Object> person = new HashMap<>(form(stranger, Town.uscc(), mobile));
        person.put(
                "subject",
                Map.of("type", "NATURAL_PERSON", "name", "虚构某乙", "uscc", "11010519491231002X"));
        assertThat(stranger.post(REGION + "/applications", person).error("subject.uscc"))
                .isEqualTo("NOT_PROVED");

        String uscc = Town.uscc();
        Map<String, Object> form = form(stranger, uscc, mobile);
        Map<String, Object> misnamed = new HashMap<>(form);
        misnamed.put("subject", Map.of("type", "LEGAL_PERSON", "name", "虚构另一家有限公司", "uscc", uscc));
        assertThat(stranger.post(REGION + "/applications", misnamed).error("subject.name"))
                .isEqualTo("OTHER_NAME");

        jdbc.sql("update dishonesty_record set mobile = '13800000042' where subject_code = ?")
                .param(uscc)
                .update();
        assertThat(stranger.post(REGION + "/applications", form).error("contact.mobile"))
                .isEqualTo("OTHER_MOBILE");

        String another = Town.uscc();
        stranger.post(REGION + "/applications", form(stranger, another, mobile)).done();
        assertThat(mobileOnRecord(another)).as("not before a person has accepted it").isNull();
    }

    private Map<String, Object> form(Api applicant, String uscc, String mobile) {
        Map<String, Object> record =
                town.collected(Town.penalty("penalty-other", uscc, LocalDate.of(2025, 6, 10)));
        Map<String, Object> form = town.application(List.of(record), applicant);
        form.put("contact", Map.of("name", "虚构联系人", "mobile", mobile));
        return form;
    }

    private String mobileOnRecord(String uscc) {
        return (String)
                jdbc.sql("select mobile from dishonesty_record where subject_code = ?")
                        .param(uscc)
                        .query()
                        .singleColumn()
                        .get(0);
    }

    @Test
    void aTokenOfTheProviderOpensOneLogin() {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        String token = "a".repeat(64);
        assertThat(store.use(token, now, now.minusDays(2))).isTrue();
        assertThat(store.use(token, now, now.minusDays(2))).isFalse();
        assertThat(store.use(token, now.plusDays(3), now.plusDays(1)))
                .as("it has ended long since")
                .isTrue();
    }

    @Test
    void whoeverAsksManyTimesAtTheSameMomentIsBoundedAllTheSame() {
        String mobile = "13800000051";
        Api asker = reached(mobile);
        Map<String, Object> question =
                Map.of("type", "HELP", "name", "虚构求助人", "mobile", mobile, "content", "如何补正");
        List<CompletableFuture<Integer>> asked =
                Stream.generate(
                                () ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        asker.post(REGION + "/hotline", question)
                                                                .status()))
                        .limit(16)
                        .toList();
        assertThat(asked.stream().map(CompletableFuture::join).filter(status -> status == 201))
                .hasSize(10);
    }
}
