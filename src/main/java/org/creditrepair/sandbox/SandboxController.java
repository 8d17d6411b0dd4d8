package org.creditrepair.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.sandbox.SandboxPlatforms.Delivery;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The platforms of the sandbox by HTTP: where pushes arrive, what they led to, how to misbehave.
 */
@RestController
@Profile("demo")
@RequestMapping("/sandbox")
class SandboxController {

    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final Duration DOWN = Duration.ofSeconds(20);
    private static final int RETRY_AFTER = 60;
    private static final int PAGE = 500;

    private final SandboxPlatforms platforms;
    private final SandboxReceipts receipts;
    private final SandboxSecrets secrets;
    private final SandboxClock clock;
    private final ObjectMapper json;

    SandboxController(
            SandboxPlatforms platforms,
            SandboxReceipts receipts,
            SandboxSecrets secrets,
            SandboxClock clock,
            ObjectMapper json) {
        this.platforms = platforms;
        this.receipts = receipts;
        this.secrets = secrets;
        this.clock = clock;
        this.json = json;
    }

    record Behaviour(String mode) {}

    record Clock(OffsetDateTime now) {}

    record RecordView(boolean displayed, List<Delivery> deliveries) {}

    record Display(String region, boolean displayed) {}

    record DisplayedView(List<String> recordNos, @Nullable String next) {}

