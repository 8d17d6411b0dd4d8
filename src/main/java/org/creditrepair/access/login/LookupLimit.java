package org.creditrepair.access.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.creditrepair.access.Refusals;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Accounts;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds how often somebody without an account may look something up: an applicant by name, others
 * by their address.
 */
public class LookupLimit extends OncePerRequestFilter {

    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int REMEMBERED = 100_000;

    private final RequestMatcher lookups;
    private final FrontKey front;
    private final RateLimiterConfig config;
    private final Cache<String, RateLimiter> bySeeker =
            Caffeine.newBuilder()
                    .maximumSize(REMEMBERED)
                    .expireAfterAccess(PERIOD.multipliedBy(2))
                    .build();

    public LookupLimit(RequestMatcher lookups, int perMinute, FrontKey front) {
        this.front = front;
        this.lookups = lookups;
        this.config =
                RateLimiterConfig.custom()
                        .limitForPeriod(perMinute)
                        .limitRefreshPeriod(PERIOD)
                        .timeoutDuration(Duration.ZERO)
                        .build();
    }

    /** Several limits of one chain each count. */
    @Override
    protected String getAlreadyFilteredAttributeName() {
        return super.getAlreadyFilteredAttributeName() + System.identityHashCode(this);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Account> account = Accounts.current();
        boolean limited =
                lookups.matches(request)
                        && account.filter(one -> one.proof() == null).isEmpty()
                        && !bySeeker.get(
                                        account.map(Account::name)
                                                .orElseGet(() -> front.addressOf(request)),
                                        seeker -> RateLimiter.of(seeker, config))
                                .acquirePermission();
        if (limited) {
            Refusals.tooMany(response, PERIOD, "查询过于频繁，请稍后再试");
        } else {
            chain.doFilter(request, response);
        }
    }
}
