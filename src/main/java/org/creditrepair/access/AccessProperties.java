package org.creditrepair.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How logins and public look-ups are guarded. Every bound holds for one node.
 *
 * @param passwordMemory memory of a password's hash (Argon2id), in KiB
 * @param passwordIterations its passes over the memory
 * @param failures wrong passwords of one account from one address before attempts are slowed
 * @param failuresOfAddress wrong passwords from one address, of whatever accounts, before attempts
 *     from there are slowed
 * @param slowedFor longest time for which attempts are refused after a wrong one
 * @param lookupsPerMinute public look-ups of one address a minute
 * @param codesPerMinute codes by short message that one address may ask for a minute
 * @param bodiesAtOnce requests with a body that one address may have under way at once
 * @param bodiesInAll requests with a body that may be under way at once in all; fewer than the
 *     server's threads, so that reading goes on
 * @param bodyGrace for how long a body may come at any speed
 * @param bodyBytesPerSecond how fast a body must come on average after that
 */
@ConfigurationProperties("creditrepair.access")
public record AccessProperties(
        @DefaultValue("19456") int passwordMemory,
        @DefaultValue("2") int passwordIterations,
        @DefaultValue("5") int failures,
        @DefaultValue("50") int failuresOfAddress,
        @DefaultValue("1m") Duration slowedFor,
        @DefaultValue("120") int lookupsPerMinute,
        @DefaultValue("10") int codesPerMinute,
        @DefaultValue("40") int bodiesAtOnce,
        @DefaultValue("120") int bodiesInAll,
        @DefaultValue("20s") Duration bodyGrace,
        @DefaultValue("10000") long bodyBytesPerSecond) {}
