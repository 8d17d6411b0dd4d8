package org.creditrepair.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.creditrepair.clock.BusinessClock;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The calls by which a portal hands in an application and follows it, one after the other, each in
 * three languages. The scripts run as they stand.
 */
@Controller
@Profile("demo")
class SandboxCalls {

    private static final Map<String, String> LANGUAGES =
            Map.of("calls.sh", "curl", "calls.java", "Java", "calls.mjs", "JavaScript");
    private static final List<String> SCRIPTS = List.of("calls.sh", "calls.java", "calls.mjs");

    private final BusinessClock clock;

    SandboxCalls(BusinessClock clock) {
        this.clock = clock;
    }

    /**
     * One call.
     *
     * @param title what it is for
     * @param texts the call by language
     */
    public record Call(String title, Map<String, String> texts) {}

    @GetMapping("/sandbox/calls")
    String page(Model model) throws IOException {
        List<Call> calls = new ArrayList<>();
        for (String script : SCRIPTS) {
            String[] parts = filled(script).split("\n\n", -1);
            for (int i = 0; i < parts.length; i++) {
                String[] lines = parts[i].split("\n", 2);
                if (calls.size() == i) {
                    calls.add(
                            new Call(lines[0].replaceFirst("^(#|//) ", ""), new LinkedHashMap<>()));
                }
                calls.get(i).texts().put(LANGUAGES.get(script), lines[1].stripTrailing());
            }
        }
        model.addAttribute("calls", calls);
        return "sandbox-calls";
    }

    private String filled(String script) throws IOException {
        String text =
                new ClassPathResource("sandbox/" + script)
                        .getContentAsString(StandardCharsets.UTF_8);
        Map<String, String> values =
                Map.of(
                        "base", ServletUriComponentsBuilder.fromCurrentContextPath().toUriString(),
                        "region", "150100",
                        "account", "150100-portal",
                        "uscc", "91150100MA0XG00011",
                        "name", "虚构一号建材有限公司",
                        "item", "penalty-other",
                        "recordNo", "DEMO-150100-01",
                        "fulfilledOn", clock.today().minusDays(1).toString());
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }
}
