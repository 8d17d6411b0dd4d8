package org.creditrepair.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.creditrepair.Api;
import org.creditrepair.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * Profile prod: PostgreSQL, no accounts but the administrator's, no sandbox, no default password.
 */
class ProductionTest {

    @Test
    void itRefusesToStartOnAMissingSecretAndNamesIt() throws Exception {
        Map<String, String> environment = environment();
        environment.remove("CREDITREPAIR_DATABASE_PASSWORD");
        environment.put("CREDITREPAIR_ADMIN_PASSWORD", " ");
        try (ServerProcess server = production("production-refused")) {
            server.launch(environment);
            ServerProcess.Ended ended = server.waitUntilEnded();
            assertThat(ended.exitCode()).isNotZero();
            assertThat(ended.log())
                    .contains(
                            "生产环境缺少配置：CREDITREPAIR_DATABASE_PASSWORD、CREDITREPAIR_ADMIN_PASSWORD");
        }
    }

    @Test
    void aPlatformsMissingSecretStopsTheStartAndIsNamed() throws Exception {
        String gsxt = "creditrepair.sharing.connectors.gsxt.";
        try (ServerProcess server =
                new ServerProcess(
                        "production-secret",
                        Map.of(
                                "spring.profiles.active",
                                "prod",
                                gsxt + "url",
                                "https://platform.example/pushes",
                                gsxt + "sign-in.method",
                                "HMAC_SHA256",
                                gsxt + "sign-in.key-id",
                                "credit-repair",
                                gsxt + "sign-in.secret-variable",
                                "GSXT_KEY",
                                "GSXT_KEY",
                                "not from the environment"))) {
            server.launch(environment());
            ServerProcess.Ended ended = server.waitUntilEnded();
            assertThat(ended.exitCode()).isNotZero();
            assertThat(ended.log()).contains("平台 gsxt 的接入配置有误：环境变量未设置：GSXT_KEY");
        }
    }

    @Test
    void itHasNoAccountsButTheAdministratorsAndNoSandbox() {
        try (ServerProcess server = production("production")) {
            server.launch(environment());
            server.waitUntilReady();
            Api anybody = Api.anybody(server.port());
            assertThat(anybody.get("/api/v1/regions/150100/items").body()).isNotEmpty();
            assertThat(
                            anybody.as("operator", "A-Secret of the 1st test")
                                    .get("/engine-rest/user/count")
                                    .body()
                                    .path("count")
                                    .asInt())
                    .isEqualTo(1);
            for (String demo : List.of("admin", "operator", "150100-portal", "150100-supervisor")) {
                assertThat(anybody.as(demo).get("/engine-rest/task").status())
                        .as(demo)
                        .isEqualTo(401);
            }
            assertThat(anybody.get("/sandbox").status()).isEqualTo(404);
            assertThat(anybody.get("/sandbox/clock").status()).isEqualTo(404);
            assertThat(anybody.get("/sandbox/gsxt/records/1").status()).isEqualTo(404);
        }
    }

    private static ServerProcess production(String name) {
        return new ServerProcess(name, Map.of("spring.profiles.active", "prod"));
    }

    private static Map<String, String> environment() {
        Map<String, Object> database = TestDatabase.postgres("production");
        Map<String, String> environment = new HashMap<>();
        environment.put(
                "CREDITREPAIR_DATABASE_URL", (String) database.get("spring.datasource.url"));
        environment.put("CREDITREPAIR_DATABASE_USER", "postgres");
        environment.put("CREDITREPAIR_DATABASE_PASSWORD", "a database of tests");
        environment.put("CREDITREPAIR_ADMIN_USER", "operator");
        environment.put("CREDITREPAIR_ADMIN_PASSWORD", "A-Secret of the 1st test");
        return environment;
    }
}
