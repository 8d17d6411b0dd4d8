package org.creditrepair.sharing.connection;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.creditrepair.sharing.ledger.Push;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * One platform as the server reaches it, with its own pace: how many at once, how many a second,
 * and a circuit that opens while the platform keeps failing.
 */
public final class Connector {

    private final String platform;
    private final Set<RegionCode> regions;
    private final int concurrency;
    private final PlatformClient client;
    private final CircuitBreaker breaker;
    private final @Nullable RateLimiter rate;
    private final Clock clock;
    private volatile Pause pause = Pause.NONE;

    /** A time for which the platform asked to be left alone. */
    private record Pause(Instant from, Instant until) {

        private static final Pause NONE = new Pause(Instant.MIN, Instant.MIN);

        boolean holdsAt(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    /**
     * @param regions codes of the regions it serves
     * @param perSecond most requests a second; null for no bound
     */
    Connector(
            String platform,
            Set<RegionCode> regions,
            int concurrency,
            PlatformClient client,
            CircuitBreaker breaker,
            @Nullable Integer perSecond,
            Clock clock) {
        this.platform = platform;
        this.regions = Set.copyOf(regions);
        this.concurrency = concurrency;
        this.client = client;
        this.breaker = breaker;
        this.clock = clock;
        this.rate =
                perSecond == null
                        ? null
                        : RateLimiter.of(
                                platform,
                                RateLimiterConfig.custom()
                                        .limitForPeriod(perSecond)
                                        .limitRefreshPeriod(Duration.ofSeconds(1))
                                        .timeoutDuration(Duration.ofMinutes(1))
                                        .build());
    }

    public String platform() {
        return platform;
    }

    /** Codes of the regions whose platform this is. */
    public Set<RegionCode> regions() {
        return regions;
    }

    /** How many deliveries may be under way at once. */
    public int concurrency() {
        return concurrency;
    }

    /** Whether the platform offers its displayed records for comparison. */
    public boolean canBeCompared() {
        return client.canBeCompared();
    }

    /** Whether the platform may be called now: it neither keeps failing nor asked for a pause. */
    public boolean isAccepting() {
        if (pause.holdsAt(clock.instant()) || !breaker.tryAcquirePermission()) {
            return false;
        }
        breaker.releasePermission();
        return true;
    }

    /** Sends a push. */
    public PlatformAnswer send(Push push) throws DeliveryFailedException {
        return call(() -> client.send(push.content().idempotencyKey(), push.content().payload()));
    }

    /** Asks for the receipt of a push that the platform took in. */
    public PlatformAnswer askReceipt(Push push) throws DeliveryFailedException {
        return call(
                () -> client.askReceipt(push.content().idempotencyKey(), push.content().payload()));
    }

    /**
     * A page of the records that the platform displays.
     *
     * @param cursor empty for the first page
     */
    public DisplayPage displayed(RegionCode region, String cursor) throws DeliveryFailedException {
        return call(() -> client.displayed(region, cursor));
    }

    private interface Call<T> {
        T run() throws DeliveryFailedException;
    }

    private <T> T call(Call<T> call) throws DeliveryFailedException {
        if (pause.holdsAt(clock.instant())) {
            throw DeliveryFailedException.postponed();
        }
        try {
            T answer = breaker.executeCheckedSupplier(() -> paced(call));
            pause = Pause.NONE;
            return answer;
        } catch (CallNotPermittedException | RequestNotPermitted e) {
            throw DeliveryFailedException.postponed();
        } catch (DeliveryFailedException e) {
            if (e.retryAfter() != null) {
                Instant now = clock.instant();
                pause = new Pause(now, now.plus(e.retryAfter()));
            }
            throw e;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T paced(Call<T> call) throws DeliveryFailedException {
        if (rate != null) {
            RateLimiter.waitForPermission(rate);
        }
        return call.run();
    }
}
