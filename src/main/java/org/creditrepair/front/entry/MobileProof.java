package org.creditrepair.front.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.creditrepair.front.entry.ProofCookie.Proof;
import org.creditrepair.front.rest.Caller;
import org.creditrepair.front.rest.PublicApi;
import org.creditrepair.front.rest.PublicApi.Answer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The step in which somebody proves a mobile in a region by a code sent there (短信验证码), or is known
 * from a login. What was entered before is carried along.
 */
@Component
public class MobileProof {

    /** The region of what is entered. */
    public static final String REGION = "region";

    /** The mobile that is proved. */
    public static final String MOBILE = "mobile";

    private static final String SENT_TO = "sentTo";

    private final PublicApi api;

    MobileProof(PublicApi api) {
        this.api = api;
    }

    /** The mobile that was proved in the region of what is entered, or of who has logged in. */
    public static Optional<String> mobile(
            HttpServletRequest request, ProofCookie kept, Entered form) {
        String region = form.first(REGION) + "-";
        return ProofCookie.IDENTITY
                .of(request)
                .map(Proof::about)
                .or(
                        () ->
                                kept.of(request)
                                        .map(Proof::about)
                                        .filter(about -> about.startsWith(region))
                                        .map(about -> about.substring(region.length())));
    }

    /** The proof of a login, or of a mobile. */
    public static Optional<Proof> of(HttpServletRequest request, ProofCookie kept) {
        return ProofCookie.IDENTITY.of(request).or(() -> kept.of(request));
    }

    /** Has a code sent; the model says where to, or what was wrong. */
    public void send(Entered form, HttpServletRequest request, Model model) {
        model.addAttribute("entered", form);
        Answer sent =
                api.post(
                        Caller.anybody(request),
                        Map.of(MOBILE, form.first(MOBILE)),
                        "/api/v1/regions/{region}/mobile-codes",
                        form.first(REGION));
        if (sent.content() instanceof Map<?, ?> told) {
            model.addAttribute(SENT_TO, told.get(MOBILE));
        } else {
            Answers.wrong(model, sent.errors());
            if (sent.status() == HttpStatus.CONFLICT.value()) {
                model.addAttribute(SENT_TO, masked(form));
            }
        }
    }

    /**
     * Exchanges the code that was entered.
     *
     * @param kept where the proof is kept
     * @return the proof; empty if the code is wrong, which the model says
     */
    public Optional<Proof> login(
            Entered form,
            ProofCookie kept,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("entered", form);
        Answer answer =
                api.post(
                        Caller.anybody(request),
                        Map.of(MOBILE, form.first(MOBILE), "code", form.first("sms")),
                        "/api/v1/regions/{region}/mobile-logins",
                        form.first(REGION));
        if (answer.content() instanceof Map<?, ?> login) {
            Proof proof =
                    new Proof(
                            form.first(REGION) + "-" + form.first(MOBILE),
                            String.valueOf(login.get("token")));
            kept.keep(request, response, proof);
            return Optional.of(proof);
        }
        if (mobile(request, kept, form).filter(form.first(MOBILE)::equals).isPresent()) {
            // A reload sends the code again, which has been used.
            return of(request, kept);
        }
        model.addAttribute(SENT_TO, masked(form));
        Answers.wrong(model, answer.errors());
        return Optional.empty();
    }

    private static String masked(Entered form) {
        return form.first(MOBILE).replaceAll("^(\\d{3})\\d+(\\d{4})$", "$1****$2");
    }
}
