package org.creditrepair.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.storage.Json;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The phones and mailboxes of the sandbox: what its short-message platform and its mail server have
 * taken; nothing reaches a real one.
 */
@RestController
@Profile("demo")
class SandboxMessages {

    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Json json;

    SandboxMessages(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A short message (短信) or an e-mail.
     *
     * @param receiver mobile or address
     */
    public record SandboxMessage(String receiver, String text, OffsetDateTime receivedAt) {}

    /** The last messages, the newest first. */
    @GetMapping("/sandbox/messages")
    List<SandboxMessage> last() {
        return jdbc.sql(
                        """
                        select body, received_at from sandbox_delivery where platform in ('sms', 'email')
                        order by id desc fetch first %d rows only"""
                                .formatted(MOST))
                .query(
                        (row, n) -> {
                            JsonNode body = json.read(row.getString(1), JsonNode.class);
                            return new SandboxMessage(
                                    body.path("mobile").asText(body.path("email").asText()),
                                    body.path("text").asText(),
                                    BusinessClock.at(row.getObject(2, OffsetDateTime.class)));
                        })
                .list();
    }
}
