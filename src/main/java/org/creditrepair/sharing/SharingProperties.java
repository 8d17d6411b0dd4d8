package org.creditrepair.sharing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How platforms are reached.
 *
 * @param platforms address per platform code; a platform without one is left to workers elsewhere
 * @param timeout longest wait for a platform's answer
 * @param concurrency deliveries under way at once per platform and node
 * @param poll longest wait before looking for work that nobody announced
 * @param lock how long a fetched delivery belongs to this node
 * @param retryPauses pause after each failed attempt; after the last one a person is asked
 */
@ConfigurationProperties("creditrepair.sharing")
public record SharingProperties(
        @DefaultValue Map<String, String> platforms,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("2") int concurrency,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("30s") Duration lock,
        @DefaultValue({"10s", "30s", "2m", "10m", "30m", "1h", "2h", "4h"})
                List<Duration> retryPauses) {}
