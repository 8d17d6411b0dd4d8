package org.creditrepair.worker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A platform that only a worker elsewhere can reach; it keeps what it was told by key. */
final class FarPlatform implements AutoCloseable {

    private final HttpServer server;
    final Map<String, String> told = new ConcurrentHashMap<>();
    final AtomicInteger failures = new AtomicInteger();

    FarPlatform() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/pushes", this::take);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/pushes";
    }

    /** Whether it was told of a record. */
    boolean knows(String recordNo) {
        return told.values().stream().anyMatch(push -> push.contains(recordNo));
    }

    private void take(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean fails = failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        if (!fails) {
            told.put(key, body);
        }
        byte[] answer =
                ("{\"receiptNo\": \"远" + told.size() + "\"}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(fails ? 500 : 200, answer.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(answer);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