    /**
     * @return the answer, or a future of it where it is to be late
     */
    @PostMapping("/{platform}/deliveries")
    Object receive(
            @PathVariable String platform,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody byte[] body,
            HttpServletRequest request)
            throws JsonProcessingException {
        known(platform);
        if (!secrets.knows(platform, call(request, body))) {
            return answer(HttpStatus.UNAUTHORIZED, "未通过身份认证");
        }
        JsonNode push = json.readTree(new String(body, StandardCharsets.UTF_8));
        return switch (platforms.mode(platform)) {
            case NORMAL -> take(platform, key, push);
            case SLOW ->
                    CompletableFuture.supplyAsync(() -> take(platform, key, push), after(SLOW));
            case FAILING -> answer(HttpStatus.INTERNAL_SERVER_ERROR, "系统繁忙");
            case DOWN -> silence();
            case BUSY ->
                    ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                            .header(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_AFTER))
                            .body(Map.of("message", "请求过于频繁"));
            case REFUSING -> answer(HttpStatus.UNPROCESSABLE_ENTITY, "文书号与本平台登记不一致");
            case TAKES_SILENTLY -> {
                take(platform, key, push);
                yield silence();
            }
            case LATE_RECEIPTS -> {
                receipts.sendLater(platform, key, push, true);
                yield takeIn(platform, key, push);
            }
            case SHUFFLED_RECEIPTS -> {
                receipts.sendShuffled(platform, key, push);
                yield takeIn(platform, key, push);
            }
            case DOUBLED_RECEIPTS -> {
                ResponseEntity<Map<String, String>> answer = takeIn(platform, key, push);
                receipts.send(platform, key, push, true);
                receipts.sendLater(platform, key, push, true);
                yield answer;
            }
            case LOST_RECEIPTS -> takeIn(platform, key, push);
            case REFUSING_RECEIPTS -> {
                receipts.sendLater(platform, key, push, false);
                yield answer(HttpStatus.ACCEPTED, "已接收");
            }
        };
    }

    private SandboxSecrets.Call call(HttpServletRequest request, byte[] body) {
        String query = request.getQueryString();
        return new SandboxSecrets.Call(
                request.getMethod(),
                request.getRequestURI() + (query == null ? "" : "?" + query),
                request.getHeader(HttpHeaders.AUTHORIZATION),
                request.getHeader("X-Timestamp"),
                request.getHeader("X-Nonce"),
                request.getHeader("X-Signature"),
                body);
    }

    @PostMapping("/{platform}/token")
    ResponseEntity<Map<String, Object>> token(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        String token = secrets.token(authorization);
        return token == null
                ? ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                        .body(Map.of("error", "invalid_client"))
                : ResponseEntity.ok(
                        Map.of("access_token", token, "token_type", "Bearer", "expires_in", 3600));
    }

    @GetMapping("/{platform}/receipts/{key}")
    ResponseEntity<Map<String, String>> receipt(
            @PathVariable String platform, @PathVariable String key) {
        known(platform);
        if (platforms.mode(platform) == Mode.LOST_RECEIPTS) {
            return answer(HttpStatus.ACCEPTED, "处理中");
        }
        return platforms.took(platform, key)
                ? ResponseEntity.ok(Map.of("receiptNo", SandboxReceipts.number(platform, key)))
                : answer(HttpStatus.NOT_FOUND, "未收到此推送");
    }

    @GetMapping("/{platform}/records")
    DisplayedView displayed(
            @PathVariable String platform,
            @RequestParam String region,
            @RequestParam(defaultValue = "") String cursor) {
        known(platform);
        List<String> page = platforms.displayedOf(platform, region, cursor, PAGE);
        return new DisplayedView(page, page.size() < PAGE ? null : page.get(PAGE - 1));
    }

    @GetMapping("/{platform}/records/{recordNo}")
    RecordView record(@PathVariable String platform, @PathVariable String recordNo) {
        known(platform);
        return new RecordView(
                platforms.displays(platform, recordNo), platforms.deliveries(platform, recordNo));
    }

    @PutMapping("/{platform}/records/{recordNo}")
    RecordView decide(
            @PathVariable String platform,
            @PathVariable String recordNo,
            @RequestBody Display display) {
        known(platform);
        platforms.decide(platform, display.region(), recordNo, display.displayed());
        return record(platform, recordNo);
    }

    @GetMapping("/{platform}/behaviour")
    Behaviour behaviour(@PathVariable String platform) {
        switchable(platform);
        return new Behaviour(platforms.mode(platform).name());
    }

    @PutMapping("/{platform}/behaviour")
    Behaviour behave(@PathVariable String platform, @RequestBody Behaviour behaviour) {
        switchable(platform);
        Mode mode =
                Arrays.stream(Mode.values())
                        .filter(value -> value.name().equals(behaviour.mode()))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        RefusedException.invalid(
                                                "mode",
                                                "INVALID",
                                                "取值须为 " + Arrays.toString(Mode.values()) + " 之一"));
        platforms.setMode(platform, mode);
        return new Behaviour(mode.name());
    }

    @GetMapping("/clock")
    Clock clock() {
        return new Clock(clock.now());
    }

    @PutMapping("/clock")
    Clock moveClock(@RequestBody Clock to) {
        return new Clock(clock.moveTo(to.now()));
    }

    /** Takes a push with the receipt at once. */
    private ResponseEntity<Map<String, String>> take(String platform, String key, JsonNode push) {
        platforms.receive(platform, key, push);
        return ResponseEntity.ok(Map.of("receiptNo", SandboxReceipts.number(platform, key)));
    }

    /** Takes a push in; the receipt follows. */
    private ResponseEntity<Map<String, String>> takeIn(String platform, String key, JsonNode push) {
        platforms.receive(platform, key, push);
        return answer(HttpStatus.ACCEPTED, "已接收");
    }

    private static ResponseEntity<Map<String, String>> answer(HttpStatus status, String message) {
        return ResponseEntity.status(status).body(Map.of("message", message));
    }

    private static CompletableFuture<ResponseEntity<Map<String, String>>> silence() {
        return CompletableFuture.supplyAsync(
                () -> ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build(), after(DOWN));
    }

    private static void switchable(String platform) {
        if (!SandboxPage.OTHERS.contains(platform)) {
            known(platform);
        }
    }

    private static void known(String platform) {
        if (!SandboxConnectors.PLATFORMS.contains(platform)) {
            throw RefusedException.notFound("platform", "演示环境无此平台：" + platform);
        }
    }

    private static Executor after(Duration delay) {
        return CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS);
    }
}
