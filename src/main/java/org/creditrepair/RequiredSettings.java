package org.creditrepair;

import java.util.List;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/**
 * Stops the start of profile prod when a secret or an address is missing, and names all of them.
 */
public class RequiredSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final List<String> REQUIRED =
            List.of(
                    "CREDITREPAIR_DATABASE_URL",
                    "CREDITREPAIR_DATABASE_USER",
                    "CREDITREPAIR_DATABASE_PASSWORD",
                    "CREDITREPAIR_ADMIN_USER",
                    "CREDITREPAIR_ADMIN_PASSWORD");

    /**
     * @throws IllegalStateException naming what is missing
     */
    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        if (!environment.acceptsProfiles(Profiles.of("prod"))) {
            return;
        }
        List<String> missing =
                REQUIRED.stream()
                        .filter(name -> !StringUtils.hasText(environment.getProperty(name)))
                        .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("生产环境缺少配置：" + String.join("、", missing));
        }
    }
}
