package org.creditrepair.front.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.creditrepair.access.login.FrontKey;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestBodySpec;

/** The public REST interface, called over HTTP in the name of whoever asks for a page. */
@Component
public class PublicApi {

    /**
     * Requests under way at once: each page waits for one, and both take a thread of the server.
     */
    private static final int MOST = 30;

    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final int UNAVAILABLE = 503;
    private static final int SERVER_ERROR = 500;
    private static final List<String> BUSY = List.of("服务暂时繁忙，请稍后再试");
    private static final List<String> UNREADABLE = List.of("填写的内容有误，请核对后重新提交");

    private final Environment environment;
    private final String address;
    private final ObjectMapper json;
    private final FrontKey key;
    private final RestClient client;
    private final Semaphore underWay = new Semaphore(MOST);

    /**
     * @param address of the server whose interface is used; empty for this one
     */
    PublicApi(
            Environment environment,
            @Value("${creditrepair.front.server:}") String address,
            ObjectMapper json,
            FrontKey key) {
        this.key = key;
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
     * @param byField the same by the field that it is about
     */
    public record Answer(
            int status,
            @Nullable Object content,
            List<String> errors,
            Map<String, String> byField) {

        public Answer(int status, @Nullable Object content, List<String> errors) {
            this(status, content, errors, Map.of());
        }

        public boolean isServed() {
            return errors.isEmpty();
        }
    }

    /** A file that the interface answers with. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Download(int status, @Nullable MediaType type, byte[] content) {}

    /** Writes the body of a request. */
    @FunctionalInterface
    private interface Body {
        void write(RequestBodySpec request);
    }

    /** Reads the answer to a request. */
    @FunctionalInterface
    private interface Reader<T> {
        T read(ClientHttpResponse response) throws IOException;
    }

    /**
     * @param path with places for the variables, which are encoded
     */
    public Answer get(Caller caller, String path, Object... variables) {
        return call(caller, HttpMethod.GET, request -> {}, path, variables);
    }

    /**
     * @param body written as JSON
     * @param path with places for the variables, which are encoded
     */
    public Answer post(Caller caller, Object body, String path, Object... variables) {
        return call(caller, HttpMethod.POST, json(body), path, variables);
    }

    /**
     * @param body written as JSON
     * @param path with places for the variables, which are encoded
     */
    public Answer put(Caller caller, Object body, String path, Object... variables) {
        return call(caller, HttpMethod.PUT, json(body), path, variables);
    }

    private static Body json(Object body) {
        return request -> request.contentType(MediaType.APPLICATION_JSON).body(body);
    }

    /**
     * Hands a file in.
     *
     * @param path with places for the variables, which are encoded
     */
    public Answer upload(Caller caller, Resource file, String path, Object... variables) {
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("file", file);
        return call(caller, HttpMethod.POST, request -> request.body(parts), path, variables);
    }

    /**
     * @param path with places for the variables, which are encoded
     */
    public Download download(Caller caller, String path, Object... variables) {
        Download none = new Download(UNAVAILABLE, null, new byte[0]);
        return exchange(
                caller,
                HttpMethod.GET,
                request -> {},
                response ->
                        new Download(
                                response.getStatusCode().value(),
                                response.getHeaders().getContentType(),
                                response.getBody().readAllBytes()),
                none,
                path,
                variables);
    }

    /** The regions that are served; none while the interface does not answer. */
    public List<?> regions(Caller caller) {
        return get(caller, "/api/v1/regions").content() instanceof List<?> regions
                ? regions
                : List.of();
    }

    private Answer call(
            Caller caller, HttpMethod method, Body body, String path, Object... variables) {
        Answer none = new Answer(UNAVAILABLE, null, BUSY);
        return exchange(caller, method, body, this::answer, none, path, variables);
    }

    private <T> T exchange(
            Caller caller,
            HttpMethod method,
            Body body,
            Reader<T> reader,
            T none,
            String path,
            Object... variables) {
        if (!underWay.tryAcquire()) {
            return none;
        }
        try {
            RequestBodySpec request =
                    client.method(method)
                            .uri(server() + path, variables)
                            .header(FrontKey.KEY, key.value())
                            .header(FrontKey.ASKER, caller.address());
            if (caller.key() != null) {
                request.header("Idempotency-Key", caller.key());
            }
            if (caller.authorization() != null) {
                request.header(HttpHeaders.AUTHORIZATION, caller.authorization());
            }
            body.write(request);
            return request.exchange((sent, response) -> reader.read(response));
        } catch (ResourceAccessException e) {
            return none;
        } finally {
            underWay.release();
        }
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
            Object content = text.isEmpty() ? null : json.readValue(text, Object.class);
            return new Answer(status, content, List.of());
        }
        return switch (status) {
            case UNAVAILABLE -> refused(status, text, BUSY);
            default ->
                    status >= SERVER_ERROR
                            ? new Answer(status, null, BUSY)
                            : refused(status, text, UNREADABLE);
        };
    }

    /**
     * @param untold what is said where the answer does not tell
     */
    private Answer refused(int status, String text, List<String> untold) {
        try {
            JsonNode problem = json.readTree(text);
            Map<String, String> byField = new LinkedHashMap<>();
            for (JsonNode error : problem.path("errors")) {
                byField.put(error.path("field").asText(), error.path("message").asText());
            }
            if (!byField.isEmpty()) {
                return new Answer(status, null, List.copyOf(byField.values()), byField);
            }
            return new Answer(
                    status,
                    null,
                    problem.hasNonNull("title") ? List.of(problem.path("title").asText()) : untold);
        } catch (JsonProcessingException e) {
            return new Answer(status, null, untold);
        }
    }
}
