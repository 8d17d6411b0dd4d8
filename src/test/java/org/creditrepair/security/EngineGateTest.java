package org.creditrepair.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The table of what each role may ask of the engine's interfaces, held against the engine itself.
 */
class EngineGateTest extends ServerStory {

    /** One account that plays nothing but the role. */
    private static final Map<String, String> ACCOUNTS =
            new LinkedHashMap<>(
                    Map.of(
                            "REVIEWER", "150100-tax",
                            "WINDOW", "150100-window",
                            "PORTAL", "150100-portal",
                            "WORKER", "150100-platform-gsxt",
                            "SUPERVISOR", "150100-supervisor",
                            "DEPLOYER", "deployer"));

    /** A line of the table. */
    private record Allowed(String method, String path, Set<String> roles) {

        boolean allows(String role) {
            return roles.contains(role) || roles.contains("ACCOUNT") || roles.contains("ANYBODY");
        }
    }

    private static List<Allowed> table() throws IOException {
        List<Allowed> table = new ArrayList<>();
        JsonNode groups =
                new YAMLMapper()
                        .readTree(
                                new ClassPathResource("access/engine-resources.yaml")
                                        .getInputStream());
        for (JsonNode group : groups) {
            Set<String> roles =
                    StreamSupport.stream(group.path("roles").spliterator(), false)
                            .map(JsonNode::asText)
                            .collect(Collectors.toSet());
            for (JsonNode resource : group.path("resources")) {
                String[] words = resource.asText().split(" ", 2);
                for (String method : words[0].split(",", -1)) {
                    table.add(new Allowed(method, words[1], roles));
                }
            }
        }
        return table;
    }

    private static boolean allows(List<Allowed> table, String role, String method, String path) {
        PathContainer asked = PathContainer.parsePath(path);
        return table.stream()
                .filter(one -> one.method().equals(method))
                .filter(one -> PathPatternParser.defaultInstance.parse(one.path()).matches(asked))
                .anyMatch(one -> one.allows(role));
    }

    private static String filled(String path) {
        return path.replaceAll("\\{[^}]*}", "unknown");
    }

    @Test
    void everythingThatTheTableDoesNotNameIsRefusedBeforeTheEngineIsEntered() throws IOException {
        List<Allowed> table = table();
        Set<String> resources = EngineRestResources.all();
        assertThat(resources).hasSizeGreaterThan(350).contains("PUT /process-instance/suspended");
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> one : ACCOUNTS.entrySet()) {
            Api account = town.anybody.as(one.getValue());
            for (String resource : resources) {
                String method = resource.substring(0, resource.indexOf(' '));
                String path = filled(resource.substring(resource.indexOf(' ') + 1));
                boolean allowed = allows(table, one.getKey(), method, path);
                if (allowed) {
                    continue;
                }
                int status = account.ask(method, "/engine-rest" + path, "{}").status();
                if (status != 403) {
                    wrong.add(one.getKey() + " " + resource + " " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatTheTableNamesReachesTheEngineAndNeverFails() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Allowed line : table()) {
            if (line.path().startsWith("/api/") || line.path().endsWith("/diagram")) {
                continue;
            }
            for (Map.Entry<String, String> one : ACCOUNTS.entrySet()) {
                if (!line.allows(one.getKey())) {
                    continue;
                }
                Api.Answer answer =
                        town.anybody
                                .as(one.getValue())
                                .ask(line.method(), "/engine-rest" + filled(line.path()), "{}");
                String title = answer.text();
                boolean gated = answer.status() == 403 && title.contains("本账号无权使用此接口");
                if (gated
                        || answer.status() >= 500
                        || answer.status() >= 400 && title.contains("org.camunda")
                        || title.contains("select ")) {
                    wrong.add(one.getKey() + " " + line + " " + answer.status() + " " + title);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyLineOfTheTableIsAResourceOfTheEngine() throws IOException {
        Set<String> resources = EngineRestResources.all();
        Set<String> shapes =
                resources.stream().map(EngineGateTest::shape).collect(Collectors.toSet());
        Set<String> unknown = new TreeSet<>();
        for (Allowed line : table()) {
            String path = line.path();
            boolean ofWebapps = path.startsWith("/api/") || path.startsWith("/engine");
            if (!ofWebapps && !shapes.contains(shape(line.method() + " " + path))) {
                unknown.add(line.method() + " " + path);
            }
        }
        assertThat(unknown).isEmpty();
    }

    private static String shape(String resource) {
        String shape = resource.replaceAll("\\{[^}]*}", "{}");
        return shape.replace("/key/joint-application", "/key/{}").replaceAll("/$", "");
    }

    @Test
    void neitherAnotherPrefixNorAnotherSpellingPassesTheTable() {
        Api supervisor = town.supervisor;
        for (String path :
                List.of(
                        "/engine-rest/engine/default/process-instance/suspended",
                        "/engine-rest/process-instance/suspended/",
                        "/engine-rest/process-instance/Suspended",
                        "/engine-rest/engine/other/process-instance/suspended")) {
            int status = supervisor.ask("PUT", path, "{}").status();
            assertThat(status).as(path).isIn(403, 404);
        }
        for (String path :
                List.of(
                        "/engine-rest//process-instance/suspended",
                        "/engine-rest/process-instance;x=1/suspended",
                        "/engine-rest/task/%2e%2e/process-instance/suspended",
                        "/engine-rest/process-instance%2Fsuspended")) {
            int status = supervisor.ask("PUT", path, "{}").status();
            assertThat(status).as(path).isIn(400, 403);
        }
    }
}
