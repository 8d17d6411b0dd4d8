package org.creditrepair.front;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.creditrepair.front.entry.Answers;
import org.creditrepair.front.rest.Caller;
import org.creditrepair.front.rest.PublicApi;
import org.creditrepair.front.rest.PublicApi.Answer;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages for anybody: the doors of the server, and what is on display. */
@Controller
class FrontPages {

    private static final String REGIONS = "regions";
    private static final String RECORDS = "front/records";
    private static final Set<Integer> PERSONAL = Set.of(401, 403);

    /** What is looked up as a code; everything else is a name. */
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z]{1,18}");

    private final PublicApi api;
    private final boolean demo;

    FrontPages(PublicApi api, Environment environment) {
        this.api = api;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @GetMapping("/")
    String home(HttpServletRequest request, Model model) {
        model.addAttribute("demo", demo);
        model.addAttribute(REGIONS, api.regions(Caller.anybody(request)));
        return "front/home";
    }

    @GetMapping("/records")
    String recordsForm(
            @RequestParam(defaultValue = "") String region,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("region", region);
        model.addAttribute(REGIONS, api.regions(Caller.anybody(request)));
        return RECORDS;
    }

    /** The code or name is posted, so that it stays out of addresses and logs. */
    @PostMapping("/records")
    String records(
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String uscc,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Caller caller = Caller.anybody(request);
        String given = uscc.strip();
        model.addAttribute("region", region);
        model.addAttribute("uscc", given);
        model.addAttribute(REGIONS, api.regions(caller));
        if (region.isEmpty() || given.isEmpty()) {
            Answers.wrong(model, List.of("请选择地区，并填写统一社会信用代码或完整名称"));
            return RECORDS;
        }
        String number = CODE.matcher(given).matches() ? given : named(caller, region, given, model);
        if (number.isEmpty()) {
            return RECORDS;
        }
        model.addAttribute("uscc", number);
        Answer found =
                api.get(caller, "/api/v1/regions/{region}/guidance?uscc={uscc}", region, number);
        if (PERSONAL.contains(found.status())) {
            Answers.wrong(model, List.of("个人的信息不公开查询，请到综合窗口或门户办理"));
        } else {
            Answers.show(found, "guidance", response, model);
        }
        return RECORDS;
    }

    /** The code of the one subject of a name; empty where none or several are, which is said. */
    private String named(Caller caller, String region, String name, Model model) {
        Answer found =
                api.get(caller, "/api/v1/regions/{region}/subjects?name={name}", region, name);
        if (!(found.content() instanceof List<?> subjects)) {
            Answers.wrong(model, found.errors());
            return "";
        }
        if (subjects.size() == 1 && subjects.get(0) instanceof Map<?, ?> only) {
            return String.valueOf(only.get("uscc"));
        }
        if (subjects.isEmpty()) {
            Answers.wrong(model, List.of("本地区没有以此为完整名称、有信息在公示的单位；请核对名称，或填写统一社会信用代码"));
        }
        model.addAttribute("subjects", subjects);
        return "";
    }
}
