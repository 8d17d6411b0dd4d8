package org.creditrepair.front;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.creditrepair.front.ProofCookie.Proof;
import org.creditrepair.front.PublicApi.Answer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

/**
 * The guided application (智能导办): from chosen records by proof of the mobile, the form and a summary
 * to the receipt. What was entered is carried from page to page and kept nowhere here.
 */
@Controller
@RequestMapping("/apply")
class ApplicationPages {

    private static final String MOBILE = "front/apply-mobile";
    private static final String FORM = "front/apply";
    private static final String SUMMARY = "front/apply-summary";
    private static final String REGION = "region";
    private static final String TAKEN = "所选信息已有在办的修复申请，或现在不能申请。刚才已提交的，可凭短信中的查询码在“办理进度”查看。";
    private static final String OUTLIVED = "登录已失效，请核验手机，或回到“我的”重新登录";
    private static final String NUMBER = "mobile";

    private final PublicApi api;

    ApplicationPages(PublicApi api) {
        this.api = api;
    }

    @GetMapping
    String start() {
        return "redirect:/records";
    }

    /** Begins with the records that were chosen, and comes back to the form from the summary. */
    @PostMapping
    String form(
            @RequestParam MultiValueMap<String, String> entered,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Entered form = new Entered(entered);
        model.addAttribute("entered", form);
        if (form.all("record").isEmpty()) {
            return "redirect:/records";
        }
        if (mobile(request, form).isEmpty()) {
            return MOBILE;
        }
        return filled(form, request, response, model) ? FORM : MOBILE;
    }

    /** The mobile that was proved in the region of a form, or of who has logged in. */
    private static Optional<String> mobile(HttpServletRequest request, Entered form) {
        String region = form.first(REGION) + "-";
        return ProofCookie.IDENTITY
                .of(request)
                .map(Proof::about)
                .or(
                        () ->
                                ProofCookie.APPLYING
                                        .of(request)
                                        .map(Proof::about)
                                        .filter(about -> about.startsWith(region))
                                        .map(about -> about.substring(region.length())));
    }

    private static Optional<Proof> proof(HttpServletRequest request) {
        return ProofCookie.IDENTITY.of(request).or(() -> ProofCookie.APPLYING.of(request));
    }

    /** Who has logged in asks as itself: a natural person's records are shown to nobody else. */
    private static Caller asker(HttpServletRequest request) {
        return ProofCookie.IDENTITY
                .of(request)
                .map(proof -> Caller.withToken(request, proof.token()))
                .orElseGet(() -> Caller.anybody(request));
    }

    /** Puts what the form is about into the model; false if it cannot be told. */
    private boolean filled(
            Entered form, HttpServletRequest request, HttpServletResponse response, Model model) {
        Answer guidance =
                api.get(
                        asker(request),
                        "/api/v1/regions/{region}/guidance?uscc={uscc}",
                        form.first(REGION),
                        form.first("uscc"));
        if (guidance.status() == HttpStatus.UNAUTHORIZED.value()) {
            ProofCookie.IDENTITY.forget(request, response);
            Answers.wrong(model, List.of(OUTLIVED));
            return false;
        }
        if (!(guidance.content() instanceof Map<?, ?> told)
                || !(told.get("application") instanceof Map<?, ?> prefilled)) {
            if (Answers.show(guidance, "guidance", response, model)) {
                Answers.wrong(model, List.of(TAKEN));
            }
            return false;
        }
        model.addAttribute("subject", prefilled.get("subject"));
        model.addAttribute("items", form.chosenOf(told.get("now")));
        model.addAttribute(NUMBER, mobile(request, form).orElse(""));
        model.addAttribute(
                "key", form.first("key").isEmpty() ? UUID.randomUUID() : form.first("key"));
        Object clauses =
                api.get(
                                Caller.anybody(request),
                                "/api/v1/regions/{region}/commitment",
                                form.first(REGION))
                        .content();
        model.addAttribute(
                "clauses", clauses instanceof Map<?, ?> map ? map.get("clauses") : List.of());
        return true;
    }

