package org.creditrepair.workflow.steps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.creditrepair.application.ApplicationForm;
import org.creditrepair.application.ApplicationForm.ItemForm;
import org.creditrepair.application.ApplicationForm.MaterialForm;
import org.creditrepair.application.ApplicationForm.PersonForm;
import org.creditrepair.application.ApplicationForm.SubjectForm;
import org.creditrepair.application.Channel;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.workflow.Variables;
import org.springframework.stereotype.Component;

/**
 * Reads the joint application a process was started with: the variable {@code application} of
 * portals, or the fields of the window clerk's form. Nothing of it stays in the process.
 */
@Component
class IntakeReader {

    private final ObjectMapper json;

    IntakeReader(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @throws RefusedException if what is there is not JSON of the right shape
     */
    ApplicationForm read(DelegateExecution execution) {
        Object application = execution.getVariable(Variables.APPLICATION);
        ApplicationForm form =
                application == null
                        ? windowForm(execution)
                        : parse(Variables.APPLICATION, application, ApplicationForm.class);
        if (form == null) {
            throw RefusedException.invalid("application", "REQUIRED", "必填项，不能为空");
        }
        execution.removeVariable(Variables.APPLICATION);
        execution.removeVariables(Variables.INTAKE_FIELDS);
        return form;
    }

    private ApplicationForm windowForm(DelegateExecution execution) {
        String agent = text(execution, "agentName");
        return new ApplicationForm(
                null,
                new SubjectForm(
                        text(execution, "subjectType"),
                        text(execution, "subjectName"),
                        text(execution, "uscc"),
                        text(execution, "address")),
                new PersonForm(text(execution, "contactName"), text(execution, "contactMobile")),
                agent == null ? null : new PersonForm(agent, text(execution, "agentMobile")),
                items(execution.getVariable("items")),
                Boolean.TRUE.equals(execution.getVariable("commitment")),
                Channel.WINDOW.name());
    }

    private List<ItemForm> items(Object listed) {
        List<ItemForm> items = new ArrayList<>();
        if (listed != null) {
            for (JsonNode row : parse("items", listed, JsonNode.class)) {
                List<MaterialForm> materials = new ArrayList<>();
                for (String code : List.of("commitment", "fulfilment-proof")) {
                    String id = row.path(code).asText("").strip();
                    if (!id.isEmpty()) {
                        materials.add(new MaterialForm(code, id));
                    }
                }
                items.add(
                        new ItemForm(
                                row.path("item").asText(null),
                                row.path("recordNo").asText(null),
                                row.path("reason").asText(null),
                                row.path("obligationsFulfilledOn").asText(null),
                                materials));
            }
        }
        return items;
    }

    private static String text(DelegateExecution execution, String name) {
        Object value = execution.getVariable(name);
        return value == null || value.toString().isBlank() ? null : value.toString().strip();
    }

    private <T> T parse(String field, Object value, Class<T> type) {
        try {
            return value instanceof List<?> list
                    ? json.convertValue(list, type)
                    : json.readValue(value.toString(), type);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw RefusedException.invalid(field, "MALFORMED", "不是约定格式的 JSON");
        }
    }
}
