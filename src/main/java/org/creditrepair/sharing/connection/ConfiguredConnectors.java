package org.creditrepair.sharing.connection;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.stereotype.Component;

/** The connectors of the configuration, with secrets from the environment and nowhere else. */
@Component
@Profile("!demo")
class ConfiguredConnectors implements ConnectorSource {

    private final SharingProperties properties;
    private final PropertySource<?> variables;

    ConfiguredConnectors(SharingProperties properties, ConfigurableEnvironment environment) {
        this.properties = properties;
        this.variables =
                environment
                        .getPropertySources()
                        .get(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    }

    @Override
    public Map<String, ConnectorSettings> general() {
        return properties.connectors();
    }

    @Override
    public Map<String, Map<String, ConnectorSettings>> regional() {
        return properties.regional();
    }

    @Override
    public String secret(@Nullable String variable) {
        Object value = variable == null ? null : variables.getProperty(variable);
        if (value == null || value.toString().isBlank()) {
            throw new IllegalStateException("环境变量未设置：" + variable);
        }
        return value.toString().strip();
    }
}
