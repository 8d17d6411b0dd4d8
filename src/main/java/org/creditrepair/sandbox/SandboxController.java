package org.creditrepair.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.sandbox.SandboxPlatforms.Delivery;
import org.creditrepair.sandbox.SandboxPlatforms.Mode;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
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

    private final SandboxPlatforms platforms;
    private final SandboxClock clock;

    SandboxController(SandboxPlatforms platforms, SandboxClock clock) {
        this.platforms = platforms;
        this.clock = clock;
    }

    record Behaviour(String mode) {}

    record Clock(OffsetDateTime now) {}

    record RecordView(boolean displayed, List<Delivery> deliveries) {}

    @PostMapping("/{platform}/deliveries")
    CompletableFuture<ResponseEntity<Map<String, String>>> receive(
            @PathVariable String platform,
            @RequestHeader("Idempotency-Key") String idempotencyKey,
            @RequestBody JsonNode push) {
        known(platform);
        return switch (platforms.mode(platform)) {
            case NORMAL -> CompletableFuture.completedFuture(take(platform, idempotencyKey, push));
            case SLOW ->
                    CompletableFuture.supplyAsync(
                            () -> take(platform, idempotencyKey, push), after(SLOW));
            case FAILING ->
                    CompletableFuture.completedFuture(
                            ResponseEntity.internalServerError().body(Map.of("message", "系统繁忙")));
            case DOWN ->
                    CompletableFuture.supplyAsync(
                            () -> ResponseEntity.status(503).build(), after(DOWN));
        };
    }

    @GetMapping("/{platform}/records/{recordNo}")
    RecordView record(@PathVariable String platform, @PathVariable String recordNo) {
        known(platform);
        return new RecordView(
                platforms.displays(platform, recordNo), platforms.deliveries(platform, recordNo));
    }

    @GetMapping("/{platform}/behaviour")
    Behaviour behaviour(@PathVariable String platform) {
        known(platform);
        return new Behaviour(platforms.mode(platform).name());
    }

    @PutMapping("/{platform}/behaviour")
    Behaviour behave(@PathVariable String platform, @RequestBody Behaviour behaviour) {
        known(platform);
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

    private ResponseEntity<Map<String, String>> take(String platform, String key, JsonNode push) {
        platforms.receive(platform, key, push);
        return ResponseEntity.ok(Map.of("receiptNo", platform + ":" + key));
    }

    private static void known(String platform) {
        if (!SandboxAddresses.PLATFORMS.contains(platform)) {
            throw RefusedException.notFound("platform", "演示环境无此平台：" + platform);
        }
    }

    private static java.util.concurrent.Executor after(Duration delay) {
        return CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS);
    }
}