    @PostMapping("/codes")
    String send(
            @RequestParam MultiValueMap<String, String> entered,
            HttpServletRequest request,
            Model model) {
        Entered form = new Entered(entered);
        model.addAttribute("entered", form);
        Answer sent =
                api.post(
                        Caller.anybody(request),
                        Map.of(NUMBER, form.first(NUMBER)),
                        "/api/v1/regions/{region}/mobile-codes",
                        form.first(REGION));
        if (sent.content() instanceof Map<?, ?> told) {
            model.addAttribute("sentTo", told.get(NUMBER));
        } else {
            Answers.wrong(model, sent.errors());
            if (sent.status() == HttpStatus.CONFLICT.value()) {
                model.addAttribute("sentTo", masked(form.first(NUMBER)));
            }
        }
        return MOBILE;
    }

    @PostMapping("/logins")
    String login(
            @RequestParam MultiValueMap<String, String> entered,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Entered form = new Entered(entered);
        model.addAttribute("entered", form);
        Answer answer =
                api.post(
                        Caller.anybody(request),
                        Map.of(NUMBER, form.first(NUMBER), "code", form.first("sms")),
                        "/api/v1/regions/{region}/mobile-logins",
                        form.first(REGION));
        if (!(answer.content() instanceof Map<?, ?> login)) {
            if (mobile(request, form).filter(form.first(NUMBER)::equals).isPresent()) {
                // A reload sends the code again, which has been used.
                return shown(form, FORM, request, response, model);
            }
            model.addAttribute("sentTo", masked(form.first(NUMBER)));
            Answers.wrong(model, answer.errors());
            return MOBILE;
        }
        ProofCookie.APPLYING.keep(
                request,
                response,
                new Proof(
                        form.first(REGION) + "-" + form.first(NUMBER),
                        String.valueOf(login.get("token"))));
        if (!filled(form, request, response, model)) {
            return MOBILE;
        }
        model.addAttribute(NUMBER, form.first(NUMBER));
        return FORM;
    }

    /** Takes one file; the answer is that of the interface. */
    @PostMapping("/materials")
    ResponseEntity<Object> upload(
            @RequestPart("file") MultipartFile file, HttpServletRequest request) {
        return proof(request)
                .map(
                        proof ->
                                Uploads.answer(
                                        api.upload(
                                                Caller.withToken(request, proof.token()),
                                                file.getResource(),
                                                Uploads.MATERIALS)))
                .orElseGet(() -> Uploads.refused(HttpStatus.UNAUTHORIZED, "请先核验手机"));
    }

    @PostMapping("/summary")
    String summary(
            @RequestParam MultiValueMap<String, String> entered,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return shown(new Entered(entered), SUMMARY, request, response, model);
    }

    private static String masked(String mobile) {
        return mobile.replaceAll("^(\\d{3})\\d+(\\d{4})$", "$1****$2");
    }

    private String shown(
            Entered form,
            String view,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("entered", form);
        return mobile(request, form).isPresent() && filled(form, request, response, model)
                ? view
                : MOBILE;
    }

    @PostMapping("/applications")
    String handIn(
            @RequestParam MultiValueMap<String, String> entered,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Entered form = new Entered(entered);
        Optional<Proof> proof = proof(request);
        String page = shown(form, FORM, request, response, model);
        if (proof.isEmpty() || page.equals(MOBILE)) {
            return MOBILE;
        }
        Answer answer =
                api.post(
                        Caller.withToken(request, proof.get().token()).once(form.first("key")),
                        form.application(
                                model.getAttribute("subject"),
                                model.getAttribute("items"),
                                mobile(request, form).orElseThrow()),
                        "/api/v1/regions/{region}/applications",
                        form.first(REGION));
        if (!(answer.content() instanceof Map<?, ?> receipt)) {
            Answers.wrong(model, FieldNames.named(answer));
            model.addAttribute("faults", answer.byField());
            return page;
        }
        return "redirect:/apply/receipts/%s/%s"
                .formatted(receipt.get("applicationNo"), receipt.get("progressCode"));
    }
}
