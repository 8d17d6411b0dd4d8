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
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializers;
import org.camunda.spin.plugin.variable.type.JsonValueType;
import org.creditrepair.access.account.Accounts;
import org.creditrepair.access.account.PasswordHash;
import org.creditrepair.access.account.RunAsServer;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.workflow.gate.CommandGate;
import org.creditrepair.workflow.gate.GatedExternalTaskService;
import org.creditrepair.workflow.gate.GatedFormService;
import org.creditrepair.workflow.gate.GatedManagementService;
import org.creditrepair.workflow.gate.GatedTaskService;
import org.creditrepair.workflow.gate.RetryGate;
import org.creditrepair.workflow.limits.StageVariable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * What holds for all models: working-day limits, regions as tenants, listeners of review tasks, no
 * personal data in the history, business time.
 */
@Component
class CreditRepairEnginePlugin extends AbstractProcessEnginePlugin {

    private static final String JSON = JsonValueType.TYPE_NAME;

    private final WorkingCalendars calendars;
    private final BusinessClock clock;
    private final Accounts accounts;
    private final HumanTaskListener humanTasks;
    private final SuspensionClock suspension;
    private final PasswordHash passwords;
    private final RunAsServer server;
    private final RetryGate retries;
    private final ApplicationContext context;

    CreditRepairEnginePlugin(
            WorkingCalendars calendars,
            BusinessClock clock,
            @Lazy Accounts accounts,
            @Lazy HumanTaskListener humanTasks,
            SuspensionClock suspension,
            PasswordHash passwords,
            RunAsServer server,
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
        HistoryLevel history = new CaseHistoryLevel();
        configuration.setCustomHistoryLevels(List.of(history));
        configuration.setHistoryLevel(history);
        configuration.getCustomHistoryEventHandlers().add(suspension);
        List<BpmnParseListener> listeners =
                new ArrayList<>(configuration.getCustomPostBPMNParseListeners());
        listeners.add(new HumanTaskBinding(humanTasks));
        listeners.add(
                new StageVariableBinding(
                        SingletonSupplier.of(() -> context.getBeansOfType(StageVariable.class))));
        configuration.setCustomPostBPMNParseListeners(listeners);
        configuration.setCustomPreDeployers(List.of(new ModelRestrictions()));
        gate(configuration);
    }

    /** Command checks of the engine, for all interfaces. */
    private void gate(ProcessEngineConfigurationImpl configuration) {
        Supplier<Accounts> lazily = () -> accounts;
        TaskService tasks = new GatedTaskService(lazily, server);
        configuration.setTaskService(tasks);
        configuration.setFormService(new GatedFormService(tasks, lazily));
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
        configuration.setCustomSessionFactories(List.of(CandidateRights.FACTORY));
        configuration.setResourceAuthorizationProvider(new CandidateRights.OfGroups());
        configuration.setPasswordEncryptor(passwords);
        // Attempts are slowed by address; an account is never locked from outside.
        configuration.setLoginMaxAttempts(Integer.MAX_VALUE);
        configuration.setLoginDelayBase(0);
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        keepToPlainVariables(configuration.getVariableSerializers());
        clock.follow(
                offset -> {
                    ClockUtil.offset(offset.toMillis());
                    configuration.getJobExecutor().jobWasAdded();
                });
    }

    /** Variables are values: nothing could be stored, or built again, as an object or a file. */
    private static void keepToPlainVariables(VariableSerializers serializers) {
        List.copyOf(serializers.getSerializers()).stream()
                .filter(one -> !one.getType().isPrimitiveValueType() && !JSON.equals(one.getName()))
                .forEach(serializers::removeSerializer);
    }
}
