package org.creditrepair.front;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** The public REST interface, called over HTTP in the name of whoever asks for a page. */
@Component
class PublicApi {

    /**
     * Requests under way at once: each page waits for one, and both take a thread of the server.
     */
    private static final int MOST = 50;

    private static final Duration WAIT = Duration.ofSeconds(10);

    private final Environment environment;
    private final String address;
    private final ObjectMapper json;
    private final RestClient client;
    private final Semaphore underWay = new Semaphore(MOST);

    /**
     * @param address of the server whose interface is used; empty for this one
     */
    PublicApi(
            Environment environment,
            @Value("${creditrepair.front.server:}") String address,
            ObjectMapper json) {
        this.environment = environment;
        this.address = address;
        this.json = json;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(WAIT);
        this.client = RestClient.builder().requestFactory(requests).build();
    }

    /**
     * What the interface answers.
     *
     * @param status 503 if it did not
     * @param content the answer as maps, lists, texts and numbers; null if there is none
     * @param errors what was wrong, in Chinese; empty if the request was served
     */
    record Answer(int status, @Nullable Object content, List<String> errors) {

        boolean isServed() {
            return errors.isEmpty();
        }
    }

    /**
     * Reads what anybody may read.
     *
     * @param asker whose address counts for how often one may ask
     * @param path with places for the variables, which are encoded
     */
    Answer get(HttpServletRequest asker, String path, Object... variables) {
        if (!underWay.tryAcquire()) {
            return unavailable();
        }
        try {
            return client.get()
                    .uri(server() + path, variables)
                    .accept(MediaType.APPLICATION_JSON)
                    .header("X-Forwarded-For", asker.getRemoteAddr())
                    .exchange((request, response) -> answer(response));
        } catch (ResourceAccessException e) {
            return unavailable();
        } finally {
            underWay.release();
        }
    }

    private static Answer unavailable() {
        return new Answer(503, null, List.of("服务暂时繁忙，请稍后再试"));
    }

    private String server() {
        return address.isEmpty()
                ? "http://localhost:" + environment.getProperty("local.server.port")
                : address;
    }

    private Answer answer(ClientHttpResponse response) throws IOException {
        String text = new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = response.getStatusCode().value();
        if (response.getStatusCode().is2xxSuccessful()) {
            return new Answer(status, json.readValue(text, Object.class), List.of());
        }
        return new Answer(status, null, errors(text));
    }

    private List<String> errors(String text) {
        try {
            JsonNode problem = json.readTree(text);
            List<String> messages = problem.path("errors").findValuesAsText("message");
            return messages.isEmpty()
                    ? List.of(problem.path("title").asText("服务暂时繁忙，请稍后再试"))
                    : messages;
        } catch (JsonProcessingException e) {
            return unavailable().errors();
        }
    }

    /** The regions that are served; none while the interface does not answer. */
    List<?> regions(HttpServletRequest asker) {
        return get(asker, "/api/v1/regions").content() instanceof List<?> regions
                ? regions
                : List.of();
    }
}
