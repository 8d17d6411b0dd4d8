package org.creditrepair.workflow.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.creditrepair.application.intake.ApplicationForm;
import org.creditrepair.application.intake.ApplicationForm.ItemForm;
import org.creditrepair.application.intake.ApplicationForm.MaterialForm;
import org.creditrepair.application.intake.ApplicationForm.PersonForm;
import org.creditrepair.application.intake.ApplicationForm.SubjectForm;
import org.creditrepair.application.model.Channel;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Text;
import org.creditrepair.problem.Violation;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.process.ProcessVariables;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.stereotype.Component;

/**
 * Reads the joint application a process was started with: the variable {@code application} of
 * portals, or the fields of the window clerk's form. Nothing of it stays in the process.
 */
@Component
class IntakeReader {

    /** Always chosen in the form, so that it alone makes no item. */
    private static final String GROUND = "ground";

    private final RecordRegister register;
    private final Catalog catalog;
    private final ObjectMapper json;

    IntakeReader(RecordRegister register, Catalog catalog, ObjectMapper json) {
        this.catalog = catalog;
        this.register = register;
        this.json = json;
    }

    /**
     * @throws RefusedException if what is there is not JSON of the right shape, or something is
     *     there that no application has
     */
    ApplicationForm read(DelegateExecution execution) {
        checkNames(execution);
        Object application = execution.getVariable(ProcessVariables.APPLICATION);
        ApplicationForm form =
                application == null
                        ? windowForm(execution)
                        : parse(ProcessVariables.APPLICATION, application, ApplicationForm.class);
        if (form == null) {
            throw RefusedException.invalid("application", "REQUIRED", "必填项，不能为空");
        }
        execution.removeVariable(ProcessVariables.APPLICATION);
        execution.removeVariables(ProcessVariables.INTAKE_FIELDS);
        return form;
    }

    private static void checkNames(DelegateExecution execution) {
        List<Violation> foreign =
                execution.getVariableNames().stream()
                        .filter(name -> !ProcessVariables.INTAKE.contains(name))
                        .sorted()
                        .map(name -> new Violation(name, "UNKNOWN_FIELD", "联办申请没有此字段"))
                        .toList();
        if (!foreign.isEmpty()) {
            throw RefusedException.malformed(foreign);
        }
    }

    private ApplicationForm windowForm(DelegateExecution execution) {
        String agent = text(execution, "agentName");
        return new ApplicationForm(
                null,
                new SubjectForm(
                        text(execution, "subjectType"),
                        text(execution, "subjectName"),
                        text(execution, "uscc"),
                        text(execution, "address"),
                        text(execution, "legalRepresentative"),
                        text(execution, "registrationAuthority")),
                new PersonForm(text(execution, "contactName"), text(execution, "contactMobile")),
                agent == null ? null : new PersonForm(agent, text(execution, "agentMobile")),
                text(execution, "email"),
                items(execution),
                Boolean.TRUE.equals(execution.getVariable("commitment")),
                Channel.WINDOW.name());
    }

    /** The items of the form; the clerk names a record, which says what repair item it is. */
    private List<ItemForm> items(DelegateExecution execution) {
        List<ItemForm> items = new ArrayList<>();
        for (String name : ProcessVariables.INTAKE_ITEMS) {
            Object written = execution.getVariable(name);
            JsonNode item =
                    written == null
                            ? MissingNode.getInstance()
                            : parse(name, written, JsonNode.class);
            if (written != null && !item.isObject()) {
                throw RefusedException.invalid(name, "MALFORMED", "不是约定格式的 JSON");
            }
            boolean empty =
                    item.properties().stream()
                            .filter(field -> !field.getKey().equals(GROUND))
                            .allMatch(field -> field.getValue().asText("").isBlank());
            if (!empty) {
                items.add(item(execution.getTenantId(), item));
            }
        }
        return items;
    }

    private ItemForm item(@Nullable String region, JsonNode item) {
        String recordNo = text(item, "recordNo");
        RepairItem repairItem =
                region == null || recordNo == null
                        ? null
                        : itemOf(new RegionCode(region), recordNo);
        return new ItemForm(
                repairItem == null ? null : repairItem.code(),
                recordNo,
                text(item, "reason"),
                text(item, "obligationsFulfilledOn"),
                repairItem == null ? List.of() : materials(repairItem, item),
                text(item, GROUND),
                null,
                text(item, "shieldUntil"),
                null);
    }

    /** The papers of the item that the clerk has put a number to, in the order of the item. */
    private List<MaterialForm> materials(RepairItem repairItem, JsonNode item) {
        List<MaterialForm> materials = new ArrayList<>();
        for (String code : catalog.knownMaterials(repairItem).keySet()) {
            String id = text(item, materialField(code));
            if (id != null) {
                materials.add(new MaterialForm(code, id));
            }
        }
        return materials;
    }

    /** The field of a paper in the form, e.g. {@code fulfilmentProofMaterial}. */
    static String materialField(String code) {
        return JdbcUtils.convertUnderscoreNameToPropertyName(code.replace('-', '_')) + "Material";
    }

    private RepairItem itemOf(RegionCode region, String recordNo) {
        return register.find(region, recordNo)
                .map(record -> catalog.item(region, record.item()))
                .orElseThrow(
                        () ->
                                RefusedException.invalid(
                                        "recordNo", "UNKNOWN_RECORD", "本地区未归集此失信信息：" + recordNo));
    }

    private static @Nullable String text(JsonNode item, String field) {
        String value = item.path(field).asText("").strip();
        return value.isEmpty() ? null : value;
    }

    private static @Nullable String text(DelegateExecution execution, String name) {
        return Text.given(name, execution.getVariable(name));
    }

    private <T> T parse(String field, Object value, Class<T> type) {
        try {
            return json.readValue(value.toString(), type);
        } catch (JsonProcessingException e) {
            throw RefusedException.invalid(field, "MALFORMED", "不是约定格式的 JSON");
        }
    }
}
