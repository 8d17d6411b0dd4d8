package org.creditrepair.workflow;

import java.time.OffsetDateTime;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.calendar.LimitText;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.ItemRules;
import org.springframework.stereotype.Component;

/**
 * The limits the models ask for, as text in working days. They are those in force on the day on
 * which the stage begins.
 */
@Component("limits")
public class CaseLimits {

    private final Catalog catalog;
    private final BusinessClock clock;
    private final WorkflowProperties properties;
    private final WorkingCalendars calendars;

    public CaseLimits(
            Catalog catalog,
            BusinessClock clock,
            WorkflowProperties properties,
            WorkingCalendars calendars) {
        this.catalog = catalog;
        this.calendars = calendars;
        this.clock = clock;
        this.properties = properties;
    }

    /** 受理时限. */
    public String acceptance(String region, String item) {
        return text(rules(region, item).acceptWorkingDays(), region);
    }

    /** 受理预警. */
    public String acceptanceWarning(String region, String item) {
        return LimitText.parse(acceptance(region, item)).warning().toString();
    }

    /** 审核决定时限. */
    public String decision(String region, String item) {
        return text(rules(region, item).decideWorkingDays(), region);
    }

    /** 审核决定预警. */
    public String decisionWarning(String region, String item) {
        return LimitText.parse(decision(region, item)).warning().toString();
    }

    /** 补正期限. */
    public String correction(String region) {
        return LimitText.deadline(properties.correctionWorkingDays(), region).toString();
    }

    /** 同步时限: for the platforms to follow a listing's removal. */
    public String sharing(String region, String item) {
        Integer limit = rules(region, item).publishWorkingDays();
        return LimitText.deadline(limit == null ? properties.sharingWorkingDays() : limit, region)
                .toString();
    }

    /** When a correction that is demanded now is waited for no longer. */
    public OffsetDateTime correctionEnd(String region) {
        return end(region, correction(region));
    }

    /** When the platforms must have followed a removal that is decided now. */
    public OffsetDateTime sharingEnd(String region, String item) {
        return end(region, sharing(region, item));
    }

    private OffsetDateTime end(String region, String limit) {
        return BusinessClock.at(
                calendars.of(region).moment(clock.instant(), LimitText.parse(limit)));
    }

    /** Where no rule sets a limit, the operator's own holds, so that no case is forgotten. */
    private String text(Integer workingDays, String region) {
        int limit = workingDays == null ? properties.stageWorkingDays() : workingDays;
        return LimitText.deadline(limit, region).toString();
    }

    private ItemRules rules(String region, String item) {
        return catalog.item(region, item).on(clock.today());
    }
}
