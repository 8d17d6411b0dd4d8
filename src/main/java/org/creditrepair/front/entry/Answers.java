package org.creditrepair.front.entry;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.creditrepair.front.rest.PublicApi.Answer;
import org.springframework.ui.Model;

/** Puts answers of the interface on pages. */
public final class Answers {

    /** What is wrong with what was entered, in Chinese; on every page. */
    public static final String ERRORS = "errors";

    private static final int UNPROCESSABLE = 422;

    private Answers() {}

    /**
     * Puts what was answered, or what was wrong, into the model.
     *
     * @return whether the request was served
     */
    public static boolean show(
            Answer answer, String name, HttpServletResponse response, Model model) {
        // What is wrong with an entry is said on its form, which itself was served.
        if (answer.status() > UNPROCESSABLE) {
            response.setStatus(answer.status());
        }
        if (answer.isServed()) {
            model.addAttribute(name, answer.content());
        } else {
            wrong(model, answer.errors());
        }
        return answer.isServed();
    }

    public static void wrong(Model model, List<String> errors) {
        model.addAttribute(ERRORS, errors);
    }
}
