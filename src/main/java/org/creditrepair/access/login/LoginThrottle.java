package org.creditrepair.access.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.creditrepair.access.AccessProperties;
import org.creditrepair.problem.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses passwords: per address and account, and per address. An account is never
 * locked, so that nobody can keep its owner out. Counts are this node's own and are forgotten when
 * no attempt has failed for a while.
 */
@Component
public class LoginThrottle {

    private static final Logger log = LoggerFactory.getLogger(LoginThrottle.class);
    private static final int REMEMBERED = 100_000;
    private static final int MAX_DOUBLINGS = 16;
    private static final int MAX_NAME = 64;
    private static final String ANY_ACCOUNT = "*";

    private final AccessProperties properties;
    private final ApplicationEventPublisher events;
    private final Cache<Attempts, Failures> failures;

    public LoginThrottle(AccessProperties properties, ApplicationEventPublisher events) {
        this.properties = properties;
        this.events = events;
        this.failures =
                Caffeine.newBuilder()
                        .maximumSize(REMEMBERED)
                        .expireAfterWrite(properties.slowedFor().multipliedBy(2))
                        .build();
    }

    /** Whose attempts are counted; account {@value #ANY_ACCOUNT} for all of an address. */
    private record Attempts(String address, String account) {

        Attempts {
            account = named(account);
        }

        /** What is tried as an account may be any text; people read it in lists and messages. */
        private static String named(String tried) {
            String begin = tried.substring(0, Math.min(MAX_NAME, tried.length()));
            return Text.cleaned(begin).replaceAll("\\s", " ");
        }
    }

    /** How often an attempt failed in a row, and until when the next one has to wait. */
    private record Failures(int count, Instant until) {}

    /**
     * An account that is being slowed from an address.
     *
     * @param account {@value #ANY_ACCOUNT} where every account is slowed from there
     */
    public record Slowed(String account, String address, int failures, Instant until) {}

    /** How long an attempt has to wait; zero if it may be made now. */
    public Duration pause(String address, String account) {
        Duration ofAccount = pause(new Attempts(address, account));
        Duration ofAddress = pause(new Attempts(address, ANY_ACCOUNT));
        return ofAccount.compareTo(ofAddress) > 0 ? ofAccount : ofAddress;
    }

    private Duration pause(Attempts attempts) {
        Failures failed = failures.getIfPresent(attempts);
        Instant now = Instant.now();
        return failed == null || !failed.until().isAfter(now)
                ? Duration.ZERO
                : Duration.between(now, failed.until());
    }

    /** A password was wrong. */
    public void failed(String address, String account) {
        count(new Attempts(address, account), properties.failures());
        count(new Attempts(address, ANY_ACCOUNT), properties.failuresOfAddress());
    }

    /** A password was right: earlier failures of the account from there are forgotten. */
    public void succeeded(String address, String account) {
        failures.invalidate(new Attempts(address, account));
    }

    private void count(Attempts attempts, int allowed) {
        Failures now =
                failures.asMap()
                        .merge(
                                attempts,
                                new Failures(1, Instant.MIN),
                                (before, first) -> next(before.count() + 1, allowed));
        if (now.count() == allowed) {
            log.warn("登录多次失败，已放慢：账号 {}，来自 {}", attempts.account(), attempts.address());
            events.publishEvent(new LoginSlowed(attempts.account(), attempts.address()));
        }
    }

    /** From the last allowed failure on, the wait doubles with each further one. */
    private Failures next(int count, int allowed) {
        if (count < allowed) {
            return new Failures(count, Instant.MIN);
        }
        Duration wait = Duration.ofSeconds(1L << Math.min(count - allowed, MAX_DOUBLINGS));
        Duration most = properties.slowedFor();
        return new Failures(count, Instant.now().plus(wait.compareTo(most) < 0 ? wait : most));
    }

    /** Who is slowed now, the longest wait first. */
    public List<Slowed> slowed() {
        Instant now = Instant.now();
        return failures.asMap().entrySet().stream()
                .filter(entry -> entry.getValue().until().isAfter(now))
                .map(
                        entry ->
                                new Slowed(
                                        entry.getKey().account(),
                                        entry.getKey().address(),
                                        entry.getValue().count(),
                                        entry.getValue().until()))
                .sorted(Comparator.comparing(Slowed::until).reversed())
                .toList();
    }

    /** Lets an account log in again at once, from every address (解除放慢). */
    public void release(String account) {
        String name = Attempts.named(account);
        failures.asMap().keySet().removeIf(attempts -> attempts.account().equals(name));
    }
}
