package org.creditrepair.front;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.creditrepair.front.PublicApi.Answer;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages for anybody: the doors of the server, what is on display, and how far a case has come. */
@Controller
class FrontPages {

    private static final int UNPROCESSABLE = 422;
    private static final String REGIONS = "regions";
    private static final String ERRORS = "errors";

    private final PublicApi api;
    private final boolean demo;

    FrontPages(PublicApi api, Environment environment) {
        this.api = api;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @GetMapping("/")
    String home(HttpServletRequest request, Model model) {
        model.addAttribute("demo", demo);
        model.addAttribute(REGIONS, api.regions(request));
        return "front/home";
    }

    @GetMapping("/progress")
    String progressForm() {
        return "front/progress";
    }

    /** The number is posted, so that it stays out of addresses and logs. */
    @PostMapping("/progress")
    String progress(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String given = code.strip();
        model.addAttribute("code", given);
        if (given.isEmpty()) {
            model.addAttribute(ERRORS, List.of("请填写查询码"));
            return "front/progress";
        }
        show(api.get(request, "/api/v1/progress/{code}", given), "progress", response, model);
        return "front/progress";
    }

    /** The address that a message names. */
    @GetMapping("/progress/{code}")
    String progressOf(
            @PathVariable String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String view = progress(code, request, response, model);
        if (model.containsAttribute(ERRORS) && response.getStatus() == 200) {
            response.setStatus(404);
        }
        return view;
    }

    @GetMapping("/records")
    String recordsForm(HttpServletRequest request, Model model) {
        model.addAttribute(REGIONS, api.regions(request));
        return "front/records";
    }

    @PostMapping("/records")
    String records(
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String uscc,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String number = uscc.strip();
        model.addAttribute("region", region);
        model.addAttribute("uscc", number);
        model.addAttribute(REGIONS, api.regions(request));
        if (region.isEmpty() || number.isEmpty()) {
            model.addAttribute(ERRORS, List.of("请选择地区，并填写统一社会信用代码"));
            return "front/records";
        }
        show(
                api.get(request, "/api/v1/regions/{region}/guidance?uscc={uscc}", region, number),
                "guidance",
                response,
                model);
        return "front/records";
    }

    private static void show(
            Answer answer, String name, HttpServletResponse response, Model model) {
        // What is wrong with an entry is said on its form, which itself was served.
        if (answer.status() > UNPROCESSABLE) {
            response.setStatus(answer.status());
        }
        if (answer.isServed()) {
            model.addAttribute(name, answer.content());
        } else {
            model.addAttribute(ERRORS, answer.errors());
        }
    }
}
