package org.creditrepair.web.supervision;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.supervision.preview.RulePreviews;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The page on which a lawyer sees what a changed rule would do (规则预览). */
@Controller
class RulePreviewPage {

    private final RulePreviews previews;
    private final RegionAccess access;
    private final Catalog catalog;

    RulePreviewPage(RulePreviews previews, RegionAccess access, Catalog catalog) {
        this.previews = previews;
        this.access = access;
        this.catalog = catalog;
    }

    @GetMapping("/rules/{region}")
    String form(@PathVariable RegionCode region, Model model) {
        return page(region, model);
    }

    @PostMapping("/rules/{region}")
    String preview(
            @PathVariable RegionCode region,
            @RequestParam("file") MultipartFile file,
            @RequestParam(required = false) @Nullable String on,
            Model model)
            throws IOException {
        String page = page(region, model);
        try {
            model.addAttribute(
                    "preview",
                    previews.preview(
                            region,
                            file.getOriginalFilename(),
                            new String(file.getBytes(), StandardCharsets.UTF_8),
                            on));
        } catch (RefusedException e) {
            model.addAttribute("errors", e.violations());
        }
        return page;
    }

    private String page(RegionCode region, Model model) {
        access.require(region, Role.SUPERVISOR, Role.CREDIT_OFFICE);
        model.addAttribute("region", catalog.region(region));
        return "rule-preview";
    }
}
