package org.creditrepair.sharing.connection;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.creditrepair.problem.Text;
import org.creditrepair.sharing.connection.ConnectorSettings.SignIn.Method;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Speaks HTTP with one platform. */
final class HttpPlatform implements PlatformClient {

    private static final Logger LOG = LoggerFactory.getLogger(HttpPlatform.class);

    private static final int MAX_ANSWER = 4096;
    private static final int MAX_PAGE = 16 * 1024 * 1024;
    private static final int ACCEPTED = 202;
    private static final int UNKNOWN = 404;

    /** A token may have been withdrawn; the next request is made with a new one. */
    private static final int UNAUTHORIZED = 401;

    /** Answers of 4xx that may be otherwise the next time: timeout, too early, too many. */
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    private final RestClient http;
    private final ConnectorSettings settings;
    private final @Nullable String mapping;
    private final ObjectMapper json;
    private final Clock clock;

    HttpPlatform(RestClient http, ConnectorSettings settings, ObjectMapper json, Clock clock) {
        this.http = http;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        this.mapping = settings.mapping();
        if (mapping != null) {
            Jsonata.jsonata(mapping);
        }
    }

    @Override
    public boolean canBeCompared() {
        return settings.recordsUrl() != null;
    }

    @Override
    public PlatformAnswer send(String idempotencyKey, String payload)
            throws DeliveryFailedException {
        byte[] body = mapped(payload);
        return ask(
                        http.method(HttpMethod.valueOf(settings.method()))
                                .uri(settings.url())
                                .contentType(MediaType.APPLICATION_JSON)
                                .header("Idempotency-Key", idempotencyKey)
                                .body(body),
                        MAX_ANSWER)
                .orThrow();
    }

    @Override
    public PlatformAnswer askReceipt(String idempotencyKey, String payload)
            throws DeliveryFailedException {
        if (settings.receiptUrl() == null) {
            return send(idempotencyKey, payload);
        }
        Outcome outcome =
                ask(
                        http.get().uri(settings.receiptUrl(), Map.of("key", idempotencyKey)),
                        MAX_ANSWER);
        return outcome.status() == UNKNOWN ? send(idempotencyKey, payload) : outcome.orThrow();
    }

    @Override
    public DisplayPage displayed(RegionCode region, String cursor) throws DeliveryFailedException {
        String text =
                ask(
                                http.get()
                                        .uri(
                                                settings.recordsUrl(),
                                                Map.of("region", region, "cursor", cursor)),
                                MAX_PAGE)
                        .orThrow()
                        .text();
        try {
            JsonNode page = json.readTree(text);
            List<String> recordNos = new ArrayList<>();
            page.path("recordNos").forEach(no -> recordNos.add(no.asText()));
            if (!page.path("recordNos").isArray()) {
                throw DeliveryFailedException.refused("平台的公示清单缺少 recordNos");
            }
            return new DisplayPage(recordNos, page.path("next").asText(null));
        } catch (JsonProcessingException e) {
            throw DeliveryFailedException.refused("平台的公示清单不是 JSON：" + e.getOriginalMessage());
        }
    }

    private byte[] mapped(String payload) throws DeliveryFailedException {
        if (mapping == null) {
            return payload.getBytes(StandardCharsets.UTF_8);
        }
        try {
            Object ours = json.readValue(payload, Object.class);
            return json.writeValueAsBytes(Jsonata.jsonata(mapping).evaluate(ours));
        } catch (JException | JsonProcessingException e) {
            throw DeliveryFailedException.refused("报文映射有误：" + e.getMessage());
        }
    }

    private Outcome ask(RestClient.RequestHeadersSpec<?> request, int max)
            throws DeliveryFailedException {
        settings.headers().forEach(request::header);
        try {
            return request.exchange((sent, answer) -> outcome(answer, max));
        } catch (ResourceAccessException e) {
            LOG.warn("{}", e.getMessage());
            throw DeliveryFailedException.retry(unreached(e));
        } catch (OAuth2AuthorizationException e) {
            throw DeliveryFailedException.retry("未能取得平台的访问令牌：" + e.getMessage());
        }
    }

    /** Why a platform was not reached, in words of those who ask it to see to it. */
    private static String unreached(ResourceAccessException failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
            return "平台无法连接";
        }
        return cause instanceof SSLException ? "平台的证书不受信任" : "平台未在时限内应答，或中断了连接";
    }

    /** What came of a request: an answer or a failure. */
    private record Outcome(
            int status,
            @Nullable PlatformAnswer answer,
            @Nullable DeliveryFailedException failure) {

        PlatformAnswer orThrow() throws DeliveryFailedException {
            if (failure != null) {
                throw failure;
            }
            return Objects.requireNonNull(answer);
        }
    }

    private Outcome outcome(ClientHttpResponse response, int max) throws IOException {
        String text =
                Text.cleaned(
                        new String(response.getBody().readNBytes(max), StandardCharsets.UTF_8));
        int status = response.getStatusCode().value();
        if (response.getStatusCode().is2xxSuccessful()) {
            return new Outcome(status, new PlatformAnswer(status != ACCEPTED, text), null);
        }
        String words = "平台应答 " + status + "：" + Text.cleaned(said(text));
        return new Outcome(
                status,
                null,
                isFinal(response.getStatusCode())
                        ? DeliveryFailedException.refused(words)
                        : DeliveryFailedException.retry(
                                words,
                                retryAfter(
                                        response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER))));
    }

    /** The words for people in a platform's answer, where it is JSON that has such; not cleaned. */
    private String said(String text) {
        try {
            JsonNode answer = json.readTree(text);
            return Stream.of("message", "msg", "detail", "error")
                    .map(answer::path)
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::asText)
                    .findFirst()
                    .orElse(text);
        } catch (JsonProcessingException e) {
            return text;
        }
    }

    /** Whether repeating changes nothing: the platform refuses, or points elsewhere. */
    private boolean isFinal(HttpStatusCode status) {
        return status.is3xxRedirection() || status.is4xxClientError() && !mayPass(status.value());
    }

    /** Whether the same request may be answered otherwise the next time. */
    private boolean mayPass(int status) {
        return PASSING.contains(status)
                || status == UNAUTHORIZED && settings.signIn().method() == Method.OAUTH2;
    }

    /** Seconds or a date (RFC 9110, 10.2.3); null if there is none or it is neither. */
    private @Nullable Duration retryAfter(String header) {
        if (header == null) {
            return null;
        }
        try {
            return header.chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Long.parseLong(header))
                    : positive(
                            Duration.between(
                                    clock.instant(),
                                    Instant.from(
                                            ZonedDateTime.parse(
                                                    header,
                                                    DateTimeFormatter.RFC_1123_DATE_TIME))));
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
