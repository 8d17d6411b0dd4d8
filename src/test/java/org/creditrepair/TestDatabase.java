package org.creditrepair;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;

/** The database that tests run on, chosen by the system property {@code test.database}. */
public final class TestDatabase
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static EmbeddedPostgres postgres;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("testDatabase", properties("test")));
    }

    public static boolean isPostgres() {
        return "postgresql".equals(System.getProperty("test.database"));
    }

    /** Datasource properties of a database of this name; H2 keeps it in memory. */
    public static Map<String, Object> properties(String name) {
        return isPostgres()
                ? postgres(name)
                : Map.of("spring.datasource.url", "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    }

    private static void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Datasource properties of a PostgreSQL database of this name, started when first asked for.
     */
    public static synchronized Map<String, Object> postgres(String name) {
        try {
            if (postgres == null) {
                postgres =
                        EmbeddedPostgres.builder()
                                .setRegisterShutdownHook(false)
                                .setServerConfig("max_connections", "200")
                                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                                .setServerConfig("pg_stat_statements.track", "none")
                                .start();
                SpringApplication.getShutdownHandlers().add(TestDatabase::stop);
            }
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                var known =
                        statement.executeQuery(
                                "select 1 from pg_database where datname = '" + name + "'");
                if (!known.next()) {
                    statement.execute("create database " + name);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Map.of(
                "spring.datasource.url", postgres.getJdbcUrl("postgres", name),
                "spring.datasource.username", "postgres",
                "spring.datasource.password", "postgres");
    }

    /** The same, with the driver set as in production. */
    public static Map<String, Object> postgresAsInProduction(String name) {
        YamlPropertiesFactoryBean production = new YamlPropertiesFactoryBean();
        production.setResources(new ClassPathResource("application-prod.yml"));
        Map<String, Object> properties = new HashMap<>(postgres(name));
        production
                .getObject()
                .forEach(
                        (key, value) -> {
                            if (key.toString().contains(".data-source-properties.")) {
                                properties.put(key.toString(), value);
                            }
                        });
        return properties;
    }
}
