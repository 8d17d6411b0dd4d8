package org.creditrepair.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.PostConstruct;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.creditrepair.catalog.model.PlatformEvent;
import org.creditrepair.clock.BusinessClock;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pushes received by the platforms of the sandbox, and their behaviour. */
@Component
@Profile("demo")
class SandboxPlatforms {

    /** One push a platform took; repeats of it by the same key are counted, not applied. */
    record Delivery(String idempotencyKey, String event, OffsetDateTime receivedAt, int repeats) {}

    /** A record as a platform displays it. */
    record DisplayedRecord(String recordNo, String subjectName, OffsetDateTime since) {}

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final Map<String, Mode> modes = new ConcurrentHashMap<>();

    SandboxPlatforms(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @PostConstruct
    void restore() {
        jdbc.sql("select platform, mode from sandbox_behaviour")
                .query(
                        row -> {
                            modes.put(row.getString(1), Mode.valueOf(row.getString(2)));
                        });
    }

    Mode mode(String platform) {
        return modes.getOrDefault(platform, Mode.NORMAL);
    }

    void setMode(String platform, Mode mode) {
        jdbc.sql("delete from sandbox_behaviour where platform = ?").param(platform).update();
        jdbc.sql("insert into sandbox_behaviour (platform, mode) values (?, ?)")
                .params(platform, mode.name())
                .update();
        modes.put(platform, mode);
    }

    /** Takes a push, once per key. */
    void receive(String platform, String idempotencyKey, JsonNode push) {
        try {
            jdbc.sql(
                            """
                            insert into sandbox_delivery (platform, idempotency_key, region, event,
                                record_no, subject_name, body, received_at, repeats)
                            values (:platform, :idempotencyKey, :region, :event, :recordNo,
                                :subjectName, :body, :receivedAt, 0)""")
                    .param("platform", platform)
                    .param("idempotencyKey", idempotencyKey)
                    .param("region", push.path("region").asText(null))
                    .param("event", push.path("event").asText())
                    .param("recordNo", push.path("recordNo").asText(null))
                    .param("subjectName", push.path("subjectName").asText(null))
                    .param("body", push.toString())
                    .param("receivedAt", clock.now())
                    .update();
        } catch (DuplicateKeyException known) {
            jdbc.sql(
                            """
                            update sandbox_delivery set repeats = repeats + 1
                            where platform = ? and idempotency_key = ?""")
                    .params(platform, idempotencyKey)
                    .update();
        }
    }

    /** Whether a platform took a push of this key. */
    boolean took(String platform, String idempotencyKey) {
        return jdbc.sql("select 1 from sandbox_delivery where platform = ? and idempotency_key = ?")
                .params(platform, idempotencyKey)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The platform puts a record on display, or takes it off, by its own hand. */
    void decide(String platform, String region, String recordNo, boolean displayed) {
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        own.put("event", (displayed ? PlatformEvent.LISTED : PlatformEvent.REPAIRED).name());
        own.put("region", region);
        own.put("recordNo", recordNo);
        receive(platform, "own-" + UUID.randomUUID(), own);
    }

    /**
     * The numbers of a region's records that a platform displays, behind a number, in order.
     *
     * @param after empty for the first page
     */
    List<String> displayedOf(String platform, String region, String after, int limit) {
        return jdbc.sql(
                        """
                        select d.record_no from sandbox_delivery d
                        where d.platform = ? and d.region = ? and d.record_no > ?
                            and d.event in %s and not exists (
                            select 1 from sandbox_delivery later
                            where later.platform = d.platform and later.record_no = d.record_no
                            and later.region = d.region
                            and later.id > d.id and later.event not in %s)
                        order by d.record_no fetch first %d rows only"""
                                .formatted(SHOWS, SAYS_NOTHING, limit))
                .params(platform, region, after)
                .query(String.class)
                .list();
    }

    List<Delivery> deliveries(String platform, String recordNo) {
        return jdbc.sql(
                        """
                        select idempotency_key, event, received_at, repeats from sandbox_delivery
                        where platform = ? and record_no = ? order by id""")
                .params(platform, recordNo)
                .query(
                        (row, n) ->
                                new Delivery(
                                        row.getString("idempotency_key"),
                                        row.getString("event"),
                                        BusinessClock.at(
                                                row.getObject("received_at", OffsetDateTime.class)),
                                        row.getInt("repeats")))
                .list();
    }

    /** What puts a record on display; every other push about a display takes it off. */
    private static final String SHOWS =
            Arrays.stream(PlatformEvent.values())
                    .filter(PlatformEvent::shows)
                    .map(event -> "'" + event + "'")
                    .collect(Collectors.joining(", ", "(", ")"));

    /** What is not about a display at all. */
    private static final String SAYS_NOTHING = "('HANDED_IN', 'TAKEN_BACK', 'CASE', 'NOTICE')";

    /** Whether the last push about the display of a record shows it. */
    boolean displays(String platform, String recordNo) {
        return jdbc.sql(
                        """
                        select event in %s from sandbox_delivery
                        where platform = ? and record_no = ? and event not in %s
                        order by id desc fetch first 1 rows only"""
                                .formatted(SHOWS, SAYS_NOTHING))
                .params(platform, recordNo)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** The records a platform displays: those whose last push about a display shows them. */
    List<DisplayedRecord> displayed(String platform) {
        return jdbc.sql(
                        """
                        select d.record_no, d.subject_name, d.received_at from sandbox_delivery d
                        where d.platform = ? and d.event in %s and not exists (
                            select 1 from sandbox_delivery later
                            where later.platform = d.platform and later.record_no = d.record_no
                            and later.id > d.id and later.event not in %s)
                        order by d.id desc fetch first 200 rows only"""
                                .formatted(SHOWS, SAYS_NOTHING))
                .param(platform)
                .query(
                        (row, n) ->
                                new DisplayedRecord(
                                        row.getString("record_no"),
                                        row.getString("subject_name"),
                                        BusinessClock.at(
                                                row.getObject(
                                                        "received_at", OffsetDateTime.class))))
                .list();
    }
}
