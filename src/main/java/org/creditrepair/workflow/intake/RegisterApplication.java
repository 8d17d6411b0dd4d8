package org.creditrepair.workflow.intake;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.creditrepair.application.intake.ApplicationForm;
import org.creditrepair.application.intake.Submission;
import org.creditrepair.application.intake.SubmitApplication;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** 登记联办申请: takes in the form the process was started with, by whichever interface. */
@Component("registerApplication")
class RegisterApplication implements JavaDelegate {

    private final SubmitApplication submit;
    private final IntakeReader reader;
    private final IntakeRights rights;

    RegisterApplication(SubmitApplication submit, IntakeReader reader, IntakeRights rights) {
        this.submit = submit;
        this.reader = reader;
        this.rights = rights;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ApplicationForm form = reader.read(execution);
        RegionCode region = region(execution, form);
        Submission submission = submit.submit(region, form, rights.require(region, form));
        execution.setProcessBusinessKey(submission.applicationNo());
        execution.setVariable(ProcessVariables.REGION, region.value());
        execution.setVariable(ProcessVariables.APPLICATION_NO, submission.applicationNo());
    }

    private static RegionCode region(DelegateExecution execution, ApplicationForm form) {
        String tenant = execution.getTenantId();
        String region = tenant != null ? tenant : form.region();
        if (region == null) {
            throw RefusedException.invalid("region", "REQUIRED", "必填项，不能为空");
        }
        if (form.region() != null && !form.region().equals(region)) {
            throw RefusedException.invalid("region", "INVALID", "申请内容中的地区与办理地区不一致");
        }
        return new RegionCode(region);
    }
}
