package org.creditrepair.supervision.assessment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The weights of a unit's score (考核权重). What a unit has no figures for is left out, and the other
 * weights share its part.
 *
 * @param onTime 按时办结率
 * @param dailyLook 每日点击率
 * @param completeness 归集完整率
 * @param accuracy 归集准确率
 * @param timeliness 归集及时率
 */
@ConfigurationProperties("creditrepair.supervision.weights")
public record AssessmentProperties(
        @DefaultValue("50") int onTime,
        @DefaultValue("20") int dailyLook,
        @DefaultValue("10") int completeness,
        @DefaultValue("10") int accuracy,
        @DefaultValue("10") int timeliness) {}
