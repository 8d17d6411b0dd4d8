package org.creditrepair.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.identity.DefaultPasswordPolicyImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

/**
 * Stops the start under any profile but {@code demo} or {@code prod}, and that of {@code prod} when
 * a secret or an address is missing or a secret is weak; names all of them.
 */
public class RequiredSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final String PROD = "prod";
    private static final Set<String> PROFILES = Set.of("demo", PROD);
    private static final int MIN_SECRET = 12;

    private static final String DATABASE_PASSWORD = "CREDITREPAIR_DATABASE_PASSWORD";
    private static final String ADMIN_PASSWORD = "CREDITREPAIR_ADMIN_PASSWORD";
    private static final List<String> REQUIRED =
            List.of(
                    "CREDITREPAIR_DATABASE_URL",
                    "CREDITREPAIR_DATABASE_USER",
                    DATABASE_PASSWORD,
                    "CREDITREPAIR_ADMIN_USER",
                    ADMIN_PASSWORD);

    /**
     * @throws IllegalStateException naming what is wrong
     */
    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        List<String> active = List.of(environment.getActiveProfiles());
        if (active.size() != 1 || !PROFILES.contains(active.get(0))) {
            throw new IllegalStateException(
                    "运行环境须为 demo 或 prod 之一（spring.profiles.active），当前为：" + active);
        }
        if (active.contains(PROD)) {
            checkProduction(environment);
        }
    }

    private static void checkProduction(ConfigurableEnvironment environment) {
        List<String> missing =
                REQUIRED.stream()
                        .filter(name -> !StringUtils.hasText(environment.getProperty(name)))
                        .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("生产环境缺少配置：" + String.join("、", missing));
        }
        List<String> weak = new ArrayList<>();
        if (environment.getRequiredProperty(DATABASE_PASSWORD).length() < MIN_SECRET) {
            weak.add(DATABASE_PASSWORD + "（至少 " + MIN_SECRET + " 个字符）");
        }
        String password = environment.getRequiredProperty(ADMIN_PASSWORD);
        if (!isAllowed(password, environment.getRequiredProperty("CREDITREPAIR_ADMIN_USER"))) {
            weak.add(ADMIN_PASSWORD + "（至少 10 个字符，含大小写字母、数字和符号，不含账号名）");
        }
        if (!weak.isEmpty()) {
            throw new IllegalStateException("生产环境的口令过于简单：" + String.join("、", weak));
        }
    }

    /** By the policy that holds for every account. */
    private static boolean isAllowed(String password, String account) {
        UserEntity user = new UserEntity(account);
        return new DefaultPasswordPolicyImpl()
                .getRules().stream().allMatch(rule -> rule.execute(password, user));
    }
}
