package org.creditrepair;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.creditrepair.application.model.ApplicationStatus;
import org.creditrepair.application.model.Channel;
import org.creditrepair.application.model.CourtMeasure;
import org.creditrepair.application.model.ItemResult;
import org.creditrepair.application.model.ItemStatus;
import org.creditrepair.application.model.SlaStatus;
import org.creditrepair.application.model.Stage;
import org.creditrepair.catalog.ListAdjustment;
import org.creditrepair.catalog.model.PlatformEvent;
import org.creditrepair.catalog.model.RecordCategory;
import org.creditrepair.catalog.model.RulePart;
import org.creditrepair.hotline.HotlineRequest;
import org.creditrepair.notice.serving.ServiceMethod;
import org.creditrepair.reconciliation.DisplayDifference;
import org.creditrepair.registry.collection.CollectionFile;
import org.creditrepair.registry.delivery.Dataset;
import org.creditrepair.registry.delivery.RowResult;
import org.creditrepair.registry.recognition.ExternalResult;
import org.creditrepair.registry.record.Ground;
import org.creditrepair.registry.record.ListingCause;
import org.creditrepair.registry.record.RecordEvent;
import org.creditrepair.registry.record.RecordState;
import org.creditrepair.registry.record.Severity;
import org.creditrepair.registry.record.SubjectType;
import org.creditrepair.registry.review.DisplayReview;
import org.creditrepair.sharing.ledger.Push;
import org.creditrepair.supervision.escalation.Escalation;
import org.creditrepair.supervision.status.CaseCountCells;
import org.creditrepair.task.Outcome;
import org.creditrepair.task.RefusalReason;
import org.junit.jupiter.api.Test;

