package org.creditrepair.front;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.creditrepair.front.entry.Answers;
import org.creditrepair.front.entry.Entered;
import org.creditrepair.front.entry.FieldNames;
import org.creditrepair.front.entry.MobileProof;
import org.creditrepair.front.entry.ProofCookie;
import org.creditrepair.front.entry.ProofCookie.Proof;
import org.creditrepair.front.entry.ProvedPages;
import org.creditrepair.front.entry.Uploads;
import org.creditrepair.front.rest.Caller;
import org.creditrepair.front.rest.PublicApi;
import org.creditrepair.front.rest.PublicApi.Answer;
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
class ApplicationPages extends ProvedPages {

    private static final String MOBILE = "front/apply-mobile";
    private static final String STOPPED = "front/apply-stopped";
    private static final String FORM = "front/apply";
    private static final String SUMMARY = "front/apply-summary";
    private static final String REGION = MobileProof.REGION;
    private static final String TAKEN = "所选信息已有在办的修复申请，或现在不能申请。刚才已提交的，可凭短信中的查询码在“办理进度”查看。";
    private static final String OUTLIVED = "登录已失效，请核验手机，或回到“我的”重新登录";

    private final PublicApi api;
    private final CertificatePages certificates;

    ApplicationPages(PublicApi api, MobileProof mobiles, CertificatePages certificates) {
        super(mobiles, ProofCookie.APPLYING, MOBILE);
        this.certificates = certificates;
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
        return page(FORM, form, request, response, model);
    }

    private static Optional<String> mobile(HttpServletRequest request, Entered form) {
        return MobileProof.mobile(request, ProofCookie.APPLYING, form);
    }

    /** Who has logged in asks as itself: a natural person's records are shown to nobody else. */
    private static Caller asker(HttpServletRequest request) {
        return ProofCookie.IDENTITY
                .of(request)
                .map(proof -> Caller.withToken(request, proof.token()))
                .orElseGet(() -> Caller.anybody(request));
    }

    /** A page with what the form is about; another one where that cannot be told. */
    private String page(
            String wanted,
            Entered form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Answer guidance =
                api.get(
                        asker(request),
                        "/api/v1/regions/{region}/guidance?uscc={uscc}",
                        form.first(REGION),
                        form.first("uscc"));
        if (guidance.status() == HttpStatus.UNAUTHORIZED.value()) {
            ProofCookie.IDENTITY.forget(request, response);
            Answers.wrong(model, List.of(OUTLIVED));
            return MOBILE;
        }
        if (!(guidance.content() instanceof Map<?, ?> told)
                || !(told.get("application") instanceof Map<?, ?> prefilled)) {
            if (Answers.show(guidance, "guidance", response, model)) {
                Answers.wrong(model, List.of(TAKEN));
            }
            return STOPPED;
        }
        model.addAttribute("subject", prefilled.get("subject"));
        model.addAttribute("items", form.chosenOf(told.get("now")));
        model.addAttribute(MobileProof.MOBILE, mobile(request, form).orElse(""));
        model.addAttribute(
                "key", form.first("key").isEmpty() ? UUID.randomUUID() : form.first("key"));
        model.addAttribute("certificates", certificates.names(request));
        Object clauses =
                api.get(
                                Caller.anybody(request),
                                "/api/v1/regions/{region}/commitment",
                                form.first(REGION))
                        .content();
        model.addAttribute(
                "clauses", clauses instanceof Map<?, ?> map ? map.get("clauses") : List.of());
        return wanted;
    }

    @Override
    protected String proved(
            Entered form,
            String mobile,
            Proof proof,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String page = page(FORM, form, request, response, model);
        model.addAttribute(MobileProof.MOBILE, mobile);
        return page;
    }

    /** Takes one file; the answer is that of the interface. */
    @PostMapping("/materials")
    ResponseEntity<Object> upload(
            @RequestPart("file") MultipartFile file, HttpServletRequest request) {
        return MobileProof.of(request, ProofCookie.APPLYING)
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

    private String shown(
            Entered form,
            String view,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("entered", form);
        return mobile(request, form).isPresent()
                ? page(view, form, request, response, model)
                : MOBILE;
    }

    @PostMapping("/applications")
    String handIn(
            @RequestParam MultiValueMap<String, String> entered,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Entered form = new Entered(entered);
        Optional<Proof> proof = MobileProof.of(request, ProofCookie.APPLYING);
        String page = shown(form, FORM, request, response, model);
        if (proof.isEmpty() || !page.equals(FORM)) {
            return page;
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
