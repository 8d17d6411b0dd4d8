package org.creditrepair.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The receipts that platforms of the sandbox hand in later, by HTTP, as the platform's account. */
@Component
@Profile("demo")
class SandboxReceipts implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SandboxReceipts.class);
    private static final long LATER = 300;

    private final SandboxConnectors connectors;
    private final RestClient http = RestClient.create();
    private final ExecutorService senders = Executors.newFixedThreadPool(2);
    private final Map<String, Deque<Runnable>> waiting = new ConcurrentHashMap<>();

    SandboxReceipts(SandboxConnectors connectors) {
        this.connectors = connectors;
    }

    /** Number of the receipt for a push. */
    static String number(String platform, String idempotencyKey) {
        CRC32 digest = new CRC32();
        digest.update((platform + idempotencyKey).getBytes(StandardCharsets.UTF_8));
        return "HZ%010d".formatted(digest.getValue());
    }

    /** Hands in a receipt after a while. */
    void sendLater(String platform, String key, JsonNode push, boolean accepted) {
        later(LATER, () -> send(platform, key, push, accepted));
    }

    /** Hands in all receipts of a while together, the last first. */
    void sendShuffled(String platform, String key, JsonNode push) {
        Deque<Runnable> stack = waiting.computeIfAbsent(platform, one -> new ArrayDeque<>());
        synchronized (stack) {
            stack.push(() -> send(platform, key, push, true));
        }
        later(
                2 * LATER,
                () -> {
                    synchronized (stack) {
                        while (!stack.isEmpty()) {
                            stack.pop().run();
                        }
                    }
                });
    }

    private void later(long millis, Runnable work) {
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, senders).execute(work);
    }

    /** Hands in a receipt now. */
    void send(String platform, String key, JsonNode push, boolean accepted) {
        String region = push.path("region").asText();
        String account = region + "-platform-" + platform;
        try {
            http.post()
                    .uri(
                            "http://localhost:{port}/api/v1/regions/{region}/receipts",
                            connectors.port(),
                            region)
                    .headers(headers -> headers.setBasicAuth(account, account))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(
                            accepted
                                    ? Map.of(
                                            "platform",
                                            platform,
                                            "idempotencyKey",
                                            key,
                                            "receiptNo",
                                            number(platform, key),
                                            "status",
                                            "ACCEPTED")
                                    : Map.of(
                                            "platform",
                                            platform,
                                            "idempotencyKey",
                                            key,
                                            "status",
                                            "REFUSED",
                                            "message",
                                            "文书号与本平台登记不一致"))
                    .retrieve()
                    .toBodilessEntity();
        } catch (RestClientException e) {
            log.warn("演示平台 {} 的回执未能送出：{}", platform, e.getMessage());
        }
    }

    @Override
    public void destroy() {
        senders.shutdownNow();
    }
}
