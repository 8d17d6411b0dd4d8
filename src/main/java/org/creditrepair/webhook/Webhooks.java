package org.creditrepair.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.webhook.WebhookProperties.Portal;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Tells portals of events over HTTP, signed (Standard Webhooks, symmetric signature): {@code
 * webhook-id} is the same however often an event is sent, {@code webhook-signature} is {@code v1,}
 * and the Base64 of HMAC-SHA256 over {@code id.timestamp.body}.
 */
@Component
public class Webhooks {

    private static final Duration WAIT = Duration.ofSeconds(10);

    private final WebhookProperties properties;
    private final Applications applications;
    private final Catalog catalog;
    private final ObjectMapper json;
    private final Environment environment;
    private final RestClient client;

    Webhooks(
            WebhookProperties properties,
            Applications applications,
            Catalog catalog,
            ObjectMapper json,
            Environment environment) {
        this.properties = properties;
        this.applications = applications;
        this.catalog = catalog;
        this.json = json;
        this.environment = environment;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(WAIT);
        this.client = RestClient.builder().requestFactory(requests).build();
    }

    /**
     * Sends an event; one whose portal takes none any more is settled by that.
     *
     * @throws org.springframework.web.client.RestClientException if the portal does not answer, or
     *     with another status than 2xx
     */
    public void send(StateEvent event) {
        Portal portal = properties.portals().get(event.account());
        if (portal == null) {
            return;
        }
        String id = "state-" + event.id();
        String sentAt = String.valueOf(Instant.now().getEpochSecond());
        String body = body(event);
        client.post()
                .uri(
                        portal.address()
                                .replace(
                                        "{port}", environment.getProperty("local.server.port", "")))
                .contentType(MediaType.APPLICATION_JSON)
                .header("webhook-id", id)
                .header("webhook-timestamp", sentAt)
                .header("webhook-signature", signature(portal, id + "." + sentAt + "." + body))
                .body(body.getBytes(StandardCharsets.UTF_8))
                .retrieve()
                .toBodilessEntity();
    }

    private static String signature(Portal portal, String text) {
        byte[] code = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, portal.key()).hmac(text);
        return "v1," + Base64.getEncoder().encodeToString(code);
    }

    /** What happened, without anything personal. */
    private String body(StateEvent event) {
        CaseItem item = applications.byNumber(event.applicationNo()).item(event.itemNo());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("region", event.region().value());
        data.put("applicationNo", event.applicationNo());
        data.put("itemNo", event.itemNo());
        data.put("item", item.itemCode());
        data.put("itemName", catalog.item(event.region(), item.itemCode()).name());
        data.put("recordNo", item.recordNo());
        data.put("status", event.status());
        data.put("statusText", event.status().text());
        data.put("result", event.result());
        data.put("resultText", event.result() == null ? null : event.result().text());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "item.state");
        body.put("timestamp", event.happenedAt().toString());
        body.put("data", data);
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
