package org.creditrepair.workflow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.creditrepair.application.model.CourtMeasure;
import org.creditrepair.catalog.model.PlatformEvent;
import org.creditrepair.catalog.model.RecordCategory;
import org.creditrepair.catalog.model.RepairPath;
import org.creditrepair.catalog.rules.RuleTable;
import org.creditrepair.registry.display.Scope;
import org.creditrepair.registry.record.Ground;
import org.creditrepair.registry.record.ListingCause;
import org.creditrepair.registry.record.RecordState;
import org.creditrepair.registry.record.Severity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every row of every table of rules is hit, and each day on which a rule changes is tried from both
 * sides; at the end no row may be left.
 */
class RuleTablesTest {

    private static final Map<String, DmnDecision> DECISIONS = new HashMap<>();
    private static final Map<String, Set<String>> ROWS = new HashMap<>();
    private static final Map<String, Set<String>> HIT = new HashMap<>();
    private static final Map<String, Set<LocalDate>> TRIED = new HashMap<>();
    private static DmnEngine engine;

    @BeforeAll
    static void read() throws IOException {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration)
                        DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(RuleTablesTest::note);
        engine = configuration.buildEngine();
        try (Stream<Path> files = Files.list(Path.of("processes", "rules"))) {
            for (Path file : files.toList()) {
                DmnModelInstance model = Dmn.readModelFromFile(file.toFile());
                Decision decision = model.getModelElementsByType(Decision.class).iterator().next();
                assertThat(file.getFileName()).hasToString(decision.getId() + ".dmn");
                DECISIONS.put(decision.getId(), engine.parseDecision(decision.getId(), model));
                ROWS.put(
                        decision.getId(),
                        model.getModelElementsByType(Rule.class).stream()
                                .map(Rule::getId)
                                .collect(Collectors.toSet()));
            }
        }
    }

    private static void note(DmnDecisionTableEvaluationEvent event) {
        HIT.computeIfAbsent(event.getDecisionTable().getKey(), key -> new TreeSet<>())
                .addAll(
                        event.getMatchingRules().stream()
                                .map(DmnEvaluatedDecisionRule::getId)
                                .toList());
    }

    @AfterAll
    static void everyRowWasHitAndEachDayTriedFromBothSides() {
        DmnRuleTables tables = new DmnRuleTables();
        ROWS.forEach(
                (table, rows) -> {
                    Set<String> left = new TreeSet<>(rows);
                    left.removeAll(HIT.getOrDefault(table, Set.of()));
                    assertThat(left).as("rows of %s that no test hits", table).isEmpty();
                    for (LocalDate day :
                            tables.daysIn(new RuleTable<>(table, Record.class, Record.class))) {
                        assertThat(TRIED.getOrDefault(table, Set.of()))
                                .as(table)
                                .contains(day, day.minusDays(1));
                    }
                });
    }

    /** The outputs of the rows that hold, joined; several rows by a bar. */
    private static String ask(String table, Map<String, Object> facts, String... outputs) {
        facts.values().stream()
                .filter(LocalDate.class::isInstance)
                .forEach(
                        day ->
                                TRIED.computeIfAbsent(table, key -> new TreeSet<>())
                                        .add((LocalDate) day));
        Map<String, Object> all = new HashMap<>();
        for (String input :
                List.of(
                        "path",
                        "day",
                        "scope",
                        "documentDay",
                        "severity",
                        "penaltyType",
                        "field",
                        "agent",
                        "ground",
                        "state",
                        "shortestReached",
                        "endsItself",
                        "earlyEndAllowed",
                        "difference",
                        "platform",
                        "push",
                        "national",
                        "monthsListed",
                        "monthsCorrected",
                        "revoked",
                        "newGround",
                        "otherSerious",
                        "cause",
                        "outstanding",
                        "otherListings",
                        "category",
                        "requested",
                        "stage",
                        "event",
                        "registration")) {
            Object fact = facts.get(input);
            all.put(input, fact instanceof String code ? text(input, code) : fact);
        }
        return engine.evaluateDecisionTable(DECISIONS.get(table), all).getResultList().stream()
                .map(
                        row ->
                                Stream.of(outputs)
                                        .map(output -> String.valueOf(row.get(output)))
                                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("|"));
    }

    /** What the tables call a code. */
    private static String text(String input, String code) {
        return switch (input) {
            case "path" -> RepairPath.find(code).map(RepairPath::text).orElse(code);
            case "scope" -> Scope.valueOf(code).text();
            case "severity" -> Severity.valueOf(code).text();
            case "ground" -> Ground.valueOf(code).text();
            case "state" -> RecordState.valueOf(code).text();
            case "cause" -> ListingCause.valueOf(code).text();
            case "category" -> RecordCategory.valueOf(code).text();
            case "event" -> PlatformEvent.valueOf(code).text();
            case "requested" -> CourtMeasure.valueOf(code).text();
            default -> code;
        };
    }

    private static Map<String, Object> facts(Object... pairs) {
        Map<String, Object> facts = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            facts.put((String) pairs[i], pairs[i + 1]);
        }
        return facts;
    }

    @ParameterizedTest(name = "{0} {1} {2} {3} {4}: {5}")
    @CsvSource({
        "MARKET, 2025-12-24, MINOR, 警告, , true 3 36",
        "MARKET, 2025-12-25, MINOR, 警告, , false 0 0",
        "MARKET, 2025-12-25, MINOR, 罚款, , true 3 3",
        "MARKET, 2025-12-25, GENERAL, 罚款, 食品, true 3 12",
        "MARKET, 2025-12-25, SERIOUS, 罚款, , true 12 36",
        "OTHER, 2026-03-31, MINOR, 罚款, , true 3 36",
        "OTHER, 2026-04-01, MINOR, 罚款, , true 0 3",
        "OTHER, 2026-04-01, GENERAL, 罚款, , true 3 12",
        "OTHER, 2026-04-01, SERIOUS, 罚款, , true 12 36",
        "OTHER, 2026-03-31, , 罚款, , true 3 36",
        "OTHER, 2026-03-31, , 罚款, 消防, true 12 36",
        "MARKET, 2025-12-24, , 罚款, 食品, true 12 36",
        "OTHER, 2024-05-06, , 罚款, 消防, true 12 36"
    })
    void penaltiesAreDisplayed(
            String scope,
            LocalDate day,
            String severity,
            String kind,
            String field,
            String expected) {
        Map<String, Object> facts =
                facts(
                        "scope", scope,
                        "documentDay", day,
                        "severity", severity,
                        "penaltyType", kind,
                        "field", field);
        assertThat(
                        ask(
                                "penalty-display-period",
                                facts,
                                "displayed",
                                "shortestMonths",
                                "longestMonths"))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} on {1} {2}: {3}")
    @CsvSource({
        "MARKET, 2025-12-24, 吊销, null",
        "MARKET, 2025-12-25, 吊销, 严重",
        "MARKET, 2025-12-25, 警告, 轻微",
        "MARKET, 2025-12-25, 罚款, 一般",
        "OTHER, 2026-03-31, 警告, null",
        "OTHER, 2026-04-01, 通报批评, 轻微",
        "OTHER, 2026-04-01, 责令停产停业, 严重",
        "OTHER, 2026-04-01, 没收违法所得, 一般"
    })
    void severityIsPresumed(String scope, LocalDate day, String kind, String expected) {
        Map<String, Object> facts = facts("scope", scope, "documentDay", day, "penaltyType", kind);
        assertThat(ask("presumed-severity", facts, "severity")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "penalty-other, 2024-06-01, 3 36 补足",
        "penalty-market, 2025-12-24, ''",
        "penalty-market, 2025-12-25, 3 36 补足",
        "serious-market-regulation, 2025-12-24, 12 null 补足",
        "serious-market-regulation, 2025-12-25, 12 null 补足|null 36 补足",
        "serious-wage-arrears, 2026-03-31, 6 36 补足",
        "serious-wage-arrears, 2026-04-01, 6 36 补足|12 36 补足",
        "serious-work-safety, 2026-03-31, 12 36 补足",
        "serious-tax, 2026-03-31, null 36 补足",
        "serious-tax, 2026-04-01, null 36 补足|12 36 补足",
        "serious-culture-tourism, 2024-06-01, 6 null 补足",
        "serious-statistics, 2024-06-01, 6 null 补足",
        "serious-social-organization, 2024-06-01, 24 null 补足",
        "serious-customs, 2024-06-01, 12 null 补足",
        "serious-general, 2026-03-31, ''",
        "serious-general, 2026-04-01, 12 36 补足"
    })
    void listingsAreDisplayed(String path, LocalDate day, String expected) {
        assertThat(
                        ask(
                                "listing-display-period",
                                facts("path", path, "day", day),
                                "earliestMonths",
                                "fullTermMonths",
                                "effect"))
                .isEqualTo(expected);
    }

    @Test
    void aCustomsListingForAViolationMayBeRepairedEarlier() {
        Map<String, Object> facts =
                facts(
                        "path", "serious-customs",
                        "day", LocalDate.of(2024, 6, 1),
                        "field", "违规");
        assertThat(ask("listing-display-period", facts, "earliestMonths", "effect"))
                .isEqualTo("12 补足|6 按情形");
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "penalty-market, 2025-06-21, null 15 null 补足",
        "penalty-market, 2025-06-22, null 15 null 补足|3 null null 补足|3 null null 从短",
        "penalty-market, 2025-12-24, null 15 null 补足|3 null null 补足|3 null null 从短",
        "penalty-market, 2025-12-25, null 15 null 补足|3 null null 补足|3 null null 从短|null 7 null 取代",
        "abnormal-operations, 2025-06-21, ''",
        "abnormal-operations, 2025-12-24, 3 null null 从短",
        "abnormal-operations, 2025-12-25, 3 null null 从短|3 7 null 补足",
        "penalty-other, 2025-06-21, ''",
        "penalty-other, 2025-06-22, 3 7 null 补足|3 null null 从短",
        "serious-wage-arrears, 2024-06-01, null 15 10 补足"
    })
    void limitsHold(String path, LocalDate day, String expected) {
        assertThat(
                        ask(
                                "limits",
                                facts("path", path, "day", day),
                                "acceptWorkingDays",
                                "decideWorkingDays",
                                "publishWorkingDays",
                                "effect"))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} on {1} by agent {2} because {3}: {4}")
    @CsvSource({
        "serious-tax, 2025-06-21, false, FULFILLED, ''",
        "serious-culture-tourism, 2024-06-01, false, FULFILLED, training-record 增加",
        "serious-customs, 2024-06-01, false, FULFILLED, application 增加|decision 增加",
        "serious-tax, 2025-06-22, false, FULFILLED, commitment 取代|fulfilment-proof 取代|other 免交|identity 免交|application 免交",
        "penalty-other, 2025-06-21, false, FULFILLED, ''",
        "penalty-other, 2025-06-22, false, FULFILLED, commitment 取代|fulfilment-proof 取代|other 免交|identity 免交|application 免交",
        "penalty-other, 2024-06-01, true, FULFILLED, power-of-attorney 增加",
        "serious-judgment-defaulter, 2025-06-21, false, BANKRUPTCY_RULING, ''",
        "serious-judgment-defaulter, 2025-06-22, false, BANKRUPTCY_RULING, court-ruling 增加"
    })
    void materialsAreNeeded(
            String path, LocalDate day, boolean agent, String ground, String expected) {
        Map<String, Object> facts =
                facts("path", path, "day", day, "agent", agent, "ground", ground);
        assertThat(ask("materials", facts, "code", "effect")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} on {1}: {2} conditions")
    @CsvSource({
        "penalty-market, 2025-12-24, 0",
        "penalty-market, 2025-12-25, 3",
        "penalty-other, 2026-03-31, 0",
        "penalty-other, 2026-04-01, 3",
        "abnormal-operations, 2025-12-24, 2",
        "abnormal-operations, 2025-12-25, 2",
        "serious-market-regulation, 2025-12-24, 0",
        "serious-market-regulation, 2025-12-25, 3",
        "serious-tax, 2026-03-31, 0",
        "serious-tax, 2026-04-01, 3",
        "serious-wage-arrears, 2024-06-01, 3",
        "serious-wage-arrears, 2026-04-01, 5",
        "serious-judgment-defaulter, 2024-06-01, 1",
        "serious-social-organization, 2024-06-01, 1"
    })
    void conditionsAreSet(String path, LocalDate day, int expected) {
        String conditions = ask("conditions", facts("path", path, "day", day), "condition");
        assertThat(conditions.isEmpty() ? 0 : conditions.split("\\|").length).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "abnormal-operations, 2025-12-24, 国市监信规〔2021〕3号",
        "abnormal-operations, 2025-12-25, 107号",
        "serious-market-regulation, 2024-06-01, 第44号",
        "serious-wage-arrears, 2024-06-01, 第45号",
        "serious-work-safety, 2024-06-01, 第11号",
        "serious-tax, 2024-06-01, 第54号",
        "serious-culture-tourism, 2024-06-01, 第7号",
        "serious-statistics, 2024-06-01, 第35号",
        "abnormal-social-organization, 2024-06-01, 第60号",
        "serious-judgment-defaulter, 2024-06-01, 法释〔2017〕7号",
        "serious-customs, 2026-03-31, 第251号",
        "serious-customs, 2026-04-01, 第282号",
        "penalty-other, 2026-03-31, 第58号",
        "penalty-market, 2025-12-24, 国市监信规〔2021〕3号",
        "abnormal-social-organization, 2026-04-01, 第36号",
        "penalty-other, 2026-04-01, 第36号",
        "serious-general, 2026-04-01, 第36号"
    })
    void theBasisIsNamed(String path, LocalDate day, String expected) {
        assertThat(ask("legal-basis", facts("path", path, "day", day), "basis")).contains(expected);
    }

    @Test
    void someKindsOfPenaltyAreNeverEndedEarly() {
        assertThat(ask("early-end", facts("scope", "MARKET", "penaltyType", "吊销许可证件"), "allowed"))
                .isEqualTo("false");
        assertThat(ask("early-end", facts("scope", "OTHER", "penaltyType", "吊销许可证件"), "allowed"))
                .isEqualTo("true");
    }

    private static Map<String, Object> sound(String path) {
        return facts(
                "path",
                path,
                "day",
                LocalDate.of(2026, 4, 1),
                "ground",
                "FULFILLED",
                "state",
                "DISPLAYED",
                "shortestReached",
                true,
                "endsItself",
                false,
                "earlyEndAllowed",
                true,
                "monthsListed",
                10,
                "monthsCorrected",
                6,
                "revoked",
                false,
                "newGround",
                false);
    }

    @ParameterizedTest(name = "{0} with {1} = {2}: {3}")
    @CsvSource({
        "penalty-other, revoked, false, ''",
        "penalty-other, state, REPAIRED, 不再办理",
        "penalty-market, earlyEndAllowed, false, 不再办理",
        "penalty-market, endsItself, true, 不再办理",
        "penalty-other, shortestReached, false, 最短公示期届满之日",
        "penalty-other, revoked, true, 限制届满之日",
        "abnormal-social-organization, monthsListed, 23, ''",
        "abnormal-social-organization, monthsListed, 24, 不再办理",
        "serious-wage-arrears, monthsCorrected, 6, ''",
        "serious-wage-arrears, monthsCorrected, 5, 改正满期之日",
        "serious-social-organization, newGround, true, 重新计算期满之日",
        "serious-tax, newGround, true, ''",
        "serious-culture-tourism, otherSerious, 0, ''",
        "serious-culture-tourism, otherSerious, 1, 不再办理",
        "serious-tax, otherSerious, 1, ''"
    })
    void reasonsStandAgainstAnApplication(String path, String fact, String value, String expected) {
        Map<String, Object> facts = sound(path);
        Object typed =
                value.matches("\\d+")
                        ? Integer.valueOf(value)
                        : value.matches("true|false") ? Boolean.valueOf(value) : value;
        facts.put(fact, typed);
        assertThat(ask("eligibility", facts, "from")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-31, 第58号", "2026-04-01, 第36号"})
    void theReasonsAreThoseOfTheOrderInForce(LocalDate day, String order) {
        for (String fact : List.of("state", "shortestReached")) {
            Map<String, Object> facts = sound("penalty-other");
            facts.put("day", day);
            facts.put(fact, fact.equals("state") ? "REPAIRED" : false);
            assertThat(ask("eligibility", facts, "source")).contains(order);
        }
    }

    @ParameterizedTest
    @CsvSource({"BANKRUPTCY_RULING", "OWN_MOTION"})
    void someGroundsDoNotWaitForTheShortestTerm(String ground) {
        Map<String, Object> facts = sound("serious-judgment-defaulter");
        facts.put("shortestReached", false);
        facts.put("ground", ground);
        assertThat(ask("eligibility", facts, "from")).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1} outstanding {2} others {3} {4}: {5}")
    @CsvSource({
        "abnormal-operations, REPORT_MISSING, false, 0, FULFILLED, true false",
        "abnormal-operations, REPORT_MISSING, true, 0, FULFILLED, false false",
        "abnormal-operations, REPORT_MISSING, false, 1, FULFILLED, false false",
        "abnormal-operations, UNREACHABLE, false, 0, FULFILLED, false true",
        "abnormal-operations, FALSE_INFORMATION, false, 0, FULFILLED, false false",
        "abnormal-operations, INFORMATION_WITHHELD, false, 0, FULFILLED, false false",
        "abnormal-operations, REPORT_MISSING, false, 0, BANKRUPTCY_RULING, false false",
        "abnormal-individual-business, REPORT_MISSING, false, 0, FULFILLED, true false",
        "abnormal-individual-business, UNREACHABLE, false, 0, FULFILLED, false false"
    })
    void casesAreReviewed(
            String path,
            String cause,
            boolean outstanding,
            int others,
            String ground,
            String expected) {
        Map<String, Object> facts =
                facts(
                        "path", path,
                        "cause", cause,
                        "outstanding", outstanding,
                        "otherListings", others,
                        "ground", ground);
        assertThat(ask("review-mode", facts, "automatic", "onSite")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
    @CsvSource({
        "本地未归集, 其他平台, 从未推送, 与本平台一致, 转人工",
        "平台多公示, 信用中国, 未送达, 与本平台一致, 等待",
        "平台多公示, 信用中国, 人工已定, 与本平台一致, 重推",
        "平台多公示, 信用中国, 已重推, 与本平台不一致, 转人工",
        "平台未公示, 其他平台, 已送达, 与本平台不一致, 随信用中国",
        "平台未公示, 其他平台, 已送达, 与本平台一致, 重推",
        "平台多公示, 信用中国, 已送达, 与本平台一致, 重推",
        "平台未公示, 信用中国, 从未推送, 与本平台一致, 重推",
        "平台未公示, 信用中国, 已送达, 与本平台一致, 转人工"
    })
    void differencesOfDisplaysAreHandled(
            String difference, String platform, String push, String national, String expected) {
        assertThat(
                        ask(
                                "reconciliation",
                                facts(
                                        "difference",
                                        difference,
                                        "platform",
                                        platform,
                                        "push",
                                        push,
                                        "national",
                                        national),
                                "handling"))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "serious-market-regulation, SERIOUS, true",
        "serious-judgment-defaulter, SERIOUS, true",
        "serious-tax, SERIOUS, true",
        "serious-wage-arrears, SERIOUS, true",
        "serious-work-safety, SERIOUS, true",
        "serious-statistics, SERIOUS, true",
        "serious-social-organization, SERIOUS, true",
        "serious-culture-tourism, SERIOUS, true",
        "serious-customs, SERIOUS, true",
        "serious-general, SERIOUS, true",
        "penalty-market, PENALTY, false"
    })
    void listingsAreReportedToTheSuperior(String path, String category, String expected) {
        assertThat(ask("superior-unit", facts("path", path, "category", category), "reportsUpward"))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "penalty-market, 2025-12-24, false",
        "penalty-market, 2025-12-25, true",
        "abnormal-individual-business, 2025-12-25, true",
        "penalty-other, 2026-04-01, false"
    })
    void marketResultsAreToldWhereTheSubjectIsRegistered(
            String path, LocalDate day, String expected) {
        assertThat(ask("registered-elsewhere", facts("path", path, "day", day), "told"))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3} {4}")
    @CsvSource({
        "ANNULLED, SERIOUS, false, 3, false",
        "REPAIRED, PENALTY, true, 3, false",
        "REMOVED, SERIOUS, false, , true",
        "REPAIRED, PENALTY, false, , false"
    })
    void aPlatformFollowsWithinItsDays(
            String event, String category, boolean registration, String days, String regional) {
        Map<String, Object> asked =
                facts("event", event, "category", category, "registration", registration);
        assertThat(ask("platform-limit", asked, "workingDays")).isEqualTo(String.valueOf(days));
        assertThat(ask("platform-limit", asked, "regional")).isEqualTo(regional);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "OWN_MOTION, DELETE, 删除",
        "OWN_MOTION, SHIELD, 屏蔽",
        "OWN_MOTION, SHORTEN, 缩短期限",
        "GUARANTEE, SHIELD, 屏蔽",
        "GUARANTEE, , 删除",
        "BANKRUPTCY_RULING, , 屏蔽",
        "FULFILLED, , 删除",
        "EXECUTED, , 删除"
    })
    void defaultersListingsAreDeletedShieldedOrShortened(
            String ground, String requested, String expected) {
        assertThat(
                        ask(
                                "defaulter-measure",
                                facts("ground", ground, "requested", requested),
                                "measure"))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        "penalty-other, 审核决定, 2025-06-21, false",
        "penalty-other, 审核决定, 2025-06-22, true",
        "penalty-market, 核查, 2026-04-01, true",
        "penalty-market, 受理审查, 2026-04-01, false",
        "abnormal-operations, 审核决定, 2026-04-01, false",
        "其他事项, 热线答复, 2026-04-01, true"
    })
    void someLimitsMayBeExtended(String path, String stage, LocalDate day, String expected) {
        assertThat(ask("extension", facts("path", path, "stage", stage, "day", day), "allowed"))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "serious-wage-arrears, true 6",
        "serious-work-safety, false 12",
        "penalty-other, false null"
    })
    void aRevocationHasItsConsequences(String path, String expected) {
        assertThat(ask("revocation", facts("path", path), "restartsTerm", "blockedMonths"))
                .isEqualTo(expected);
    }
}
