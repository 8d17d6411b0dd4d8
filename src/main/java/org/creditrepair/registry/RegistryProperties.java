package org.creditrepair.registry;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets, because no rule does.
 *
 * @param rulesOf which day's rules old records follow for their display period: no transition rule
 *     is known
 * @param timelyDays longest time from decision to delivery that counts as timely (及时), in days; no
 *     document says how long
 */
@ConfigurationProperties("creditrepair.registry")
public record RegistryProperties(
        @DefaultValue("DOCUMENT") RuleDay rulesOf, @DefaultValue("7") int timelyDays) {

    /** Days that may choose a rule. */
    public enum RuleDay {
        /** The day of the decision or listing (文书日期). */
        DOCUMENT,
        /** The day on which the record was collected (归集日期). */
        COLLECTION
    }
}
