package org.creditrepair.sharing.connection;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How platforms are reached.
 *
 * @param connectors by platform code; a platform without one is left to workers elsewhere
 * @param regional connectors by region and platform code, which go before those of all regions
 * @param elsewhere platforms that workers elsewhere serve although a connector is known
 * @param timeout longest wait for a platform's answer
 * @param concurrency deliveries under way at once per connector and node
 * @param poll longest wait before looking for work that nobody announced
 * @param lock how long a fetched delivery belongs to this node
 * @param retryPauses pause after each failed attempt; after the last one a person is asked
 * @param jitter share by which a pause is lengthened or shortened at random, 0 to 1
 * @param receiptPause how long a receipt that is to follow is waited for before it is asked for
 * @param breakerCalls how many calls are looked back at; half of them failing opens the circuit
 * @param breakerPause how long a platform is left alone once its circuit is open
 * @param httpsOnly whether platforms are reached by https alone, with keys of a fair length
 */
@ConfigurationProperties("creditrepair.sharing")
public record SharingProperties(
        @DefaultValue Map<String, ConnectorSettings> connectors,
        @DefaultValue Map<String, Map<String, ConnectorSettings>> regional,
        @DefaultValue Set<String> elsewhere,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("2") int concurrency,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("30s") Duration lock,
        @DefaultValue({"10s", "30s", "2m", "10m", "30m", "1h", "2h", "4h"})
                List<Duration> retryPauses,
        @DefaultValue("0.2") double jitter,
        @DefaultValue("30m") Duration receiptPause,
        @DefaultValue("10") int breakerCalls,
        @DefaultValue("30s") Duration breakerPause,
        @DefaultValue("false") boolean httpsOnly) {

    /** How often a delivery is tried before a person is asked. */
    public int attempts() {
        return retryPauses.size() + 1;
    }
}
