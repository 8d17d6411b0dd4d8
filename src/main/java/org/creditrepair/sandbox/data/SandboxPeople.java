package org.creditrepair.sandbox.data;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Who can log in at the demo's identity provider: of each organisation with a record, its leader
 * and an agent; and natural persons with a record.
 */
@Component
@Profile("demo")
public class SandboxPeople {

    private static final long FIRST_MOBILE = 13_800_001_000L;

    private final Map<String, Person> people = new LinkedHashMap<>();

    SandboxPeople(@Value("classpath:demo/records.yaml") Resource file) throws IOException {
        for (DemoRecords.Line line : DemoRecords.lines(file)) {
            String code = line.code();
            if (line.isPerson()) {
                add(code, new Person(code, line.name(), line.name(), mobile(), false));
            } else if (!people.containsKey(code)) {
                add(code, new Person(code, line.name(), "虚构负责人", mobile(), false));
                add(code + "-agent", new Person(code, line.name(), "虚构经办人", mobile(), true));
            }
        }
    }

    /** Somebody and the subject that is acted for. */
    public record Person(String code, String subject, String name, String mobile, boolean agent) {}

    private void add(String login, Person person) {
        people.put(login, person);
    }

    private String mobile() {
        return String.valueOf(FIRST_MOBILE + people.size());
    }

    /** Everybody, by login. */
    public Map<String, Person> all() {
        return people;
    }

    public Optional<Person> byLogin(String login) {
        return Optional.ofNullable(people.get(login));
    }
}
