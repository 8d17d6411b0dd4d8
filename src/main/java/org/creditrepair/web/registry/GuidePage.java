package org.creditrepair.web.registry;

import java.time.LocalDate;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The repair guide (信用修复指引) as a page for anybody. */
@Controller
class GuidePage {

    private final Catalog catalog;
    private final RegistryViewMapper views;
    private final BusinessClock clock;

    GuidePage(Catalog catalog, RegistryViewMapper views, BusinessClock clock) {
        this.catalog = catalog;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/guide")
    String regions(Model model) {
        model.addAttribute("regions", views.regions(catalog.regions()));
        return "guide-regions";
    }

    @GetMapping("/guide/{region}")
    String region(
            @PathVariable RegionCode region,
            @RequestParam(required = false) LocalDate on,
            Model model) {
        Region found = catalog.region(region);
        LocalDate day = on == null ? clock.today() : on;
        model.addAttribute("region", views.region(found));
        model.addAttribute("on", day);
        model.addAttribute(
                "items",
                found.items().stream()
                        .filter(item -> item.isValidOn(day))
                        .map(item -> views.item(item, found, day))
                        .toList());
        return "guide";
    }
}
