package org.creditrepair.front;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.creditrepair.front.entry.Answers;
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
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

/** Whether a paper was issued here, is unchanged and still holds (文书查验). */
@Controller
@RequestMapping("/papers")
class PaperPages {

    private static final String PAGE = "front/papers";
    private static final String PAPER = "/api/v1/papers/{code}";

    private final PublicApi api;

    PaperPages(PublicApi api) {
        this.api = api;
    }

    @GetMapping
    String form() {
        return PAGE;
    }

    @PostMapping
    String paper(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String given = code.strip();
        model.addAttribute("code", given);
        if (given.isEmpty()) {
            Answers.wrong(model, List.of("请填写验证码"));
        } else {
            show(given, request, response, model);
        }
        return PAGE;
    }

    /** The address on the paper. */
    @GetMapping("/{code}")
    String paperOf(
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

    /** Compares a file with what was issued. */
    @PostMapping("/{code}/checks")
    String check(
            @PathVariable String code,
            @RequestPart("file") MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String view = paperOf(code, request, response, model);
        if (file.isEmpty()) {
            Answers.wrong(model, List.of("请选择要比对的文件"));
            return view;
        }
        Answer answer =
                api.upload(Caller.anybody(request), file.getResource(), PAPER + "/checks", code);
        Answers.show(answer, "check", response, model);
        return view;
    }

    private boolean show(
            String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        return Answers.show(
                api.get(Caller.anybody(request), PAPER, code), "paper", response, model);
    }
}
