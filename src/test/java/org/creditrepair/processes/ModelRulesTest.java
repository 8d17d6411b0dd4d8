package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every model, whoever draws it. */
class ModelRulesTest {

    private static final String COLOURS = "http://bpmn.io/schema/bpmn/biocolor/1.0";
    private static final Set<String> HUMAN_TASKS =
            Set.of(
                    "acceptance",
                    "verification",
                    "decision",
                    "reassessment",
                    "revocation",
                    "objection",
                    "issuance",
                    "service",
                    "confirmation",
                    "arbitration",
                    "clarification",
                    "reply",
                    "opinion");
    private static final Map<Class<? extends FlowElement>, String> PREFIXES =
            Map.ofEntries(
                    Map.entry(StartEvent.class, "startEvent_"),
                    Map.entry(EndEvent.class, "endEvent_"),
                    Map.entry(BoundaryEvent.class, "boundaryEvent_"),
                    Map.entry(IntermediateCatchEvent.class, "intermediateCatchEvent_"),
                    Map.entry(ServiceTask.class, "serviceTask_"),
                    Map.entry(SendTask.class, "sendTask_"),
                    Map.entry(ReceiveTask.class, "receiveTask_"),
                    Map.entry(CallActivity.class, "callActivity_"),
                    Map.entry(SubProcess.class, "subProcess_"),
                    Map.entry(Gateway.class, "gateway_"),
                    Map.entry(SequenceFlow.class, "flow_"));

