package org.creditrepair.web.application;

import java.io.IOException;
import java.io.InputStream;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.application.material.Materials;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.web.shared.CaseAccess;
import org.creditrepair.web.shared.MaterialResponse;
import org.creditrepair.workflow.tasks.CaseSheet;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The pages that open from the webapps: a case, a document, a clerk's upload. */
@Controller
class CasePages {

    private final Applications applications;
    private final Materials materials;
    private final MaterialResponse response;
    private final CaseSheet sheet;
    private final CaseAccess access;
    private final RegionAccess regions;

    CasePages(
            Applications applications,
            Materials materials,
            MaterialResponse response,
            CaseSheet sheet,
            CaseAccess access,
            RegionAccess regions) {
        this.regions = regions;
        this.applications = applications;
        this.materials = materials;
        this.response = response;
        this.sheet = sheet;
        this.access = access;
    }

    @GetMapping("/cases/{caseKey}")
    String showCase(@PathVariable String caseKey, Model model) {
        CaseKey key = key(caseKey);
        CaseFile file = applications.byNumber(key.applicationNo());
        access.requireReader(file);
        model.addAttribute("caseKey", key);
        model.addAttribute("sheet", sheet.render(file.region(), key));
        return "case";
    }

    @GetMapping("/materials/new")
    String uploadForm() {
        return "upload";
    }

    @PostMapping("/materials/new")
    String upload(@RequestParam("file") MultipartFile file, Model model) throws IOException {
        Account account = regions.requireAnywhere(Role.PORTAL, Role.WINDOW, Role.UNIT);
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
        return response.stream(id);
    }

    private static CaseKey key(String caseKey) {
        try {
            return CaseKey.parse(caseKey);
        } catch (IllegalArgumentException e) {
            throw RefusedException.notFound("caseKey", String.valueOf(e.getMessage()));
        }
    }
}
