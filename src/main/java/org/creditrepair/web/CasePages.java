package org.creditrepair.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.creditrepair.access.Account;
import org.creditrepair.access.Account.Role;
import org.creditrepair.access.Accounts;
import org.creditrepair.access.RegionAccess;
import org.creditrepair.application.Applications;
import org.creditrepair.application.CaseFile;
import org.creditrepair.application.CaseItem;
import org.creditrepair.application.CaseKey;
import org.creditrepair.application.ItemMaterial;
import org.creditrepair.application.Materials;
import org.creditrepair.application.StageRecord;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.Material;
import org.creditrepair.catalog.RepairItem;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.registry.DishonestyRecord;
import org.creditrepair.registry.RecordRegister;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The pages that open from Tasklist: the case before a reviewer, and a clerk's upload. */
@Controller
class CasePages {

    private final Applications applications;
    private final RecordRegister register;
    private final Materials materials;
    private final MaterialResponse response;
    private final Catalog catalog;
    private final WorkingCalendars calendars;
    private final RegionAccess access;
    private final BusinessClock clock;

    CasePages(
            Applications applications,
            RecordRegister register,
            Materials materials,
            MaterialResponse response,
            Catalog catalog,
            WorkingCalendars calendars,
            RegionAccess access,
            BusinessClock clock) {
        this.applications = applications;
        this.register = register;
        this.materials = materials;
        this.response = response;
        this.catalog = catalog;
        this.calendars = calendars;
        this.access = access;
        this.clock = clock;
    }

    /** A material the item needs, with what was handed in for it. */
    public record Needed(Material material, List<ItemMaterial> handedIn) {}

    /** A stage with the working days that are left of it; null once it has ended or without limit. */
    public record StageRow(StageRecord stage, Integer left) {}

    @GetMapping("/cases/{caseKey}")
    String reviewedCase(@PathVariable String caseKey, Model model) {
        CaseKey key = key(caseKey);
        CaseFile file = applications.byNumber(key.applicationNo());
        access.require(file.region(), Role.UNIT, Role.SUPERVISOR, Role.WINDOW);
        CaseItem item = file.item(key.itemNo());
        DishonestyRecord record = register.find(file.region(), item.recordNo()).orElseThrow();
        RepairItem repairItem = catalog.item(file.region().value(), item.itemCode());
        LocalDate applied = file.submittedAt().toLocalDate();
        model.addAttribute("file", file);
        model.addAttribute("item", item);
        model.addAttribute("repairItem", repairItem);
        model.addAttribute("rules", repairItem.on(applied));
        model.addAttribute("record", record);
        model.addAttribute("state", record.stateOn(clock.today()));
        model.addAttribute("history", register.historyOf(file.region(), record.recordNo()));
        model.addAttribute("needed", needed(repairItem, applied, item));
        model.addAttribute("stages", item.stages().stream().map(s -> row(file, s)).toList());
        return "case";
    }

    @GetMapping("/materials/new")
    String uploadForm() {
        return "upload";
    }

    @PostMapping("/materials/new")
    String upload(@RequestParam("file") MultipartFile file, Model model) throws IOException {
        Account account = Accounts.current().orElseThrow();
        try (InputStream content = file.getInputStream()) {
            model.addAttribute(
                    "material",
                    materials.store(file.getOriginalFilename(), content, account.name()));
        } catch (RefusedException e) {
            model.addAttribute("error", e.getMessage());
        }
        return "upload";
    }

    @GetMapping("/materials/{id}")
    ResponseEntity<StreamingResponseBody> material(@PathVariable String id) {
        return response.of(id);
    }

    private StageRow row(CaseFile file, StageRecord stage) {
        boolean running = stage.endedAt() == null && stage.dueAt() != null;
        return new StageRow(
                stage,
                running
                        ? calendars
                                .of(file.region().value())
                                .remaining(clock.today(), stage.dueAt().toLocalDate())
                        : null);
    }

    private static List<Needed> needed(RepairItem repairItem, LocalDate applied, CaseItem item) {
        List<Material> listed = repairItem.on(applied).materials();
        return java.util.stream.Stream.concat(
                        listed.stream(), others(repairItem, listed, item).stream())
                .map(
                        material ->
                                new Needed(
                                        material,
                                        item.materials().stream()
                                                .filter(m -> m.code().equals(material.code()))
                                                .toList()))
                .toList();
    }

    /** Materials handed in that the rules of the day do not list, by their name in earlier rules. */
    private static List<Material> others(
            RepairItem repairItem, List<Material> listed, CaseItem item) {
        return item.materials().stream()
                .map(ItemMaterial::code)
                .distinct()
                .filter(code -> listed.stream().noneMatch(m -> m.code().equals(code)))
                .map(
                        code ->
                                repairItem.rules().stream()
                                        .flatMap(rules -> rules.materials().stream())
                                        .filter(m -> m.code().equals(code))
                                        .findFirst()
                                        .orElseThrow())
                .map(m -> new Material(m.code(), m.name(), false, m.shared()))
                .toList();
    }

    private static CaseKey key(String caseKey) {
        try {
            return CaseKey.parse(caseKey);
        } catch (IllegalArgumentException e) {
            throw RefusedException.notFound("caseKey", e.getMessage());
        }
    }
}
