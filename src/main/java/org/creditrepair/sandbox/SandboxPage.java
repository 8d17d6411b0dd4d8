package org.creditrepair.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.RegionPlatform;
import org.creditrepair.sandbox.data.SandboxPeople;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that shows both public sites side by side. */
@Controller
@Profile("demo")
class SandboxPage {

    private static final List<String> PUBLIC_SITES = List.of("creditchina-local", "gsxt");
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("creditchina", "信用中国（总网）"),
                    Map.entry("creditchina-local", "信用中国（地方）"),
                    Map.entry("gsxt", "国家企业信用信息公示系统（地方）"),
                    Map.entry("gsxt-registration", "国家企业信用信息公示系统（登记地）"),
                    Map.entry("credit-platform", "公共信用信息共享平台"),
                    Map.entry("regional-platform", "自治区社会信用信息平台"),
                    Map.entry("sector-platform", "行业监管平台、单位官网"),
                    Map.entry("superior-unit", "上级主管单位"),
                    Map.entry("government-service", "一体化政务服务平台"),
                    Map.entry("internet-supervision", "互联网+监管"),
                    Map.entry(RegionPlatform.SMS, RegionPlatform.CARRIERS.get(RegionPlatform.SMS)),
                    Map.entry(
                            SandboxMailbox.PLATFORM,
                            RegionPlatform.CARRIERS.get(RegionPlatform.EMAIL)),
                    Map.entry(SandboxCertificates.PLATFORM, "电子证照库"));

    /** What is no platform of the ledger, and can fail too. */
    static final Set<String> OTHERS = Set.of(SandboxMailbox.PLATFORM, SandboxCertificates.PLATFORM);

    private final SandboxPlatforms platforms;
    private final SandboxClock clock;
    private final Catalog catalog;
    private final SandboxMessages messages;
    private final SandboxPeople people;

    SandboxPage(
            SandboxPlatforms platforms,
            SandboxClock clock,
            Catalog catalog,
            SandboxMessages messages,
            SandboxPeople people) {
        this.people = people;
        this.messages = messages;
        this.platforms = platforms;
        this.clock = clock;
        this.catalog = catalog;
    }

    /** A public site with what it displays. */
    public record Site(String name, List<SandboxPlatforms.DisplayedRecord> records) {}

    /** A platform with how it behaves. */
    public record Switch(String platform, @Nullable String name, Mode mode) {}

    @GetMapping("/sandbox")
    String page(Model model) {
        model.addAttribute("now", clock.now());
        model.addAttribute("sites", PUBLIC_SITES.stream().map(this::site).toList());
        model.addAttribute(
                "switches",
                Stream.concat(SandboxConnectors.PLATFORMS.stream(), OTHERS.stream())
                        .sorted()
                        .map(code -> new Switch(code, NAMES.get(code), platforms.mode(code)))
                        .toList());
        model.addAttribute("messages", messages.last());
        model.addAttribute("modes", Mode.values());
        return "sandbox";
    }

    /** Where the demo's identity provider asks who somebody is. */
    @GetMapping("/sandbox/identity")
    String people(Model model) {
        model.addAttribute("people", people.all());
        return "sandbox-identity";
    }

    private Site site(String platform) {
        String name =
                catalog.regions().stream()
                        .flatMap(region -> region.platforms().stream())
                        .filter(known -> known.code().equals(platform))
                        .map(known -> known.name())
                        .findFirst()
                        .orElse(platform);
        return new Site(name, platforms.displayed(platform));
    }
}
