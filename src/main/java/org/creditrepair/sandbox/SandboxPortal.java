package org.creditrepair.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.creditrepair.storage.Json;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The sandbox's portal, which takes state events as a real one would: it believes none without the
 * right signature, and counts each once.
 */
@RestController
@Profile("demo")
@RequestMapping("/sandbox/portal")
class SandboxPortal {

    private static final int MOST = 100;

    private final Deque<Event> events = new ArrayDeque<>();
    private final Json json;
    private final HmacUtils signatures;
    private final Set<String> failed = ConcurrentHashMap.newKeySet();
    private volatile boolean failing;

    SandboxPortal(
            Json json,
            @Value("${creditrepair.webhook.portals.330000-portal.secret}") String secret) {
        this.json = json;
        this.signatures =
                new HmacUtils(HmacAlgorithms.HMAC_SHA_256, Base64.getDecoder().decode(secret));
    }

    /** What was taken: the id of the event, and its content. */
    record Event(String id, JsonNode content) {}

    /** Whether the portal answers 500 to the first attempt at an event. */
    record Behaviour(boolean failing) {}

    @PostMapping("/events")
    ResponseEntity<Void> take(
            @RequestHeader("webhook-id") String id,
            @RequestHeader("webhook-timestamp") String sentAt,
            @RequestHeader("webhook-signature") String signature,
            @RequestBody String body) {
        if (failing && failed.add(id)) {
            return ResponseEntity.internalServerError().build();
        }
        String expected =
                "v1,"
                        + Base64.getEncoder()
                                .encodeToString(signatures.hmac(id + "." + sentAt + "." + body));
        if (!MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8),
                signature.getBytes(StandardCharsets.UTF_8))) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        synchronized (events) {
            if (events.stream().noneMatch(event -> event.id().equals(id))) {
                events.addLast(new Event(id, json.read(body, JsonNode.class)));
            }
            if (events.size() > MOST) {
                events.removeFirst();
            }
        }
        return ResponseEntity.noContent().build();
    }

    /** The last events, the oldest first. */
    @GetMapping("/events")
    List<Event> last() {
        synchronized (events) {
            return List.copyOf(events);
        }
    }

    @PutMapping("/behaviour")
    Behaviour behave(@RequestBody Behaviour behaviour) {
        failing = behaviour.failing();
        return behaviour;
    }
}
