package org.creditrepair.web.registry;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.RecordCategory;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.registry.display.DisplayPeriodRules;
import org.creditrepair.registry.display.DisplayPeriodRules.PenaltyClass;
import org.creditrepair.registry.display.Scope;
import org.creditrepair.registry.record.SubjectType;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The repair guide (信用修复指引) as a page for anybody. */
@Controller
class GuidePage {

    private static final Pattern ADDRESS = Pattern.compile("https?://[\\w./-]+");

    private final Catalog catalog;
    private final RegistryViewMapper views;
    private final BusinessClock clock;
    private final DisplayPeriodRules periods;

    GuidePage(
            Catalog catalog,
            RegistryViewMapper views,
            BusinessClock clock,
            DisplayPeriodRules periods) {
        this.periods = periods;
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
                "groups",
                Arrays.stream(RecordCategory.values())
                        .map(category -> new Group(category.text(), items(found, category, day)))
                        .filter(group -> !group.items().isEmpty())
                        .toList());
        model.addAttribute("classes", classes(found, day));
        model.addAttribute("links", links(found));
        model.addAttribute("applicants", applicants(found));
        return "guide";
    }

    /** Items of one category of records. */
    public record Group(String name, List<RegistryViews.ItemView> items) {}

    private List<RegistryViews.ItemView> items(
            Region region, RecordCategory category, LocalDate day) {
        return region.items().stream()
                .filter(item -> item.isValidOn(day) && item.category() == category)
                .map(item -> views.item(item, region, day))
                .toList();
    }

    /** The classes of penalties with their periods on a day, by code of the item. */
    private Map<String, List<PenaltyClass>> classes(Region region, LocalDate day) {
        return region.items().stream()
                .filter(item -> item.category() == RecordCategory.PENALTY)
                .collect(
                        Collectors.toMap(
                                RepairItem::code, item -> periods.classesOn(Scope.of(item), day)));
    }

    /** Who may apply, by code of the item. */
    private static Map<String, String> applicants(Region region) {
        return region.items().stream()
                .collect(
                        Collectors.toMap(
                                RepairItem::code,
                                item ->
                                        Arrays.stream(SubjectType.values())
                                                .filter(type -> region.takes(item, type.name()))
                                                .map(SubjectType::text)
                                                .collect(Collectors.joining("、"))));
    }

    /** The addresses that channels name, by channel. */
    private static Map<String, String> links(Region region) {
        return region.items().stream()
                .flatMap(item -> item.channels().stream())
                .distinct()
                .flatMap(
                        channel ->
                                ADDRESS.matcher(channel)
                                        .results()
                                        .limit(1)
                                        .map(found -> Map.entry(channel, found.group())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
