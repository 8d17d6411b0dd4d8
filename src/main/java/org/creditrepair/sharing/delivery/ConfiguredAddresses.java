package org.creditrepair.sharing.delivery;

import java.net.URI;
import java.util.Set;
import org.creditrepair.sharing.PlatformAddresses;
import org.creditrepair.sharing.SharingProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The addresses of the configuration. */
@Component
@Profile("!demo")
class ConfiguredAddresses implements PlatformAddresses {

    private final SharingProperties properties;

    ConfiguredAddresses(SharingProperties properties) {
        this.properties = properties;
    }

    @Override
    public Set<String> platforms() {
        return properties.platforms().keySet();
    }

    @Override
    public URI of(String platform) {
        return URI.create(properties.platforms().get(platform));
    }
}
