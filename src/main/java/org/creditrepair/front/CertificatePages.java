package org.creditrepair.front;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.creditrepair.front.entry.Entered;
import org.creditrepair.front.entry.MobileProof;
import org.creditrepair.front.entry.ProofCookie;
import org.creditrepair.front.entry.ProofCookie.Proof;
import org.creditrepair.front.entry.Uploads;
import org.creditrepair.front.rest.Caller;
import org.creditrepair.front.rest.PublicApi;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Electronic certificates (电子证照) fetched for the subject that has logged in. */
@Controller
class CertificatePages {

    private final PublicApi api;

    CertificatePages(PublicApi api) {
        this.api = api;
    }

    /** Names of what can be fetched, by kind; none without a login. */
    Map<Object, Object> names(HttpServletRequest request) {
        Map<Object, Object> names = new LinkedHashMap<>();
        if (ProofCookie.IDENTITY.of(request).isPresent()
                && api.get(Caller.anybody(request), "/api/v1/certificates").content()
                        instanceof List<?> kinds) {
            for (Object kind : kinds) {
                if (kind instanceof Map<?, ?> one) {
                    names.put(one.get("kind"), one.get("name"));
                }
            }
        }
        return names;
    }

    /** Fetches one; the answer is that of the interface. */
    @PostMapping("/apply/certificates")
    ResponseEntity<Object> fetch(
            @RequestParam MultiValueMap<String, String> entered, HttpServletRequest request) {
        Entered form = new Entered(entered);
        return ProofCookie.IDENTITY
                .of(request)
                .map(proof -> fetched(form, proof, request))
                .orElseGet(() -> Uploads.refused(HttpStatus.UNAUTHORIZED, "请以统一身份认证登录后调取"));
    }

    private ResponseEntity<Object> fetched(Entered form, Proof proof, HttpServletRequest request) {
        Map<String, Object> wanted =
                Map.of(
                        "kind",
                        form.first("kind"),
                        "uscc",
                        form.first("uscc"),
                        "recordNo",
                        form.first("record"),
                        "consent",
                        form.first("consent").equals("yes"));
        return Uploads.answer(
                api.post(
                        Caller.withToken(request, proof.token()),
                        wanted,
                        "/api/v1/regions/{region}/certificates",
                        form.first(MobileProof.REGION)));
    }
}
