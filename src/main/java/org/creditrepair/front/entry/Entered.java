package org.creditrepair.front.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What an applicant has entered, page by page. Fields of a record are named by its place among the
 * chosen ones: {@code reason-0}.
 */
public final class Entered {

    private static final Set<String> OF_THE_PAGE = Set.of("sms");

    private final MultiValueMap<String, String> fields;

    public Entered(MultiValueMap<String, String> fields) {
        this.fields = fields;
    }

    /** A field without blanks around it; empty if it was not entered. */
    public String first(String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** Every value of a field. */
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** How many files of a kind a field names. */
    public long count(String name, String code) {
        return all(name).stream().filter(value -> value.startsWith(code + ":")).count();
    }

    /** All fields that the next page takes over, each as name and value. */
    public List<String[]> carried() {
        List<String[]> pairs = new ArrayList<>();
        fields.forEach(
                (name, values) -> {
                    if (!OF_THE_PAGE.contains(name)) {
                        values.forEach(value -> pairs.add(new String[] {name, value}));
                    }
                });
        return pairs;
    }

    /** The records that were chosen, as advice says of each what it needs. */
    public List<Object> chosenOf(@Nullable Object advice) {
        List<Object> chosen = new ArrayList<>();
        if (advice instanceof List<?> all) {
            for (Object one : all) {
                if (one instanceof Map<?, ?> record
                        && all("record").contains(String.valueOf(record.get("recordNo")))) {
                    chosen.add(record);
                }
            }
        }
        return chosen;
    }

    /** The joint application as the interface takes it. */
    public Map<String, Object> application(
            @Nullable Object subject, @Nullable Object items, String mobile) {
        Map<String, Object> applicant = new LinkedHashMap<>();
        if (subject instanceof Map<?, ?> known) {
            known.forEach((name, value) -> applicant.put(String.valueOf(name), value));
        }
        put(applicant, "address");
        put(applicant, "legalRepresentative");
        Map<String, Object> application = new LinkedHashMap<>();
        application.put("subject", applicant);
        boolean byAgent = !first("agentName").isEmpty();
        application.put(
                "contact", person("contactName", byAgent ? first("contactMobile") : mobile));
        if (byAgent) {
            application.put("agent", person("agentName", mobile));
        }
        put(application, "email");
        application.put("items", items(items));
        application.put("commitment", !first("commitment").isEmpty());
        application.put("channel", "PORTAL");
        return application;
    }

    private void put(Map<String, Object> target, String field) {
        if (!first(field).isEmpty()) {
            target.put(field, first(field));
        }
    }

    private Map<String, String> person(String nameField, String mobile) {
        return Map.of("name", first(nameField), "mobile", mobile);
    }

    private List<Object> items(@Nullable Object chosen) {
        List<Object> items = new ArrayList<>();
        if (chosen instanceof List<?> records) {
            for (Object one : records) {
                if (one instanceof Map<?, ?> record) {
                    int place = items.size();
                    Map<String, Object> item = new LinkedHashMap<>();
                    item.put("item", record.get("item"));
                    item.put("recordNo", record.get("recordNo"));
                    item.put("reason", first("reason-" + place));
                    item.put("obligationsFulfilledOn", first("fulfilledOn-" + place));
                    item.put("materials", Uploads.materials(all("material-" + place)));
                    items.add(item);
                }
            }
        }
        return items;
    }
}
