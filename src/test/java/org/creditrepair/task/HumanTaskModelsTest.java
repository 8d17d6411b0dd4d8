package org.creditrepair.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Forms and models say of human tasks what {@link HumanTask} says. */
class HumanTaskModelsTest {

    private static final Pattern OUTCOME = Pattern.compile("(\\w+)Outcome\\b");
    private static final Pattern COMPARED = Pattern.compile("(\\w+Outcome)\\s*[!=]=\\s*'([^']*)'");

    static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
        }
    }

    private static JsonNode form(HumanTask task) throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("forms", task.key() + ".form").toFile())
                .path("components");
    }

    private static Optional<JsonNode> field(JsonNode form, String key) {
        return components(form).filter(one -> one.path("key").asText().equals(key)).findFirst();
    }

    private static Stream<JsonNode> components(JsonNode form) {
        return StreamSupport.stream(form.spliterator(), false);
    }

    private static List<org.assertj.core.groups.Tuple> choices(JsonNode field) {
        return components(field.path("values"))
                .map(one -> tuple(one.path("value").asText(), one.path("label").asText()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void theFormHasExactlyTheFieldsOfTheTask(HumanTask task) throws IOException {
        assertThat(
                        components(form(task))
                                .filter(one -> !one.path("disabled").asBoolean())
                                .map(one -> one.path("key").asText())
                                .filter(key -> !key.isEmpty()))
                .containsExactlyInAnyOrderElementsOf(task.fields());
    }

    @ParameterizedTest
    @EnumSource
    void theFormOffersTheOutcomesByTheirNamesInOrder(HumanTask task) throws IOException {
        JsonNode outcome = field(form(task), task.outcomeField()).orElseThrow();
        assertThat(outcome.path("label").asText()).isEqualTo(task.question());
        assertThat(components(outcome.path("values")).map(one -> one.path("value").asText()))
                .containsExactlyElementsOf(task.outcomes().stream().map(Enum::name).toList());
        boolean always = task.outcomes().stream().allMatch(Outcome::commentRequired);
        for (Outcome one : task.outcomes()) {
            String label =
                    outcome.path("values").get(task.outcomes().indexOf(one)).path("label").asText();
            assertThat(label).startsWith(one.text());
            assertThat(label.contains("须写明")).as(label).isEqualTo(one.commentRequired() && !always);
        }
        assertThat(outcome.at("/validate/required").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theFormAsksForACommentAsLongAsItMayBe(HumanTask task) throws IOException {
        JsonNode comment = field(form(task), HumanTask.COMMENT).orElseThrow();
        assertThat(comment.at("/validate/maxLength").asInt()).isEqualTo(HumanTask.MAX_COMMENT);
        assertThat(comment.at("/validate/required").asBoolean())
                .as("required where every outcome needs it")
                .isEqualTo(task.outcomes().stream().allMatch(Outcome::commentRequired));
    }

    @ParameterizedTest
    @EnumSource
    void theFormOffersEveryReasonOfARefusal(HumanTask task) throws IOException {
        Optional<JsonNode> reason = field(form(task), HumanTask.REFUSAL_REASON);
        assertThat(reason.isPresent())
                .isEqualTo(task.outcomes().stream().anyMatch(Outcome::isRefusal));
        reason.ifPresent(
                field ->
                        assertThat(choices(field))
                                .isEqualTo(
                                        RefusalReason.choices().stream()
                                                .map(one -> tuple(one.name(), one.text()))
                                                .toList()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyHumanTaskOfAModelIsOneOfOursWithItsForm(Path file) {
        for (UserTask task : model(file).getModelElementsByType(UserTask.class)) {
            HumanTask human = HumanTask.ofKey(task.getId()).orElseThrow();
            assertThat(task.getCamundaFormRef()).isEqualTo(human.key());
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void conditionsAskForOutcomesThatTheTaskHas(Path file) {
        for (ConditionExpression condition :
                model(file).getModelElementsByType(ConditionExpression.class)) {
            String text = condition.getTextContent();
            Set<String> compared = new TreeSet<>();
            for (Matcher one = COMPARED.matcher(text); one.find(); ) {
                HumanTask task = task(one.group(1)).orElseThrow();
                assertThat(task.outcomes().stream().map(Enum::name))
                        .as(text)
                        .contains(one.group(2));
                compared.add(one.group(1));
            }
            assertThat(
                            OUTCOME.matcher(text)
                                    .results()
                                    .map(one -> one.group())
                                    .collect(Collectors.toSet()))
                    .as("nothing else is asked of an outcome: " + text)
                    .isEqualTo(compared);
        }
    }

    @Test
    void everyTaskStandsInAModel() throws IOException {
        Set<HumanTask> used = EnumSet.noneOf(HumanTask.class);
        for (Path file : models()) {
            model(file)
                    .getModelElementsByType(UserTask.class)
                    .forEach(task -> HumanTask.ofKey(task.getId()).ifPresent(used::add));
        }
        assertThat(used).isEqualTo(EnumSet.allOf(HumanTask.class));
    }

    private static Optional<HumanTask> task(String outcomeField) {
        return Arrays.stream(HumanTask.values())
                .filter(task -> task.outcomeField().equals(outcomeField))
                .findFirst();
    }

    private static BpmnModelInstance model(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }
}
