package org.creditrepair.sandbox;

import java.net.URI;
import java.util.Set;
import org.creditrepair.sharing.PlatformAddresses;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The platforms of the sandbox, at whatever port the server listens on. */
@Component
@Profile("demo")
class SandboxAddresses implements PlatformAddresses {

    static final Set<String> PLATFORMS =
            Set.of(
                    "creditchina",
                    "creditchina-local",
                    "gsxt",
                    "credit-platform",
                    "superior-unit",
                    "government-service",
                    "internet-supervision",
                    "sms");

    private volatile int port;

    @EventListener
    void listening(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null) {
            port = event.getWebServer().getPort();
        }
    }

    @Override
    public Set<String> platforms() {
        return PLATFORMS;
    }

    @Override
    public URI of(String platform) {
        return URI.create("http://localhost:" + port + "/sandbox/" + platform + "/deliveries");
    }
}
