package org.creditrepair.front;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.creditrepair.front.entry.Answers;
import org.creditrepair.front.entry.ProofCookie;
import org.creditrepair.front.entry.ProofCookie.Proof;
import org.creditrepair.front.rest.Caller;
import org.creditrepair.front.rest.PublicApi;
import org.creditrepair.front.rest.PublicApi.Answer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How far a case has come, for whoever has its code; and the proof of being its applicant. */
@Controller
@RequestMapping("/progress")
class ProgressPages {

    private static final String PAGE = "front/progress";
    private static final String PROOF_ERRORS = "proofErrors";
    private static final String PROGRESS = "/api/v1/progress/{code}";

    private final PublicApi api;

    ProgressPages(PublicApi api) {
        this.api = api;
    }

    @GetMapping
    String form() {
        return PAGE;
    }

    /** The code is posted, so that a mistyped one stays out of addresses and logs. */
    @PostMapping
    String progress(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String given = code.strip();
        model.addAttribute("code", given);
        if (given.isEmpty()) {
            Answers.wrong(model, List.of("请填写查询码"));
        } else {
            show(given, request, response, model);
        }
        return PAGE;
    }

    /** The address that a message names. */
    @GetMapping("/{code}")
    String progressOf(
            @PathVariable String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("code", code);
        if (!show(code, request, response, model)
                && response.getStatus() == HttpStatus.OK.value()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        return PAGE;
    }

    private boolean show(
            String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        return Answers.show(
                api.get(Caller.anybody(request), PROGRESS, code), "progress", response, model);
    }

    /** Has a code sent to the applicant's mobile (短信验证码). */
    @PostMapping("/{code}/codes")
    String send(
            @PathVariable String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String view = progressOf(code, request, response, model);
        Answer sent = api.post(Caller.anybody(request), Map.of(), PROGRESS + "/codes", code);
        if (sent.content() instanceof Map<?, ?> told) {
            model.addAttribute("mobile", told.get("mobile"));
        } else {
            model.addAttribute(PROOF_ERRORS, sent.errors());
        }
        return view;
    }

    @PostMapping("/{code}/logins")
    String login(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String sms,
            @RequestParam(defaultValue = "") String mobile,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Answer answer =
                api.post(
                        Caller.anybody(request),
                        Map.of("code", sms.strip()),
                        PROGRESS + "/logins",
                        code);
        if (answer.content() instanceof Map<?, ?> login) {
            ProofCookie.CASE.keep(
                    request,
                    response,
                    new Proof(
                            String.valueOf(login.get("applicationNo")),
                            String.valueOf(login.get("token"))));
            return "redirect:/progress/{code}/case";
        }
        String view = progressOf(code, request, response, model);
        model.addAttribute("mobile", mobile);
        model.addAttribute(PROOF_ERRORS, answer.errors());
        return view;
    }
}
