package org.creditrepair.sharing.delivery;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import org.creditrepair.sharing.DeliveryFailedException;
import org.creditrepair.sharing.PlatformAddresses;
import org.creditrepair.sharing.SharingProperties;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Sends one push to a platform by HTTP. */
@Component
public class PlatformClient {

    private final RestClient http;
    private final PlatformAddresses addresses;

    public PlatformClient(PlatformAddresses addresses, SharingProperties properties) {
        this.addresses = addresses;
        HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(properties.timeout())
                        .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(properties.timeout());
        http = RestClient.builder().requestFactory(requests).build();
    }

    /**
     * @return the platform's receipt
     * @throws DeliveryFailedException if the platform cannot be reached, is too slow or does not
     *     answer with a status of 2xx
     */
    public String send(String platform, String idempotencyKey, String payload)
            throws DeliveryFailedException {
        try {
            return http.post()
                    .uri(addresses.of(platform))
                    .contentType(MediaType.APPLICATION_JSON)
                    .header("Idempotency-Key", idempotencyKey)
                    .body(payload.getBytes(StandardCharsets.UTF_8))
                    .exchange(
                            (request, response) -> {
                                String answer =
                                        new String(
                                                response.getBody().readNBytes(4096),
                                                StandardCharsets.UTF_8);
                                if (response.getStatusCode().is2xxSuccessful()) {
                                    return answer;
                                }
                                throw new UnexpectedAnswer(
                                        "平台应答 " + response.getStatusCode().value() + "：" + answer);
                            });
        } catch (ResourceAccessException e) {
            throw new DeliveryFailedException("平台无法连接或超时未应答：" + e.getMessage());
        } catch (UnexpectedAnswer e) {
            throw new DeliveryFailedException(e.getMessage());
        }
    }

    private static final class UnexpectedAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnexpectedAnswer(String message) {
            super(message);
        }
    }
}
