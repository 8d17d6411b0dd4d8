package org.creditrepair.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.creditrepair.access.Accounts;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.calendar.WorkingCalendars;
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
    private final ReviewTaskListener reviewTasks;
    private final SuspensionClock suspension;

    CreditRepairEnginePlugin(
            WorkingCalendars calendars,
            BusinessClock clock,
            @Lazy Accounts accounts,
            @Lazy ReviewTaskListener reviewTasks,
            SuspensionClock suspension) {
        this.suspension = suspension;
        this.calendars = calendars;
        this.clock = clock;
        this.accounts = accounts;
        this.reviewTasks = reviewTasks;
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
        listeners.add(new ReviewTaskBinding(reviewTasks));
        configuration.setCustomPostBPMNParseListeners(listeners);
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
