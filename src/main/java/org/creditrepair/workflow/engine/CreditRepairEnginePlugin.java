package org.creditrepair.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.creditrepair.access.Accounts;
import org.creditrepair.access.PasswordHash;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.workflow.AsServer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What holds for all models: working-day limits, regions as tenants, listeners of review tasks, no
 * personal data in the history, business time.
 */
@Component
class CreditRepairEnginePlugin extends AbstractProcessEnginePlugin {

    private final WorkingCalendars calendars;
    private final BusinessClock clock;
    private final Accounts accounts;
    private final HumanTaskListener humanTasks;
    private final SuspensionClock suspension;
    private final PasswordHash passwords;
    private final AsServer server;
    private final RetryGate retries;
    private final ApplicationContext context;

    CreditRepairEnginePlugin(
            WorkingCalendars calendars,
            BusinessClock clock,
            @Lazy Accounts accounts,
            @Lazy HumanTaskListener humanTasks,
            SuspensionClock suspension,
            PasswordHash passwords,
            AsServer server,
            @Lazy RetryGate retries,
            ApplicationContext context) {
        this.retries = retries;
        this.calendars = calendars;
        this.clock = clock;
        this.accounts = accounts;
        this.humanTasks = humanTasks;
        this.suspension = suspension;
        this.passwords = passwords;
        this.server = server;
        this.context = context;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        MapBusinessCalendarManager manager = new MapBusinessCalendarManager();
        manager.addBusinessCalendar(
                DueDateBusinessCalendar.NAME, new WorkingDayBusinessCalendar(calendars));
        manager.addBusinessCalendar(DurationBusinessCalendar.NAME, new DurationBusinessCalendar());
        manager.addBusinessCalendar(CycleBusinessCalendar.NAME, new CycleBusinessCalendar());
        configuration.setBusinessCalendarManager(manager);
        configuration.setTenantIdProvider(new RegionTenantProvider(accounts));
        configuration.setEnableDefaultDbHistoryEventHandler(false);
        configuration.getCustomHistoryEventHandlers().add(new PersonalDataFilter());
        configuration.getCustomHistoryEventHandlers().add(suspension);
        List<BpmnParseListener> listeners =
                new ArrayList<>(configuration.getCustomPostBPMNParseListeners());
        listeners.add(new ModelRestrictions());
        listeners.add(new HumanTaskBinding(humanTasks));
        configuration.setCustomPostBPMNParseListeners(listeners);
        gate(configuration);
    }

    /** What people and machines may ask of the engine, by whichever interface. */
    private void gate(ProcessEngineConfigurationImpl configuration) {
        Supplier<Accounts> lazily = () -> accounts;
        TaskService tasks = new GatedTaskService(lazily, server);
        configuration.setTaskService(tasks);
        configuration.setFormService(new GatedFormService(tasks));
        Supplier<RetryGate> retrying = () -> retries;
        configuration.setExternalTaskService(
                new GatedExternalTaskService(lazily, server, retrying));
        configuration.setManagementService(
                new GatedManagementService(configuration, lazily, retrying));
        List<CommandInterceptor> interceptors =
                new ArrayList<>(
                        Objects.requireNonNullElse(
                                configuration.getCustomPostCommandInterceptorsTxRequired(),
                                List.of()));
        interceptors.add(new CommandGate(lazily));
        configuration.setCustomPostCommandInterceptorsTxRequired(interceptors);
        configuration.setExpressionManager(new RestrictedExpressions(context));
        configuration.setPasswordEncryptor(passwords);
        // Attempts are slowed by address; an account is never locked from outside.
        configuration.setLoginMaxAttempts(Integer.MAX_VALUE);
        configuration.setLoginDelayBase(0);
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        clock.follow(
                offset -> {
                    ClockUtil.offset(offset.toMillis());
                    configuration.getJobExecutor().jobWasAdded();
                });
    }
}
