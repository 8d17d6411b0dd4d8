package org.creditrepair.sharing.connection;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How one platform is reached.
 *
 * @param url address that takes pushes
 * @param method HTTP method of a push
 * @param receiptUrl address that answers for a push by its key, which stands for {@code {key}};
 *     null if the platform cannot be asked, then the push itself is repeated
 * @param recordsUrl address that tells page by page what the platform displays, with {@code
 *     {region}} and {@code {cursor}}; null if it cannot be compared
 * @param headers sent with every request
 * @param mapping JSONata expression that makes the platform's payload of ours; null sends ours
 * @param signIn how the server shows who it is
 * @param sslBundle name of a bundle of {@code spring.ssl.bundle} that says whom to trust and which
 *     certificate to show; null for the machine's own trust
 * @param timeout null for that of all connectors
 * @param concurrency null for that of all connectors
 * @param perSecond most requests a second from this node; null for no bound
 */
public record ConnectorSettings(
        String url,
        @DefaultValue("POST") String method,
        String receiptUrl,
        String recordsUrl,
        @DefaultValue Map<String, String> headers,
        @Nullable String mapping,
        @DefaultValue SignIn signIn,
        @Nullable String sslBundle,
        @Nullable Duration timeout,
        @Nullable Integer concurrency,
        @Nullable Integer perSecond) {

    /**
     * How the server shows a platform who it is. Secrets are never written here: what is written is
     * the name of the environment variable that holds one.
     *
     * @param keyId what the platform knows the server by: client id, key id or application id
     * @param secretVariable name of the environment variable with the client secret, the HMAC key
     *     or the SM2 private key (PKCS#8, base64 without the PEM lines)
     * @param tokenUrl of the OAuth2 authorization server
     * @param scope asked for with the token; null for none
     */
    public record SignIn(
            @DefaultValue("NONE") Method method,
            @Nullable String keyId,
            @Nullable String secretVariable,
            @Nullable String tokenUrl,
            @Nullable String scope) {

        /** Ways to sign in (接入认证方式). */
        public enum Method {
            /** 不认证. */
            NONE,
            /** OAuth2 客户端凭据. */
            OAUTH2,
            /** HMAC-SHA256 签名. */
            HMAC_SHA256,
            /** 国密 SM2 签名（SM3 摘要）. */
            SM2
        }
    }
}
