package org.creditrepair.workflow;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets, because no rule does.
 *
 * @param correctionWorkingDays how long a correction (补正) is waited for, in working days
 * @param stageWorkingDays limit of a stage for which neither the region's document nor a national
 *     rule sets one, in working days
 */
@ConfigurationProperties("creditrepair.workflow")
public record WorkflowProperties(
        @DefaultValue("10") int correctionWorkingDays, @DefaultValue("10") int stageWorkingDays) {}
