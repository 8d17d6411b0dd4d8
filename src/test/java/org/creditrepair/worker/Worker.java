package org.creditrepair.worker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.camunda.bpm.client.ExternalTaskClient;
import org.camunda.bpm.client.interceptor.auth.BasicAuthProvider;
import org.camunda.bpm.client.task.ExternalTask;
import org.camunda.bpm.client.task.ExternalTaskService;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** A worker in another network zone that serves one platform of one region. */
public final class Worker implements AutoCloseable {

    private final String platform;
    private final String address;
    private final RestClient server;
    private final RestClient http = RestClient.create();
    private final ExternalTaskClient client;

    public Worker(
            String base,
            String region,
            String account,
            String password,
            String platform,
            String address) {
        this.platform = platform;
        this.address = address;
        this.server =
                RestClient.builder()
                        .baseUrl(base + "/api/v1/regions/" + region)
                        .defaultHeaders(headers -> headers.setBasicAuth(account, password))
                        .build();
        this.client =
                ExternalTaskClient.create()
                        .baseUrl(base + "/engine-rest")
                        .addInterceptor(new BasicAuthProvider(account, password))
                        .asyncResponseTimeout(10_000)
                        .build();
        client.subscribe("push." + platform).handler(this::deliver).open();
    }

    private void deliver(ExternalTask task, ExternalTaskService tasks) {
        try {
            String sharingNo = task.getVariable("sharingNo");
            JsonNode pushes =
                    server.get()
                            .uri("/pushes?sharingNo={no}&platform={platform}", sharingNo, platform)
                            .retrieve()
                            .body(JsonNode.class);
            for (JsonNode push : pushes) {
                String key = push.path("idempotencyKey").asText();
                JsonNode receipt =
                        http.post()
                                .uri(address)
                                .header("Idempotency-Key", key)
                                .body(push.path("payload"))
                                .retrieve()
                                .body(JsonNode.class);
                server.post()
                        .uri("/receipts")
                        .body(
                                Map.of(
                                        "platform",
                                        platform,
                                        "idempotencyKey",
                                        key,
                                        "receiptNo",
                                        receipt.path("receiptNo").asText(),
                                        "status",
                                        "ACCEPTED"))
                        .retrieve()
                        .toBodilessEntity();
            }
            tasks.complete(task);
        } catch (RestClientException e) {
            int left = task.getRetries() == null ? 3 : task.getRetries() - 1;
            tasks.handleFailure(task, e.getMessage(), e.toString(), left, 60_000);
        }
    }

    @Override
    public void close() {
        client.stop();
    }
}
