package org.creditrepair.workflow.engine;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.rest.dto.VariableValueDto;
import org.camunda.bpm.engine.variable.Variables;
import org.creditrepair.application.CaseKey;
import org.creditrepair.workflow.CaseSheet;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Adds the case sheet to the variables that a task form asks for. It is made when the form is
 * opened, so that it is never stale, and never stored in the engine.
 */
public class CaseSheetFilter implements ContainerResponseFilter {

    private static final String FORM_VARIABLES = "getFormVariables";
    private static final String CASE_SHEET = "caseSheet";

    @Context private ResourceInfo resource;
    @Context private ServletContext servlet;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String taskId = request.getUriInfo().getPathParameters().getFirst("id");
        boolean formOfTask =
                resource.getResourceMethod() != null
                        && resource.getResourceMethod().getName().equals(FORM_VARIABLES)
                        && request.getUriInfo().getPath().contains("task/")
                        && response.getStatus() == 200;
        if (formOfTask) {
            add(taskId, response.getEntity());
        }
    }

    @SuppressWarnings("unchecked")
    private void add(String taskId, Object variables) {
        ProcessEngine engine = ProcessEngines.getDefaultProcessEngine();
        Object caseKey =
                engine.getTaskService()
                        .getVariable(taskId, org.creditrepair.workflow.Variables.CASE_KEY);
        if (caseKey != null) {
            CaseSheet sheet =
                    WebApplicationContextUtils.getRequiredWebApplicationContext(servlet)
                            .getBean(CaseSheet.class);
            String html = sheet.render(CaseKey.parse(caseKey.toString()));
            ((Map<String, VariableValueDto>) variables)
                    .put(CASE_SHEET, VariableValueDto.fromTypedValue(Variables.stringValue(html)));
        }
    }
}
