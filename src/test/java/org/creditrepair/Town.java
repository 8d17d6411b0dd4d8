package org.creditrepair;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.google.errorprone.annotations.CheckReturnValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.creditrepair.registry.record.CitizenId;
import org.creditrepair.registry.record.Uscc;

/**
 * The people of Hohhot and what they do with the server; every sentence of a story is one call
 * here.
 */
public final class Town {

    private static final String ANY_AUTHORITY = "虚构处罚机关";
    private static final String HOHHOT = "150100";
    public static final byte[] PDF = "%PDF-1.7 test".getBytes(StandardCharsets.US_ASCII);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final AtomicInteger COUNTER =
            new AtomicInteger((int) (System.nanoTime() / 1000 % 100_000_000));

    public final String region;
    public final Api anybody;
    public final Api portal;
    public final Api supervisor;
    private final Set<String> readCodes = new HashSet<>();

    public Town(int port) {
        this(port, HOHHOT);
    }

    public Town(int port, String region) {
        this.region = region;
        anybody = Api.anybody(port);
        portal = anybody.as(region + "-portal");
        supervisor = anybody.as(region + "-supervisor");
    }

    public Api unit(String code) {
        return anybody.as(region + "-" + code);
    }

    /** A valid code of a company that does not exist. */
    public static String uscc() {
        String first17 = "91150100MA" + "%07d".formatted(COUNTER.incrementAndGet() % 10_000_000);
        return first17 + Uscc.checkCharacter(first17);
    }

    /** A person who does not exist, with a valid number. */
    public static Map<String, Object> person() {
        String first17 =
                "150102199001%05d".formatted(1_000 + COUNTER.incrementAndGet() % 8_999 + 10_000);
        return Map.of(
                "type",
                "NATURAL_PERSON",
                "name",
                "虚构某人",
                "uscc",
                first17 + CitizenId.checkCharacter(first17));
    }

