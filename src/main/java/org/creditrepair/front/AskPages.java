package org.creditrepair.front;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.creditrepair.front.entry.Answers;
import org.creditrepair.front.entry.Entered;
import org.creditrepair.front.entry.FieldNames;
import org.creditrepair.front.entry.MobileProof;
import org.creditrepair.front.entry.ProofCookie;
import org.creditrepair.front.entry.ProofCookie.Proof;
import org.creditrepair.front.entry.ProvedPages;
import org.creditrepair.front.rest.Caller;
import org.creditrepair.front.rest.PublicApi;
import org.creditrepair.front.rest.PublicApi.Answer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Consultation, complaint, help (咨询、投诉、求助) and objections to what is on display (异议): from the form
 * by proof of the mobile to the answer, which is found by its code.
 */
@Controller
@RequestMapping("/ask")
class AskPages extends ProvedPages {

    private static final String FORM = "front/ask";
    private static final String MOBILE = "front/ask-mobile";
    private static final String ANSWER = "front/ask-answer";
    private static final String DONE = "front/ask-done";
    private static final String OBJECTION = "OBJECTION";
    private static final String TYPE = "type";
    private static final String ITEM = "item";
    private static final String RECORD = "record";

    private final PublicApi api;

    AskPages(PublicApi api, MobileProof mobiles) {
        super(mobiles, ProofCookie.ASKING, MOBILE);
        this.api = api;
    }

    @GetMapping
    String form(
            @RequestParam MultiValueMap<String, String> entered,
            HttpServletRequest request,
            Model model) {
        return shown(new Entered(entered), request, model);
    }

    /** The form about a record that was looked up, whose numbers stay out of addresses. */
    @PostMapping("/form")
    String about(
            @RequestParam MultiValueMap<String, String> entered,
            HttpServletRequest request,
            Model model) {
        return shown(new Entered(entered), request, model);
    }

    private String shown(Entered form, HttpServletRequest request, Model model) {
        model.addAttribute("entered", form);
        model.addAttribute("regions", api.regions(Caller.anybody(request)));
        model.addAttribute("objection", form.first(TYPE).equals(OBJECTION));
        if (!form.first(ITEM).isEmpty()) {
            Answer known =
                    api.get(
                            Caller.anybody(request),
                            "/api/v1/regions/{region}/items/{item}",
                            form.first(MobileProof.REGION),
                            form.first(ITEM));
            model.addAttribute(ITEM, known.content());
        }
        MobileProof.mobile(request, ProofCookie.ASKING, form)
                .ifPresent(mobile -> model.addAttribute(MobileProof.MOBILE, mobile));
        return FORM;
    }

    /** Hands in what was entered, once the mobile is proved. */
    @PostMapping
    String handIn(
            @RequestParam MultiValueMap<String, String> entered,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Entered form = new Entered(entered);
        if (form.first(MobileProof.REGION).isEmpty()
                || form.first(TYPE).isEmpty()
                || form.first("content").isEmpty()) {
            Answers.wrong(model, List.of("请选择地区和类别，并填写内容"));
            return shown(form, request, model);
        }
        return onceProved(form, request, response, model);
    }

    @Override
    protected String proved(
            Entered form,
            String mobile,
            Proof proof,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        boolean objection = form.first(TYPE).equals(OBJECTION);
        Caller caller = Caller.withToken(request, proof.token());
        String region = form.first(MobileProof.REGION);
        Answer answer =
                objection
                        ? api.post(
                                caller,
                                Map.of(
                                        "uscc",
                                        form.first("uscc"),
                                        "about",
                                        form.first("about"),
                                        "reason",
                                        form.first("content"),
                                        MobileProof.MOBILE,
                                        mobile),
                                "/api/v1/regions/{region}/records/{record}/objections",
                                region,
                                form.first(RECORD))
                        : api.post(
                                caller,
                                question(form, mobile),
                                "/api/v1/regions/{region}/hotline",
                                region);
        if (answer.status() == HttpStatus.UNAUTHORIZED.value()) {
            ProofCookie.IDENTITY.forget(request, response);
            ProofCookie.ASKING.forget(request, response);
            return MOBILE;
        }
        if (!(answer.content() instanceof Map<?, ?> receipt)) {
            Answers.wrong(model, FieldNames.named(answer));
            model.addAttribute("faults", answer.byField());
            return shown(form, request, model);
        }
        if (objection) {
            model.addAttribute("receipt", receipt);
            return DONE;
        }
        return "redirect:/ask/answers/" + receipt.get("code");
    }

    private static Map<String, Object> question(Entered form, String mobile) {
        Map<String, Object> question = new LinkedHashMap<>();
        for (String field : List.of(TYPE, "name", "content", ITEM)) {
            if (!form.first(field).isEmpty()) {
                question.put(field, form.first(field));
            }
        }
        question.put(MobileProof.MOBILE, mobile);
        return question;
    }

    @GetMapping("/answers")
    String answerForm() {
        return ANSWER;
    }

    /** The code is posted, so that a mistyped one stays out of addresses and logs. */
    @PostMapping("/answers")
    String answer(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return answerOf(code.strip(), request, response, model);
    }

    @GetMapping("/answers/{code}")
    String answerOf(
            @PathVariable String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("code", code);
        if (code.isEmpty()) {
            Answers.wrong(model, List.of("请填写查询码"));
            return ANSWER;
        }
        Answers.show(
                api.get(Caller.anybody(request), "/api/v1/hotline/{code}", code),
                "answer",
                response,
                model);
        return ANSWER;
    }
}
