package org.creditrepair.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What wrongdoers try to make the server run: expressions, classes, scripts. */
class InjectedCodeTest extends ServerStory {

    private static final String START =
            "/engine-rest/process-definition/key/joint-application/start";
    private static final String MODEL =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="x">
              <process id="evil" isExecutable="true" camunda:historyTimeToLive="1">
                <startEvent id="start"/>
                <sequenceFlow id="flow" sourceRef="start" targetRef="task"/>
                %s
              </process>
            </definitions>""";

    @TempDir Path folder;

    private String applied() {
        return town.applied(
                town.application(
                        List.of(
                                town.collected(
                                        Town.penalty(
                                                "penalty-other",
                                                Town.uscc(),
                                                LocalDate.of(2025, 6, 10))))));
    }

    // ---- expressions in queries

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${applications.byNumber('%s').region()}",
                "${itemProgress.decideRepair(applications.byNumber('%s').items().get(0).key(),'x','y')}",
                "${accounts.login('150100-supervisor','150100-supervisor').isPresent()}",
                "${systemEnvironment['PATH']}",
                "${systemProperties['user.dir']}",
                "${sharing.receiptPause()}",
                "${currentUser()}",
                "${1}"
            })
    void aQueryWithinAQueryAsksTheServersOwnObjects(String expression) {
        String no = applied();
        Map<String, Object> query =
                Map.of(
                        "orQueries",
                        List.of(Map.of("assigneeExpression", expression.formatted(no))));
        for (String account :
                List.of("150300-portal", "150100-window", "150100-tax", "150100-supervisor")) {
            Api api = town.anybody.as(account);
            for (String path : List.of("/engine-rest/task", "/engine-rest/task/count")) {
                Api.Answer refused = api.post(path, query);
                assertThat(refused.status()).as(account + " " + path).isEqualTo(400);
                assertThat(refused.error("orQueries[].assigneeExpression"))
                        .isEqualTo("UNKNOWN_FIELD");
            }
        }
        String filter =
                town.unit("tax").get("/engine-rest/filter").body().path(0).path("id").asText();
        assertThat(
                        town.unit("tax")
                                .post("/engine-rest/filter/" + filter + "/count", query)
                                .status())
                .isEqualTo(400);
        assertThat(town.item(no).path("status").asText()).isEqualTo("SUBMITTED");
    }

    @Test
    void aKeyIsSpelledWithEscapesSoThatItIsNotSeen() {
        String body = "{\"orQueries\":[{\"assignee\\u0045xpression\":\"${1}\"}]}";
        assertThat(town.portal.ask("POST", "/engine-rest/task", body).status()).isEqualTo(400);
    }

    /** The gate before the engine aside, expressions of queries find no bean. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "${sharing.receiptPause()}",
                "${sharing.unsettledPlatforms('x')}",
                "${endDisplay.toString()}",
                "${accounts.toString()}",
                "${systemEnvironment['PATH']}",
                "${environment.toString()}",
                "${dataSource.toString()}"
            })
    void anExpressionOfAQueryNamesABean(String expression) {
        var query = engine.getTaskService().createTaskQuery();
        assertThatThrownBy(() -> query.or().taskAssigneeExpression(expression).endOr().count())
                .hasStackTraceContaining("Cannot resolve identifier");
    }

    @Test
    void theFiltersOfTasklistStillNameWhoAsks() {
        applied();
        Api unit = town.unit("credit-center");
        for (var filter : unit.get("/engine-rest/filter").body()) {
            String list = "/engine-rest/filter/" + filter.path("id").asText() + "/count";
            assertThat(unit.get(list).status()).as(filter.path("name").asText()).isEqualTo(200);
        }
    }

    // ---- classes named in variables

    @Test
    void aVariableNamesAClassThatOpensAFile() {
        Path file = folder.resolve("written");
        for (String type : List.of("Object", "object", "File", "Bytes", "Xml")) {
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("type", type);
            value.put("value", "\"" + file + "\"");
            value.put(
                    "valueInfo",
                    Map.of(
                            "objectTypeName",
                            "org.apache.commons.io.output.LockableFileWriter",
                            "serializationDataFormat",
                            "application/json"));
            Api.Answer refused =
                    town.portal.post(START, Map.of("variables", Map.of("subjectType", value)));
            assertThat(refused.status()).as(type).isEqualTo(400);
            assertThat(refused.error("subjectType")).isEqualTo("TYPE");
        }
        assertThat(Files.exists(file)).isFalse();
    }

    @Test
    void anAnswerNamesAClass() {
        String no = applied();
        String task =
                "/engine-rest/task/"
                        + town.task(no + "-1", "acceptance", "credit-center").path("id").asText();
        Map<String, Object> value =
                Map.of(
                        "value",
                        "{}",
                        "type",
                        "Object",
                        "valueInfo",
                        Map.of(
                                "objectTypeName",
                                "javax.swing.JFrame",
                                "serializationDataFormat",
                                "application/json"));
        for (String path : List.of("/complete", "/submit-form")) {
            Api.Answer refused =
                    town.unit("credit-center")
                            .post(
                                    task + path,
                                    Map.of("variables", Map.of("acceptanceOutcome", value)));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.error("acceptanceOutcome")).isEqualTo("TYPE");
        }
    }

    /** The gate before the engine aside, the engine stores no objects. */
    @Test
    void theEngineIsGivenAnObject() {
        assertThatThrownBy(
                        () ->
                                runtime.startProcessInstanceByKey(
                                        "message-delivery", Map.of("thing", List.of("x"))))
                .hasMessageContaining("Cannot find serializer");
    }

    // ---- models

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<serviceTask id='task' camunda:type='shell'/>",
                "<serviceTask id='task' camunda:type='mail'/>",
                "<serviceTask id='task' camunda:class='org.creditrepair.Anything'/>",
                "<userTask id='task' camunda:formHandlerClass='java.util.ArrayList'/>",
                "<callActivity id='task' calledElement='x' camunda:variableMappingClass='java.util.ArrayList'/>",
                "<scriptTask id='task' scriptFormat='juel'><script>${1}</script></scriptTask>",
                "<userTask id='task'><extensionElements><camunda:formData><camunda:formField id='f' type='string'>"
                        + "<camunda:validation><camunda:constraint name='validator' config='java.util.ArrayList'/>"
                        + "</camunda:validation></camunda:formField></camunda:formData></extensionElements></userTask>",
                "<intermediateCatchEvent id='task'><conditionalEventDefinition id='c'>"
                        + "<condition language='juel'>${1}</condition></conditionalEventDefinition></intermediateCatchEvent>",
                "<serviceTask id='task'><extensionElements><camunda:connector/></extensionElements></serviceTask>",
                "rubbish <",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
            })
    void aModelRunsSomethingOfItsOwn(String task) {
        assertThatThrownBy(
                        () ->
                                repository
                                        .createDeployment()
                                        .addString("evil.bpmn", MODEL.formatted(task))
                                        .deploy())
                .hasMessageContaining("evil.bpmn");
        assertThatThrownBy(() -> repository.createDeployment().addString("evil.js", "1").deploy())
                .hasMessageContaining("evil.js");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.System').getName()}",
                "${execution.getProcessEngineServices().getRepositoryService()}",
                "${dataSource.getConnection()}",
                "${systemProperties['user.dir']}",
                "${accounts.load('admin')}",
                "${''.class.name}"
            })
    void anExpressionOfAModelReachesBeyondTheModels(String expression) {
        String task = "<serviceTask id='task' camunda:expression=\"" + expression + "\"/>";
        var deployment =
                repository
                        .createDeployment()
                        .addString("evil.bpmn", MODEL.formatted(task))
                        .deploy();
        try {
            assertThatThrownBy(() -> runtime.startProcessInstanceByKey("evil"))
                    .message()
                    .containsAnyOf("表达式不能使用", "Unknown property");
        } finally {
            repository.deleteDeployment(deployment.getId(), true);
        }
    }
}
