package org.creditrepair.front;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.creditrepair.front.entry.Answers;
import org.creditrepair.front.entry.Entered;
import org.creditrepair.front.entry.MobileProof;
import org.creditrepair.front.entry.ProofCookie;
import org.creditrepair.front.entry.ProofCookie.Proof;
import org.creditrepair.front.entry.ProvedPages;
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
class ReminderPages extends ProvedPages {

    private static final String PAGE = "front/reminders";
    private static final String WANTED = "wanted";

    private final PublicApi api;

    ReminderPages(PublicApi api, MobileProof mobiles) {
        super(mobiles, ProofCookie.ASKING, "front/reminders-mobile");
        this.api = api;
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
        return onceProved(new Entered(entered), request, response, model);
    }

    @Override
    protected String proved(
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
