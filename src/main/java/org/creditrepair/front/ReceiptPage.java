package org.creditrepair.front;

import io.nayuki.qrcodegen.QrCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.creditrepair.front.entry.Answers;
import org.creditrepair.front.rest.Caller;
import org.creditrepair.front.rest.PublicApi;
import org.creditrepair.front.rest.PublicApi.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The receipt of an application (申请回执), to print: its number and the code of its progress. */
@Controller
class ReceiptPage {

    private final PublicApi api;

    ReceiptPage(PublicApi api) {
        this.api = api;
    }

    /** The receipt, which can be read again: nothing personal is in it. */
    @GetMapping("/apply/receipts/{applicationNo:\\d+}/{code:\\w+}")
    String receipt(
            @PathVariable String applicationNo,
            @PathVariable String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Answer progress = api.get(Caller.anybody(request), "/api/v1/progress/{code}", code);
        if (!Answers.show(progress, "progress", response, model)) {
            return "redirect:/progress";
        }
        if (!(progress.content() instanceof Map<?, ?> told)
                || !applicationNo.equals(told.get("applicationNo"))) {
            return "redirect:/progress";
        }
        String address =
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/progress/{code}")
                        .buildAndExpand(code)
                        .toUriString();
        model.addAttribute("applicationNo", applicationNo);
        model.addAttribute("code", code);
        model.addAttribute("qr", path(QrCode.encodeText(address, QrCode.Ecc.MEDIUM)));
        return "front/apply-receipt";
    }

    /** The dark modules of a code as an SVG path, one unit each. */
    private static Map<String, Object> path(QrCode code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x).append(',').append(y).append("h1v1h-1z");
                }
            }
        }
        return Map.of("size", code.size, "path", path.toString());
    }
}
