package org.creditrepair.web.tasks;

import jakarta.servlet.http.HttpServletRequest;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.access.login.WebappLoginFilter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The desks of reviewers (办理台) and of windows (窗口收件), which open from Tasklist with its login. */
@Controller
class DeskPage {

    private final RegionAccess access;

    DeskPage(RegionAccess access) {
        this.access = access;
    }

    @GetMapping("/desk")
    String desk(HttpServletRequest request, Model model) {
        access.requireAnywhere(Role.UNIT, Role.HEAD);
        model.addAttribute("token", WebappLoginFilter.token(request).orElse(""));
        return "desk";
    }

    @GetMapping("/window")
    String window(HttpServletRequest request, Model model) {
        access.requireAnywhere(Role.WINDOW);
        model.addAttribute("token", WebappLoginFilter.token(request).orElse(""));
        return "window";
    }
}
