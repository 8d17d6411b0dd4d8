package org.creditrepair.sandbox;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.creditrepair.sharing.connection.ConnectorSettings;
import org.creditrepair.sharing.connection.ConnectorSettings.SignIn;
import org.creditrepair.sharing.connection.ConnectorSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The platforms of the sandbox, at whatever port the server listens on. */
@Component
@Profile("demo")
class SandboxConnectors implements ConnectorSource {

    static final Set<String> PLATFORMS =
            Set.of(
                    "creditchina",
                    "creditchina-local",
                    "gsxt",
                    "credit-platform",
                    "superior-unit",
                    "government-service",
                    "internet-supervision",
                    "gsxt-registration",
                    "regional-platform",
                    "sector-platform",
                    "sms");

    private static final SignIn NONE = new SignIn(SignIn.Method.NONE, null, null, null, null);

    private final SandboxSecrets secrets;
    private volatile int port;

    SandboxConnectors(SandboxSecrets secrets) {
        this.secrets = secrets;
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null) {
            port = event.getWebServer().getPort();
        }
    }

    int port() {
        return port;
    }

    @Override
    public Map<String, ConnectorSettings> general() {
        return PLATFORMS.stream().collect(Collectors.toMap(code -> code, this::settings));
    }

    @Override
    public Map<String, Map<String, ConnectorSettings>> regional() {
        return Map.of();
    }

    @Override
    public @Nullable String secret(@Nullable String variable) {
        return variable == null ? null : secrets.of(variable);
    }

    private ConnectorSettings settings(String platform) {
        String base = "http://localhost:" + port + "/sandbox/" + platform;
        return new ConnectorSettings(
                base + "/deliveries",
                "POST",
                base + "/receipts/{key}",
                base + "/records?region={region}&cursor={cursor}",
                Map.of(),
                null,
                signIn(platform, base),
                null,
                null,
                null,
                null);
    }

    private static SignIn signIn(String platform, String base) {
        return switch (platform) {
            case "creditchina" ->
                    new SignIn(
                            SignIn.Method.OAUTH2,
                            SandboxSecrets.CLIENT,
                            SandboxSecrets.TOKEN_SECRET,
                            base + "/token",
                            null);
            case "gsxt" ->
                    new SignIn(
                            SignIn.Method.HMAC_SHA256,
                            SandboxSecrets.CLIENT,
                            SandboxSecrets.HMAC_KEY,
                            null,
                            null);
            case "credit-platform" ->
                    new SignIn(
                            SignIn.Method.SM2,
                            SandboxSecrets.CLIENT,
                            SandboxSecrets.SM2_KEY,
                            null,
                            null);
            default -> NONE;
        };
    }
}
