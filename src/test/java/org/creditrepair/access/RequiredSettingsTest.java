package org.creditrepair.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.DefaultBootstrapContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What the server refuses to start with. */
class RequiredSettingsTest {

    private static final Map<String, Object> GOOD =
            Map.of(
                    "CREDITREPAIR_DATABASE_URL", "jdbc:postgresql://db/creditrepair",
                    "CREDITREPAIR_DATABASE_USER", "creditrepair",
                    "CREDITREPAIR_DATABASE_PASSWORD", "a-long-secret-of-the-test",
                    "CREDITREPAIR_ADMIN_USER", "chief",
                    "CREDITREPAIR_ADMIN_PASSWORD", "Vorsicht-Stufe-7");

    private static void start(String profiles, Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        environment.setActiveProfiles(profiles.isEmpty() ? new String[0] : profiles.split(","));
        new RequiredSettings()
                .onApplicationEvent(
                        new ApplicationEnvironmentPreparedEvent(
                                new DefaultBootstrapContext(),
                                new SpringApplication(),
                                new String[0],
                                environment));
    }

    private static Map<String, Object> goodBut(String name, Object value) {
        Map<String, Object> settings = new HashMap<>(GOOD);
        settings.put(name, value);
        return settings;
    }

    @Test
    void theDemoNeedsNothingAndProductionItsSettings() {
        assertThatCode(() -> start("demo", Map.of())).doesNotThrowAnyException();
        assertThatCode(() -> start("prod", GOOD)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "production", "Demo", "demo,prod", "demo,test"})
    void aMissingUnknownOrDoubledProfileIsNoStart(String profiles) {
        assertThatThrownBy(() -> start(profiles, GOOD))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("demo 或 prod");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREDITREPAIR_DATABASE_URL",
                "CREDITREPAIR_DATABASE_USER",
                "CREDITREPAIR_DATABASE_PASSWORD",
                "CREDITREPAIR_ADMIN_USER",
                "CREDITREPAIR_ADMIN_PASSWORD"
            })
    void eachMissingSettingIsNamed(String name) {
        assertThatThrownBy(() -> start("prod", goodBut(name, " "))).hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "chief-Chief-1", "alllowercase-1", "NoDigits-Here", "Sh0rt-1"})
    void anAdministratorsWeakPasswordIsNoStart(String password) {
        assertThatThrownBy(() -> start("prod", goodBut("CREDITREPAIR_ADMIN_PASSWORD", password)))
                .hasMessageContaining("CREDITREPAIR_ADMIN_PASSWORD")
                .hasMessageNotContaining(password);
    }

    @Test
    void aShortPasswordOfTheDatabaseIsNoStart() {
        assertThatThrownBy(
                        () ->
                                start(
                                        "prod",
                                        goodBut("CREDITREPAIR_DATABASE_PASSWORD", "elevenchars")))
                .hasMessageContaining("CREDITREPAIR_DATABASE_PASSWORD");
    }
}
