package org.creditrepair.workflow;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the operator, where no rule gives the value. Limits are in working days.
 *
 * @param correctionWorkingDays how long a correction (补正) is waited for
 * @param stageWorkingDays limit of a stage for which neither the region's document nor a national
 *     rule sets one
 * @param sharingWorkingDays limit for the platforms to follow a removal from a list where none is
 *     set
 * @param sweepSchedule when the daily sweep (公示期每日巡查) begins, as a cron expression
 * @param reconciliationSchedule when the nightly reconciliation (平台对账) begins, as a cron expression
 * @param reminderDays how many days before its shortest term ends a subject is reminded (修复提醒)
 * @param lapsingWorkingDays how many working days before it lapses a correction is reminded of
 *     (补正将到期提醒)
 * @param supervisionSchedule when the daily supervision (每日督办) begins, as a cron expression
 * @param extensionWorkingDays by how many working days a limit may be extended (延长时限) at most: no
 *     rule says how many
 * @param serviceWorkingDays within how many working days after its delivery a decision's repair
 *     notice is to be served (告知书送达): the documents want it served with the decision, in no number
 *     of days
 */
@ConfigurationProperties("creditrepair.workflow")
public record WorkflowProperties(
        @DefaultValue("10") int correctionWorkingDays,
        @DefaultValue("10") int stageWorkingDays,
        @DefaultValue("3") int sharingWorkingDays,
        @DefaultValue("0 30 1 * * ?") String sweepSchedule,
        @DefaultValue("0 0 3 * * ?") String reconciliationSchedule,
        @DefaultValue("7") int reminderDays,
        @DefaultValue("2") int lapsingWorkingDays,
        @DefaultValue("0 30 8 * * ?") String supervisionSchedule,
        @DefaultValue("10") int extensionWorkingDays,
        @DefaultValue("7") int serviceWorkingDays) {}
