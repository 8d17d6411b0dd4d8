package org.creditrepair.front;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.creditrepair.access.identity.IdentityLogin;
import org.creditrepair.access.identity.IdentityProvider;
import org.creditrepair.front.entry.Answers;
import org.creditrepair.front.entry.ProofCookie;
import org.creditrepair.front.entry.ProofCookie.Proof;
import org.creditrepair.front.rest.Caller;
import org.creditrepair.front.rest.PublicApi;
import org.creditrepair.front.rest.PublicApi.Answer;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pages of somebody whom the identity provider knows: the subject's records on display and its
 * applications, region by region.
 */
@Controller
class MyPages implements IdentityLogin {

    private static final RedirectStrategy REDIRECT = new DefaultRedirectStrategy();
    private static final String PAGE = "front/my";
    private static final String IDENTITY = "/api/v1/identity";
    private static final String LOGINS = "/api/v1/identity/logins";

    /** Where a code names the division: of an organisation's registration, of a person's birth. */
    private static final List<Integer> OFFSETS = List.of(2, 0);

    private final PublicApi api;
    private final IdentityProvider provider;

    MyPages(PublicApi api, IdentityProvider provider) {
        this.api = api;
        this.provider = provider;
    }

    /**
     * Exchanges the provider's token for ours. The page that follows is one of ours that leads on,
     * so that the cookie, which no other site's request brings, comes along.
     */
    @Override
    public void succeeded(HttpServletRequest request, HttpServletResponse response, String idToken)
            throws IOException {
        Answer answer = api.post(Caller.anybody(request), Map.of("token", idToken), LOGINS);
        if (!(answer.content() instanceof Map<?, ?> login)
                || !(api.get(
                                        Caller.withToken(
                                                request, String.valueOf(login.get("token"))),
                                        IDENTITY)
                                .content()
                        instanceof Map<?, ?> who)) {
            REDIRECT.sendRedirect(request, response, FAILED);
            return;
        }
        ProofCookie.IDENTITY.keep(
                request,
                response,
                new Proof(String.valueOf(who.get("mobile")), String.valueOf(login.get("token"))));
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Refresh", "0;url=" + request.getContextPath() + "/my");
        response.getWriter()
                .write("<!DOCTYPE html><link rel=\"icon\" href=\"data:,\"><title>登录成功</title>");
    }

    /**
     * @param region where to look; empty for the one that the subject's code names
     */
    @GetMapping("/my")
    String mine(
            @RequestParam(defaultValue = "") String region,
            @RequestParam(required = false) String failed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Proof> login = ProofCookie.IDENTITY.of(request);
        model.addAttribute("provided", provider.isPresent());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (failed != null) {
            Answers.wrong(model, List.of("登录未成功，请重试"));
        }
        if (login.isEmpty()) {
            return PAGE;
        }
        Caller caller = Caller.withToken(request, login.get().token());
        List<?> regions = api.regions(Caller.anybody(request));
        model.addAttribute("regions", regions);
        Answer who = api.get(caller, IDENTITY);
        if (!(who.content() instanceof Map<?, ?> identity)) {
            ProofCookie.IDENTITY.forget(request, response);
            return PAGE;
        }
        String code = String.valueOf(identity.get("subjectCode"));
        String chosen = region.isEmpty() ? home(code, regions) : region;
        model.addAttribute("who", identity);
        model.addAttribute("region", chosen);
        Answers.show(
                api.get(caller, "/api/v1/regions/{region}/guidance?uscc={uscc}", chosen, code),
                "guidance",
                response,
                model);
        Answers.show(
                api.get(caller, "/api/v1/regions/{region}/applications", chosen),
                "applications",
                response,
                model);
        return PAGE;
    }

    /** The region that a subject's code names; else the first one. */
    private static String home(String code, List<?> regions) {
        List<String> codes =
                regions.stream().map(one -> String.valueOf(((Map<?, ?>) one).get("code"))).toList();
        return OFFSETS.stream()
                .flatMap(at -> codes.stream().filter(one -> code.startsWith(one, at)))
                .findFirst()
                .orElse(codes.isEmpty() ? "" : codes.get(0));
    }

    @PostMapping("/my/logout")
    String logout(HttpServletRequest request, HttpServletResponse response) {
        ProofCookie.IDENTITY
                .of(request)
                .ifPresent(
                        login ->
                                api.post(
                                        Caller.withToken(request, login.token()),
                                        Map.of(),
                                        "/api/v1/identity/logout"));
        ProofCookie.IDENTITY.forget(request, response);
        return "redirect:" + (provider.logout().isEmpty() ? "/" : provider.logout());
    }
}
