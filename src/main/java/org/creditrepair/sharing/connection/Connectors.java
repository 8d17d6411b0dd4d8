package org.creditrepair.sharing.connection;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.RegionPlatform;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.sharing.connection.DeliveryFailedException.Kind;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The platforms that this server reaches itself. */
@Service
public class Connectors {

    private static final float HALF = 50;

    private final ConnectorSource source;
    private final SharingProperties properties;
    private final PlatformClients clients;
    private final Catalog catalog;
    private final BusinessClock clock;
    private @Nullable List<Connector> all;

    public Connectors(
            ConnectorSource source,
            SharingProperties properties,
            PlatformClients clients,
            Catalog catalog,
            BusinessClock clock) {
        this.source = source;
        this.properties = properties;
        this.clients = clients;
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * All connectors; each platform of a region has one at most.
     *
     * @throws IllegalStateException if one is wrong or its secret is not set
     */
    public synchronized List<Connector> all() {
        List<Connector> made = all;
        if (made == null) {
            made = List.copyOf(make());
            all = made;
        }
        return made;
    }

    /** The connector of a region's platform; nothing if workers elsewhere serve it. */
    public Optional<Connector> find(RegionCode region, String platform) {
        return all().stream()
                .filter(one -> one.platform().equals(platform) && one.regions().contains(region))
                .findFirst();
    }

    /** Whether anybody serves a region's platform: this server, or workers elsewhere. */
    public boolean isServed(RegionCode region, String platform) {
        return properties.elsewhere().contains(platform) || find(region, platform).isPresent();
    }

    /** How the server signs in at a region's platform; nothing if workers elsewhere serve it. */
    public Optional<ConnectorSettings> settingsOf(RegionCode region, String platform) {
        ConnectorSettings own =
                source.regional().getOrDefault(region.value(), Map.of()).get(platform);
        return properties.elsewhere().contains(platform)
                ? Optional.empty()
                : Optional.ofNullable(own == null ? source.general().get(platform) : own);
    }

    private List<Connector> make() {
        List<Connector> made = new ArrayList<>();
        Set<RegionCode> regions = catalog.regionCodes();
        source.regional()
                .forEach(
                        (region, own) ->
                                own.forEach(
                                        (platform, settings) ->
                                                add(
                                                        made,
                                                        platform,
                                                        Set.of(new RegionCode(region)),
                                                        settings)));
        source.general()
                .forEach(
                        (platform, settings) -> {
                            Set<RegionCode> others = new HashSet<>(regions);
                            others.removeIf(region -> hasOwn(region, platform));
                            add(made, platform, others, settings);
                        });
        addMail(made);
        return made;
    }

    private boolean hasOwn(RegionCode region, String platform) {
        return source.regional().getOrDefault(region.value(), Map.of()).containsKey(platform);
    }

    private void add(
            List<Connector> made,
            String platform,
            Set<RegionCode> regions,
            ConnectorSettings settings) {
        if (properties.elsewhere().contains(platform)) {
            return;
        }
        made.add(
                connector(
                        platform,
                        regions,
                        settings.concurrency(),
                        settings.perSecond(),
                        clients.clientFor(platform, settings)));
    }

    /** The mail server sends for every region whose e-mails no other connector sends. */
    private void addMail(List<Connector> made) {
        Set<RegionCode> others = new HashSet<>(catalog.regionCodes());
        made.stream()
                .filter(one -> one.platform().equals(RegionPlatform.EMAIL))
                .forEach(one -> others.removeAll(one.regions()));
        if (!others.isEmpty() && !properties.elsewhere().contains(RegionPlatform.EMAIL)) {
            clients.mail()
                    .map(mail -> connector(RegionPlatform.EMAIL, others, null, null, mail))
                    .ifPresent(made::add);
        }
    }

    private Connector connector(
            String platform,
            Set<RegionCode> regions,
            @Nullable Integer concurrency,
            @Nullable Integer perSecond,
            PlatformClient client) {
        return new Connector(
                platform,
                regions,
                concurrency == null ? properties.concurrency() : concurrency,
                client,
                CircuitBreaker.of(platform, breaker()),
                perSecond,
                clock);
    }

    private CircuitBreakerConfig breaker() {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(properties.breakerCalls())
                .minimumNumberOfCalls(properties.breakerCalls() / 2)
                .failureRateThreshold(HALF)
                .waitDurationInOpenState(properties.breakerPause())
                .permittedNumberOfCallsInHalfOpenState(1)
                .ignoreExceptions(RequestNotPermitted.class)
                .recordException(Connectors::isFailing)
                .build();
    }

    /** A platform that refuses, or asks for patience, is alive; one that errs or hangs is not. */
    private static boolean isFailing(Throwable failure) {
        return !(failure instanceof DeliveryFailedException answer)
                || answer.kind() == Kind.RETRY && answer.retryAfter() == null;
    }
}
