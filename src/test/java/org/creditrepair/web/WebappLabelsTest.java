package org.creditrepair.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** Every label that the webapps of Community Edition show has its Chinese. */
class WebappLabelsTest {

    private static final String WEBJAR = "META-INF/resources/webjars/camunda/";
    private static final Pattern TOKEN = Pattern.compile("[A-Z][A-Z0-9_]{2,}");
    private static final Pattern HAN = Pattern.compile(".*(\\p{IsHan}|^[<>=]+$).*", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void allLabelsAreThere(String webapp) throws IOException {
        assertThat(labels(webapp, "zh-CN")).containsAll(labels(webapp, "en"));
    }

    @ParameterizedTest
    @CsvSource({"cockpit, 500", "admin, 400"})
    void allLabelsInUseAreThere(String webapp, int atLeast) throws IOException {
        Set<String> used = new HashSet<>();
        for (String script :
                new String[] {
                    WEBJAR + "app/" + webapp + "/camunda-" + webapp + "-bootstrap.js",
                    WEBJAR + "lib/deps.js",
                    "META-INF/resources/plugin/" + webapp + "/app/plugin.js"
                }) {
            Matcher token = TOKEN.matcher(read(script));
            while (token.find()) {
                used.add(token.group());
            }
        }
        used.retainAll(labels(webapp, "en"));
        assertThat(used).hasSizeGreaterThan(atLeast);
        assertThat(labels(webapp, "zh-CN")).containsAll(used);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void theyAreChinese(String webapp) throws IOException {
        Set<String> english = new TreeSet<>();
        file(webapp, "zh-CN")
                .path("labels")
                .fields()
                .forEachRemaining(
                        label -> {
                            if (!HAN.matcher(label.getValue().asText()).matches()) {
                                english.add(label.getKey());
                            }
                        });
        english.remove("BANNER_CE_EOL_TEXT"); // never shown, see user-styles.css
        english.remove("NO_TASK_FORM"); // written for developers
        assertThat(english).isEmpty();
    }

    private static Set<String> labels(String webapp, String language) throws IOException {
        Set<String> labels = new HashSet<>();
        file(webapp, language).path("labels").fieldNames().forEachRemaining(labels::add);
        return labels;
    }

    private static JsonNode file(String webapp, String language) throws IOException {
        String text = read(WEBJAR + "app/" + webapp + "/locales/" + language + ".json");
        return new ObjectMapper().readTree(text.replace("\uFEFF", ""));
    }

    private static String read(String resource) throws IOException {
        return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
    }
}
