package org.creditrepair.front;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.creditrepair.front.entry.Answers;
import org.creditrepair.front.entry.FieldNames;
import org.creditrepair.front.entry.ProofCookie;
import org.creditrepair.front.entry.ProofCookie.Proof;
import org.creditrepair.front.entry.Uploads;
import org.creditrepair.front.rest.Caller;
import org.creditrepair.front.rest.PublicApi;
import org.creditrepair.front.rest.PublicApi.Answer;
import org.creditrepair.front.rest.PublicApi.Download;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

/**
 * The applicant's own case, after proof: what is to be corrected, withdrawal, documents. Whoever
 * has not proved it is led to the page of progress.
 */
@Controller
@RequestMapping("/progress/{code}/case")
class OwnCasePages {

    private static final String PAGE = "front/case";
    private static final String NO_STORE = "no-store";
    private static final String TO_PROGRESS = "redirect:/progress/{code}";
    private static final String TO_CASE = "redirect:/progress/{code}/case";
    private static final String APPLICATION = "/api/v1/applications/{no}";
    private static final String RATING = "/rating";
    private static final String AWAITING_CORRECTION = "AWAITING_CORRECTION";

    private final PublicApi api;

    OwnCasePages(PublicApi api) {
        this.api = api;
    }

    /** The proof for a case: its own, or of who has logged in. */
    private Optional<Proof> login(HttpServletRequest request, String code) {
        return ProofCookie.CASE
                .of(request)
                .or(
                        () ->
                                ProofCookie.IDENTITY
                                        .of(request)
                                        .flatMap(proof -> about(request, code, proof.token())));
    }

    private Optional<Proof> about(HttpServletRequest request, String code, String token) {
        Answer progress = api.get(Caller.anybody(request), "/api/v1/progress/{code}", code);
        return progress.content() instanceof Map<?, ?> told
                ? Optional.of(new Proof(String.valueOf(told.get("applicationNo")), token))
                : Optional.empty();
    }

    @GetMapping
    String page(
            @PathVariable String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Proof> login = login(request, code);
        if (login.isEmpty()) {
            return TO_PROGRESS;
        }
        Caller applicant = Caller.withToken(request, login.get().token());
        Answer answer = api.get(applicant, APPLICATION, login.get().about());
        if (!(answer.content() instanceof Map<?, ?> application)
                || !code.equals(application.get("progressCode"))) {
            ProofCookie.CASE.forget(request, response);
            return TO_PROGRESS;
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
        model.addAttribute("code", code);
        model.addAttribute("mine", application);
        model.addAttribute(
                "progress",
                api.get(Caller.anybody(request), "/api/v1/progress/{code}", code).content());
        model.addAttribute(
                "documents",
                api.get(applicant, APPLICATION + "/documents", login.get().about()).content());
        model.addAttribute("materials", materials(Caller.anybody(request), application));
        if (application.get("closedAt") != null) {
            model.addAttribute(
                    "rating",
                    api.get(applicant, APPLICATION + RATING, login.get().about()).content());
        }
        return PAGE;
    }

    /** The materials of the items that wait for a correction, by item. */
    private Map<Object, Object> materials(Caller caller, Map<?, ?> application) {
        Map<Object, Object> materials = new HashMap<>();
        if (application.get("items") instanceof List<?> items) {
            for (Object one : items) {
                if (one instanceof Map<?, ?> item
                        && AWAITING_CORRECTION.equals(item.get("status"))
                        && api.get(
                                                caller,
                                                "/api/v1/regions/{region}/items/{item}",
                                                String.valueOf(application.get("region")),
                                                String.valueOf(item.get("item")))
                                        .content()
                                instanceof Map<?, ?> guide) {
                    materials.put(item.get("item"), guide.get("materials"));
                }
            }
        }
        return materials;
    }

    /** Takes one file; the answer is that of the interface. */
    @PostMapping("/materials")
    ResponseEntity<Object> upload(
            @PathVariable String code,
            @RequestPart("file") MultipartFile file,
            HttpServletRequest request) {
        return login(request, code)
                .map(
                        login ->
                                Uploads.answer(
                                        api.upload(
                                                Caller.withToken(request, login.token()),
                                                file.getResource(),
                                                Uploads.MATERIALS)))
                .orElseGet(() -> Uploads.refused(HttpStatus.UNAUTHORIZED, "请先核验身份"));
    }

    /**
     * @param material each {@code code:id}
     */
    @PostMapping("/items/{itemNo}/corrections")
    String correct(
            @PathVariable String code,
            @PathVariable int itemNo,
            @RequestParam(defaultValue = "") List<String> material,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return act(
                Map.of("materials", Uploads.materials(material)),
                "/items/" + itemNo + "/corrections",
                code,
                request,
                response,
                model);
    }

    @PostMapping("/items/{itemNo}/withdrawal")
    String withdraw(
            @PathVariable String code,
            @PathVariable int itemNo,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return act(Map.of(), "/items/" + itemNo + "/withdrawal", code, request, response, model);
    }

    /** Says how the applicant was served (满意度评价). */
    @PostMapping("/rating")
    String rate(
            @PathVariable String code,
            @RequestParam(defaultValue = "0") int score,
            @RequestParam(defaultValue = "") String comment,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return act(
                Map.of("score", score, "comment", comment), RATING, code, request, response, model);
    }

    private String act(
            Object body,
            String path,
            String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Proof> login = login(request, code);
        if (login.isEmpty()) {
            return TO_PROGRESS;
        }
        Answer answer =
                api.post(
                        Caller.withToken(request, login.get().token()),
                        body,
                        APPLICATION + path,
                        login.get().about());
        if (answer.isServed()) {
            return TO_CASE;
        }
        Answers.wrong(model, FieldNames.named(answer));
        return page(code, request, response, model);
    }

    @GetMapping("/documents/{id}")
    ResponseEntity<byte[]> document(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "pdf") String format,
            HttpServletRequest request) {
        Optional<Proof> login = login(request, code);
        if (login.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        Download file =
                api.download(
                        Caller.withToken(request, login.get().token()),
                        APPLICATION + "/documents/{id}?format={format}",
                        login.get().about(),
                        id,
                        format);
        if (file.status() != HttpStatus.OK.value()) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .contentType(file.type())
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(
                                        login.get().about() + "-" + id + "." + format,
                                        StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.content());
    }

    @PostMapping("/logout")
    String logout(
            @PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        login(request, code)
                .ifPresent(
                        login ->
                                api.post(
                                        Caller.withToken(request, login.token()),
                                        Map.of(),
                                        APPLICATION + "/logout",
                                        login.about()));
        ProofCookie.CASE.forget(request, response);
        ProofCookie.IDENTITY.forget(request, response);
        return TO_PROGRESS;
    }
}
