package org.creditrepair.front.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.creditrepair.front.entry.ProofCookie.Proof;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages that go on once a mobile is proved: the steps of the proof, below their address. */
public abstract class ProvedPages {

    private final MobileProof mobiles;
    private final ProofCookie kept;
    private final String view;

    /**
     * @param kept where the proof is kept
     * @param view page that asks for the mobile and its code
     */
    protected ProvedPages(MobileProof mobiles, ProofCookie kept, String view) {
        this.mobiles = mobiles;
        this.kept = kept;
        this.view = view;
    }

    /** Goes on with what was entered; gives the name of a view. */
    protected abstract String proved(
            Entered form,
            String mobile,
            Proof proof,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model);

    /** Goes on where the mobile is proved already, else asks for it. */
    protected final String onceProved(
            Entered form, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<Proof> proof = MobileProof.of(request, kept);
        Optional<String> mobile = MobileProof.mobile(request, kept, form);
        if (proof.isEmpty() || mobile.isEmpty()) {
            model.addAttribute("entered", form);
            return view;
        }
        return proved(form, mobile.get(), proof.get(), request, response, model);
    }

    /** Has a code sent to the mobile. */
    @PostMapping("/codes")
    public String send(
            @RequestParam MultiValueMap<String, String> entered,
            HttpServletRequest request,
            Model model) {
        mobiles.send(new Entered(entered), request, model);
        return view;
    }

    /** Takes the code, and goes on. */
    @PostMapping("/logins")
    public String login(
            @RequestParam MultiValueMap<String, String> entered,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Entered form = new Entered(entered);
        String mobile = form.first(MobileProof.MOBILE);
        return mobiles.login(form, kept, request, response, model)
                .map(proof -> proved(form, mobile, proof, request, response, model))
                .orElse(view);
    }
}
