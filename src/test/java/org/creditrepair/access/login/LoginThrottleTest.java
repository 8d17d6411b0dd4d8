package org.creditrepair.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.creditrepair.access.AccessProperties;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;

/** Guessing is slowed where it is done, and nobody else is kept out by it. */
class LoginThrottleTest {

    private static final String GUESSER = "203.0.113.7";
    private static final String OFFICE = "198.51.100.1";

    private final List<Object> alarms = new ArrayList<>();
    private final LoginThrottle throttle =
            new LoginThrottle(
                    new AccessProperties(
                            19456,
                            2,
                            3,
                            6,
                            Duration.ofMinutes(1),
                            120,
                            10,
                            40,
                            120,
                            Duration.ofSeconds(20),
                            10_000),
                    new ApplicationEventPublisher() {
                        @Override
                        public void publishEvent(Object event) {
                            alarms.add(event);
                        }

                        @Override
                        public void publishEvent(ApplicationEvent event) {
                            alarms.add(event);
                        }
                    });

    private void fails(String address, String account, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(address, account);
        }
    }

    @Test
    void theThirdWrongPasswordSlowsThatAddressForThatAccountOnly() {
        fails(GUESSER, "150100-tax", 2);
        assertThat(throttle.pause(GUESSER, "150100-tax")).isZero();
        fails(GUESSER, "150100-tax", 1);
        assertThat(throttle.pause(GUESSER, "150100-tax")).isPositive();
        assertThat(throttle.pause(OFFICE, "150100-tax")).as("the owner elsewhere").isZero();
        assertThat(throttle.pause(GUESSER, "150100-courts")).as("a neighbour").isZero();
        assertThat(alarms).containsExactly(new LoginSlowed("150100-tax", GUESSER));
    }

    @Test
    void theWaitDoublesUpToABoundAndNeverLocks() {
        fails(GUESSER, "150100-tax", 4);
        assertThat(throttle.pause(GUESSER, "150100-tax"))
                .isGreaterThan(Duration.ofSeconds(1))
                .isLessThanOrEqualTo(Duration.ofSeconds(2));
        fails(GUESSER, "150100-tax", 1_000);
        assertThat(throttle.pause(GUESSER, "150100-tax"))
                .isPositive()
                .isLessThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(alarms.stream().filter(new LoginSlowed("150100-tax", GUESSER)::equals))
                .as("told once")
                .hasSize(1);
    }

    @Test
    void tryingOnePasswordOnManyAccountsSlowsTheAddress() {
        for (int i = 0; i < 6; i++) {
            fails(GUESSER, "150100-unit-" + i, 1);
        }
        assertThat(throttle.pause(GUESSER, "never-tried")).isPositive();
        assertThat(throttle.pause(OFFICE, "150100-unit-0")).isZero();
    }

    @Test
    void aRightPasswordForgetsTheAccountsFailuresButNotTheAddresses() {
        for (int i = 0; i < 3; i++) {
            fails(GUESSER, "150100-tax", 2);
            throttle.succeeded(GUESSER, "150100-tax");
        }
        assertThat(throttle.slowed())
                .extracting(LoginThrottle.Slowed::account, LoginThrottle.Slowed::address)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("*", GUESSER));
    }

    @Test
    void anAdministratorReleasesAnAccountFromEveryAddress() {
        fails(GUESSER, "150100-tax", 5);
        fails(OFFICE, "150100-tax", 5);
        throttle.release("150100-tax");
        assertThat(throttle.pause(GUESSER, "150100-tax")).isZero();
        assertThat(throttle.pause(OFFICE, "150100-tax")).isZero();
    }
}