    /** A penalty record about a company, ready to be delivered. */
    public static Map<String, Object> penalty(String item, String uscc, LocalDate decidedOn) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("recordNo", "T-" + COUNTER.incrementAndGet());
        record.put("category", "PENALTY");
        record.put("item", item);
        record.put("subject", Map.of("type", "LEGAL_PERSON", "name", "虚构测试有限公司", "uscc", uscc));
        record.put("documentNo", "虚构罚决〔2025〕1号");
        record.put("authority", ANY_AUTHORITY);
        record.put("decidedOn", decidedOn.toString());
        record.put("penaltyTypes", List.of("罚款"));
        record.put("obligations", "缴纳罚款");
        return record;
    }

    /** A listing of a company, ready to be delivered. */
    public static Map<String, Object> listing(
            String category, String item, String uscc, LocalDate listedOn, String cause) {
        Map<String, Object> listing = penalty(item, uscc, listedOn);
        listing.put("category", category);
        listing.put("listedOn", listedOn.toString());
        listing.put("penaltyTypes", List.of());
        listing.put("cause", cause);
        return listing;
    }

    /** The region's code. */
    public String region() {
        return region;
    }

    /** The unit that answers for an item, the first one where there are several. */
    public String unitOf(String item) {
        return firstUnit(item).path("code").asText();
    }

    private String unitName(String item) {
        return firstUnit(item).path("name").asText();
    }

    private JsonNode firstUnit(String item) {
        return anybody.get("/api/v1/regions/" + region + "/items/" + item)
                .body()
                .path("units")
                .path(0);
    }

    /**
     * Delivers a record as the unit that answers for it, and returns it; that unit has decided it
     * unless the record says otherwise.
     */
    public Map<String, Object> collected(Map<String, Object> record) {
        record.replace("authority", ANY_AUTHORITY, unitName((String) record.get("item")));
        Api.Answer answer =
                unit(unitOf((String) record.get("item")))
                        .post("/api/v1/regions/" + region + "/records", List.of(record));
        assertThat(answer.body().path("accepted").asInt())
                .as(answer.body().toString())
                .isEqualTo(1);
        return record;
    }

    /** Uploads a commitment and returns its id. */
    public String material() {
        return material(portal);
    }

    private static String material(Api applicant) {
        Api.Answer answer = applicant.upload("承诺书.pdf", PDF);
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().path("id").asText();
    }

    /** An application for records, right in every field. */
    public Map<String, Object> application(List<Map<String, Object>> records) {
        return application(records, portal);
    }

    /** The same with papers that somebody else has uploaded. */
    public Map<String, Object> application(List<Map<String, Object>> records, Api applicant) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (Map<String, Object> record : records) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("item", record.get("item"));
            item.put("recordNo", record.get("recordNo"));
            item.put("reason", "罚款已缴清，违法行为已改正");
            item.put("obligationsFulfilledOn", record.get("decidedOn"));
            item.put(
                    "materials",
                    List.of(Map.of("code", "commitment", "materialId", material(applicant))));
            items.add(item);
        }
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.putAll(asMap(records.get(0).get("subject")));
        subject.put("address", "虚构路 1 号");
        Map<String, Object> application = new LinkedHashMap<>();
        application.put("subject", subject);
        application.put("contact", Map.of("name", "虚构联系人", "mobile", "13800000000"));
        application.put("agent", null);
        application.put("items", items);
        application.put("commitment", true);
        application.put("channel", "PORTAL");
        return application;
    }

    /** Hands in an application and returns its number. */
    public String applied(Map<String, Object> application) {
        Api.Answer answer = portal.post("/api/v1/regions/" + region + "/applications", application);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("applicationNo").asText();
    }

    /** The open task of an item, as its unit sees it. */
    public JsonNode task(String caseKey, String key, String unit) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> tasks(caseKey, key, unit), tasks -> tasks.size() == 1)
                .get(0);
    }

    public JsonNode tasks(String caseKey, String key, String unit) {
        return unit(unit)
                .get(
                        "/engine-rest/task?processInstanceBusinessKey="
                                + caseKey
                                + "&taskDefinitionKey="
                                + key)
                .body();
    }

    /**
     * A reviewer of the unit claims the task and completes it; once more where a timer has changed
     * it meanwhile, as the answer asks.
     */
    public void completes(
            String unit, String caseKey, String task, String outcome, String comment) {
        requireDone(
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(
                                () -> tries(unit, caseKey, task, outcome, comment),
                                answer -> !answer.text().contains("请刷新后重试")));
    }

    private static void requireDone(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(204);
    }

    /** A reviewer of the unit claims the task and tries to complete it. */
    @CheckReturnValue
    public Api.Answer tries(
            String unit, String caseKey, String task, String outcome, String comment) {
        String id = task(caseKey, task, unit).path("id").asText();
        String reviewer = region + "-" + unit;
        Api.Answer claimed =
                unit(unit).post("/engine-rest/task/" + id + "/claim", Map.of("userId", reviewer));
        requireDone(claimed);
        return complete(unit, id, task + "Outcome", outcome, comment);
    }

    @CheckReturnValue
    public Api.Answer complete(
            String unit, String taskId, String variable, String outcome, String comment) {
        return complete(unit, taskId, variable, outcome, comment, Map.of());
    }

    @CheckReturnValue
    private Api.Answer complete(
            String unit,
            String taskId,
            String variable,
            String outcome,
            String comment,
            Map<String, String> details) {
        Map<String, Object> variables = new LinkedHashMap<>();
        details.forEach((field, value) -> variables.put(field, Map.of("value", value)));
        if (outcome != null) {
            variables.put(variable, Map.of("value", outcome));
        }
        if (comment != null) {
            variables.put("comment", Map.of("value", comment));
        }
        return unit(unit)
                .post("/engine-rest/task/" + taskId + "/complete", Map.of("variables", variables));
    }

    /** The applicant tries to hand in a document of the correction asked for. */
    @CheckReturnValue
    public Api.Answer triesToCorrect(String applicationNo, String code) {
        return portal.post(
                "/api/v1/applications/" + applicationNo + "/items/1/corrections",
                Map.of("materials", List.of(Map.of("code", code, "materialId", material()))));
    }

    /** An application for one record with more said of its only item. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> application(Map<String, Object> record, Map<String, Object> more) {
        Map<String, Object> application = application(List.of(record));
        ((List<Map<String, Object>>) application.get("items")).get(0).putAll(more);
        return application;
    }

    /** A record as the public sees it; nothing if it is not on display. */
    public JsonNode shown(Map<String, Object> record) {
        Object uscc = asMap(record.get("subject")).get("uscc");
        JsonNode all =
                anybody.get("/api/v1/regions/" + region + "/subjects/" + uscc + "/records").body();
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.path("recordNo").asText().equals(record.get("recordNo")))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** Waits until every platform of a list shows a record, or none of them does. */
    public void await(boolean displayed, List<String> platforms, Object recordNo) {
        for (String platform : platforms) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> displayed(platform, recordNo) == displayed);
        }
    }

    /**
     * The open task of a matter that is no case.
     *
     * @param matter its business key, e.g. {@code review-7}
     */
    public JsonNode matter(String key, String unit, String matter) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> tasks(matter, key, unit), tasks -> tasks.size() == 1)
                .get(0);
    }

    /** A member of the unit claims the task of a matter and completes it. */
    public void decides(String unit, String key, String matter, String outcome, String comment) {
        requireDone(triesToDecide(unit, key, matter, outcome, comment));
    }

    /** A member of the unit claims the task of a matter and tries to complete it. */
    @CheckReturnValue
    public Api.Answer triesToDecide(
            String unit, String key, String matter, String outcome, String comment) {
        return triesToDecide(unit, key, matter, outcome, comment, Map.of());
    }

    /** The same with the fields that only this task's answers have. */
    @CheckReturnValue
    public Api.Answer triesToDecide(
            String unit,
            String key,
            String matter,
            String outcome,
            String comment,
            Map<String, String> details) {
        String id = matter(key, unit, matter).path("id").asText();
        requireDone(
                unit(unit)
                        .post(
                                "/engine-rest/task/" + id + "/claim",
                                Map.of("userId", region + "-" + unit)));
        return complete(unit, id, key + "Outcome", outcome, comment, details);
    }

    /** The first item of an application as the supervisor sees it. */
    public JsonNode item(String applicationNo) {
        return supervisor.get("/api/v1/applications/" + applicationNo).body().path("items").path(0);
    }

    /** Waits until the application is closed and returns its first item. */
    public JsonNode closedItem(String applicationNo) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () ->
                                supervisor
                                        .get("/api/v1/applications/" + applicationNo)
                                        .body()
                                        .path("status")
                                        .asText(),
                        "CLOSED"::equals);
        return item(applicationNo);
    }

    /**
     * Lets time pass until every retry has come due and the application is closed; a retry that was
     * under way when the clock moved waits once more.
     */
    public JsonNode closedItemAfterRetries(String applicationNo) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> {
                            JsonNode now = anybody.get("/sandbox/clock").body().path("now");
                            moveClock(OffsetDateTime.parse(now.asText()).plusHours(2));
                            return supervisor
                                    .get("/api/v1/applications/" + applicationNo)
                                    .body()
                                    .path("status")
                                    .asText()
                                    .equals("CLOSED");
                        });
        return item(applicationNo);
    }

    /**
     * The unit may not accept what the rules are against; a person sees why, refuses for that
     * reason, and the application is closed.
     *
     * @return the only item of the application
     */
    public JsonNode rejectedByRules(String unit, String applicationNo) {
        String caseKey = applicationNo + "-1";
        Api.Answer accepted = tries(unit, caseKey, "acceptance", "ACCEPT", null);
        assertThat(accepted.error("acceptanceOutcome")).isEqualTo("NOT_ELIGIBLE");
        String why = accepted.body().findValuesAsText("message").get(0);
        assertThat(tries(unit, caseKey, "acceptance", "REJECT", why).status()).isEqualTo(204);
        JsonNode item = closedItem(applicationNo);
        assertThat(item.path("result").asText()).isEqualTo("REJECTED");
        return item;
    }

    public boolean displayed(String platform, Object recordNo) {
        return anybody.get("/sandbox/" + platform + "/records/" + recordNo)
                .body()
                .path("displayed")
                .asBoolean();
    }

    public JsonNode deliveries(String platform, Object recordNo) {
        return anybody.get("/sandbox/" + platform + "/records/" + recordNo)
                .body()
                .path("deliveries");
    }

    public void behave(String platform, String mode) {
        assertThat(
                        anybody.put("/sandbox/" + platform + "/behaviour", Map.of("mode", mode))
                                .status())
                .isEqualTo(200);
    }

    /** The code sent for an application, which has not been read before. */
    public String sentCode(String applicationNo) {
        return readCode(
                applicationNo, message -> message.path("text").asText().contains(applicationNo));
    }

    /** The code sent to a mobile, which has not been read before. */
    public String codeSentTo(String mobile) {
        return readCode(mobile, message -> message.path("receiver").asText().equals(mobile));
    }

    private String readCode(String receiver, Predicate<JsonNode> wanted) {
        Pattern code = Pattern.compile("验证码(\\d{6})");
        return Awaitility.await()
                .until(
                        () ->
                                StreamSupport.stream(
                                                anybody.get("/sandbox/messages")
                                                        .body()
                                                        .spliterator(),
                                                false)
                                        .filter(wanted)
                                        .map(message -> code.matcher(message.path("text").asText()))
                                        .filter(Matcher::find)
                                        .map(found -> found.group(1))
                                        .filter(one -> !readCodes.contains(receiver + one))
                                        .findFirst(),
                        found -> found.filter(one -> readCodes.add(receiver + one)).isPresent())
                .orElseThrow();
    }

    public void moveClock(OffsetDateTime to) {
        assertThat(anybody.put("/sandbox/clock", Map.of("now", to.toString())).status())
                .isEqualTo(200);
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }
}
