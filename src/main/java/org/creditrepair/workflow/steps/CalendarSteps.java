package org.creditrepair.workflow.steps;

import java.util.List;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.creditrepair.calendar.CalendarChange;
import org.creditrepair.calendar.CalendarChanges;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.supervision.escalation.StaffMessages;
import org.creditrepair.task.Reference;
import org.creditrepair.workflow.limits.CalendarAdministration;
import org.creditrepair.workflow.process.ProcessVariables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of a change of the working calendar, one bean each. */
@Configuration(proxyBeanMethods = false)
class CalendarSteps {

    /** 改算一批时限. */
    @Bean
    JavaDelegate moveLimits(CalendarAdministration calendar) {
        return execution -> {
            long change = Reference.number(Reference.CALENDAR, execution.getProcessBusinessKey());
            execution.setVariable(ProcessVariables.MORE, calendar.moveNext(change));
        };
    }

    /** 告知督查人员. */
    @Bean
    JavaDelegate announceCalendar(
            CalendarChanges changes, Catalog catalog, StaffMessages messages) {
        return execution -> {
            CalendarChange change =
                    changes.byId(
                            Reference.number(
                                    Reference.CALENDAR, execution.getProcessBusinessKey()));
            String text =
                    (change.revokes() == null ? "已导入 " : "已撤销 ")
                            + change.year()
                            + " 年节假日安排，改算时限 "
                            + changes.countMovedBy(change.id())
                            + " 处";
            for (Region region : catalog.regions()) {
                if (change.region() == null || change.region().equals(region.code())) {
                    messages.send(
                            region.code(),
                            List.of(region.supervisors()),
                            "工作日历",
                            execution.getProcessBusinessKey(),
                            text);
                }
            }
        };
    }
}
