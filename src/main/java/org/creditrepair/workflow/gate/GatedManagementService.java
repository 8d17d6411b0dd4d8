package org.creditrepair.workflow.gate;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.ManagementServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.management.SetJobRetriesBuilderImpl;
import org.creditrepair.access.account.Accounts;
import org.creditrepair.problem.RefusedException;

/**
 * The engine's management service: a person retries failed jobs of regions that it supervises, and
 * moves no due date.
 */
public class GatedManagementService extends ManagementServiceImpl {

    private final Supplier<Accounts> accounts;
    private final Supplier<RetryGate> retries;

    public GatedManagementService(
            ProcessEngineConfigurationImpl configuration,
            Supplier<Accounts> accounts,
            Supplier<RetryGate> retries) {
        super(configuration);
        this.accounts = accounts;
        this.retries = retries;
    }

    @Override
    public void setJobRetries(String jobId, int count) {
        if (accounts.get().nameInEngine().isPresent()) {
            retries.get().retry(jobId, count);
        } else {
            super.setJobRetries(jobId, count);
        }
    }

    @Override
    public SetJobRetriesBuilderImpl setJobRetries(int count) {
        return accounts.get().nameInEngine().isPresent()
                ? new ByPerson(commandExecutor, count)
                : super.setJobRetries(count);
    }

    private final class ByPerson extends SetJobRetriesBuilderImpl {

        ByPerson(CommandExecutor executor, int count) {
            super(executor, count);
        }

        @Override
        public void execute() {
            if (isDueDateSet) {
                throw RefusedException.malformed("dueDate", "UNKNOWN_FIELD", "重试不能改变到期时间");
            }
            if (jobDefinitionId != null) {
                throw RefusedException.forbidden("只能逐个重试失败的作业");
            }
            List<String> jobs = jobId == null ? jobIds : List.of(jobId);
            jobs.forEach(job -> GatedManagementService.this.retries.get().retry(job, retries));
        }
    }
}
