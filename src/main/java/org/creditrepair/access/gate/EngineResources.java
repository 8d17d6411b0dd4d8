package org.creditrepair.access.gate;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The table of what each role may ask of the engine's interfaces, read from {@code
 * access/engine-resources.yaml}; what it does not name is refused.
 */
final class EngineResources {

    static final String FILE = "access/engine-resources.yaml";

    private final List<Entry> entries;

    private EngineResources(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * A group of resources that the same roles may use.
     *
     * @param roles each of which may use them
     * @param why what the roles need them for, in Chinese
     * @param resources each a method and a path pattern, e.g. {@code GET /task/{id}}
     */
    record Group(List<EngineRole> roles, String why, List<String> resources) {}

    /** One method of one path. */
    record Entry(String method, PathPattern path, Set<EngineRole> roles) {

        boolean allows(Collection<EngineRole> played) {
            return played.stream().anyMatch(roles::contains);
        }
    }

    static EngineResources load() {
        try (InputStream file = new ClassPathResource(FILE).getInputStream()) {
            List<Group> groups = new YAMLMapper().readValue(file, new TypeReference<>() {});
            return new EngineResources(groups.stream().flatMap(g -> entries(g).stream()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Entry> entries(Group group) {
        Set<EngineRole> roles = EnumSet.copyOf(group.roles());
        List<Entry> entries = new ArrayList<>();
        for (String resource : group.resources()) {
            int blank = resource.indexOf(' ');
            PathPattern path =
                    PathPatternParser.defaultInstance.parse(resource.substring(blank + 1).strip());
            for (String method : resource.substring(0, blank).split(",", -1)) {
                entries.add(new Entry(method, path, roles));
            }
        }
        return entries;
    }

    List<Entry> entries() {
        return entries;
    }

    /**
     * @param path below the engine's interface, e.g. {@code /task/7/complete}
     */
    boolean allows(Set<EngineRole> roles, String method, String path) {
        PathContainer asked = PathContainer.parsePath(path);
        return entries.stream()
                .filter(entry -> entry.method().equals(method))
                .filter(entry -> entry.path().matches(asked))
                .anyMatch(entry -> entry.allows(roles));
    }

    /** The paths that the table names, for tests and documents. */
    Set<String> paths() {
        return entries.stream()
                .map(entry -> entry.path().getPatternString())
                .collect(Collectors.toSet());
    }
}
