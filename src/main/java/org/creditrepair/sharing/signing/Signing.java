package org.creditrepair.sharing.signing;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Signs each request. What is signed are five lines: method, path with query, time in milliseconds,
 * a number used once, digest of the body; the headers carry what the platform needs to check it.
 */
public record Signing(@Nullable String keyId, RequestSignature signature, Clock clock)
        implements ClientHttpRequestInterceptor {

    @Override
    public ClientHttpResponse intercept(
            HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        String time = Long.toString(clock.millis());
        String once = UUID.randomUUID().toString();
        String text =
                String.join(
                        "\n",
                        request.getMethod().name(),
                        target(request.getURI()),
                        time,
                        once,
                        signature.digest(body));
        request.getHeaders().set("X-Key-Id", keyId);
        request.getHeaders().set("X-Timestamp", time);
        request.getHeaders().set("X-Nonce", once);
        request.getHeaders().set("X-Signature-Algorithm", signature.algorithm());
        request.getHeaders().set("X-Signature", signature.sign(text));
        return execution.execute(request, body);
    }

    private static String target(URI uri) {
        return uri.getRawQuery() == null
                ? uri.getRawPath()
                : uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
