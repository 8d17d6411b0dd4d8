package org.creditrepair.workflow.tasklist;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.rest.dto.VariableValueDto;
import org.camunda.bpm.engine.rest.hal.task.HalTask;
import org.camunda.bpm.engine.rest.hal.task.HalTaskList;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.creditrepair.access.account.Accounts;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.supervision.status.QueueLooks;
import org.creditrepair.task.HumanTask;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.process.BusinessKeys;
import org.creditrepair.workflow.tasks.CaseSheet;
import org.creditrepair.workflow.tasks.MatterSheet;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Adds to Tasklist's answers what a reviewer needs to see of a case: the card in the list and the
 * case sheet in the form. Both are made when they are asked for, so that they are never stale, and
 * never stored in the engine.
 */
public class TasklistFilter implements ContainerResponseFilter {

    private static final String FORM_VARIABLES = "getFormVariables";
    private static final String CASE_SHEET = "caseSheet";

    @Context
    @SuppressWarnings("NullAway.Init") // set by JAX-RS
    private ResourceInfo resource;

    @Context
    @SuppressWarnings("NullAway.Init") // set by JAX-RS
    private ServletContext servlet;

    @Override
    @SuppressWarnings("unchecked")
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (isQueue(request, response)) {
            bean(Accounts.class)
                    .groupsInEngine()
                    .ifPresent(
                            groups ->
                                    bean(QueueLooks.class)
                                            .note(
                                                    bean(IdentityService.class)
                                                            .getCurrentAuthentication()
                                                            .getUserId(),
                                                    groups));
        }
        if (response.getEntity() instanceof HalTaskList list) {
            Object tasks = list.getEmbedded("task");
            if (tasks != null) {
                bean(TaskCards.class).write((List<HalTask>) tasks);
            }
        } else if (isFormOfTask(request, response)) {
            String taskId = request.getUriInfo().getPathParameters().getFirst("id");
            addSheet(taskId, (Map<String, VariableValueDto>) response.getEntity());
        }
    }

    /** Whether somebody looks at a list of tasks. */
    private static boolean isQueue(
            ContainerRequestContext request, ContainerResponseContext response) {
        return response.getEntity() instanceof HalTaskList
                || response.getStatus() == 200 && request.getUriInfo().getPath().equals("task");
    }

    private boolean isFormOfTask(
            ContainerRequestContext request, ContainerResponseContext response) {
        return resource.getResourceMethod() != null
                && resource.getResourceMethod().getName().equals(FORM_VARIABLES)
                && request.getUriInfo().getPath().contains("task/")
                && response.getStatus() == 200;
    }

    /** The sheet is of what the task's own process is about, whatever its variables say. */
    private void addSheet(String taskId, Map<String, VariableValueDto> variables) {
        Task task = bean(TaskService.class).createTaskQuery().taskId(taskId).singleResult();
        if (task == null || HumanTask.ofKey(task.getTaskDefinitionKey()).isEmpty()) {
            return;
        }
        String instance = task.getProcessInstanceId();
        String reference = bean(BusinessKeys.class).find(instance);
        RegionCode region = new RegionCode(task.getTenantId());
        put(
                variables,
                CaseKey.isWellFormed(reference)
                        ? bean(CaseSheet.class).render(region, CaseKey.parse(reference))
                        : bean(MatterSheet.class).render(region, reference));
    }

    private static void put(Map<String, VariableValueDto> variables, String html) {
        variables.put(CASE_SHEET, VariableValueDto.fromTypedValue(Variables.stringValue(html)));
    }

    private <T> T bean(Class<T> type) {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(servlet).getBean(type);
    }
}
