package org.creditrepair.registry.register;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the operator, where no rule gives the value.
 *
 * @param rulesOf which day's rules old records follow for their display period: no transition rule
 *     is known
 * @param timelyDays longest time from decision to delivery that counts as timely (及时), in days; no
 *     document says how long
 * @param maxFile largest file that is taken in
 * @param openFiles how many files of one unit may wait to be read
 */
@ConfigurationProperties("creditrepair.registry")
public record RegistryProperties(
        @DefaultValue("DOCUMENT") RuleDay rulesOf,
        @DefaultValue("7") int timelyDays,
        @DefaultValue("512MB") DataSize maxFile,
        @DefaultValue("20") int openFiles) {

    /** Days that may choose a rule. */
    public enum RuleDay {
        /** The day of the decision or listing (文书日期). */
        DOCUMENT,
        /** The day on which the record was collected (归集日期). */
        COLLECTION
    }
}
