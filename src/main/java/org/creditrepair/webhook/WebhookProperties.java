package org.creditrepair.webhook;

import java.net.URI;
import java.util.Base64;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of webhooks.
 *
 * @param portals where each portal takes its events, by its account; others poll
 * @param httpsOnly whether addresses must be https
 */
@ConfigurationProperties("creditrepair.webhook")
public record WebhookProperties(
        Map<String, Portal> portals, @DefaultValue("true") boolean httpsOnly) {

    private static final int LEAST_BYTES = 24;

    /**
     * @throws IllegalArgumentException naming the account whose settings are wrong
     */
    public WebhookProperties {
        portals = portals == null ? Map.of() : Map.copyOf(portals);
        portals.forEach(
                (account, portal) -> {
                    String name = "creditrepair.webhook.portals." + account;
                    if (portal.address() == null
                            || httpsOnly
                                    && !"https".equals(URI.create(portal.address()).getScheme())) {
                        throw new IllegalArgumentException(name + ".address 须为 https 地址");
                    }
                    if (portal.key().length < LEAST_BYTES) {
                        throw new IllegalArgumentException(
                                name + ".secret 须为至少 " + LEAST_BYTES + " 字节的 Base64");
                    }
                });
    }

    /**
     * How a portal is told.
     *
     * @param address that takes events by POST; {@code {port}} stands for the server's own
     * @param secret key of the signature, in Base64
     */
    public record Portal(String address, String secret) {

        byte[] key() {
            try {
                return secret == null ? new byte[0] : Base64.getDecoder().decode(secret);
            } catch (IllegalArgumentException noBase64) {
                return new byte[0];
            }
        }

        /** Without the secret, which no log shows. */
        @Override
        public String toString() {
            return address;
        }
    }
}