    static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelIsNamedAndKept(Path file) {
        Process process = only(file);
        assertThat(file.getFileName()).hasToString(process.getId() + ".bpmn");
        assertThat(process.getName()).matches(".*\\p{IsHan}.*");
        assertThat(process.getDocumentations()).isNotEmpty();
        assertThat(process.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyNodeHasAChineseNameAndAnIdThatSaysTypeAndMeaning(Path file) {
        BpmnModelInstance model = read(file);
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            if (!isJoin(node)) {
                assertThat(node.getName()).as(node.getId()).matches(".*\\p{IsHan}.*");
            }
        }
        for (UserTask task : model.getModelElementsByType(UserTask.class)) {
            assertThat(HUMAN_TASKS).contains(task.getId());
        }
        PREFIXES.forEach(
                (type, prefix) ->
                        assertThat(model.getModelElementsByType(type))
                                .extracting(BaseElement::getId)
                                .allMatch(id -> id.matches(prefix + "[a-z]\\w+"), prefix));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aChoiceIsAQuestionWithAnswers(Path file) {
        for (Gateway gateway : read(file).getModelElementsByType(Gateway.class)) {
            if (isJoin(gateway)) {
                continue;
            }
            assertThat(gateway.getName()).endsWith("？");
            assertThat(gateway.getOutgoing())
                    .extracting(SequenceFlow::getName)
                    .allMatch(name -> name != null && !name.isBlank());
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aServiceTaskNamesOneBeanOrOneTopic(Path file) {
        BpmnModelInstance model = read(file);
        for (ServiceTask task : model.getModelElementsByType(ServiceTask.class)) {
            if ("external".equals(task.getCamundaType())) {
                assertThat(task.getCamundaTopic())
                        .matches(
                                "push|(push|reconcile)\\.[a-z${}-]+|collection\\.import|webhook\\.state");
            } else {
                assertThat(task.getCamundaDelegateExpression()).matches("\\$\\{[a-z]\\w+}");
            }
            assertThat(task.getCamundaExpression()).isNull();
            assertThat(task.getCamundaClass()).isNull();
        }
        for (SendTask task : model.getModelElementsByType(SendTask.class)) {
            assertThat(task.getCamundaDelegateExpression()).matches("\\$\\{[a-z]\\w+}");
        }
        for (MessageEventDefinition sent :
                model.getModelElementsByType(MessageEventDefinition.class)) {
            if (sent.getParentElement() instanceof EndEvent) {
                assertThat(sent.getCamundaDelegateExpression()).matches("\\$\\{[a-z]\\w+}");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aHumanTaskHasAFormAUnitAndBothLimits(Path file) {
        for (UserTask task : read(file).getModelElementsByType(UserTask.class)) {
            assertThat(task.getCamundaFormRef()).isEqualTo(task.getId());
            assertThat(task.getCamundaCandidateGroups()).matches("\\$\\{[a-z]\\w*(Group|Office)}");
            assertThat(task.getCamundaDueDate()).matches("\\$\\{[a-z]\\w*Limit}");
            assertThat(task.getCamundaFollowUpDate()).isEqualTo(task.getCamundaDueDate() + "-1wd");
            List<String> timers =
                    read(file).getModelElementsByType(BoundaryEvent.class).stream()
                            .filter(event -> event.getAttachedTo().getId().equals(task.getId()))
                            .filter(event -> !event.cancelActivity())
                            .map(BaseElement::getId)
                            .toList();
            assertThat(timers)
                    .containsExactlyInAnyOrder(
                            "boundaryEvent_" + task.getId() + "Warning",
                            "boundaryEvent_" + task.getId() + "Limit");
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void variablesArePassedByName(Path file) {
        BpmnModelInstance model = read(file);
        for (CamundaIn in : model.getModelElementsByType(CamundaIn.class)) {
            assertThat(in.getCamundaVariables()).as("never all of them").isNull();
        }
        assertThat(model.getModelElementsByType(CamundaOut.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everythingIsDrawn(Path file) throws IOException {
        String text = Files.readString(file);
        for (FlowElement element : read(file).getModelElementsByType(FlowElement.class)) {
            assertThat(text).contains("bpmnElement=\"" + element.getId() + "\"");
        }
    }

    /** Who acts (谁来办), by the colour of what they do; what nobody does is the server's. */
    private enum Actor {
        APPLICANT("申请人", "#6b3c00"),
        PRELIMINARY("初审单位", "#5b176d"),
        DECIDING("认定单位", "#0d4372"),
        CREDIT_OFFICE("信用牵头部门", "#831311"),
        CONSULTED("会办单位", "#831311"),
        HOTLINE("承办单位", "#831311"),
        PLATFORM("共享平台", "#205022");

        private final String text;
        private final String stroke;

        Actor(String text, String stroke) {
            this.text = text;
            this.stroke = stroke;
        }

        static Optional<Actor> of(FlowNode node) {
            if (node instanceof UserTask task) {
                return Optional.of(
                        switch (task.getCamundaCandidateGroups()) {
                            case "${reviewGroup}",
                                    "${displayGroup}",
                                    "${arbitrationGroup}",
                                    "${punishingGroup}",
                                    "${servingGroup}" ->
                                    DECIDING;
                            case "${preliminaryGroup}" -> PRELIMINARY;
                            case "${creditOffice}" -> CREDIT_OFFICE;
                            case "${consultedGroup}" -> CONSULTED;
                            case "${hotlineGroup}" -> HOTLINE;
                            default -> throw new AssertionError(task.getCamundaCandidateGroups());
                        });
            }
            if (node instanceof ServiceTask task) {
                return Optional.ofNullable(task.getCamundaTopic())
                        .filter(topic -> topic.matches("(push|reconcile).*"))
                        .map(topic -> PLATFORM);
            }
            if (node instanceof CallActivity call) {
                return call.getCalledElement().equals("result-sharing")
                        ? Optional.of(PLATFORM)
                        : Optional.empty();
            }
            if (node instanceof ReceiveTask task) {
                return sentBy(task.getMessage());
            }
            if (node instanceof CatchEvent event) {
                return node.getId().equals("startEvent_submitted")
                        ? Optional.of(APPLICANT)
                        : event.getEventDefinitions().stream()
                                .filter(MessageEventDefinition.class::isInstance)
                                .map(MessageEventDefinition.class::cast)
                                .findFirst()
                                .flatMap(sent -> sentBy(sent.getMessage()));
            }
            return Optional.empty();
        }

        private static Optional<Actor> sentBy(Message message) {
            return Optional.of(
                    message.getName().startsWith("ReceiptsArrived") ? PLATFORM : APPLICANT);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void whoActsIsSeenByColourAndNamedInTheLegend(Path file) {
        BpmnModelInstance model = read(file);
        Set<String> legend = new TreeSet<>();
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            Optional<Actor> actor = Actor.of(node);
            assertThat(node.getDiagramElement().getAttributeValueNs(COLOURS, "stroke"))
                    .as(node.getId())
                    .isEqualTo(actor.map(one -> one.stroke).orElse(null));
            actor.ifPresent(one -> legend.add("■ " + one.text));
        }
        if (!legend.isEmpty()) {
            legend.add("□ 系统");
        }
        assertThat(model.getModelElementsByType(TextAnnotation.class))
                .filteredOn(text -> text.getId().startsWith("textAnnotation_legend"))
                .extracting(text -> text.getText().getTextContent())
                .containsExactlyInAnyOrderElementsOf(legend);
    }

    /** Where flows come together: nothing is asked there. */
    private static boolean isJoin(FlowNode node) {
        return node instanceof Gateway && node.getOutgoing().size() == 1;
    }

    private static Process only(Path file) {
        return read(file).getModelElementsByType(Process.class).iterator().next();
    }

    private static BpmnModelInstance read(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }
}
