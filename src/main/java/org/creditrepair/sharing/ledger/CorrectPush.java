package org.creditrepair.sharing.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.Day;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Text;
import org.creditrepair.problem.Violation;
import org.creditrepair.storage.Json;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrects what a platform refuses in a push (更正推送内容), before it is sent again. */
@Service
public class CorrectPush {

    private static final String DECIDED_ON = "decidedOn";

    /**
     * What may be corrected, with its name: how the decision is cited. Whom and what a push is
     * about, and until when it is displayed, follow from the record and the decision alone.
     */
    private static final Map<String, String> CORRECTABLE =
            Map.of("documentNo", "决定文书号", "authority", "决定机关", DECIDED_ON, "决定日期");

    private static final int MAX_TEXT = 200;

    private final PushLedger ledger;
    private final Json json;
    private final BusinessClock clock;

    CorrectPush(PushLedger ledger, Json json, BusinessClock clock) {
        this.clock = clock;
        this.ledger = ledger;
        this.json = json;
    }

    /**
     * A push that is not delivered.
     *
     * @param texts the fields of its payload that may be corrected
     */
    public record Open(Push push, List<TextField> texts) {}

    /** A text of a payload. */
    public record TextField(String field, String name, String value) {}

    /** The pushes of a sharing that are not delivered, in the order entered. */
    public List<Open> open(RegionCode region, String sharingNo) {
        return ledger.outstandingOf(region, sharingNo).stream()
                .map(push -> new Open(push, texts(push)))
                .toList();
    }

    private List<TextField> texts(Push push) {
        List<TextField> texts = new ArrayList<>();
        json.read(push.content().payload(), ObjectNode.class)
                .fields()
                .forEachRemaining(
                        field -> {
                            if (isCorrectable(field.getKey(), field.getValue())) {
                                texts.add(
                                        new TextField(
                                                field.getKey(),
                                                Objects.requireNonNull(
                                                        CORRECTABLE.get(field.getKey())),
                                                field.getValue().asText()));
                            }
                        });
        return texts;
    }

    private static boolean isCorrectable(String name, JsonNode value) {
        return value.isTextual() && CORRECTABLE.containsKey(name);
    }

    /**
     * A push that was corrected.
     *
     * @param push as it was
     * @param changes what was changed, from what to what
     */
    public record Corrected(Push push, String changes) {}

    /**
     * @param fields of the payload, each a text, with their new values
     * @throws RefusedException if the region has no such push, it is delivered, or a field is none
     *     of its texts
     */
    @Transactional
    public Corrected correct(RegionCode region, String idempotencyKey, Map<String, String> fields) {
        Push push =
                ledger.byKey(region, idempotencyKey)
                        .orElseThrow(
                                () ->
                                        RefusedException.notFound(
                                                "idempotencyKey", "该地区无此推送：" + idempotencyKey));
        if (push.status() == Push.Status.DELIVERED) {
            throw RefusedException.conflict("status", "DELIVERED", "该推送已送达，不能更正");
        }
        if (fields == null || fields.isEmpty()) {
            throw RefusedException.invalid("fields", "UNCHANGED", "没有更正任何内容；只需再次推送的，请用重试");
        }
        ObjectNode payload = json.read(push.content().payload(), ObjectNode.class);
        List<Violation> wrong = wrong(payload, fields, clock.today());
        if (!wrong.isEmpty()) {
            throw RefusedException.invalid(wrong);
        }
        String changes =
                fields.entrySet().stream()
                        .map(
                                field ->
                                        "%s由“%s”更正为“%s”"
                                                .formatted(
                                                        CORRECTABLE.get(field.getKey()),
                                                        payload.path(field.getKey()).asText(),
                                                        field.getValue().strip()))
                        .sorted()
                        .collect(Collectors.joining("；"));
        fields.forEach((name, value) -> payload.put(name, value.strip()));
        ledger.correct(push, payload.toString());
        return new Corrected(push, changes);
    }

    private static List<Violation> wrong(
            ObjectNode payload, Map<String, String> fields, LocalDate today) {
        List<Violation> wrong = new ArrayList<>();
        fields.forEach(
                (name, value) -> {
                    String field = "fields." + name;
                    if (!isCorrectable(name, payload.path(name))) {
                        wrong.add(new Violation(field, "UNKNOWN_FIELD", "推送内容无此文本字段，或不能更正"));
                    } else if (value == null || value.isBlank()) {
                        wrong.add(Violation.required(field));
                    } else if (name.equals(DECIDED_ON) && !isPast(value, today)) {
                        wrong.add(new Violation(field, "INVALID", "须为不晚于当日的日期，如 2026-01-15"));
                    } else {
                        Text.check(field, value, MAX_TEXT).ifPresent(wrong::add);
                    }
                });
        return wrong;
    }

    private static boolean isPast(String text, LocalDate today) {
        try {
            return !Day.parse(text.strip()).isAfter(today);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