/** The migrations say what the code says, and each table belongs to one module. */
class SchemaTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path SOURCES = Path.of("src/main/java/org/creditrepair");

    /** The columns that hold the names of an enum. */
    private static final Map<String, Class<? extends Enum<?>>> CODES =
            Map.ofEntries(
                    Map.entry("dishonesty_record.category", RecordCategory.class),
                    Map.entry("dishonesty_record.subject_type", SubjectType.class),
                    Map.entry("dishonesty_record.severity", Severity.class),
                    Map.entry("dishonesty_record.cause", ListingCause.class),
                    Map.entry("dishonesty_record.state", RecordState.class),
                    Map.entry("record_event.event", RecordEvent.class),
                    Map.entry("display_review.kind", DisplayReview.Kind.class),
                    Map.entry("display_review.outcome", Outcome.class),
                    Map.entry("external_result.event", ExternalResult.Event.class),
                    Map.entry("external_result.verdict", ExternalResult.Verdict.class),
                    Map.entry("external_result.outcome", Outcome.class),
                    Map.entry("collection_file.dataset", Dataset.class),
                    Map.entry("collection_file.status", CollectionFile.Status.class),
                    Map.entry("collection_row.status", RowResult.Status.class),
                    Map.entry("joint_application.subject_type", SubjectType.class),
                    Map.entry("joint_application.channel", Channel.class),
                    Map.entry("joint_application.status", ApplicationStatus.class),
                    Map.entry("application_item.ground", Ground.class),
                    Map.entry("application_item.measure", CourtMeasure.class),
                    Map.entry("application_item.status", ItemStatus.class),
                    Map.entry("application_item.result", ItemResult.class),
                    Map.entry("application_item.refusal", RefusalReason.class),
                    Map.entry("case_stage.stage", Stage.class),
                    Map.entry("case_stage.outcome", Outcome.class),
                    Map.entry("applied_rule.part", RulePart.class),
                    Map.entry("comment_template.outcome", Outcome.class),
                    Map.entry("list_adjustment.kind", ListAdjustment.Kind.class),
                    Map.entry("list_adjustment.status", ListAdjustment.Status.class),
                    Map.entry("push.event", PlatformEvent.class),
                    Map.entry("push.status", Push.Status.class),
                    Map.entry("limit_breach.stage", Stage.class),
                    Map.entry("escalation.stage", Stage.class),
                    Map.entry("escalation.step", Escalation.Step.class),
                    Map.entry("case_standing.channel", Channel.class),
                    Map.entry("case_standing.stage", Stage.class),
                    Map.entry("case_standing.result", ItemResult.class),
                    Map.entry("case_standing.refusal", RefusalReason.class),
                    Map.entry("open_tally.settled", SlaStatus.class),
                    Map.entry("closed_tally.dimension", CaseCountCells.Dimension.class),
                    Map.entry("hotline_request.type", HotlineRequest.Type.class),
                    Map.entry("notice_service.method", ServiceMethod.class),
                    Map.entry("display_difference.kind", DisplayDifference.Kind.class),
                    Map.entry("display_difference.handling", DisplayDifference.Handling.class));

    private static final Pattern TABLE =
            Pattern.compile("create table (\\w+) \\((.*?)\\n\\);", Pattern.DOTALL);
    private static final Pattern CHECK =
            Pattern.compile(
                    "constraint (ck_\\w+) check \\((\\w+) in \\(([^)]*)\\)\\)", Pattern.DOTALL);

    /** A check that a later migration puts in the place of an earlier one. */
    private static final Pattern CHANGED =
            Pattern.compile("alter table (\\w+) add " + CHECK.pattern(), Pattern.DOTALL);

    private static List<String> codes(String list) {
        return Arrays.stream(list.split(",")).map(code -> code.strip().replace("'", "")).toList();
    }

    @Test
    void aColumnThatHoldsTheNamesOfAnEnumTakesThemAlone() throws IOException {
        Map<String, List<String>> checked = new TreeMap<>();
        for (MatchResult table : tables().toList()) {
            CHECK.matcher(table.group(2))
                    .results()
                    .forEach(
                            check ->
                                    checked.put(
                                            table.group(1) + "." + check.group(2),
                                            codes(check.group(3))));
        }
        String all = read().values().stream().collect(Collectors.joining("\n"));
        CHANGED.matcher(all)
                .results()
                .forEach(
                        check ->
                                checked.put(
                                        check.group(1) + "." + check.group(3),
                                        codes(check.group(4))));
        Map<String, List<String>> known = new TreeMap<>();
        CODES.forEach(
                (column, codes) ->
                        known.put(
                                column,
                                Arrays.stream(codes.getEnumConstants()).map(Enum::name).toList()));
        assertThat(checked).isEqualTo(known);
    }

    @Test
    void everyTableHasAKeyWithANameAndAComment() throws IOException {
        String all = read().values().stream().collect(Collectors.joining("\n"));
        assertThat(tables())
                .isNotEmpty()
                .allSatisfy(
                        table -> {
                            String name = table.group(1);
                            assertThat(table.group(2)).contains("constraint pk_" + name + " ");
                            assertThat(all).contains("comment on table " + name + " is ");
                            assertThat(table.group(2).lines().map(String::strip))
                                    .noneMatch(line -> line.startsWith("unique"))
                                    .noneMatch(line -> line.startsWith("foreign key"));
                        });
    }

    @Test
    void aTableIsNamedByItsOwnModuleAlone() throws IOException {
        Map<String, String> owners = new TreeMap<>();
        read().forEach(
                        (module, migration) ->
                                TABLE.matcher(migration)
                                        .results()
                                        .forEach(table -> owners.put(table.group(1), module)));
        Pattern named = Pattern.compile("\\b(?:from|join|into|update)\\s+(\\w+)");
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                String module = SOURCES.relativize(source).getName(0).toString();
                assertThat(named.matcher(Files.readString(source)).results())
                        .as(source.toString())
                        .extracting(table -> owners.getOrDefault(table.group(1), module))
                        .allMatch(module::equals);
            }
        }
    }

    private static Stream<MatchResult> tables() throws IOException {
        return read().values().stream().flatMap(migration -> TABLE.matcher(migration).results());
    }

    /** The migrations by module: {@code V1_02__registry.sql} is that of {@code registry}. */
    private static Map<String, String> read() throws IOException {
        Map<String, String> read = new TreeMap<>();
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                read.merge(
                        name.substring(name.indexOf("__") + 2, name.indexOf(".sql")),
                        Files.readString(file),
                        (before, after) -> before + "\n" + after);
            }
        }
        return read;
    }
}
