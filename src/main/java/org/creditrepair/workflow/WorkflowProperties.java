package org.creditrepair.workflow;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets, because no rule does. All in working days.
 *
 * @param correctionWorkingDays how long a correction (补正) is waited for
 * @param stageWorkingDays limit of a stage for which neither the region's document nor a national
 *     rule sets one
 * @param sharingWorkingDays limit for the platforms to follow a removal from a list where none is
 *     set
 */
@ConfigurationProperties("creditrepair.workflow")
public record WorkflowProperties(
        @DefaultValue("10") int correctionWorkingDays,
        @DefaultValue("10") int stageWorkingDays,
        @DefaultValue("3") int sharingWorkingDays) {}
