package org.creditrepair.web.application;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Account.Represented;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.Accounts;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.application.material.Materials;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.certificate.CertificateForm;
import org.creditrepair.certificate.CertificateKind;
import org.creditrepair.certificate.Certificates;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.web.shared.CaseAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "电子证照", description = "经持证主体同意，从电子证照库调取的免予上传；证照库不可用时上传")
class CertificateController {

    private final Certificates certificates;
    private final Applications applications;
    private final CaseAccess cases;
    private final RegionAccess regions;
    private final Catalog catalog;

    CertificateController(
            Certificates certificates,
            Applications applications,
            CaseAccess cases,
            RegionAccess regions,
            Catalog catalog) {
        this.certificates = certificates;
        this.applications = applications;
        this.cases = cases;
        this.regions = regions;
        this.catalog = catalog;
    }

    record CertificateKindView(CertificateKind kind, String name) {}

    record CertificateView(
            String materialId,
            String fileName,
            CertificateKind kind,
            String name,
            @Nullable String certificateNo,
            @Nullable String address,
            @Nullable String legalRepresentative) {}

    record CertificateFetchView(
            String materialId,
            String name,
            @Nullable String certificateNo,
            String account,
            OffsetDateTime fetchedAt) {}

    @GetMapping("/certificates")
    @SecurityRequirements
    @Operation(summary = "可调取的电子证照", description = "未接入电子证照库的为空")
    List<CertificateKindView> fetchable() {
        return certificates.fetchable().stream()
                .map(kind -> new CertificateKindView(kind, kind.text()))
                .toList();
    }

    @PostMapping("/regions/{region}/certificates")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "调取电子证照",
            description =
                    "作为材料留存，提交申请时填写 materialId；哪项材料可以用哪种证照代替，见修复指引中材料的 certificate；"
                            + "以统一身份认证登录的申请人只能调取本主体的，"
                            + "仅核验手机的不能调取；持证主体须在本地区有公示的失信信息；每次调取均有记录")
    CertificateView fetch(@PathVariable RegionCode region, @RequestBody CertificateForm form) {
        RegionCode served = catalog.region(region).code();
        Account account = holder(served, form);
        Certificates.Fetched fetched =
                certificates.fetch(
                        served,
                        form,
                        account.name(),
                        account.proof() == null
                                ? Materials.MAX_UNUSED
                                : Materials.MAX_UNUSED_OF_APPLICANT);
        return new CertificateView(
                fetched.material().id(),
                fetched.material().fileName(),
                fetched.kind(),
                fetched.kind().text(),
                fetched.certificateNo(),
                fetched.stated().address(),
                fetched.stated().legalRepresentative());
    }

    /** Who may fetch: the holder, known by its login, or a portal or window on its behalf. */
    private Account holder(RegionCode region, CertificateForm form) {
        Account account = Accounts.current().orElseThrow(() -> RefusedException.forbidden("请先登录"));
        if (account.proof() == null) {
            return regions.require(region, Role.PORTAL, Role.WINDOW);
        }
        Represented who =
                account.represented()
                        .orElseThrow(() -> RefusedException.forbidden("请以统一身份认证登录后调取"));
        if (!who.code().equals(form.uscc())) {
            throw RefusedException.forbidden("只能调取本主体的电子证照");
        }
        return account;
    }

    @GetMapping("/applications/{applicationNo}/certificates")
    @Operation(summary = "一件申请中调取的电子证照", description = "何人何时调取了哪一份")
    List<CertificateFetchView> ofApplication(@PathVariable String applicationNo) {
        CaseFile file = applications.byNumber(applicationNo);
        cases.requireReader(file);
        List<String> materials =
                file.items().stream()
                        .flatMap(item -> item.materials().stream())
                        .map(material -> material.material().id())
                        .distinct()
                        .toList();
        return certificates.ofMaterials(materials).stream()
                .map(
                        one ->
                                new CertificateFetchView(
                                        String.valueOf(one.materialId()),
                                        one.kind().text(),
                                        one.certificateNo(),
                                        one.account(),
                                        one.fetchedAt()))
                .toList();
    }
}
