package org.creditrepair.application.material;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.creditrepair.problem.Text;
import org.jspecify.annotations.Nullable;

/** Names of documents: nothing in them is unseen, and their ending says what they are. */
final class MaterialName {

    private static final int MAX = 200;
    private static final String NAMELESS = "材料";

    private static final Map<String, List<String>> ENDINGS =
            Map.of(
                    "application/pdf", List.of(".pdf"),
                    "image/jpeg", List.of(".jpg", ".jpeg"),
                    "image/png", List.of(".png"),
                    "application/ofd", List.of(".ofd"));

    private MaterialName() {}

    /**
     * @param given by the sender, with or without a path
     * @param type media type that the content was found to have
     */
    static String of(@Nullable String given, String type) {
        String name = given == null ? "" : given.replaceAll(".*[/\\\\]", "");
        name = Text.cleaned(name).replace("\"", "").strip();
        List<String> endings = ENDINGS.getOrDefault(type, List.of());
        String lower = name.toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            name = NAMELESS;
        }
        if (!endings.isEmpty() && endings.stream().noneMatch(lower::endsWith)) {
            name += endings.get(0);
        }
        return name.length() <= MAX ? name : name.substring(name.length() - MAX);
    }
}
