package org.creditrepair.front;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.creditrepair.front.entry.Answers;
import org.creditrepair.front.entry.Entered;
import org.creditrepair.front.entry.MobileProof;
import org.creditrepair.front.entry.ProofCookie;
import org.creditrepair.front.entry.ProofCookie.Proof;
import org.creditrepair.front.rest.Caller;
import org.creditrepair.front.rest.PublicApi;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Reminders (修复提醒) refused, or wanted again, by proof of the mobile. */
@Controller
@RequestMapping("/ask/reminders")
class ReminderPages {

    private static final String PAGE = "front/reminders";
    private static final String MOBILE = "front/reminders-mobile";
    private static final String WANTED = "wanted";

    private final PublicApi api;
    private final MobileProof mobiles;

    ReminderPages(PublicApi api, MobileProof mobiles) {
        this.api = api;
        this.mobiles = mobiles;
    }

    @GetMapping
    String page(HttpServletRequest request, Model model) {
        model.addAttribute("regions", api.regions(Caller.anybody(request)));
        return PAGE;
    }

    @PostMapping
    String set(
            @RequestParam MultiValueMap<String, String> entered,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Entered form = new Entered(entered);
        Optional<Proof> proof = MobileProof.of(request, ProofCookie.ASKING);
        Optional<String> mobile = MobileProof.mobile(request, ProofCookie.ASKING, form);
        if (proof.isEmpty() || mobile.isEmpty()) {
            model.addAttribute("entered", form);
            return MOBILE;
        }
        return sent(form, mobile.get(), proof.get(), request, response, model);
    }

    @PostMapping("/codes")
    String send(
            @RequestParam MultiValueMap<String, String> entered,
            HttpServletRequest request,
            Model model) {
        mobiles.send(new Entered(entered), request, model);
        return MOBILE;
    }

    @PostMapping("/logins")
    String login(
            @RequestParam MultiValueMap<String, String> entered,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Entered form = new Entered(entered);
        return mobiles.login(form, ProofCookie.ASKING, request, response, model)
                .map(
                        proof ->
                                sent(
                                        form,
                                        form.first(MobileProof.MOBILE),
                                        proof,
                                        request,
                                        response,
                                        model))
                .orElse(MOBILE);
    }

    private String sent(
            Entered form,
            String mobile,
            Proof proof,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Answers.show(
                api.put(
                        Caller.withToken(request, proof.token()),
                        Map.of(
                                MobileProof.MOBILE,
                                mobile,
                                WANTED,
                                form.first(WANTED).equals("yes")),
                        "/api/v1/regions/{region}/reminders",
                        form.first(MobileProof.REGION)),
                "set",
                response,
                model);
        return page(request, model);
    }
}
