package org.creditrepair.front.entry;

import java.util.List;
import java.util.Map;
import org.creditrepair.front.rest.PublicApi.Answer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Files that a page hands on, one by one, before its form names them. */
public final class Uploads {

    /** Where files are handed in as materials (申请材料). */
    public static final String MATERIALS = "/api/v1/materials";

    private Uploads() {}

    /**
     * Answers the page's script: the file's number, what a certificate states, or what was wrong.
     */
    public static ResponseEntity<Object> answer(Answer uploaded) {
        return uploaded.content() instanceof Map<?, ?> file
                ? ResponseEntity.ok(
                        file.containsKey("materialId") ? file : Map.of("id", file.get("id")))
                : refused(
                        HttpStatus.valueOf(uploaded.status()), String.join("；", uploaded.errors()));
    }

    public static ResponseEntity<Object> refused(HttpStatus status, String message) {
        return ResponseEntity.status(status).body(Map.of("message", message));
    }

    /**
     * What a form says about the files: what each is, and its number.
     *
     * @param named each {@code code:id}; what is not is left to the interface to refuse
     */
    public static List<Map<String, String>> materials(List<String> named) {
        return named.stream()
                .map(one -> one.split(":", 2))
                .map(one -> Map.of("code", one[0], "materialId", one.length == 2 ? one[1] : ""))
                .toList();
    }
}
